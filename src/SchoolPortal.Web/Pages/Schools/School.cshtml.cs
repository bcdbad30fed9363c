using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>One school on one page: whose turn it is, its people, documents, what is next, facts, history.</summary>
[Requires(Operation.ViewSchool)]
public sealed class SchoolModel(PortalDbContext db, CurrentSchool school, Marks marks, Actor actor, TimeProvider clock) : PageModel
{
    public CurrentSchool School => school;

    public string DrawnFrom => Drawn.From(marks, actor, AsAt.Day, Request);

    public SchoolSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<SchoolTask> Tasks { get; private set; } = [];

    /// <summary>The task whose turn it is to show first: the reader's, else the most pressing.</summary>
    public SchoolTask? Turn { get; private set; }

    public bool IsYours => Turn is not null && Turn.IsFor(school.Roles);

    /// <summary>The day the page speaks of.</summary>
    public AsAt AsAt { get; private set; } = null!;

    /// <summary>The school on that day, where it is over.</summary>
    public PastSchool? Past { get; private set; }

    public FactPanel Facts { get; private set; } = null!;

    /// <summary>Type, years and place, above the name.</summary>
    public string Caption => string.Join(" · ", new[]
    {
        $"School {school.Number}",
        Sheet.School.Facts.Type is { } type ? SchoolCategories.Types.Label(type) : null,
        string.Join(", ", new[] { Sheet.School.Said.Leading.Suburb, Sheet.School.Said.Leading.City }.OfType<string>().Distinct(StringComparer.Ordinal)) is { Length: > 0 } place ? place : null,
    }.OfType<string>());

    public async Task OnGetAsync(CancellationToken cancel)
    {
        AsAt = AsAt.Of(Request.Query, clock.Today());
        Past = AsAt.IsPast ? await PastSchool.LoadAsync(db, school, AsAt.Day, cancel) : null;
        Sheet = await school.Readings.OfAsync(0, () => SchoolSheet.LoadAsync(db, school.Id, clock.Today(), cancel));
        Tasks = new SchoolTasks(Sheet, school.Number, actor).All();
        Turn = Tasks.FirstOrDefault(t => t.IsFor(school.Roles)) ?? Tasks.FirstOrDefault(t => t.Roles.Count > 0);
        Facts = new FactPanel(Sheet.School.Said, showsSmallCounts: school.IsOwn);
    }

    /// <summary>The task's address for those who may do it; the others read what stands there.</summary>
    public string? HrefOf(SchoolTask task) => task.IsFor(school.Roles) ? task.Href : null;

    public string? If(Operation operation, string href) => school.May(operation) ? href : null;
}

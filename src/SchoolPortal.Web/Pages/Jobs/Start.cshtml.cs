using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>Asks what to do with the schools chosen in the list, says what it will mean, and begins it.</summary>
[Requires(Operation.ViewSchool)]
public sealed class StartModel(
    PortalDbContext db, SchoolListIndex index, Marks marks, Actor actor, IEnumerable<JobWork> kinds, BeginJob begin) : PageModel, IShowAgain
{
    /// <summary>Names shown of the schools chosen; the rest is a number.</summary>
    public const int NamesShown = 25;

    public JobChoice Choice { get; private set; } = null!;

    /// <summary>What this person may do at one of the schools at least, with at how many.</summary>
    public IReadOnlyList<FieldOption> Options { get; private set; } = [];

    /// <summary>What may be asked for in several editions.</summary>
    public IReadOnlyList<(JobKind Kind, JobEditions Editions)> Editions { get; private set; } = [];

    [BindProperty]
    public Asked Input { get; set; } = new();

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Redirect(JobLinks.Job(await begin.HandleAsync(actor, Input.Kind!.Value, Input.Editions.GetValueOrDefault($"{Input.Kind}"), Choice, cancel)));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Options = [.. kinds.Select(OptionOf).OfType<FieldOption>()];
        var editions = new List<(JobKind, JobEditions)>();
        foreach (var work in kinds.Where(work => Options.Any(option => option.Value == $"{work.Kind}")))
        {
            if (await work.EditionsAsync(cancel) is { Choices.Count: > 0 } several)
            {
                editions.Add((work.Kind, several));
            }
        }

        Editions = editions;
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        Choice = JobChoice.Of(Request.Query, await index.CurrentAsync(db, marks, cancel), actor);

    private FieldOption? OptionOf(JobWork work)
    {
        var yours = Choice.Schools.Count(school => work.MayAt(actor, school.Place));
        var refused = Choice.Schools.Count - yours;
        return yours == 0 ? null : new FieldOption(
            work.Kind.ToString(),
            $"{Words.Capital(work.Kind)} ({JobChoice.Count(yours)})",
            refused == 0 ? work.Before : $"{work.Before} At the other {JobChoice.Count(refused)} your role may not do this; they are refused.");
    }

    public sealed class Asked
    {
        [Required(ErrorMessage = "Choose what to do with these schools")]
        [EnumDataType(typeof(JobKind), ErrorMessage = "Choose one of the answers on the page")]
        public JobKind? Kind { get; set; }

        /// <summary>Which of several, by kind.</summary>
        public Dictionary<string, string?> Editions { get; set; } = [];
    }
}

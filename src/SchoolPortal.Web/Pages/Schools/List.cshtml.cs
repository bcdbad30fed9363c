using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>The list of schools: search, filters, order, pages, and the choice of several for one officer or one job.</summary>
[Requires(Operation.ViewSchool)]
public sealed class ListModel(PortalDbContext db, SchoolListIndex index, Marks marks, Actor actor, IEnumerable<JobWork> kinds) : PageModel
{
    public const int PageSize = 25;

    public SchoolListSnapshot Schools { get; private set; } = null!;

    public string DrawnFrom => Drawn.From(marks, actor, Schools.Day, Request);

    public int Year => Schools.Day.Year;

    public static IReadOnlyList<FieldOption> Types { get; } =
        [.. SchoolCategories.Types.Values.Select(t => new FieldOption(t.ToString(), SchoolCategories.Types.Label(t)))];

    public static IReadOnlyList<FieldOption> Authorities { get; } =
        [.. SchoolCategories.Authorities.Values.Select(a => new FieldOption(a.ToString(), SchoolCategories.Authorities.Label(a)))];

    public static IReadOnlyList<FieldOption> Gaps { get; } =
    [
        .. Enum.GetValues<SchoolGap>().Select(g => new FieldOption(SchoolListAddress.KeyOf(g), SchoolListFilter.Say(g))),
    ];

    public static IReadOnlyList<FieldOption> Agreements { get; } =
    [
        .. Enum.GetValues<AgreementStanding>()
            .Where(s => s is not (AgreementStanding.Withdrawn or AgreementStanding.Superseded))
            .Select(s => new FieldOption(s.ToString(), Words.Capital(s))),
    ];

    public static IReadOnlyList<FieldOption> Profiles { get; } =
        [.. Enum.GetValues<ProfileState>().Where(s => s != ProfileState.Archived).Select(s => new FieldOption(s.ToString(), Words.Capital(s)))];

    /// <summary>Number, type and suburb in one line under the name.</summary>
    public static string Line(SchoolListRow row) => string.Join(
        " · ",
        new[]
        {
            row.Number.ToString(NewZealandTime.Culture),
            row.Type is { } type ? SchoolCategories.Types.Label(type).Split(" (")[0] : null,
            row.Suburb ?? row.City,
            row.Status == SchoolStatus.Open ? null : Words.Capital(row.Status),
        }.OfType<string>());

    public async Task OnGetAsync(CancellationToken cancel) => Schools = await index.CurrentAsync(db, marks, cancel);

    /// <summary>What was asked and what was found.</summary>
    public SchoolListAnswer Answer() => new(SchoolListAddress.Of(Request.Query, Schools), Schools, actor, kinds);
}

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

    private Jurisdiction mayAssign = null!;

    public SchoolListAddress Asked { get; private set; } = null!;

    public SchoolListSnapshot Schools { get; private set; } = null!;

    public SchoolListPage Found { get; private set; } = null!;

    /// <summary>Closed schools that the same search would find, so that an empty answer can point to them.</summary>
    public int ClosedToo { get; private set; }

    public int Year => Schools.Day.Year;

    /// <summary>One officer can be assigned to several of these schools.</summary>
    public bool OffersAssigning => Found.Rows.Any(MayAssign);

    /// <summary>Something can be done with several of these schools: to choose among one is no choice.</summary>
    public bool OffersJobs => Found.Total > 1 && kinds.Any(kind => Found.Rows.Any(row => kind.MayAt(actor, row.Place)));

    public IReadOnlyList<SchoolListFilter> Applied { get; private set; } = [];

    public IEnumerable<FieldOption> Districts => Schools.Districts.Select(d => new FieldOption(d.Code, d.Name));

    public IEnumerable<FieldOption> Areas => Schools.Areas
        .Where(a => Asked.Query.DistrictId is null || a.DistrictId == Asked.Query.DistrictId)
        .Select(a => new FieldOption(a.Id.ToString(), a.Name));

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

    public bool MayAssign(SchoolListRow row) => mayAssign.Covers(row.Place) && !row.IsClosed;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Schools = await index.CurrentAsync(db, marks, cancel);
        Asked = SchoolListAddress.Of(Request.Query, Schools);
        mayAssign = actor.JurisdictionFor(Operation.AssignOfficers);
        var held = actor.JurisdictionFor(Operation.ViewSchool);
        Found = Schools.Find(Asked.Query, held, (Asked.PageNumber - 1) * PageSize, PageSize);
        if (Found.Rows.Count == 0 && Found.Total > 0)
        {
            Asked = Asked with { PageNumber = (Found.Total + PageSize - 1) / PageSize };
            Found = Schools.Find(Asked.Query, held, (Asked.PageNumber - 1) * PageSize, PageSize);
        }

        if (Found.Total == 0 && !Asked.Query.Gaps.Contains(SchoolGap.Closed))
        {
            ClosedToo = Schools.Find(Asked.Query with { Gaps = [.. Asked.Query.Gaps, SchoolGap.Closed] }, held, take: 0).Total;
        }

        Applied = [.. SchoolListFilter.On(Asked.Query, Schools)];
    }
}

using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Jobs;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>One page of the list of schools: what was asked, what was found, and what this person may do with it.</summary>
public sealed class SchoolListAnswer
{
    private readonly SchoolListSnapshot schools;
    private readonly Jurisdiction mayAssign;

    public SchoolListAnswer(SchoolListAddress asked, SchoolListSnapshot schools, Actor actor, IEnumerable<JobWork> kinds)
    {
        this.schools = schools;
        mayAssign = actor.JurisdictionFor(Operation.AssignOfficers);
        var held = actor.JurisdictionFor(Operation.ViewSchool);
        SchoolListPage PageOf(int number) => schools.Find(asked.Query, held, (number - 1) * ListModel.PageSize, ListModel.PageSize);
        Asked = asked;
        Found = PageOf(asked.PageNumber);
        if (Found.Rows.Count == 0 && Found.Total > 0)
        {
            Asked = asked with { PageNumber = (Found.Total + ListModel.PageSize - 1) / ListModel.PageSize };
            Found = PageOf(Asked.PageNumber);
        }

        if (Found.Total == 0 && !asked.Query.Gaps.Contains(SchoolGap.Closed))
        {
            ClosedToo = schools.Find(asked.Query with { Gaps = [.. asked.Query.Gaps, SchoolGap.Closed] }, held, take: 0).Total;
        }

        Applied = [.. SchoolListFilter.On(asked.Query, schools)];
        OffersJobs = Found.Total > 1 && kinds.Any(kind => Found.Rows.Any(row => kind.MayAt(actor, row.Place)));
    }

    /// <summary>What was asked; a page after the last is the last.</summary>
    public SchoolListAddress Asked { get; }

    public SchoolListPage Found { get; }

    /// <summary>Closed schools that the same search would find, so that an empty answer can point to them.</summary>
    public int ClosedToo { get; }

    /// <summary>One officer can be assigned to several of these schools.</summary>
    public bool OffersAssigning => Found.Rows.Any(MayAssign);

    /// <summary>Something can be done with several of these schools: to choose among one is no choice.</summary>
    public bool OffersJobs { get; }

    public IReadOnlyList<SchoolListFilter> Applied { get; }

    public IEnumerable<FieldOption> Districts => schools.Districts.Select(d => new FieldOption(d.Code, d.Name));

    public IEnumerable<FieldOption> Areas => schools.Areas
        .Where(a => Asked.Query.DistrictId is null || a.DistrictId == Asked.Query.DistrictId)
        .Select(a => new FieldOption(a.Id.ToString(), a.Name));

    public bool MayAssign(SchoolListRow row) => mayAssign.Covers(row.Place) && !row.IsClosed;
}

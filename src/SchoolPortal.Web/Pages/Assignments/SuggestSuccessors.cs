using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Who could take over which duties: officers of the same area first, then of the district, the nearest station before others, then those with fewer schools.</summary>
public sealed class SuggestSuccessors(PortalDbContext db, SchoolListIndex index, Marks marks)
{
    /// <summary>Officers suggested for one school; anybody may be chosen for all together.</summary>
    public const int Shown = 6;

    /// <summary>
    /// Everybody who could, and for each duty the few nearest. An officer who is away, not sworn where the duty asks for it, or
    /// no longer with schools in those days is not among them.
    /// </summary>
    /// <param name="leaverId">Who goes.</param>
    /// <param name="duties">Their duties.</param>
    /// <param name="from">First day of who follows.</param>
    /// <param name="to">Last day; from on where no end is known.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<Successors> HandleAsync(Guid leaverId, IReadOnlyList<DutyToHand> duties, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var schools = await index.CurrentAsync(db, marks, cancel);
        var districtOf = schools.Areas.ToDictionary(a => a.Id, a => a.DistrictId);
        var officers = (await db.Officers.AsNoTracking()
                .Where(o => o.Id != leaverId && o.ActiveFrom <= from && (o.ActiveTo == null || o.ActiveTo >= to))
                .Where(o => !db.OfficerLeaves.Any(l => l.OfficerId == o.Id && l.From <= to && l.To >= from && l.From <= l.To))
                .Select(o => new { o.Id, o.Name, o.Rank, Station = o.Station.Name, o.Station.AreaId, o.Station.Latitude, o.Station.Longitude, o.SortName })
                .ToListAsync(cancel))
            .ConvertAll(o => new Candidate(
                o.Id, o.Name, o.Rank, o.Station, o.AreaId, districtOf.GetValueOrDefault(o.AreaId), GeoPoint.Of(o.Latitude, o.Longitude), o.SortName, schools.Loads.GetValueOrDefault(o.Id)));
        var each = duties.ToDictionary(duty => duty.Key, duty => NearestTo(duty, officers), StringComparer.Ordinal);
        var all = officers.OrderBy(o => duties.Count == 0 ? 0 : duties.Min(o.Far)).ThenBy(o => o.SortName, StringComparer.Ordinal);
        return new Successors([.. all.Select(o => new FieldOption(o.Id.ToString(), o.Text))], each);
    }

    private static IReadOnlyList<FieldOption> NearestTo(DutyToHand duty, List<Candidate> officers) =>
    [
        .. officers.Where(o => o.MayHold(duty.Kind))
            .Select(o => (Officer: o, Far: o.Far(duty), Away: o.AwayFrom(duty)))
            .OrderBy(o => o.Far)
            .ThenBy(o => o.Away?.Kilometres ?? double.MaxValue)
            .ThenBy(o => o.Officer.Schools)
            .ThenBy(o => o.Officer.SortName, StringComparer.Ordinal)
            .Take(Shown)
            .Select(o => new FieldOption(o.Officer.Id.ToString(), string.Join(", ", new[] { o.Officer.Text, o.Away?.Distance, o.Far == 0 ? "same area" : null }.OfType<string>()))),
    ];

    private sealed record Candidate(Guid Id, string Name, Rank Rank, string Station, Guid AreaId, Guid DistrictId, GeoPoint? Point, string SortName, int Schools)
    {
        public string Text => $"{Words.Of(Rank)} {Name}, {Station}: {Count(Schools)}";

        public bool MayHold(AssignmentKind kind) => kind == AssignmentKind.SchoolCommunityOfficer || Rank is not (Rank.AuthorisedOfficer or Rank.Employee);

        public int Far(DutyToHand duty) => AreaId == duty.Place.AreaId ? 0 : DistrictId == duty.Place.DistrictId ? 1 : 2;

        public Nearby<Candidate>? AwayFrom(DutyToHand duty) =>
            Point is { } station && duty.Point is { } school ? new(this, station.KilometresTo(school)) : null;

        private static string Count(int schools) => schools switch
        {
            0 => "no school",
            1 => "1 school",
            _ => $"{schools} schools",
        };
    }
}

/// <summary>Who could follow.</summary>
/// <param name="All">Everybody who could take a duty, the nearest first.</param>
/// <param name="Each">The nearest for each duty, by <see cref="DutyToHand.Key"/>.</param>
public sealed record Successors(IReadOnlyList<FieldOption> All, IReadOnlyDictionary<string, IReadOnlyList<FieldOption>> Each);

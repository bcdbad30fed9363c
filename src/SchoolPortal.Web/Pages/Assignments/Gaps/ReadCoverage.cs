using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Assignments.Gaps;

/// <summary>An open school and how it is covered.</summary>
public sealed record CoveredSchool(SchoolListRow School, Coverage Coverage);

/// <summary>
/// How schools are covered on a day: today from the list of schools that is kept in memory, a day that is over from the records.
/// </summary>
public sealed class ReadCoverage(PortalDbContext db, Actor actor)
{
    private static readonly ContactPosition[] Positions = [ContactPosition.LeadSchoolContact, ContactPosition.Emergency1, ContactPosition.Emergency2];

    /// <summary>The schools that are asked for, among those whose assignments the person may see; by name.</summary>
    public async Task<IReadOnlyList<CoveredSchool>> HandleAsync(GapsAsked asked, SchoolListSnapshot schools, CancellationToken cancel)
    {
        var held = actor.JurisdictionFor(Operation.ViewAssignments);
        if (!asked.AsAt.IsPast)
        {
            return [.. schools.Open(held).Where(row => asked.IsThere(row.Place)).Select(row => new CoveredSchool(row, row.Coverage))];
        }

        var day = asked.AsAt.Day;
        var closedLater = (await db.Schools.Where(s => s.ClosedOn > day).Select(s => s.Id).ToListAsync(cancel)).ToHashSet();
        var rows = schools.Open(held)
            .Concat(schools.Find(new SchoolListQuery { Gaps = [SchoolGap.Closed] }, held).Rows.Where(row => closedLater.Contains(row.Place.SchoolId)))
            .Where(row => asked.IsThere(row.Place))
            .ToList();
        return await OfPastAsync(rows, day, schools.Calendar.TermAgo(day), cancel);
    }

    // When contacts were confirmed is kept for now alone, so nobody is called stale on a day that is over.
    private async Task<IReadOnlyList<CoveredSchool>> OfPastAsync(List<SchoolListRow> rows, DateOnly day, DateOnly termAgo, CancellationToken cancel)
    {
        var duties = (await db.OfficerAssignments
                .Where(a => a.Kind != AssignmentKind.SchoolCommunityOfficer && a.From <= day && (a.To == null || a.To >= day))
                .Select(a => new { a.SchoolId, Held = new DutyDays(a.OfficerId, a.Kind, a.From, a.To) })
                .ToListAsync(cancel))
            .ToLookup(a => a.SchoolId, a => a.Held);
        var positions = (await db.SchoolContacts
                .Where(c => Positions.Contains(c.Position) && c.From <= day && (c.To == null || c.To >= day))
                .Select(c => new { c.SchoolId, Held = new PositionDays(c.Position, c.From, c.To, null) })
                .ToListAsync(cancel))
            .ToLookup(c => c.SchoolId, c => c.Held);
        var away = (await db.OfficerLeaves.Where(l => l.From <= day && l.To >= day).Select(l => l.OfficerId).ToListAsync(cancel)).ToHashSet();
        var visits = await db.Visits.Where(v => !v.IsTakenBack && v.On <= day)
            .GroupBy(v => v.SchoolId).Select(g => new { g.Key, Last = g.Max(v => v.On) }).ToDictionaryAsync(g => g.Key, g => g.Last, cancel);
        return rows.ConvertAll(row => new CoveredSchool(row, Coverage.On(day, duties[row.Place.SchoolId], positions[row.Place.SchoolId], away.Contains, new VisitedDays(visits.TryGetValue(row.Place.SchoolId, out var visited) ? visited : null, termAgo))));
    }
}

/// <summary>How many schools there are and how many have which gap.</summary>
public sealed class GapCounts
{
    private readonly int[] gaps = new int[Coverage.Each.Count];

    public GapCounts(IEnumerable<CoveredSchool> schools)
    {
        foreach (var school in schools)
        {
            Schools++;
            Covered += school.Coverage.IsCovered ? 1 : 0;
            for (var i = 0; i < gaps.Length; i++)
            {
                gaps[i] += school.Coverage.Gaps.HasFlag(Coverage.Each[i]) ? 1 : 0;
            }
        }
    }

    /// <summary>All of them.</summary>
    public int Schools { get; }

    /// <summary>Those without any gap but of visits.</summary>
    public int Covered { get; }

    /// <summary>Those with one gap.</summary>
    public int this[CoverageGaps gap] => gaps[Coverage.Each.ToList().IndexOf(gap)];
}

/// <summary>One row of the table: a district or an area.</summary>
public sealed record GapRow(string Name, string Href, GapCounts Counts);

using Microsoft.EntityFrameworkCore;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Tests.Schools;

/// <summary>The records themselves, gone through one by one in the plainest way: what the list must agree with.</summary>
internal sealed class SchoolRecords
{
    private List<School> schools = [];
    private List<SchoolContact> contacts = [];
    private List<OfficerAssignment> duties = [];
    private Dictionary<Guid, Officer> officers = [];
    private List<Agreement> agreements = [];
    private List<Profile> profiles = [];
    private DateOnly today;

    public static async Task<SchoolRecords> ReadAsync(PortalDbContext db, DateOnly today) => new()
    {
        schools = await db.Schools.AsNoTracking().ToListAsync(),
        contacts = await db.SchoolContacts.AsNoTracking().ToListAsync(),
        duties = await db.OfficerAssignments.AsNoTracking().ToListAsync(),
        officers = await db.Officers.AsNoTracking().ToDictionaryAsync(o => o.Id),
        agreements = await db.Agreements.AsNoTracking().ToListAsync(),
        profiles = await db.Profiles.AsNoTracking().ToListAsync(),
        today = today,
    };

    /// <summary>Numbers of the schools that fit, in the order asked for.</summary>
    public List<int> Find(SchoolListQuery query)
    {
        var found = schools.Where(s => Fits(s, query))
            .OrderBy(s => s.SortName, StringComparer.Ordinal).ThenBy(s => s.Number)
            .ToList();
        found = query.Sort switch
        {
            SchoolSort.Number => [.. found.OrderBy(s => s.Number)],
            SchoolSort.Roll => [.. found.OrderBy(s => s.Facts.RollTotal ?? -1)],
            _ => found,
        };
        if (query.Descending)
        {
            found.Reverse();
        }

        return found.ConvertAll(s => s.Number);
    }

    private bool Fits(School school, SchoolListQuery query)
    {
        var lead = duties.Find(d => d.SchoolId == school.Id && d.Kind == AssignmentKind.LeadPoliceContact && d.Covers(today));
        var newest = agreements.Where(a => a.SchoolId == school.Id && a.State != AgreementState.Withdrawn).MaxBy(a => a.Number);
        var standing = newest?.Standing(today) ?? AgreementStanding.None;
        var profile = profiles.Find(p => p.SchoolId == school.Id && p.Year == today.Year);
        var state = profile?.State ?? ProfileState.NotStarted;
        var inForce = agreements.Any(a => a.SchoolId == school.Id && a.Standing(today) is (AgreementStanding.Active or AgreementStanding.ReviewDue));
        var closed = school.Status is SchoolStatus.Closed or SchoolStatus.Merged;
        var names = contacts.Where(c => c.SchoolId == school.Id && c.Covers(today) && !SchoolContact.IsEmergency(c.Position)).Select(c => c.Name);
        var text = Folded.Of(string.Join(' ', new[] { school.Facts.Name, $"{school.Number}", school.Facts.Suburb, school.Facts.City }
            .Concat(names).Append(lead is null ? null : officers[lead.OfficerId].Name)));
        return (query.DistrictId is null || school.DistrictId == query.DistrictId)
            && (query.AreaId is null || school.AreaId == query.AreaId)
            && (query.Type is null || school.Facts.Type == query.Type)
            && (query.Authority is null || school.Facts.Authority == query.Authority)
            && closed == query.Gaps.Contains(SchoolGap.Closed)
            && (!query.Gaps.Contains(SchoolGap.NoLead) || lead is null)
            && (!query.Gaps.Contains(SchoolGap.NoAgreement) || !inForce)
            && (!query.Gaps.Contains(SchoolGap.ProfileOverdue) || state is ProfileState.NotStarted or ProfileState.Draft or ProfileState.Returned)
            && (query.Agreements.Count == 0 || query.Agreements.Contains(standing))
            && (query.Profiles.Count == 0 || query.Profiles.Contains(state))
            && Folded.Of(query.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.Ordinal));
    }
}

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>A school as the list of schools knows it on one day.</summary>
public sealed record SchoolListRow
{
    public required Place Place { get; init; }

    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>Folded name.</summary>
    public required string SortName { get; init; }

    /// <summary>Folded name, number, suburb, town and the names of the people whom everybody at the school may know.</summary>
    public required string SearchText { get; init; }

    public SchoolType? Type { get; init; }

    public SchoolAuthority? Authority { get; init; }

    public SchoolStatus Status { get; init; }

    public int? Roll { get; init; }

    public string? Suburb { get; init; }

    public string? City { get; init; }

    /// <summary>Where it lies, if the directory says.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>The responsible station, if somebody settled one.</summary>
    public Guid? StationId { get; init; }

    /// <summary>Name of the Lead Police Contact; null when there is nobody.</summary>
    public string? LeadPoliceContact { get; init; }

    /// <summary>Their rank and station.</summary>
    public string? LeadPoliceContactTitle { get; init; }

    /// <summary>The officer who is Lead Police Contact.</summary>
    public Guid? LeadOfficerId { get; init; }

    /// <summary>Who leads and stands in, and what is missing.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Where the newest agreement stands that was not withdrawn.</summary>
    public AgreementStanding Agreement { get; init; }

    /// <summary>An agreement is in force, the newest or one before it.</summary>
    public bool InForce { get; init; }

    /// <summary>Last day of the agreement in force.</summary>
    public DateOnly? InForceUntil { get; init; }

    /// <summary>Where this year's profile stands; one that nobody opened is not started.</summary>
    public ProfileState Profile { get; init; }

    /// <summary>This year's profile is due and not with Police.</summary>
    public bool ProfileOverdue { get; init; }

    /// <summary>This year's profile was confirmed.</summary>
    public bool ProfileConfirmed { get; init; }

    /// <summary>A section of it that is confirmed each term has not been since the last one.</summary>
    public bool ProfileStale { get; init; }

    /// <summary>The day it closed or merged, if it did.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The schools that follow it: one it was merged into, or several it was split into.</summary>
    public IReadOnlyList<Guid> Successors { get; init; } = [];

    public bool IsClosed => Status.IsOver();
}

/// <summary>Reads the rows of the list from the records: a handful of queries, whatever the number of schools.</summary>
internal static class SchoolListRows
{
    /// <summary>The rows of these schools, or of all when <paramref name="only"/> is null, in no order.</summary>
    public static async Task<List<SchoolListRow>> LoadAsync(PortalDbContext db, SchoolCalendar calendar, DateOnly today, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        IQueryable<T> Of<T>(IQueryable<T> rows)
            where T : class, IOfSchool => only is null ? rows : rows.Where(r => only.Contains(r.SchoolId));

        var leads = (await Of(db.OfficerAssignments)
                .Where(a => a.Kind == AssignmentKind.LeadPoliceContact && a.From <= today && (a.To == null || a.To >= today))
                .Join(db.Officers, a => a.OfficerId, o => o.Id, (a, o) => new { a.SchoolId, a.OfficerId, o.Name, o.Rank, Station = o.Station.Name })
                .ToListAsync(cancel))
            .ToDictionary(l => l.SchoolId);
        var contacts = (await Of(db.SchoolContacts)
                .Where(c => c.From <= today && (c.To == null || c.To >= today))
                .Select(c => new { c.SchoolId, c.SearchName, Held = new PositionDays(c.Position, c.From, c.To, c.ConfirmedOn) })
                .ToListAsync(cancel))
            .ToLookup(c => c.SchoolId);
        var duties = (await Of(db.OfficerAssignments)
                .Where(a => a.Kind != AssignmentKind.SchoolCommunityOfficer && a.From <= today && (a.To == null || a.To >= today))
                .Select(a => new { a.SchoolId, Held = new DutyDays(a.OfficerId, a.Kind, a.From, a.To) })
                .ToListAsync(cancel))
            .ToLookup(a => a.SchoolId, a => a.Held);
        var termAgo = calendar.TermAgo(today);
        var visits = await Of(db.Visits).Where(v => !v.IsTakenBack && v.On <= today)
            .GroupBy(v => v.SchoolId).Select(g => new { g.Key, Last = g.Max(v => v.On) }).ToDictionaryAsync(g => g.Key, g => g.Last, cancel);
        var away = (await db.OfficerLeaves.Where(l => l.From <= today && l.To >= today).Select(l => l.OfficerId).ToListAsync(cancel)).ToHashSet();
        var agreements = (await Of(db.Agreements)
                .Where(a => a.State != AgreementState.Withdrawn)
                .Select(a => new AgreementLine(a.SchoolId, a.Number, a.State, a.EndsOn, a.ReviewDueOn))
                .ToListAsync(cancel))
            .ToLookup(a => a.SchoolId);
        var profiles = (await Of(db.Profiles)
                .Where(p => p.Year == today.Year)
                .Select(p => new { p.SchoolId, p.State, IsConfirmed = p.ConfirmedAt != null })
                .ToListAsync(cancel))
            .ToDictionary(p => p.SchoolId);
        var eachTerm = db.NewestProfileForm().Sections.Where(s => s.ConfirmedEachTerm).Select(s => s.Key).ToList();
        var staleBefore = calendar.StaleBefore(today);
        var stale = (await Of(db.ProfileSections)
                .Where(s => eachTerm.Contains(s.Key) && s.CheckedAt < staleBefore && db.Profiles.Any(p => p.Id == s.ProfileId && p.Year == today.Year))
                .Select(s => s.SchoolId)
                .ToListAsync(cancel))
            .ToHashSet();
        var profileDue = calendar.ProfileDue(today.Year);
        var successors = (await Of(db.SchoolSuccessions)
                .Where(s => !s.IsTakenBack)
                .Select(s => new { s.SchoolId, s.SuccessorId })
                .ToListAsync(cancel))
            .ToLookup(s => s.SchoolId, s => s.SuccessorId);

        var schools = await (only is null ? db.Schools : db.Schools.Where(s => only.Contains(s.Id)))
            .Select(s => new
            {
                s.Id, s.AreaId, s.DistrictId, s.Number, s.Facts.Name, s.SortName, s.SearchText, s.Facts.Type, s.Facts.Authority,
                s.Status, s.Facts.RollTotal, s.Facts.Suburb, s.Facts.City, s.Facts.Latitude, s.Facts.Longitude, s.StationId, s.ClosedOn,
            })
            .ToListAsync(cancel);
        return schools.ConvertAll(s =>
        {
            var lead = leads.GetValueOrDefault(s.Id);
            var newest = agreements[s.Id].MaxBy(a => a.Number);
            var inForce = agreements[s.Id].FirstOrDefault(a => a.IsInForce(today));
            var profile = profiles.GetValueOrDefault(s.Id);
            return new SchoolListRow
            {
                Place = new Place(s.Id, s.AreaId, s.DistrictId),
                Number = s.Number,
                Name = s.Name,
                SortName = s.SortName,
                SearchText = string.Join(' ', contacts[s.Id].Where(c => !SchoolContact.IsEmergency(c.Held.Position)).Select(c => c.SearchName).Prepend(Folded.Of(lead?.Name)).Prepend(s.SearchText)),
                Type = s.Type,
                Authority = s.Authority,
                Status = s.Status,
                Roll = s.RollTotal,
                Suburb = s.Suburb,
                City = s.City,
                Point = GeoPoint.Of(s.Latitude, s.Longitude),
                StationId = s.StationId,
                ClosedOn = s.ClosedOn,
                Successors = successors[s.Id].Any() ? [.. successors[s.Id]] : [],
                LeadOfficerId = lead?.OfficerId,
                Coverage = Coverage.On(today, duties[s.Id], contacts[s.Id].Select(c => c.Held), away.Contains, new VisitedDays(visits.TryGetValue(s.Id, out var visited) ? visited : null, termAgo)),
                LeadPoliceContact = lead?.Name,
                LeadPoliceContactTitle = lead is null ? null : $"{Words.Of(lead.Rank)}, {lead.Station}",
                Agreement = newest is null ? AgreementStanding.None : AgreementStandings.Of(newest.State, newest.EndsOn, newest.ReviewDueOn, today),
                InForce = inForce is not null,
                InForceUntil = inForce?.EndsOn,
                Profile = profile?.State ?? ProfileState.NotStarted,
                ProfileOverdue = ProfileLifecycle.IsOverdue(profile?.State ?? ProfileState.NotStarted, profileDue, today),
                ProfileConfirmed = profile?.IsConfirmed == true,
                ProfileStale = stale.Contains(s.Id),
            };
        });
    }

    private sealed record AgreementLine(Guid SchoolId, int Number, AgreementState State, DateOnly? EndsOn, DateOnly? ReviewDueOn)
    {
        public bool IsInForce(DateOnly today) => State == AgreementState.Active && (EndsOn is null || EndsOn >= today);
    }
}

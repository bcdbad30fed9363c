using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>A school as the records stood at the end of a day that is over.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">Its name then.</param>
/// <param name="Status">Its status then.</param>
/// <param name="Duties">Which officer held which duty.</param>
/// <param name="Contacts">Who held which position at the school; never emergency contacts, which are for now alone.</param>
/// <param name="InForce">The agreement that was in force.</param>
/// <param name="InTheMaking">The agreement that was being written or signed.</param>
/// <param name="Profiles">The profiles that had been opened, the newest year first.</param>
/// <param name="Changed">Facts that have changed since: what they were then and what they are now.</param>
/// <param name="Begins">The first day that the portal knows anything of the school.</param>
public sealed record PastSchool(
    DateOnly Day,
    string Name,
    SchoolStatus Status,
    IReadOnlyList<DutyLine> Duties,
    IReadOnlyList<PastContact> Contacts,
    PastAgreement? InForce,
    PastAgreement? InTheMaking,
    IReadOnlyList<(int Year, ProfileState State)> Profiles,
    IReadOnlyList<FieldInWords> Changed,
    DateOnly? Begins)
{
    private static readonly string[] Subjects = [nameof(School), nameof(Agreement), nameof(Profile), nameof(SchoolContact)];

    public static async Task<PastSchool> LoadAsync(PortalDbContext db, CurrentSchool school, DateOnly day, CancellationToken cancel)
    {
        var (id, after) = (school.Id, NewZealandTime.StartOf(day.AddDays(1)));
        var since = await db.AuditEvents.AsNoTracking()
            .Where(e => e.SchoolId == id && e.At >= after && Subjects.Contains(e.Subject))
            .OrderBy(e => e.At).ThenBy(e => e.Id)
            .ToListAsync(cancel);
        var then = new RecordsThen(since);
        var first = await db.AuditEvents.Where(e => e.SchoolId == id).MinAsync(e => (DateTime?)e.At, cancel);
        var now = await db.Schools.AsNoTracking().Where(s => s.Id == id).Select(s => new { s.Facts.Name, s.Status, s.ClosedOn }).SingleAsync(cancel);
        var duties = await db.OfficerAssignments.AsNoTracking()
            .Where(a => a.SchoolId == id && a.From <= day && (a.To == null || a.To >= day))
            .Join(db.Officers, a => a.OfficerId, o => o.Id, (a, o) => new DutyLine(a.Kind, o.Name, o.Rank, o.Station.Name, a.From, a.To, a.LeaveId != null))
            .ToListAsync(cancel);
        var contacts = await db.SchoolContacts.AsNoTracking()
            .Where(c => c.SchoolId == id && c.From <= day && (c.To == null || c.To >= day))
            .ToListAsync(cancel);
        var agreements = (await db.Agreements.AsNoTracking().Where(a => a.SchoolId == id)
                .Select(a => new { a.Id, a.Number, a.State, a.StartsOn, a.EndsOn, a.ReviewDueOn })
                .ToListAsync(cancel))
            .Where(a => then.WasThere(a.Id, nameof(Agreement.Number)))
            .Select(a => new PastAgreement(
                a.Number,
                then.Value(a.Id, nameof(Agreement.State), a.State),
                then.Day(a.Id, nameof(Agreement.StartsOn), a.StartsOn),
                then.Day(a.Id, nameof(Agreement.EndsOn), a.EndsOn),
                then.Day(a.Id, nameof(Agreement.ReviewDueOn), a.ReviewDueOn)))
            .OrderByDescending(a => a.Number)
            .ToList();
        var profiles = await db.Profiles.AsNoTracking().Where(p => p.SchoolId == id).Select(p => new { p.Id, p.Year, p.State }).ToListAsync(cancel);
        // Many profiles at once are opened without a line of history for each; none is before the December of the year before.
        var ofSchool = since.FindAll(e => e.Subject == nameof(School));
        var words = await HistoryWords.ForAsync(db, ofSchool, cancel);
        var told = ofSchool.SelectMany(line => words.Tell(line, school.May(Operation.ViewRestricted), school.IsOwn));
        return new PastSchool(
            day,
            then.Text(id, nameof(SchoolFacts.Name), now.Name) ?? now.Name,
            now.ClosedOn <= day ? now.Status : then.Value(id, nameof(School.Status), now.Status),
            [.. duties.OrderBy(d => d.Kind)],
            [
                .. contacts.Where(c => !SchoolContact.IsEmergency(c.Position))
                    .OrderBy(c => c.Position).ThenBy(c => c.SearchName, StringComparer.Ordinal)
                    .Select(c => new PastContact(c.Position, then.Text(c.Id, nameof(SchoolContact.Name), c.Name) ?? c.Name, c.From, c.To)),
            ],
            agreements.Find(a => a.State == AgreementState.Active && !(a.EndsOn < day)),
            agreements.Find(a => AgreementStandings.InTheMaking.Contains(a.State)),
            [
                .. profiles.Where(p => then.WasThere(p.Id, nameof(Profile.Year)) && p.Year <= day.AddMonths(1).Year)
                    .Select(p => (p.Year, then.Value(p.Id, nameof(Profile.State), p.State)))
                    .OrderByDescending(p => p.Year),
            ],
            [
                .. told.GroupBy(field => field.Label)
                    .Select(changes => new FieldInWords(changes.Key, changes.First().From, changes.Last().To))
                    .Where(field => field.From != field.To)
                    .OrderBy(field => field.Label, StringComparer.Ordinal),
            ],
            first is { } at ? NewZealandTime.DayOf(at) : null);
    }
}

/// <summary>Somebody of the school in one position.</summary>
public sealed record PastContact(ContactPosition Position, string Name, DateOnly From, DateOnly? To);

/// <summary>An agreement as it stood.</summary>
public sealed record PastAgreement(int Number, AgreementState State, DateOnly? StartsOn, DateOnly? EndsOn, DateOnly? ReviewDueOn);

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Contacts;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>
/// What a school's page shows, read in six queries (school with what is said of it, officers, people and their leave, agreements, profiles, latest history) when
/// something about the school has changed, and else not at all.
/// </summary>
public sealed record SchoolSheet(
    DateOnly Today,
    SchoolLine School,
    IReadOnlyList<DutyLine> Duties,
    IReadOnlyList<SchoolContact> Contacts,
    IReadOnlyList<AgreementLine> Agreements,
    IReadOnlyList<ProfileLine> Profiles,
    IReadOnlyList<HistoryLine> Latest,
    IReadOnlyList<LeaveOfContact> Leaves)
{
    private const int LatestLines = 5;

    /// <summary>The newest agreement that was not withdrawn.</summary>
    public AgreementLine? Agreement => Agreements.Count == 0 ? null : Agreements[0];

    /// <summary>The agreement in force today, which may be older than the newest.</summary>
    public AgreementLine? InForce => Agreements.FirstOrDefault(a => a.State == AgreementState.Active && !(a.EndsOn < Today));

    public ProfileLine? ThisYear => Profiles.FirstOrDefault(p => p.Year == Today.Year);

    /// <summary>When this year's profile is due, also while nobody has opened it.</summary>
    public DateOnly ProfileDue => ThisYear?.DueOn ?? new SchoolCalendar(School.TermOne(Today.Year)).ProfileDue(Today.Year);

    public DutyLine? Lead => On(AssignmentKind.LeadPoliceContact).FirstOrDefault();

    /// <summary>Who does this duty today.</summary>
    public IEnumerable<DutyLine> On(AssignmentKind kind) => Duties.Where(d => d.Kind == kind && d.From <= Today);

    /// <summary>Who is named to begin it later.</summary>
    public IEnumerable<DutyLine> Later(AssignmentKind kind) => Duties.Where(d => d.Kind == kind && d.From > Today);

    public SchoolContact? Contact(ContactPosition position) => Contacts.FirstOrDefault(c => c.Position == position && c.Covers(Today));

    /// <summary>Leave of somebody of the school, or null.</summary>
    public LeaveOfContact? LeaveOf(SchoolContact contact) => Leaves.Where(l => l.ContactId == contact.Id).MinBy(l => l.From);

    public static async Task<SchoolSheet> LoadAsync(PortalDbContext db, Guid id, DateOnly today, CancellationToken cancel)
    {
        var school = await db.Schools.AsNoTracking().Where(s => s.Id == id)
            .Select(s => new SchoolLine(
                s.Facts,
                s.Vintage,
                s.Status,
                s.ClosedOn,
                db.Districts.Where(d => d.Id == s.DistrictId).Select(d => d.Name).FirstOrDefault(),
                db.Areas.Where(a => a.Id == s.AreaId).Select(a => a.Name).FirstOrDefault(),
                db.Stations.Where(t => t.Id == s.StationId).Select(t => t.Name).FirstOrDefault(),
                s.Notes,
                db.SchoolTerms.Where(t => t.Year == today.Year && t.Number == 1).Select(t => (DateOnly?)t.Start).FirstOrDefault(),
                db.SchoolTerms.Where(t => t.Year == today.Year && t.Number == 1).Select(t => (DateOnly?)t.End).FirstOrDefault(),
                db.FactCorrections.Where(c => c.SchoolId == s.Id && c.EndedAt == null).ToList()))
            .AsSingleQuery()
            .SingleAsync(cancel);
        var duties = await db.OfficerAssignments.AsNoTracking()
            .Where(a => a.SchoolId == id && (a.To == null || (a.To >= today && a.To >= a.From)))
            .Join(db.Officers, a => a.OfficerId, o => o.Id, (a, o) => new DutyLine(a.Kind, o.Name, o.Rank, o.Station.Name, a.From, a.To, a.LeaveId != null))
            .ToListAsync(cancel);
        var people = await db.SchoolContacts.AsNoTracking().AsSingleQuery()
            .Where(c => c.SchoolId == id && (c.To == null || c.To >= today))
            .Select(c => new
            {
                Contact = c,
                Leaves = db.ContactLeaves.Where(l => l.ContactId == c.Id && l.To >= today && l.From <= l.To)
                    .Join(db.SchoolContacts, l => l.StandInId, s => s.Id, (l, s) => new LeaveOfContact(l.ContactId, s.Name, l.From, l.To)).ToList(),
            })
            .ToListAsync(cancel);
        var agreements = await db.Agreements.AsNoTracking().AsSingleQuery()
            .Where(a => a.SchoolId == id && a.State != AgreementState.Withdrawn)
            .OrderByDescending(a => a.Number)
            .Select(a => new AgreementLine(
                a.Number, a.State, a.StateSince, a.StartsOn, a.EndsOn, a.ReviewDueOn,
                a.Signatures.Where(s => s.VoidedAt == null).Select(s => new SignedLine(s.Party, s.PersonId)).ToList()))
            .ToListAsync(cancel);
        var profiles = await db.Profiles.AsNoTracking()
            .Where(p => p.SchoolId == id)
            .OrderByDescending(p => p.Year)
            .Select(p => new ProfileLine(p.Year, p.State, p.SectionsDone, p.Sections.Count, p.DueOn))
            .ToListAsync(cancel);
        var latest = await db.AuditEvents.AsNoTracking()
            .Where(e => e.SchoolId == id)
            .Select(e => new { e.At, e.Who, e.What })
            .Distinct()
            .OrderByDescending(e => e.At).ThenBy(e => e.What)
            .Take(LatestLines)
            .Select(e => new HistoryLine(e.At, e.Who, e.What))
            .ToListAsync(cancel);
        return new SchoolSheet(today, school, duties, people.ConvertAll(p => p.Contact), agreements, profiles, latest, [.. people.SelectMany(p => p.Leaves)]);
    }
}

/// <summary>The school itself, with the places it belongs to by name.</summary>
public sealed record SchoolLine(
    SchoolFacts Facts, string Vintage, SchoolStatus Status, DateOnly? ClosedOn, string? District, string? Area, string? Station, string? Notes,
    DateOnly? TermOneStart, DateOnly? TermOneEnd, IReadOnlyList<FactCorrection> Corrections)
{
    /// <summary>The facts, with what is said beside the directory.</summary>
    public SaidFacts Said { get; } = new(Facts, Corrections);

    public IEnumerable<SchoolTerm> TermOne(int year) =>
        TermOneStart is { } start && TermOneEnd is { } end ? [new SchoolTerm(year, 1, start, end)] : [];
}

/// <summary>An officer's duty that is not over.</summary>
public sealed record DutyLine(AssignmentKind Kind, string Name, Rank Rank, string Station, DateOnly From, DateOnly? To, bool IsForLeave);

public sealed record SignedLine(Role Party, Guid? PersonId);

public sealed record AgreementLine(
    int Number, AgreementState State, DateTime StateSince, DateOnly? StartsOn, DateOnly? EndsOn, DateOnly? ReviewDueOn, IReadOnlyList<SignedLine> Signed)
{
    public AgreementStanding Standing(DateOnly today) => AgreementStandings.Of(State, EndsOn, ReviewDueOn, today);

    public IEnumerable<Role> Unsigned => Domain.Agreements.Agreement.Parties.Except(Signed.Select(s => s.Party));
}

public sealed record ProfileLine(int Year, ProfileState State, int SectionsDone, int Sections, DateOnly DueOn);

public sealed record HistoryLine(DateTime At, string Who, string What);

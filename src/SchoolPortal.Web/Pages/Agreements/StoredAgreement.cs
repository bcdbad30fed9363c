using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>How agreements are read here.</summary>
internal static class StoredAgreement
{
    /// <summary>The agreement with its sections, signatures and reasons, tracked. The page has seen before that it is there.</summary>
    public static Task<Agreement> WithPartsAsync(this PortalDbContext db, Guid schoolId, int number, CancellationToken cancel) =>
        db.Agreements
            .Include(a => a.Sections)
            .Include(a => a.Signatures)
            .Include(a => a.DeviationReasons)
            .SingleAsync(a => a.SchoolId == schoolId && a.Number == number, cancel);

    /// <summary>The agreements of the school that this person may read: a specialist officer reads the one in force alone.</summary>
    public static IQueryable<Agreement> AgreementsAt(this PortalDbContext db, CurrentSchool school)
    {
        var ofSchool = db.Agreements.AsNoTracking().Where(a => a.SchoolId == school.Id);
        return school.ReadsAllAgreements() ? ofSchool : ofSchool.Where(a => a.State == AgreementState.Active);
    }

    /// <summary>The person reads drafts and past agreements too, not only the one in force.</summary>
    public static bool ReadsAllAgreements(this CurrentSchool school) => ReadsAllAgreements(school.Roles);

    /// <inheritdoc cref="ReadsAllAgreements(CurrentSchool)"/>
    public static bool ReadsAllAgreements(IReadOnlySet<Role> roles) =>
        roles.Any(role => role != Role.SpecialistOfficer && Permissions.RolesFor(Operation.ViewAgreement).Contains(role));

    /// <summary>Of a school's agreements the one that its Word file is made of: that in force, else that in the making, else the newest.</summary>
    public static NumberedAgreement? First(IEnumerable<NumberedAgreement> agreements) => agreements
        .OrderBy(a => a.State == AgreementState.Active ? 0 : AgreementStandings.InTheMaking.Contains(a.State) ? 1 : 2)
        .ThenByDescending(a => a.Number)
        .FirstOrDefault();

    /// <summary>True when the school has an agreement of this number that the person may read.</summary>
    public static Task<bool> HasAgreementAsync(this PortalDbContext db, CurrentSchool school, int number, CancellationToken cancel) =>
        db.AgreementsAt(school).AnyAsync(a => a.Number == number, cancel);

    /// <summary>What somebody is still asked to acknowledge: about agreements in force, and about how one ended; the oldest first.</summary>
    public static IQueryable<Acknowledgement> OpenAcknowledgements(this PortalDbContext db) => db.Acknowledgements.AsNoTracking()
        .Where(a => a.GivenAt == null && a.ClosedOn == null
            && (a.Kind == AcknowledgementKind.Ending || db.Agreements.Any(g => g.Id == a.AgreementId && g.State == AgreementState.Active)))
        .OrderBy(a => a.AskedOn);

    /// <summary>The school's agreement that is in force, or past its term with none in its place; null when there is none.</summary>
    public static Task<Agreement?> InForceAsync(this PortalDbContext db, Guid schoolId, CancellationToken cancel) =>
        db.Agreements.SingleOrDefaultAsync(a => a.SchoolId == schoolId && a.State == AgreementState.Active, cancel);

    /// <summary>The school terms that count for days around this one.</summary>
    public static async Task<SchoolCalendar> CalendarAsync(this PortalDbContext db, DateOnly today, CancellationToken cancel) =>
        new(await db.SchoolTerms.AsNoTracking().Where(t => t.Year >= today.Year - 1).ToListAsync(cancel));

    /// <summary>The number of the school's next agreement. Refuses while another one is in the making.</summary>
    public static async Task<int> NextAgreementNumberAsync(this PortalDbContext db, Guid schoolId, CancellationToken cancel)
    {
        var earlier = await db.Agreements.Where(a => a.SchoolId == schoolId).Select(a => new { a.Number, a.State }).ToListAsync(cancel);
        return earlier.Find(a => AgreementStandings.InTheMaking.Contains(a.State)) is { } making
            ? throw new RuleBroken("", $"Agreement {making.Number} is already in the making. Go on with it, or withdraw it first.")
            : earlier.Select(a => a.Number).DefaultIfEmpty().Max() + 1;
    }

    /// <summary>Refuses any step at a school that has closed or merged.</summary>
    public static async Task RequireOpenSchoolAsync(this PortalDbContext db, Guid schoolId, CancellationToken cancel)
    {
        var status = await db.Schools.Where(s => s.Id == schoolId).Select(s => s.Status).SingleAsync(cancel);
        if (status.IsOver())
        {
            throw new StepNotAllowed($"This school has {Words.Of(status)}, so nothing more is done with its agreements. They stay readable.");
        }
    }
}

/// <summary>Which of a school's agreements one is.</summary>
internal sealed record NumberedAgreement(Guid Id, Guid SchoolId, int Number, AgreementState State)
{
    /// <summary>Read from the records.</summary>
    public static System.Linq.Expressions.Expression<Func<Agreement, NumberedAgreement>> Of { get; } =
        a => new NumberedAgreement(a.Id, a.SchoolId, a.Number, a.State);
}

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>How agreements are read here.</summary>
internal static class StoredAgreement
{
    /// <summary>The agreement with its sections and signatures, tracked. The page has seen before that it is there.</summary>
    public static Task<Agreement> WithPartsAsync(this PortalDbContext db, Guid schoolId, int number, CancellationToken cancel) =>
        db.Agreements
            .Include(a => a.Sections)
            .Include(a => a.Signatures)
            .SingleAsync(a => a.SchoolId == schoolId && a.Number == number, cancel);

    /// <summary>The agreements of the school that this person may read: a specialist officer reads the one in force alone.</summary>
    public static IQueryable<Agreement> AgreementsAt(this PortalDbContext db, CurrentSchool school)
    {
        var ofSchool = db.Agreements.AsNoTracking().Where(a => a.SchoolId == school.Id);
        return school.Roles.Any(role => role != Role.SpecialistOfficer && Permissions.RolesFor(Operation.ViewAgreement).Contains(role))
            ? ofSchool
            : ofSchool.Where(a => a.State == AgreementState.Active);
    }

    /// <summary>True when the school has an agreement of this number that the person may read.</summary>
    public static Task<bool> HasAgreementAsync(this PortalDbContext db, CurrentSchool school, int number, CancellationToken cancel) =>
        db.AgreementsAt(school).AnyAsync(a => a.Number == number, cancel);
}

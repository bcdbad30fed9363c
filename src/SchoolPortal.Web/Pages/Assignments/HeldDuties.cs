using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>A duty of an officer who goes away, at a school where the reader assigns officers.</summary>
public sealed record DutyToHand(int Number, string School, Place Place, GeoPoint? Point, AssignmentKind Kind, DateOnly From, DateOnly? To, bool IsCover)
{
    /// <summary>What a form posts for it.</summary>
    public string Key => $"{Number}.{Kind}";
}

/// <summary>The duties that an officer holds in some days.</summary>
public static class HeldDuties
{
    /// <summary>At schools where the actor assigns officers, by name; each school and kind once.</summary>
    public static async Task<IReadOnlyList<DutyToHand>> OfAsync(PortalDbContext db, Actor actor, Guid officerId, DateOnly first, DateOnly last, CancellationToken cancel)
    {
        var duties = await (
            from duty in Between(db, officerId, first, last)
            join school in db.Schools.VisibleTo(actor, Operation.AssignOfficers) on duty.SchoolId equals school.Id
            orderby school.SortName, school.Number, duty.Kind, duty.LeaveId != null, duty.From
            select new DutyToHand(school.Number, school.Facts.Name, new Place(school.Id, school.AreaId, school.DistrictId), GeoPoint.Of(school.Facts.Latitude, school.Facts.Longitude), duty.Kind, duty.From, duty.To, duty.LeaveId != null)).ToListAsync(cancel);
        return [.. duties.DistinctBy(d => d.Key)];
    }

    /// <summary>At whatever school.</summary>
    public static IQueryable<OfficerAssignment> Between(PortalDbContext db, Guid officerId, DateOnly first, DateOnly last) => db.OfficerAssignments.AsNoTracking()
        .Where(a => a.OfficerId == officerId && a.From <= last && (a.To == null || (a.To >= first && a.To >= a.From)));
}

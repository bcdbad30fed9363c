using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.People;

/// <summary>
/// Who may see is a query: lists, single pages, files and exports all read schools through it, so that the list and the
/// door cannot disagree. What one may not see does not exist (404).
/// </summary>
public static class Visibility
{
    /// <summary>The schools at which this person holds a role that may do this.</summary>
    public static IQueryable<School> VisibleTo(this IQueryable<School> schools, Actor actor, Operation operation = Operation.ViewSchool)
    {
        var held = actor.JurisdictionFor(operation);
        if (held.Everywhere)
        {
            return schools;
        }

        var (districts, areas, own) = (held.Districts, held.Areas, held.Schools);
        return schools.Where(s =>
            own.Contains(s.Id)
            || (s.AreaId != null && areas.Contains(s.AreaId.Value))
            || (s.DistrictId != null && districts.Contains(s.DistrictId.Value)));
    }

    /// <summary>The invitations to roles at places where this person may invite or propose.</summary>
    public static IQueryable<Invitation> VisibleTo(this IQueryable<Invitation> invitations, PortalDbContext db, Actor actor)
    {
        var held = actor.JurisdictionFor(Operation.InvitePeople);
        if (held.Everywhere)
        {
            return invitations;
        }

        var (districts, own) = (held.Districts, held.Areas);
        var schools = db.Schools.VisibleTo(actor, Operation.InvitePeople).Select(s => s.Id);
        var areas = db.Areas.Where(a => own.Contains(a.Id) || districts.Contains(a.DistrictId)).Select(a => a.Id);
        return invitations.Where(i => i.PlaceId != null
            && (schools.Contains(i.PlaceId.Value) || areas.Contains(i.PlaceId.Value) || districts.Contains(i.PlaceId.Value)));
    }

    /// <summary>Everything a person may do on a day: their grants, and what their assignments as an officer give them.</summary>
    public static async Task<Actor?> ActorOf(this PortalDbContext db, Guid personId, DateOnly today, CancellationToken cancel)
    {
        var person = await db.People.AsNoTracking()
            .Where(p => p.Id == personId && p.DisabledAt == null)
            .Select(p => new { p.Name, p.Position })
            .SingleOrDefaultAsync(cancel);
        return person is null ? null : new Actor(personId, person.Name, person.Position, await db.AuthoritiesOf(personId, today, cancel));
    }

    /// <summary>The authorities a person holds on a day.</summary>
    public static async Task<IReadOnlyList<Authority>> AuthoritiesOf(this PortalDbContext db, Guid personId, DateOnly today, CancellationToken cancel)
    {
        var granted = await db.Grants.AsNoTracking()
            .Where(g => g.PersonId == personId && g.From <= today && (g.To == null || g.To >= today))
            .Select(g => new Authority(g.Role, g.Scope, g.PlaceId, g.Sections, g.ActingFor == null ? null : new Acting(g.ActingFor, g.To)))
            .ToListAsync(cancel);
        var assigned = await db.OfficerAssignments.AsNoTracking()
            .Where(a => a.From <= today && (a.To == null || a.To >= today))
            .Where(a => db.Officers.Any(o => o.Id == a.OfficerId && o.PersonId == personId))
            .Select(a => new { a.SchoolId, a.Kind, a.To, IsCover = a.LeaveId != null })
            .ToListAsync(cancel);
        var reading = await db.HandedOverBy(personId, today).Select(a => a.SchoolId).Distinct().ToListAsync(cancel);
        return
        [
            .. granted,
            .. reading.Except(assigned.Select(a => a.SchoolId)).Select(id => new Authority(Role.SpecialistOfficer, Scope.School, id)),
            .. assigned.Select(a => new Authority(
                OfficerAssignment.RoleOf(a.Kind),
                Scope.School,
                a.SchoolId,
                Acting: a.IsCover || a.Kind == AssignmentKind.ReliefLeadPoliceContact ? new Acting($"the {Words.Of(OfficerAssignment.RoleOf(a.Kind))}", a.To) : null)),
        ];
    }

    /// <summary>
    /// Duties as Lead Police Contact that a person handed to a successor in the last days: until <see cref="Duty.OverlapDays"/>
    /// are over they go on reading, as a specialist officer of the school does, so that the newcomer can ask.
    /// </summary>
    private static IQueryable<OfficerAssignment> HandedOverBy(this PortalDbContext db, Guid personId, DateOnly today)
    {
        var earliest = today.AddDays(-Duty.OverlapDays);
        return db.OfficerAssignments.AsNoTracking()
            .Where(a => a.Kind == AssignmentKind.LeadPoliceContact && a.To < today && a.To >= earliest && a.To >= a.From)
            .Where(a => db.Officers.Any(o => o.Id == a.OfficerId && o.PersonId == personId))
            .Where(a => db.OfficerAssignments.Any(b => b.SchoolId == a.SchoolId && b.Kind == a.Kind && b.OfficerId != a.OfficerId && b.From > a.To && b.From <= today && (b.To == null || b.To >= b.From)));
    }
}

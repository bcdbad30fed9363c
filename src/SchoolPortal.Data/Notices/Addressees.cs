using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Notices;

/// <summary>
/// Who is told about a school: by their account where they have one, else as one of the school's people. The address that the
/// Ministry's directory has of a school is never among them.
/// </summary>
public static class Addressees
{
    private static readonly Dictionary<ContactPosition, Role> Positions = new[] { ContactPosition.Principal, ContactPosition.LeadSchoolContact }
        .ToDictionary(position => position, position => SchoolContact.RoleOf(position)!.Value);

    /// <summary>
    /// The Lead School Contact and the principal of each of these schools, in this order, once for each address. Who is on leave
    /// is left in peace where whoever stands in can be reached.
    /// </summary>
    public static async Task<ILookup<Guid, Addressee>> OfSchoolsAsync(PortalDbContext db, IQueryable<School> schools, DateOnly today, CancellationToken cancel)
    {
        Role[] roles = [Role.Principal, Role.LeadSchoolContact];
        var accounts = await db.Grants.AsNoTracking()
            .Where(g => g.Scope == Scope.School && roles.Contains(g.Role) && g.From <= today && (g.To == null || g.To >= today))
            .Where(g => schools.Any(s => s.Id == g.PlaceId))
            .Join(db.People.Where(p => p.DisabledAt == null), g => g.PersonId, p => p.Id, (g, p) => new { SchoolId = g.PlaceId!.Value, g.Role, p.Id, p.Name, p.Email })
            .ToListAsync(cancel);
        var positions = Positions.Keys.ToList();
        var contacts = await db.SchoolContacts.AsNoTracking()
            .Where(c => positions.Contains(c.Position) && c.From <= today && (c.To == null || c.To >= today) && c.Email != null)
            .Where(c => schools.Any(s => s.Id == c.SchoolId))
            .Select(c => new { c.SchoolId, c.Position, c.Id, c.Name, Email = c.Email! })
            .ToListAsync(cancel);
        var leaves = await (
            from leave in db.ContactLeaves.AsNoTracking()
            join away in db.SchoolContacts on leave.ContactId equals away.Id
            join standIn in db.SchoolContacts on leave.StandInId equals standIn.Id
            where leave.From <= today && leave.To >= today && standIn.Email != null && schools.Any(s => s.Id == away.SchoolId)
            select new { away.SchoolId, away.Position, away.Id, away.PersonId, away.Email, StandIn = new { standIn.Id, standIn.Name, Email = standIn.Email! } }).ToListAsync(cancel);
        accounts.RemoveAll(a => leaves.Exists(l => l.SchoolId == a.SchoolId && Positions[l.Position] == a.Role && (l.PersonId == a.Id || l.Email == a.Email)));
        contacts = contacts.ConvertAll(c => leaves.Find(l => l.Id == c.Id) is { StandIn: var other } ? c with { Id = other.Id, Name = other.Name, Email = other.Email } : c);
        var reached = accounts.Select(a => (a.SchoolId, a.Role)).ToHashSet();
        return accounts.Select(a => (a.SchoolId, a.Role, To: new Addressee(a.Name, a.Email, a.Id, ContactId: null)))
            .Concat(contacts.Where(c => !reached.Contains((c.SchoolId, Positions[c.Position])))
                .Select(c => (c.SchoolId, Role: Positions[c.Position], To: new Addressee(c.Name, c.Email, PersonId: null, c.Id))))
            .OrderBy(each => each.Role)
            .DistinctBy(each => (each.SchoolId, each.To.Address.ToUpperInvariant()))
            .ToLookup(each => each.SchoolId, each => each.To);
    }

    /// <summary>The Lead Police Contact of each of these schools, and whoever stands in for them. Who is on leave is left in peace where somebody does.</summary>
    public static async Task<ILookup<Guid, Addressee>> OfPoliceAsync(PortalDbContext db, IQueryable<School> schools, DateOnly today, CancellationToken cancel)
    {
        AssignmentKind[] kinds = [AssignmentKind.LeadPoliceContact, AssignmentKind.ReliefLeadPoliceContact];
        var officers = await db.OfficerAssignments.AsNoTracking()
            .Where(a => kinds.Contains(a.Kind) && a.From <= today && (a.To == null || a.To >= today))
            .Where(a => schools.Any(s => s.Id == a.SchoolId))
            .Join(db.Officers, a => a.OfficerId, o => o.Id, (a, o) => new
            {
                a.SchoolId, o.Name, o.Email, o.PersonId, IsAway = db.OfficerLeaves.Any(l => l.OfficerId == o.Id && l.From <= today && l.To >= today),
            })
            .ToListAsync(cancel);
        return officers
            .GroupBy(o => o.SchoolId)
            .SelectMany(school => school.All(o => o.IsAway) ? school : school.Where(o => !o.IsAway))
            .ToLookup(o => o.SchoolId, o => new Addressee(o.Name, o.Email, o.PersonId, ContactId: null));
    }
}

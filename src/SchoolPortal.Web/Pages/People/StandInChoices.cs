using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.People;

/// <summary>The roles somebody may let another person stand in for, and the people of that place who may.</summary>
public sealed class StandInChoices(PortalDbContext db, TimeProvider clock)
{
    /// <summary>The roles that somebody holds in their own right and may pass on for a time.</summary>
    public static IEnumerable<Authority> OwnRoles(Actor actor) => actor.Authorities
        .Where(a => a.Acting is null && Permissions.RolesFor(Operation.NameStandIn).Contains(a.Role));

    /// <summary>What a form posts for one of them.</summary>
    public static string KeyOf(Authority authority) => $"{authority.Role}.{authority.PlaceId}";

    /// <summary>The roles as a form offers them, each with its place.</summary>
    public async Task<IReadOnlyList<FieldOption>> RolesAsync(Actor actor, CancellationToken cancel)
    {
        var own = OwnRoles(actor).ToList();
        var ids = own.Select(a => a.PlaceId).ToList();
        var places = await db.Schools.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Facts.Name })
            .Concat(db.Areas.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Name }))
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return [.. own.Select(a => new FieldOption(KeyOf(a), $"{Words.Capital(a.Role)}, {places[a.PlaceId!.Value]}"))];
    }

    /// <summary>Everybody who may stand in for one of the person’s own roles.</summary>
    public async Task<IReadOnlyList<FieldOption>> PeopleAsync(Actor actor, CancellationToken cancel)
    {
        var people = new Dictionary<Guid, FieldOption>();
        foreach (var own in OwnRoles(actor))
        {
            foreach (var person in await PeopleOf(own, actor.PersonId).ToListAsync(cancel))
            {
                people[person.Id] = new FieldOption(person.Id.ToString(), $"{person.Name}, {person.Position}");
            }
        }

        return [.. people.Values.OrderBy(p => p.Text, StringComparer.Ordinal)];
    }

    /// <summary>The people with an account who hold a role at the same school, or work in the same area.</summary>
    public IQueryable<Person> PeopleOf(Authority own, Guid except)
    {
        var today = clock.Today();
        return db.People.AsNoTracking().Where(p => p.Id != except && p.DisabledAt == null
            && (db.Grants.Any(g => g.PersonId == p.Id && g.PlaceId == own.PlaceId && g.From <= today && (g.To == null || g.To >= today))
                || db.Officers.Any(o => o.PersonId == p.Id && o.Station.AreaId == own.PlaceId && o.ActiveFrom <= today && (o.ActiveTo == null || o.ActiveTo >= today))));
    }
}

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Somebody who keeps sections of a school's profile.</summary>
public sealed record Keeper(Guid PersonId, string Name, string? Sections)
{
    public bool Keeps(string section) => Grant.SectionsIn(Sections).Contains(section, StringComparer.Ordinal);
}

/// <summary>Who keeps which section of a school's profile, and giving one to somebody.</summary>
public sealed class SectionKeepers(PortalDbContext db, TimeProvider clock, Actor actor, CurrentSchool school, RecentSignIn recent)
{
    /// <summary>Everybody who keeps sections today, by name.</summary>
    public Task<List<Keeper>> ListAsync(CancellationToken cancel) => Grants()
        .Join(db.People, grant => grant.PersonId, person => person.Id, (grant, person) => new { person.Id, person.Name, grant.Sections })
        .OrderBy(each => each.Name)
        .Select(each => new Keeper(each.Id, each.Name, each.Sections))
        .ToListAsync(cancel);

    /// <summary>Who may be asked: the school's people with an account, by a role here or by the address of a contact, who do not fill in every section anyway.</summary>
    public async Task<IReadOnlyList<FieldOption>> ChoicesAsync(string section, CancellationToken cancel)
    {
        var keepers = await ListAsync(cancel);
        var people = await People().Select(p => new { p.Id, p.Name, p.Position }).OrderBy(p => p.Name).ToListAsync(cancel);
        return
        [
            .. people.Where(person => !keepers.Exists(keeper => keeper.PersonId == person.Id && keeper.Keeps(section)))
                .Select(person => new FieldOption(person.Id.ToString(), $"{person.Name}, {person.Position}")),
        ];
    }

    /// <summary>Lets somebody keep a section. Refuses people who are not of the school, and an old sign-in without passphrase.</summary>
    public async Task GiveAsync(SectionHead head, Guid? personId, string? passphrase, CancellationToken cancel)
    {
        await recent.RequireAsync(passphrase, cancel);
        var person = await People().SingleOrDefaultAsync(p => p.Id == personId, cancel)
            ?? throw new RuleBroken("PersonId", "Choose somebody from the list");
        var grant = await Grants().SingleOrDefaultAsync(g => g.PersonId == person.Id, cancel);
        if (grant is null)
        {
            db.Grants.Add(new Grant(person.Id, Role.SchoolContributor, Scope.School, school.Id, clock.Today(), actor.PersonId, head.Section.Key));
        }
        else
        {
            grant.Keep(head.Section.Key);
        }

        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Gave {person.Name} the section {head.Section.Title} to keep"), cancel);
    }

    /// <summary>Takes a section back. Refuses when the person does not keep it, and an old sign-in without passphrase.</summary>
    public async Task TakeBackAsync(SectionHead head, Guid personId, string? passphrase, CancellationToken cancel)
    {
        await recent.RequireAsync(passphrase, cancel);
        var grant = await Grants().SingleOrDefaultAsync(g => g.PersonId == personId, cancel);
        if (grant is null || !grant.KeptSections().Contains(head.Section.Key))
        {
            throw new StepNotAllowed($"{head.Section.Title} is not kept by that person any more. Look at who keeps it now.");
        }

        grant.Release(head.Section.Key, clock.Today());
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Took the section {head.Section.Title} back"), cancel);
    }

    private IQueryable<Grant> Grants()
    {
        var today = clock.Today();
        return db.Grants.Where(g => g.Role == Role.SchoolContributor && g.PlaceId == school.Id && g.From <= today && (g.To == null || g.To >= today));
    }

    private IQueryable<Person> People()
    {
        var today = clock.Today();
        var here = db.Grants.Where(g => g.PlaceId == school.Id && g.From <= today && (g.To == null || g.To >= today));
        return db.People.AsNoTracking().Where(p => p.DisabledAt == null
            && !here.Any(g => g.PersonId == p.Id && (g.Role == Role.Principal || g.Role == Role.LeadSchoolContact))
            && (here.Any(g => g.PersonId == p.Id)
                || db.SchoolContacts.Any(c => c.SchoolId == school.Id && (c.PersonId == p.Id || c.Email == p.Email) && c.From <= today && (c.To == null || c.To >= today))));
    }
}

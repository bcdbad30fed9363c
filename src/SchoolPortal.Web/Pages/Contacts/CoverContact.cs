using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>
/// Lets somebody of the school stand in for its Lead School Contact or principal. Their account, where they have one at the
/// school, has the role for those days, so that tasks and permissions come and go by themselves.
/// </summary>
public sealed class CoverContact(PortalDbContext db, RecentSignIn recent, Actor actor, TimeProvider clock)
{
    /// <summary>Whoever holds the role in their own right, or could invite to it: nobody gives away for a time what they could not give.</summary>
    public bool MayFor(CurrentSchool school, ContactPosition position) =>
        SchoolContact.RoleOf(position) is { } role
        && ((school.Roles.Contains(role) && actor.ActingAs(role, school.Place) is null) || actor.MayInvite(role, school.Place));

    /// <summary>The leave that is under way or to come.</summary>
    public IQueryable<ContactLeave> OpenOf(Guid contactId)
    {
        var today = clock.Today();
        return db.ContactLeaves.Where(l => l.ContactId == contactId && l.To >= today && l.From <= l.To).OrderBy(l => l.From);
    }

    /// <summary>Refuses days that are past, a second leave beside one that is open, and what <see cref="ContactLeave"/> refuses.</summary>
    public async Task<ContactLeave> HandleAsync(CurrentSchool school, Guid contactId, Guid? standInId, DateOnly from, DateOnly to, string? passphrase, CancellationToken cancel)
    {
        await recent.RequireAsync(passphrase, cancel);
        var away = await ContactAsync(school, contactId, cancel);
        var standIn = await db.SchoolContacts.SingleOrDefaultAsync(c => c.SchoolId == school.Id && c.Id == standInId, cancel)
            ?? throw new RuleBroken("StandIn", "Choose who stands in");
        if (from < clock.Today())
        {
            throw new RuleBroken("From", "Enter today or a later day; nobody stood in before");
        }

        if (await OpenOf(contactId).AnyAsync(cancel))
        {
            throw new StepNotAllowed($"Leave of {away.Name} is noted already. Open this page again to change it.");
        }

        var grant = await GrantAsync(school, away, standIn, from, to, cancel);
        var leave = new ContactLeave(away, standIn, from, to, grant?.Id);
        db.ContactLeaves.Add(leave);
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Named {standIn.Name} to stand in as {Words.Of(away.Position)} from {NewZealandTime.Show(from)} to {NewZealandTime.Show(to)}"), cancel);
        return leave;
    }

    /// <summary>Cuts the leave short, makes it longer or calls it off; the stand-in's role goes with it. Refuses days that are past.</summary>
    public async Task ChangeAsync(CurrentSchool school, Guid contactId, DateOnly lastDay, string? passphrase, CancellationToken cancel)
    {
        await recent.RequireAsync(passphrase, cancel);
        var leave = await OpenOf(contactId).FirstOrDefaultAsync(cancel)
            ?? throw new StepNotAllowed("This leave is over or was called off. Open the page again.");
        var yesterday = clock.Today().AddDays(-1);
        if (lastDay < yesterday && lastDay >= leave.From)
        {
            throw new RuleBroken("To", $"Enter {NewZealandTime.Show(yesterday)} or a later day; on the days before, somebody stood in");
        }

        var grant = await db.Grants.SingleOrDefaultAsync(g => g.Id == leave.GrantId && g.To == leave.To, cancel);
        var away = await ContactAsync(school, contactId, cancel);
        leave.End(away, await ContactAsync(school, leave.StandInId, cancel), lastDay);
        grant?.End(leave.To);
        var what = lastDay < leave.From ? $"Called off the leave of {away.Name}" : $"Changed the last day of {away.Name}\u2019s leave to {NewZealandTime.Show(lastDay)}";
        await db.SaveAsync(new Change(actor, clock.UtcNow(), what), cancel);
    }

    private Task<SchoolContact> ContactAsync(CurrentSchool school, Guid id, CancellationToken cancel) =>
        db.SchoolContacts.SingleAsync(c => c.SchoolId == school.Id && c.Id == id, cancel);

    // An address alone gives nothing: the account must have a part at this school already.
    private async Task<Grant?> GrantAsync(CurrentSchool school, SchoolContact away, SchoolContact standIn, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        if (SchoolContact.RoleOf(away.Position) is not { } role || to < from)
        {
            return null;
        }

        var here = db.Grants.Where(g => g.PlaceId == school.Id && g.From <= from && (g.To == null || g.To >= from));
        var person = await db.People.AsNoTracking()
            .Where(p => p.DisabledAt == null && (p.Id == standIn.PersonId || p.Email == standIn.Email) && here.Any(g => g.PersonId == p.Id))
            .FirstOrDefaultAsync(cancel);
        if (person is null || await here.AnyAsync(g => g.PersonId == person.Id && g.Role == role && (g.To == null || g.To >= to), cancel))
        {
            return null;
        }

        var grant = new Grant(person.Id, role, Scope.School, school.Id, from, actor.PersonId, actingFor: away.Name);
        grant.End(to);
        db.Grants.Add(grant);
        return grant;
    }
}

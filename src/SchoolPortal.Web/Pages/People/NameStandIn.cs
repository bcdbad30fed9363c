using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Somebody names who stands in for them, in one of their own roles and for some days.</summary>
public sealed class NameStandIn(PortalDbContext db, StandInChoices choices, RecentSignIn recent, TimeProvider clock)
{
    /// <summary>Most days of one standing in.</summary>
    public const int MostDays = 366;

    /// <summary>Refuses days that are past or too many, somebody from elsewhere, and an old sign-in without passphrase.</summary>
    public async Task HandleAsync(Actor actor, NewStandIn entry, string? passphrase, CancellationToken cancel)
    {
        await recent.RequireAsync(passphrase, cancel);
        var own = StandInChoices.OwnRoles(actor).FirstOrDefault(a => StandInChoices.KeyOf(a) == entry.Role)
            ?? throw new RuleBroken("Role", "Choose one of your own roles; a role that you hold for somebody else is not passed on");
        if (entry.From < clock.Today())
        {
            throw new RuleBroken("From", "Enter today or a later day; nobody stood in for you before");
        }

        if (entry.To < entry.From || entry.To > entry.From.AddDays(MostDays))
        {
            throw new RuleBroken("To", $"Enter a day from {NewZealandTime.Show(entry.From)} to {NewZealandTime.Show(entry.From.AddDays(MostDays))}");
        }

        var person = await choices.PeopleOf(own, actor.PersonId).SingleOrDefaultAsync(p => p.Id == entry.PersonId, cancel)
            ?? throw new RuleBroken("PersonId", "Choose somebody from the list");
        var holds = await db.Grants.AnyAsync(
            g => g.PersonId == person.Id && g.Role == own.Role && g.PlaceId == own.PlaceId && g.From <= entry.To && (g.To == null || g.To >= entry.From),
            cancel);
        if (holds)
        {
            throw new RuleBroken("PersonId", $"{person.Name} is {Words.Of(own.Role)} there on some of these days already; choose other days or somebody else");
        }

        var grant = new Grant(person.Id, own.Role, own.Scope, own.PlaceId, entry.From, actor.PersonId, actingFor: actor.Name);
        grant.End(entry.To);
        db.Grants.Add(grant);
        var what = $"Named {person.Name} to stand in as {Words.Of(own.Role)} from {NewZealandTime.Show(entry.From)} to {NewZealandTime.Show(entry.To)}";
        await db.SaveAsync(new Change(actor, clock.UtcNow(), what), cancel);
    }

    /// <summary>Ends at once what this person named. Refuses anything else.</summary>
    public async Task EndAsync(Actor actor, Guid grantId, CancellationToken cancel)
    {
        var grant = await db.Grants.SingleOrDefaultAsync(g => g.Id == grantId && g.GrantedBy == actor.PersonId && g.ActingFor != null, cancel)
            ?? throw new StepNotAllowed("You have named nobody to stand in who is listed like this.");
        var yesterday = clock.Today().AddDays(-1);
        grant.End(grant.From > yesterday ? grant.From.AddDays(-1) : yesterday);
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Ended a standing in as {Words.Of(grant.Role)}"), cancel);
    }
}

/// <summary>Who is to stand in.</summary>
/// <param name="Role">Key of one of the actor’s own roles, see <see cref="StandInChoices.KeyOf"/>.</param>
/// <param name="PersonId">Who.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record NewStandIn(string? Role, Guid? PersonId, DateOnly From, DateOnly To);

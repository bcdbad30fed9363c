using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Gives somebody a role at a place for a time.</summary>
public sealed class GiveRole(PortalDbContext db, RolePlaces places, RecentSignIn recent, TimeProvider clock)
{
    /// <summary>Roles that are given here. An officer's duties at schools come from assignments, and there alone.</summary>
    public static IReadOnlyList<Role> Offered { get; } =
        [.. Roles.All.Where(r => r is not (Role.LeadPoliceContact or Role.SchoolCommunityOfficer))];

    /// <summary>Refuses a role held there already, a place that is none, days that are past, and an old sign-in without passphrase.</summary>
    public async Task HandleAsync(Actor actor, Guid personId, NewRole role, string? passphrase, CancellationToken cancel)
    {
        await recent.RequireAsync(passphrase, cancel);
        if (!Offered.Contains(role.Role))
        {
            throw new RuleBroken("", "Assign officers to schools under Assignments; the duty gives them this role");
        }

        if (role.From < clock.Today())
        {
            throw new RuleBroken("From", "Enter today or a later day; nobody acted in this role before");
        }

        if (role.To < role.From)
        {
            throw new RuleBroken("To", $"Enter {NewZealandTime.Show(role.From)} or a later day, or leave it empty");
        }

        if (role.ActingFor is not null && role.To is null)
        {
            throw new RuleBroken("To", "Enter the last day; standing in for somebody has an end");
        }

        if (role.Role == Role.SchoolContributor && role.Sections.Count == 0)
        {
            throw new RuleBroken("Sections", "Choose the sections of the profile that this person keeps");
        }

        var name = await db.People.Where(p => p.Id == personId).Select(p => p.Name).SingleAsync(cancel);
        var place = await places.ReadAsync(role.Role, role.SchoolNumber, role.PlaceId, cancel);
        var held = await db.Grants.AnyAsync(
            g => g.PersonId == personId && g.Role == role.Role && g.PlaceId == place.Id && (g.To == null || (g.To >= role.From && g.To >= g.From)),
            cancel);
        if (held)
        {
            throw new RuleBroken("", $"{name} is {Words.Of(role.Role)} {place.Words} already; end that role first to give it for other days");
        }

        var sections = role.Role == Role.SchoolContributor ? string.Join(' ', role.Sections) : null;
        var grant = new Grant(personId, role.Role, Grant.ScopeOf(role.Role), place.Id, role.From, actor.PersonId, sections, role.ActingFor);
        if (role.To is { } last)
        {
            grant.End(last);
        }

        db.Grants.Add(grant);
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Made {name} {Words.Of(role.Role)} {place.Words}"), cancel);
    }
}

/// <summary>A role to give.</summary>
/// <param name="Role">Which.</param>
/// <param name="SchoolNumber">For a role at one school: its number as typed.</param>
/// <param name="PlaceId">For a role of an area or district: its id.</param>
/// <param name="Sections">For a contributor: keys of the profile sections they keep.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null for no end.</param>
/// <param name="ActingFor">For whom the person stands in, or null for a role in their own right.</param>
public sealed record NewRole(Role Role, string? SchoolNumber, Guid? PlaceId, IReadOnlyList<string> Sections, DateOnly From, DateOnly? To, string? ActingFor = null);

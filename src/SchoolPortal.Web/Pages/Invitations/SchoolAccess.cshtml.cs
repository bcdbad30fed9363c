using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>Who can sign in for a school, and who is invited to.</summary>
[Requires(Operation.InvitePeople)]
public sealed class SchoolAccessModel(PortalDbContext db, CurrentSchool school, Actor actor, TimeProvider clock) : PageModel
{
    public CurrentSchool School => school;

    public DateTime Now { get; } = clock.UtcNow();

    public IReadOnlyList<AccessRow> People { get; private set; } = [];

    public IReadOnlyList<InvitationRow> Invited { get; private set; } = [];

    /// <summary>Nobody is invited to a school that has closed or merged.</summary>
    public bool IsOver { get; private set; }

    public bool MayEnd(Role role) => actor.MayInvite(role, school.Place);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        IsOver = (await db.Schools.Where(s => s.Id == school.Id).Select(s => s.Status).SingleAsync(cancel)).IsOver();
        People = await (
            from grant in db.Grants.AsNoTracking()
            join person in db.People on grant.PersonId equals person.Id
            where grant.PlaceId == school.Id && (grant.To == null || (grant.To >= today && grant.To >= grant.From))
            orderby person.SortName, grant.From
            select new AccessRow(
                person.Id, grant.Id, person.Name, person.Position, grant.Role, grant.ActingFor, grant.From, grant.To, person.DisabledAt != null,
                db.Sessions.Where(s => s.PersonId == person.Id).Max(s => (DateTime?)s.StartedAt))).ToListAsync(cancel);
        Invited = await db.Invitations.AsNoTracking()
            .Where(i => i.PlaceId == school.Id && (i.State == InvitationState.Proposed || i.State == InvitationState.Open))
            .OrderByDescending(i => i.InvitedAt)
            .Select(i => new InvitationRow(i.Id, i.Name, i.Position, i.Role, i.PlaceName, i.InvitedAt, i.InvitedByName, i.State, i.StateSince))
            .ToListAsync(cancel);
    }

    /// <summary>A role that somebody holds at the school.</summary>
    public sealed record AccessRow(
        Guid PersonId, Guid GrantId, string Name, string Position, Role Role, string? ActingFor, DateOnly From, DateOnly? To, bool IsDisabled, DateTime? LastSignIn);
}

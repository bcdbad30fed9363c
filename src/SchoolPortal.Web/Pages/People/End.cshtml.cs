using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Assignments;
using SchoolPortal.Web.Pages.Invitations;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Ends a role of somebody: an administrator any, everybody else one that they could invite to.</summary>
[Requires(Operation.ManagePeople, Operation.InvitePeople)]
public sealed class EndModel(PortalDbContext db, EndRole end, RolePlaces places, RecentSignIn recent, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public EndInput Input { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Grant { get; set; }

    public string Name { get; private set; } = "";

    public RoleRow? Role { get; private set; }

    /// <summary>Where one comes from: the person’s page, or for who may not see that, the school’s list.</summary>
    public string Back { get; private set; } = InvitationLinks.List;

    public bool AsksPassphrase => !recent.IsRecent;

    public DateOnly Yesterday => clock.Today().AddDays(-1);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Input.To = NewZealandTime.Show(clock.Today());
        await ShowAgainAsync(cancel);
        return Role is null || !await MayEndAsync(cancel) ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await MayEndAsync(cancel))
        {
            return NotFound();
        }

        await ShowAgainAsync(cancel);
        var lastDay = DutyInput.DayOf(Input.To, nameof(Input.To), clock.Today());
        await end.HandleAsync(actor, Id, Grant, lastDay, Input.Passphrase, cancel);
        TempData["Done"] = lastDay < clock.Today() ? "The role has ended" : $"The role ends after {NewZealandTime.Show(lastDay)}";
        return Redirect(Back);
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Name = await db.People.Where(p => p.Id == Id).Select(p => p.Name).SingleOrDefaultAsync(cancel) ?? "";
        Back = actor.May(Operation.ManagePeople)
            ? PeopleLinks.Person(Id)
            : await db.Grants.Where(g => g.Id == Grant).Join(db.Schools, g => g.PlaceId, s => s.Id, (g, s) => InvitationLinks.Access(s.Number)).SingleOrDefaultAsync(cancel) ?? InvitationLinks.List;
        Role = (await RoleRow.Of(db, Id).ToListAsync(cancel)).Find(r => r.Id == Grant);
    }

    private async Task<bool> MayEndAsync(CancellationToken cancel)
    {
        var grant = await db.Grants.AsNoTracking().SingleOrDefaultAsync(g => g.Id == Grant && g.PersonId == Id, cancel);
        if (grant is null || actor.May(Operation.ManagePeople))
        {
            return grant is not null;
        }

        return (await places.FindAsync(grant.Scope, grant.PlaceId, cancel)) is { } place && actor.MayInvite(grant.Role, place.Place);
    }

    public sealed class EndInput
    {
        [Required(ErrorMessage = "Enter the last day")]
        public string? To { get; set; }

        [StringLength(PassphraseRules.Longest, ErrorMessage = "Your passphrase must be 200 characters or fewer")]
        public string? Passphrase { get; set; }
    }
}

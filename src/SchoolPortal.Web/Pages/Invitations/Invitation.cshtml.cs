using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Notices;
using SchoolPortal.Web.Pages.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>One invitation: where it stands, and what may be done with it.</summary>
[Requires(Operation.InvitePeople)]
public sealed class InvitationModel(PortalDbContext db, RolePlaces places, TakeInvitationStep take, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    private const int LongestReason = 500;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Invitation Shown { get; private set; } = null!;

    public InvitationRow Row => new(Shown.Id, Shown.Name, Shown.Position, Shown.Role, Shown.PlaceName, Shown.InvitedAt, Shown.InvitedByName, Shown.State, Shown.StateSince);

    public IReadOnlyList<string> Sections { get; private set; } = [];

    public IReadOnlyList<LifecycleRow<InvitationState, InvitationStep>> Offered { get; private set; } = [];

    /// <summary>How its last e-mail fared, or null when none was written.</summary>
    public string? Mail { get; private set; }

    public DateTime Now { get; } = clock.UtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTakeAsync(InvitationStep step, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        var reason = TypedText.Clean(Reason);
        if (reason.Length > LongestReason)
        {
            throw new RuleBroken(nameof(Reason), $"Use {LongestReason} characters or fewer for the reason");
        }

        var taken = await take.HandleAsync(actor, Id, step, reason, cancel);
        TempData["Done"] = step switch
        {
            InvitationStep.Approve => $"{taken.Name} is invited",
            InvitationStep.SendAgain => $"{taken.Name} is invited once more; the link before no longer works",
            InvitationStep.Refuse => "The proposal is refused",
            _ => "The invitation is withdrawn; its link no longer works",
        };
        return RedirectToPage();
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Invitations.AsNoTracking().VisibleTo(db, actor).SingleOrDefaultAsync(i => i.Id == Id, cancel) is not { } found)
        {
            return false;
        }

        Shown = found;
        var place = (await places.FindAsync(found.Scope, found.PlaceId, cancel))!.Place;
        Offered = TakeInvitationStep.Offered(actor, found, place);
        var form = db.NewestProfileForm();
        Sections = [.. Grant.SectionsIn(found.Sections).Select(key => form.Section(key)?.Title ?? key)];
        Mail = (await db.Notices.AsNoTracking().Where(n => n.InvitationId == Id).OrderByDescending(n => n.MadeAt).Select(NoticeLine.Of(db)).FirstOrDefaultAsync(cancel)) is { } line
            ? $"{Words.Capital(line.State)}. {line.Standing(Now)}"
            : null;
        return true;
    }
}

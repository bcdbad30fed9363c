using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.People;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>Invites somebody: first to which role, then whom, where and for how long.</summary>
[Requires(Operation.InvitePeople)]
public sealed class NewModel(PortalDbContext db, InvitePerson invite, RolePlaces places, RecentSignIn recent, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public InvitationInput Input { get; set; } = new();

    /// <summary>The role, once it is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    /// <summary>The school that it began from, by its number.</summary>
    [FromQuery(Name = "school")]
    public string? School { get; set; }

    public bool AsksPassphrase => !recent.IsRecent;

    /// <summary>Everything this person may invite to or propose, anywhere.</summary>
    public IReadOnlyList<FieldOption> Offered => RoleOffer.Options(May);

    /// <summary>Somebody else has to approve it, wherever it is.</summary>
    public bool IsProposal => Role is { } role && !Inviting.DirectlyBy(Held).Contains(role);

    public RoleOffer? Offer { get; private set; }

    public string ChooseAgain => School is null ? InvitationLinks.New : $"{InvitationLinks.New}?school={Uri.EscapeDataString(School)}";

    private IEnumerable<Role> Held => actor.Authorities.Select(a => a.Role);

    private HashSet<Role> May => [.. Inviting.DirectlyBy(Held), .. Inviting.AsProposalBy(Held)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Role is { } role && !May.Contains(role))
        {
            return Redirect(ChooseAgain);
        }

        Input.From = NewZealandTime.Show(clock.Today());
        Input.SchoolNumber = School ?? await OnlySchoolAsync(cancel);
        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Role is not { } role)
        {
            return Redirect(ChooseAgain);
        }

        var (from, to) = Input.Days(clock.Today());
        var asked = new NewInvitation(
            TypedText.CleanLine(Input.Name), TypedText.CleanLine(Input.Position), TypedText.CleanLine(Input.Email), role, Input.SchoolNumber?.Trim(), Input.PlaceId, Input.Sections, from, to);
        var invitation = await invite.HandleAsync(actor, asked, Input.Passphrase, cancel);
        TempData["Done"] = invitation.State == InvitationState.Open ? $"{invitation.Name} is invited" : $"You have proposed {invitation.Name}";
        TempData["Next"] = invitation.State == InvitationState.Open
            ? "The e-mail leaves as soon as quiet hours and the mail server let it. You see here when it is accepted."
            : "Whoever decides sees it on their page Today.";
        return Redirect(InvitationLinks.Invitation(invitation.Id));
    }

    public async Task ShowAgainAsync(CancellationToken cancel) => Offer = Role is { } role
        ? new RoleOffer(role, await places.OptionsAsync(role, cancel), [.. db.NewestProfileForm().Sections.Select(s => new FieldOption(s.Key, s.Title))])
        : null;

    /// <summary>The number of the school of somebody who has one alone: what is known need not be asked.</summary>
    private async Task<string?> OnlySchoolAsync(CancellationToken cancel)
    {
        var held = actor.JurisdictionFor(Operation.InvitePeople);
        return !held.Everywhere && held.Districts.Count + held.Areas.Count == 0 && held.Schools.Count == 1
            ? await db.Schools.Where(s => held.Schools.Contains(s.Id)).Select(s => s.Number.ToString()).SingleOrDefaultAsync(cancel)
            : null;
    }

    public sealed class InvitationInput : RoleDetails
    {
        [Required(ErrorMessage = "Enter the person\u2019s name")]
        [StringLength(100, ErrorMessage = "The name must be 100 characters or fewer")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter what the person is, such as \u201cDeputy principal\u201d")]
        [StringLength(100, ErrorMessage = "The position must be 100 characters or fewer")]
        public string? Position { get; set; }

        [Required(ErrorMessage = "Enter the person\u2019s work email address")]
        [StringLength(254, ErrorMessage = "The email address must be 254 characters or fewer")]
        [RegularExpression(@"\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*", ErrorMessage = "Enter an email address such as name@school.nz")]
        public string? Email { get; set; }

        [StringLength(PassphraseRules.Longest, ErrorMessage = "Your passphrase must be 200 characters or fewer")]
        public string? Passphrase { get; set; }
    }
}

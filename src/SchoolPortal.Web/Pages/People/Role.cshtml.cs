using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Gives a role: first which, then where and for how long.</summary>
[Requires(Operation.ManagePeople)]
public sealed class RoleModel(PortalDbContext db, GiveRole give, RolePlaces places, RecentSignIn recent, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public RoleInput Input { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The role, once it is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    public string Name { get; private set; } = "";

    public bool AsksPassphrase => !recent.IsRecent;

    /// <summary>What its form offers, once the role is chosen.</summary>
    public RoleOffer? Offer { get; private set; }

    public static IReadOnlyList<FieldOption> Offered { get; } = RoleOffer.Options(GiveRole.Offered);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Input.From = NewZealandTime.Show(clock.Today());
        await ShowAgainAsync(cancel);
        return Name.Length == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Role is not { } role)
        {
            return Redirect(PeopleLinks.ChooseRole(Id));
        }

        var (from, to) = Input.Days(clock.Today());
        var asked = new NewRole(role, Input.SchoolNumber?.Trim(), Input.PlaceId, Input.Sections, from, to, string.IsNullOrWhiteSpace(Input.ActingFor) ? null : Input.ActingFor);
        await give.HandleAsync(actor, Id, asked, Input.Passphrase, cancel);
        TempData["Done"] = $"The role {Words.Of(role)} is given from {NewZealandTime.Show(from)}";
        return Redirect(PeopleLinks.Person(Id));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Name = await db.People.Where(p => p.Id == Id).Select(p => p.Name).SingleOrDefaultAsync(cancel) ?? "";
        Offer = Role is { } role
            ? new RoleOffer(role, await places.OptionsAsync(role, cancel), [.. db.NewestProfileForm().Sections.Select(s => new FieldOption(s.Key, s.Title))])
            : null;
    }

    public sealed class RoleInput : RoleDetails
    {
        [StringLength(100, ErrorMessage = "Use 100 characters or fewer for whom they stand in")]
        public string? ActingFor { get; set; }

        [StringLength(PassphraseRules.Longest, ErrorMessage = "Your passphrase must be 200 characters or fewer")]
        public string? Passphrase { get; set; }
    }
}

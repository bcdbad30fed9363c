using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Disables an account, or lets its person sign in again.</summary>
[Requires(Operation.ManagePeople)]
public sealed class AccessModel(PortalDbContext db, KeepAccount keep, RecentSignIn recent, Actor actor) : PageModel, IShowAgain
{
    [BindProperty]
    public AccessInput Input { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public bool IsDisabled { get; private set; }

    public bool AsksPassphrase => !recent.IsRecent;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        return Name.Length == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken cancel)
    {
        await keep.DisableAsync(actor, Id, TypedText.Clean(Input.Why), Input.Passphrase, cancel);
        TempData["Done"] = "The account is disabled";
        TempData["Next"] = "The person is signed out everywhere. Their duties at schools stay; hand them over if they left.";
        return Redirect(PeopleLinks.Person(Id));
    }

    public async Task<IActionResult> OnPostEnableAsync(CancellationToken cancel)
    {
        await keep.EnableAsync(actor, Id, TypedText.Clean(Input.Why), Input.Passphrase, cancel);
        TempData["Done"] = "The account is enabled";
        TempData["Next"] = "The person can sign in with the passphrase they had.";
        return Redirect(PeopleLinks.Person(Id));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var person = await db.People.AsNoTracking().Where(p => p.Id == Id).Select(p => new { p.Name, p.DisabledAt }).SingleOrDefaultAsync(cancel);
        Name = person?.Name ?? "";
        IsDisabled = person?.DisabledAt is not null;
    }

    public sealed class AccessInput
    {
        [Required(ErrorMessage = "Enter why, so that whoever asks later can know")]
        [StringLength(500, ErrorMessage = "The reason must be 500 characters or fewer")]
        public string? Why { get; set; }

        [StringLength(PassphraseRules.Longest, ErrorMessage = "Your passphrase must be 200 characters or fewer")]
        public string? Passphrase { get; set; }
    }
}

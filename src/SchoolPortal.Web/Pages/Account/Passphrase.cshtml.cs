using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Account;

[Authorize]
public sealed class PassphraseModel(ChangePassphrase change, Actor actor, Session session) : PageModel, IShowAgain
{
    [BindProperty]
    public Passphrases Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await change.HandleAsync(actor, session, Input.Current!, Input.Chosen!, cancel);
        TempData["Done"] = "Your passphrase is changed";
        TempData["Next"] = "Use it the next time you sign in. Every other device is signed out.";
        return RedirectToPage("Index");
    }

    public Task ShowAgainAsync(CancellationToken cancel) => Task.CompletedTask;

    public sealed class Passphrases
    {
        [Required(ErrorMessage = "Enter the passphrase you use now")]
        public string? Current { get; set; }

        [Required(ErrorMessage = "Enter a new passphrase")]
        public string? Chosen { get; set; }
    }
}

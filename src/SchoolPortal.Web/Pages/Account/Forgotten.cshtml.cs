using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

using SchoolPortal.Web.Mail;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Account;

/// <summary>Where somebody who lost their passphrase asks for a link to a new one.</summary>
[AllowAnonymous]
[EnableRateLimiting(PortalSecurity.SignInLimit)]
public sealed class ForgottenModel(AskNewPassphrase ask, MailSettings mail) : PageModel, IShowAgain
{
    [BindProperty]
    public ForgottenInput Input { get; set; } = new();

    /// <summary>No mail server is set up, so no link would ever come.</summary>
    public bool CannotSend => mail.Missing is not null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ask.HandleAsync(Input.Email!, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", cancel);
        TempData["Done"] = "If this address has an account, a link is on its way there";
        TempData["Next"] = "Look into your mailbox, also among what it takes for junk. The link works for one hour.";
        return Redirect("/account/sign-in");
    }

    public Task ShowAgainAsync(CancellationToken cancel) => Task.CompletedTask;

    public sealed class ForgottenInput
    {
        [Required(ErrorMessage = "Enter your email address")]
        [StringLength(254, ErrorMessage = "Your email address must be 254 characters or fewer")]
        public string? Email { get; set; }
    }
}

using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Account;

[AllowAnonymous]
[EnableRateLimiting(PortalSecurity.SignInLimit)]
public sealed class SignInModel(SignInPerson signIn, EndSessions end, KeptTyping typing) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    /// <summary>What was typed into a section before the person had to sign in again, or null.</summary>
    [BindProperty(Name = "typed")]
    public string? Typed { get; set; }

    [BindProperty]
    public Credentials Input { get; set; } = new();

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect("/today") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var device = Request.Headers.UserAgent.ToString();
        var session = await signIn.HandleAsync(
            Input.Email!, Input.Passphrase!, device, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", cancel);
        if (HttpContext.Features.Get<Session>() is { } earlier && HttpContext.Features.Get<Actor>() is { } actor)
        {
            await end.HandleAsync(actor, [earlier.Id], "Signed out by signing in again", cancel);
        }

        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SessionCookie.PrincipalOf(session));
        if (Typed is not null && !await typing.BringBackAsync(Typed, session.PersonId, cancel))
        {
            // It was somebody else's page, so nothing of it is told to this person.
            return LocalRedirect("/today");
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/today");
    }

    public Task ShowAgainAsync(CancellationToken cancel) => Task.CompletedTask;

    public sealed class Credentials
    {
        [Required(ErrorMessage = "Enter your email address")]
        [StringLength(254, ErrorMessage = "Your email address must be 254 characters or fewer")]
        public string? Email { get; set; }

        [Required(ErrorMessage = "Enter your passphrase")]
        [StringLength(PassphraseRules.Longest, ErrorMessage = "Your passphrase must be 200 characters or fewer")]
        public string? Passphrase { get; set; }
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Account;

/// <summary>
/// Where a section goes that was posted without a session: the browser sends it here once more, so that what was typed can go
/// with the sign-in form. Whoever posts has no session, hence no form token; nothing is stored before somebody has signed in.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[EnableRateLimiting(PortalSecurity.SignInLimit)]
public sealed class SignInAgainModel(KeptTyping typing) : PageModel
{
    /// <summary>Where to send such a post (307, so that its fields come along).</summary>
    public static string AddressFor(PathString path) => "/account/sign-in-again" + QueryString.Create("returnUrl", path);

    public SignInForm Form { get; private set; } = new(ReturnUrl: null, Typed: null);

    /// <summary>Nothing was sent along, so there is nothing here.</summary>
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync([FromQuery] string? returnUrl, CancellationToken cancel)
    {
        if (await typing.KeepAsync(Request, cancel) is not { } kept)
        {
            return BadRequest();
        }

        // The fields of the section must not be taken for those of the sign-in form.
        ModelState.Clear();
        Form = new SignInForm(returnUrl, kept);
        return Page();
    }
}

/// <summary>What <c>_SignInForm</c> draws.</summary>
/// <param name="ReturnUrl">Where the person wanted to go.</param>
/// <param name="Typed">What they typed there, encrypted (<see cref="KeptTyping"/>), or null.</param>
public sealed record SignInForm(string? ReturnUrl, string? Typed);

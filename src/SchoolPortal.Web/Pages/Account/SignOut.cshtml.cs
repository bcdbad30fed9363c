using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Account;

[AllowAnonymous]
public sealed class SignOutModel(EndSessions end) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (HttpContext.Features.Get<Session>() is { } session && HttpContext.Features.Get<Actor>() is { } actor)
        {
            await end.HandleAsync(actor, [session.Id], "Signed out", cancel);
            await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            Response.Headers["Clear-Site-Data"] = "\"cache\"";
        }

        return RedirectToPage();
    }
}

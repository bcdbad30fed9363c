using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Web.Pages.Contacts;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Account;

/// <summary>Corrects what one school has of the reader.</summary>
[Authorize]
public sealed class EntryModel(PortalDbContext db, OwnContacts own) : PageModel, IShowAgain
{
    [BindProperty]
    public ChangedContact Input { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>"principal of Fairburn School".</summary>
    public string What { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await own.All().AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, cancel) is not { } contact)
        {
            return NotFound();
        }

        Input = ChangedContact.Of(contact);
        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await own.All().AnyAsync(c => c.Id == Id, cancel))
        {
            return NotFound();
        }

        await own.ChangeAsync(Id, Input, Input.BasedOn, cancel);
        TempData["Done"] = "Your entry is saved and counts as confirmed today";
        return Redirect("/account/details");
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var entry = await own.All().Where(c => c.Id == Id)
            .Select(c => new { c.Position, c.Token, School = db.Schools.Where(s => s.Id == c.SchoolId).Select(s => s.Facts.Name).First() })
            .SingleOrDefaultAsync(cancel);
        if (entry is not null)
        {
            What = $"{Words.Of(entry.Position)} of {entry.School}";
            Input.SavingAgain(ModelState, entry.Token);
        }
    }
}

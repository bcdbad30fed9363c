using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>Corrects somebody's name and ways to reach.</summary>
[Requires(Operation.EditContacts)]
public sealed class ChangeModel(PortalDbContext db, CurrentSchool school, ChangeContact change, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public ChangedContact Input { get; set; } = new();

    public CurrentSchool School => school;

    /// <summary>Their position and name as recorded.</summary>
    public string Who { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid contactId, CancellationToken cancel)
    {
        if (await ContactOfPage.FindAsync(db, school, contactId, clock.Today(), cancel) is not { } contact)
        {
            return NotFound();
        }

        Who = ContactOfPage.Say(contact);
        Input = ChangedContact.Of(contact);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid contactId, CancellationToken cancel)
    {
        if (await ContactOfPage.FindAsync(db, school, contactId, clock.Today(), cancel) is null)
        {
            return NotFound();
        }

        var changed = await change.HandleAsync(school, contactId, Input, Input.BasedOn, cancel);
        TempData["Done"] = $"{changed.Name} is saved and counts as confirmed today";
        return Redirect(ContactLinks.People(school.Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        if (Guid.TryParse(RouteData.Values["contactId"]?.ToString(), out var id)
            && await ContactOfPage.FindAsync(db, school, id, clock.Today(), cancel) is { } contact)
        {
            Who = ContactOfPage.Say(contact);
            Input.SavingAgain(ModelState, contact.Token);
        }
    }
}

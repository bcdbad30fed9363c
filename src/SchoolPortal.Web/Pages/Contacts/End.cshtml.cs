using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>Ends somebody's time in a position.</summary>
[Requires(Operation.EditContacts)]
public sealed class EndModel(PortalDbContext db, CurrentSchool school, EndContact end, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public LastDay Input { get; set; } = new();

    public CurrentSchool School => school;

    /// <summary>Their position and name.</summary>
    public string Who { get; private set; } = "";

    /// <summary>Only one person holds the position, so that it becomes a gap.</summary>
    public bool LeavesGap { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid contactId, CancellationToken cancel)
    {
        Input.To = NewZealandTime.Show(clock.Today());
        return await ShowAsync(contactId, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid contactId, CancellationToken cancel)
    {
        if (!await ShowAsync(contactId, cancel))
        {
            return NotFound();
        }

        var lastDay = TypedText.Date(Input.To, clock.Today())
            ?? throw new RuleBroken(nameof(Input.To), "Enter the last day, such as 14 May 2026");
        var ended = await end.HandleAsync(school, contactId, lastDay, cancel);
        TempData["Done"] = $"{ended.Name} is {Words.Of(ended.Position)} until {NewZealandTime.Show(lastDay)}";
        if (ended.PersonId is not null)
        {
            TempData["Next"] = "Their account keeps its access. Ask an administrator to end it if they have left.";
        }

        return Redirect(ContactLinks.People(school.Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        if (Guid.TryParse(RouteData.Values["contactId"]?.ToString(), out var id))
        {
            await ShowAsync(id, cancel);
        }
    }

    private async Task<bool> ShowAsync(Guid contactId, CancellationToken cancel)
    {
        if (await ContactOfPage.FindAsync(db, school, contactId, clock.Today(), cancel) is not { } contact)
        {
            return false;
        }

        Who = ContactOfPage.Say(contact);
        LeavesGap = SchoolContact.IsSingle(contact.Position);
        return true;
    }

    public sealed class LastDay
    {
        [Required(ErrorMessage = "Enter the last day, such as 14 May 2026")]
        public string? To { get; set; }
    }
}

using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Contacts;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Account;

/// <summary>What the portal keeps of the reader, for them to correct.</summary>
[Authorize]
public sealed class DetailsModel(PortalDbContext db, OwnContacts own, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public DetailsInput Input { get; set; } = new();

    public string Email { get; private set; } = "";

    public IReadOnlyList<OwnEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Input.Name, Input.Position) = (actor.Name, actor.Position);
        await ShowAgainAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var person = await db.People.SingleAsync(p => p.Id == actor.PersonId, cancel);
        person.Change(TypedText.CleanLine(Input.Name), TypedText.CleanLine(Input.Position));
        await db.SaveAsync(new Change(actor, clock.UtcNow(), "Corrected their own details"), cancel);
        TempData["Done"] = "Your details are saved";
        return RedirectToPage();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Email = await db.People.Where(p => p.Id == actor.PersonId).Select(p => p.Email).SingleAsync(cancel);
        var entries = await (
            from contact in own.All().AsNoTracking()
            join school in db.Schools on contact.SchoolId equals school.Id
            orderby school.SortName, contact.Position
            select new { contact.Id, contact.Position, contact.Name, contact.Email, contact.Phone, contact.Mobile, School = school.Facts.Name }).ToListAsync(cancel);
        Entries = entries.ConvertAll(e => new OwnEntry(
            e.Id, e.Position, e.School, e.Name,
            string.Join(", ", new[] { e.Email, e.Phone is null ? null : PhoneText.Show(e.Phone), e.Mobile is null ? null : PhoneText.Show(e.Mobile) }.OfType<string>())));
    }

    /// <summary>An entry of the reader at a school.</summary>
    public sealed record OwnEntry(Guid Id, ContactPosition Position, string School, string Name, string Reach);

    public sealed class DetailsInput
    {
        [Required(ErrorMessage = "Enter your name")]
        [StringLength(100, ErrorMessage = "Your name must be 100 characters or fewer")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter what you are, such as \u201cDeputy principal\u201d")]
        [StringLength(100, ErrorMessage = "What you are must be 100 characters or fewer")]
        public string? Position { get; set; }
    }
}

using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Assignments;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Ends a role of somebody.</summary>
[Requires(Operation.ManagePeople)]
public sealed class EndModel(PortalDbContext db, EndRole end, RecentSignIn recent, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public EndInput Input { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Grant { get; set; }

    public string Name { get; private set; } = "";

    public RoleRow? Role { get; private set; }

    public bool AsksPassphrase => !recent.IsRecent;

    public DateOnly Yesterday => clock.Today().AddDays(-1);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Input.To = NewZealandTime.Show(clock.Today());
        await ShowAgainAsync(cancel);
        return Role is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await db.Grants.AnyAsync(g => g.Id == Grant && g.PersonId == Id, cancel))
        {
            return NotFound();
        }

        var lastDay = DutyInput.DayOf(Input.To, nameof(Input.To), clock.Today());
        await end.HandleAsync(actor, Id, Grant, lastDay, Input.Passphrase, cancel);
        TempData["Done"] = lastDay < clock.Today() ? "The role has ended" : $"The role ends after {NewZealandTime.Show(lastDay)}";
        return Redirect(PeopleLinks.Person(Id));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Name = await db.People.Where(p => p.Id == Id).Select(p => p.Name).SingleOrDefaultAsync(cancel) ?? "";
        Role = (await RoleRow.Of(db, Id).ToListAsync(cancel)).Find(r => r.Id == Grant);
    }

    public sealed class EndInput
    {
        [Required(ErrorMessage = "Enter the last day")]
        public string? To { get; set; }

        [StringLength(PassphraseRules.Longest, ErrorMessage = "Your passphrase must be 200 characters or fewer")]
        public string? Passphrase { get; set; }
    }
}

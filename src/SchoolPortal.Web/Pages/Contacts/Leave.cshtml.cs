using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Assignments;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>The Lead School Contact or the principal goes on leave and somebody of the school stands in; or that leave changes.</summary>
[Requires(Operation.EditContacts)]
public sealed class LeaveModel(PortalDbContext db, CurrentSchool school, CoverContact cover, RecentSignIn recent, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public LeaveInput Input { get; set; } = new();

    [FromRoute]
    public Guid ContactId { get; set; }

    public CurrentSchool School => school;

    public SchoolContact Contact { get; private set; } = null!;

    /// <summary>The leave that is under way or to come, with who stands in.</summary>
    public LeaveOfContact? Leave { get; private set; }

    public IReadOnlyList<FieldOption> StandIns { get; private set; } = [];

    public bool AsksPassphrase => !recent.IsRecent;

    public DateOnly Today => clock.Today();

    public string? EndHint => Leave switch
    {
        null => null,
        { From: var from } when from > Today => $"To call the leave off, enter {NewZealandTime.Show(from.AddDays(-1))}.",
        _ => "If they are back already, enter the day before they came back.",
    };

    /// <summary>Finds the contact before anything is read from the form: unknown is not found, another's position is not allowed.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var contact = await ContactOfPage.FindAsync(db, school, ContactId, Today, HttpContext.RequestAborted);
        context.Result = contact is null || SchoolContact.RoleOf(contact.Position) is null ? NotFound()
            : cover.MayFor(school, contact.Position) ? null
            : Forbid();
        if (context.Result is null)
        {
            Contact = contact!;
            await ShowAgainAsync(HttpContext.RequestAborted);
            await next();
        }
    }

    public void OnGet() => Input.To = Leave is null ? null : NewZealandTime.Show(Leave.To);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var to = DutyInput.DayOf(Input.To, nameof(Input.To), Today);
        if (Leave is { } before)
        {
            await cover.ChangeAsync(school, ContactId, to, Input.Passphrase, cancel);
            TempData["Done"] = to < before.From ? "The leave is called off" : $"The leave ends on {NewZealandTime.Show(to)}";
            TempData["Next"] = $"{before.StandIn} goes with it.";
        }
        else
        {
            var from = DutyInput.DayOf(Input.From, nameof(Input.From), Today);
            var leave = await cover.HandleAsync(school, ContactId, Input.StandIn, from, to, Input.Passphrase, cancel);
            TempData["Done"] = $"{Contact.Name} is on leave from {NewZealandTime.Show(from)} to {NewZealandTime.Show(to)}";
            TempData["Next"] = leave.GrantId is null
                ? "Whoever stands in gets the notices for those days. They get no role for those days: they cannot sign in for the school, or have the role already."
                : "Whoever stands in gets the notices, the tasks and the permissions for those days. It ends by itself.";
        }

        return Redirect(ContactLinks.People(school.Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Leave = (await LeaveOfContact.At(db, school.Id, Today).ToListAsync(cancel)).Where(l => l.ContactId == ContactId).MinBy(l => l.From);
        var people = await db.SchoolContacts.AsNoTracking()
            .Where(c => c.SchoolId == school.Id && c.From <= Today && (c.To == null || c.To >= Today) && c.SearchName != Contact.SearchName)
            .OrderBy(c => c.SearchName)
            .ToListAsync(cancel);
        // Somebody in several positions is offered once, as what comes first among them.
        StandIns = [.. people.OrderBy(c => c.Position).DistinctBy(c => c.SearchName)
            .Where(c => !SchoolContact.IsEmergency(c.Position))
            .Select(c => new FieldOption(c.Id.ToString(), ContactOfPage.Say(c)))];
    }

    public sealed class LeaveInput
    {
        public string? From { get; set; }

        public string? To { get; set; }

        public Guid? StandIn { get; set; }

        [StringLength(PassphraseRules.Longest, ErrorMessage = "Your passphrase must be 200 characters or fewer")]
        public string? Passphrase { get; set; }
    }
}

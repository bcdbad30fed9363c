using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>The school's people: who holds which position now, what is missing, who was before.</summary>
[Requires(Operation.ViewContacts)]
public sealed class IndexModel(
    PortalDbContext db, CurrentSchool school, ConfirmContacts confirm, CoverContact cover, RecordEmergencyView recordView, TimeProvider clock) : PageModel
{
    public CurrentSchool School => school;

    public bool MayEdit => school.May(Operation.EditContacts);

    public bool MaySeeEmergency => school.May(Operation.ViewEmergencyContacts);

    public IReadOnlyList<SchoolContact> Current { get; private set; } = [];

    public IReadOnlyList<SchoolContact> Later { get; private set; } = [];

    public IReadOnlyList<SchoolContact> Past { get; private set; } = [];

    public IReadOnlyList<ContactGap> Gaps { get; private set; } = [];

    /// <summary>Leave that is under way or to come.</summary>
    public IReadOnlyList<LeaveOfContact> Leaves { get; private set; } = [];

    public DateOnly Today => clock.Today();

    /// <summary>May say that this one goes on leave, and who stands in.</summary>
    public bool MayCover(SchoolContact contact) => MayEdit && cover.MayFor(school, contact.Position);

    public bool IsStale(SchoolContact contact) => contact.IsStale(clock.Today());

    public static ContactPosition PositionOf(ContactGap gap, IEnumerable<SchoolContact> current) => gap switch
    {
        ContactGap.NoPrincipal => ContactPosition.Principal,
        ContactGap.NoLeadSchoolContact => ContactPosition.LeadSchoolContact,
        _ => current.Any(c => c.Position == ContactPosition.Emergency1) ? ContactPosition.Emergency2 : ContactPosition.Emergency1,
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var contacts = await db.SchoolContacts.AsNoTracking().Where(c => c.SchoolId == school.Id).ToListAsync(cancel);
        Leaves = await LeaveOfContact.At(db, school.Id, today).ToListAsync(cancel);
        var people = new SchoolPositions(school.Id, contacts);
        Current = [.. people.On(today).Where(MaySee)];
        Later = [.. people.After(today).Where(MaySee)];
        Past = [.. people.Before(today).Where(MaySee)];
        Gaps = [.. people.Gaps(today).Where(g => g != ContactGap.FewEmergencyContacts || MaySeeEmergency)];
        if (MaySeeEmergency && Current.Any(c => SchoolContact.IsEmergency(c.Position) || c.Mobile is not null))
        {
            await recordView.HandleAsync(school, cancel);
        }
    }

    /// <summary>Confirms one contact, or all.</summary>
    public async Task<IActionResult> OnPostAsync(Guid? contact, CancellationToken cancel)
    {
        if (!MayEdit)
        {
            return Forbid();
        }

        var count = await confirm.HandleAsync(school, contact, cancel);
        TempData["Done"] = count switch
        {
            0 => "Nothing was left to confirm; somebody has done it today",
            1 => "One contact is confirmed",
            _ => $"{count} contacts are confirmed",
        };
        TempData["Next"] = "They count as right for one term. Change them here whenever somebody comes or goes.";
        return Redirect(ContactLinks.People(school.Number));
    }

    private bool MaySee(SchoolContact contact) => MaySeeEmergency || !SchoolContact.IsEmergency(contact.Position);
}

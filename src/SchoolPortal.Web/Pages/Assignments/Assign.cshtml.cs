using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Assigns one officer to one school; shows who holds which duty now and what assigning would do to it.</summary>
[Requires(Operation.AssignOfficers)]
public sealed class AssignModel(PortalDbContext db, OfficerChoices choices, AssignOfficer assign, CurrentSchool school, Actor actor, TimeProvider clock)
    : PageModel, IShowAgain
{
    [BindProperty]
    public DutyInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public AssignmentKind? Kind { get; set; }

    public CurrentSchool School => school;

    public IReadOnlyList<FieldOption> Officers { get; private set; } = [];

    public IReadOnlyList<HeldDuty> Held { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input.Kind = Kind ?? AssignmentKind.LeadPoliceContact;
        Input.From = NewZealandTime.Show(clock.Today());
        await ShowAgainAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var duty = Input.Read(clock.Today());
        await assign.HandleAsync(actor, school.Id, duty, cancel);
        var name = await db.Officers.Where(o => o.Id == duty.OfficerId).Select(o => o.Name).SingleAsync(cancel);
        TempData["Done"] = $"{name} is {Words.Of(duty.Kind)} of {school.Name} from {NewZealandTime.Show(duty.From)}";
        TempData["Next"] = "They can open the school from that day on. Their other schools stay as they are.";
        return Redirect(SchoolLinks.School(school.Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Officers = await choices.ListAsync(school.Place.DistrictId, cancel);
        Held = await HeldDuty.Of(db, school.Id, clock.Today()).ToListAsync(cancel);
    }
}

/// <summary>A duty that runs or is named to begin.</summary>
public sealed record HeldDuty(Guid Id, AssignmentKind Kind, string Name, Rank Rank, string Station, DateOnly From, DateOnly? To, string? HandoverNote)
{
    public string Officer => $"{Words.Of(Rank)} {Name}, {Station}";

    /// <summary>Duties at a school from a day on, the kinds in their order.</summary>
    public static IQueryable<HeldDuty> Of(PortalDbContext db, Guid schoolId, DateOnly day) =>
        from duty in db.OfficerAssignments.AsNoTracking()
        join officer in db.Officers on duty.OfficerId equals officer.Id
        where duty.SchoolId == schoolId && (duty.To == null || (duty.To >= day && duty.To >= duty.From))
        orderby duty.Kind, duty.From
        select new HeldDuty(duty.Id, duty.Kind, officer.Name, officer.Rank, officer.Station.Name, duty.From, duty.To, duty.HandoverNote);

    /// <summary>What the list says of it on a day.</summary>
    public string When(DateOnly today) => (From > today ? $"from {NewZealandTime.Show(From)}" : $"since {NewZealandTime.Show(From)}")
        + (To is { } last ? $" until {NewZealandTime.Show(last)}" : "");
}

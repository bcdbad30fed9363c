using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Assigns one officer to the schools ticked in the list: choose, check, then see how each school went.</summary>
[Requires(Operation.AssignOfficers)]
public sealed class BulkModel(PortalDbContext db, OfficerChoices choices, ChangeHands hands, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true, Name = "school")]
    public int[] Numbers { get; set; } = [];

    [BindProperty]
    public DutyInput Input { get; set; } = new();

    /// <summary>Names this batch, so that a second click does not assign twice.</summary>
    [BindProperty]
    public Guid Batch { get; set; }

    public IReadOnlyList<ChosenSchool> Schools { get; private set; } = [];

    public IReadOnlyList<FieldOption> Officers { get; private set; } = [];

    /// <summary>What is about to be done, once it can be checked.</summary>
    public NewDuty? ToCheck { get; private set; }

    public string OfficerName => Officers.FirstOrDefault(o => o.Value == Input.OfficerId.ToString())?.Text ?? "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Batch = Guid.CreateVersion7();
        Input.Kind = AssignmentKind.LeadPoliceContact;
        Input.From = NewZealandTime.Show(clock.Today());
        await ShowAgainAsync(cancel);
    }

    public async Task OnPostAsync(CancellationToken cancel)
    {
        var duty = Read();
        Duty.MustBeNear(nameof(duty.From), duty.From, clock.Today());
        await ShowAgainAsync(cancel);
        ToCheck = duty;
    }

    public async Task OnPostChangeAsync(CancellationToken cancel) => await ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAssignAsync(CancellationToken cancel)
    {
        var duty = Read();
        var officer = await db.Officers.Where(o => o.Id == duty.OfficerId).Select(o => o.Name).SingleOrDefaultAsync(cancel);
        var each = Numbers.Distinct().Select(number => new HandOver(number, duty.Kind, duty.OfficerId)).ToList();
        var plan = new HandsPlan(Batch, duty.From, each, done => $"Assigned {officer} as {Words.Of(duty.Kind)} to {done} of {each.Count} schools") { HandoverNote = duty.HandoverNote };
        await hands.HandleAsync(actor, plan, cancel);
        return Redirect(AssignmentLinks.Result(Batch));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Officers = await choices.ListAsync(districtId: null, cancel);
        var today = clock.Today();
        var kind = Input.Kind ?? AssignmentKind.LeadPoliceContact;
        Schools = await db.Schools.AsNoTracking().VisibleTo(actor, Operation.AssignOfficers)
            .Where(s => Numbers.Contains(s.Number))
            .OrderBy(s => s.SortName)
            .Select(s => new ChosenSchool(
                s.Number,
                s.Facts.Name,
                db.OfficerAssignments
                    .Where(a => a.SchoolId == s.Id && a.Kind == kind && a.From <= today && (a.To == null || a.To >= today))
                    .SelectMany(a => db.Officers.Where(o => o.Id == a.OfficerId).Select(o => o.Name))
                    .FirstOrDefault()))
            .ToListAsync(cancel);
    }

    private NewDuty Read()
    {
        if (Numbers.Length is 0 or > ChangeHands.Most)
        {
            throw new RuleBroken("", $"Choose between 1 and {ChangeHands.Most} schools in the list of schools; {Numbers.Length} were chosen");
        }

        return Input.Read(clock.Today());
    }

    /// <summary>A school that was ticked, and who holds the duty there now.</summary>
    public sealed record ChosenSchool(int Number, string Name, string? Holder);
}

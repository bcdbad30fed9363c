using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>
/// An officer leaves or goes on leave: first the days, then every duty of those days with who could follow, then one press for
/// all of them.
/// </summary>
[Requires(Operation.AssignOfficers)]
public sealed class AwayModel(PortalDbContext db, GoAway away, SuggestSuccessors suggest, AreaKeeping keeping, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    /// <summary>Chosen for a duty that ends, or stays uncovered, on purpose.</summary>
    public const string Nobody = "nobody";

    [BindProperty(SupportsGet = true)]
    public AwayInput Input { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    public Officer Officer { get; private set; } = null!;

    /// <summary>The officer comes back.</summary>
    public bool IsLeave => Request.Path.Value?.EndsWith("/on-leave", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The days are settled, and the duties are shown.</summary>
    public (DateOnly From, DateOnly To)? Days { get; private set; }

    /// <summary>What changes hands: of leave, the schools that the officer leads.</summary>
    public IReadOnlyList<DutyToHand> Duties { get; private set; } = [];

    /// <summary>Of leave: duties for which nobody stands in.</summary>
    public IReadOnlyList<DutyToHand> Others { get; private set; } = [];

    /// <summary>Duties at schools where the reader assigns nobody.</summary>
    public int Elsewhere { get; private set; }

    /// <summary>Roles that were given to the officer's account; leaving does not end them.</summary>
    public IReadOnlyList<string> GivenRoles { get; private set; } = [];

    public Successors Successors { get; private set; } = new([], new Dictionary<string, IReadOnlyList<FieldOption>>());

    public DateOnly Today => clock.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.Officers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == Id, cancel) is not { } officer)
        {
            return NotFound();
        }

        if (!await keeping.KeepsAsync(actor, officer.Station.AreaId, cancel))
        {
            return Forbid();
        }

        Input.Batch ??= Guid.CreateVersion7();
        var asked = Input.Asked(IsLeave);
        if (asked)
        {
            try
            {
                await CheckAsync(officer, cancel);
            }
            catch (RuleBroken rule)
            {
                ModelState.AddModelError($"Input.{rule.Field}", rule.Message);
                asked = false;
            }
        }

        await LoadAsync(officer, asked, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await db.Officers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == Id, cancel) is not { } officer)
        {
            return NotFound();
        }

        await CheckAsync(officer, cancel);
        await LoadAsync(officer, withDuties: true, cancel);
        var (from, to) = Days!.Value;
        var each = Duties.Select(duty => new HandOver(duty.Number, duty.Kind, Chosen(duty))).ToList();
        var handed = new HandedDuties(Input.Batch ?? Guid.CreateVersion7(), each, TypedText.Clean(Input.Note) is { Length: > 0 } note ? note : null);
        if (IsLeave)
        {
            await away.OnLeaveAsync(actor, Id, from, to, handed, cancel);
            TempData["Done"] = $"{officer.Name} is on leave from {NewZealandTime.Show(from)} to {NewZealandTime.Show(to)}";
            TempData["Next"] = "Whoever stands in gets the tasks, the notices and the schools for those days. It ends by itself.";
        }
        else
        {
            var left = await away.LeavesAsync(actor, Id, from, handed, cancel);
            TempData["Done"] = left == 0 ? $"{officer.Name} leaves on {NewZealandTime.Show(from)}" : $"{officer.Name} still holds {left} {(left == 1 ? "duty" : "duties")} after that day";
            TempData["Next"] = left == 0 ? "From the next day on they see the schools of their successors no more than a week longer, to read." : "Settle those, then open “Leaves” again.";
        }

        return Redirect(each.Count == 0 ? AssignmentLinks.Officer(Id) : AssignmentLinks.Result(handed.Batch));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var officer = await db.Officers.AsNoTracking().SingleAsync(o => o.Id == Id, cancel);
        await LoadAsync(officer, withDuties: Input.Asked(IsLeave) && Input.TryRead(IsLeave, Today), cancel);
    }

    /// <summary>What is chosen for a duty: by itself, else what is chosen for all.</summary>
    public string? ChoiceOf(DutyToHand duty) => Input.Choices.GetValueOrDefault(duty.Key);

    private Guid? Chosen(DutyToHand duty)
    {
        var choice = ChoiceOf(duty) is { Length: > 0 } own ? own : Input.All;
        return choice is null or "" or Nobody ? null
            : Guid.TryParse(choice, out var officer) ? officer
            : throw new RuleBroken("All", "Choose officers from the lists");
    }

    private async Task CheckAsync(Officer officer, CancellationToken cancel)
    {
        var (from, to) = Input.Read(IsLeave, Today);
        Duty.MustBeNear(IsLeave ? "From" : "Last", from, Today);
        if (IsLeave)
        {
            _ = new OfficerLeave(officer.Id, from, to);
            await GoAway.CheckLeaveAsync(db, officer, from, to, except: null, cancel);
        }
        else if (from < officer.ActiveFrom)
        {
            throw new RuleBroken("Last", $"{officer.Name} began on {NewZealandTime.Show(officer.ActiveFrom)}; enter that day or a later one");
        }
    }

    private async Task LoadAsync(Officer officer, bool withDuties, CancellationToken cancel)
    {
        Officer = officer;
        if (!withDuties)
        {
            return;
        }

        Days = Input.Read(IsLeave, Today);
        var (from, to) = IsLeave ? Days.Value : (Days.Value.From.AddDays(1), DateOnly.MaxValue);
        var held = await HeldDuties.OfAsync(db, actor, Id, from, to, cancel);
        Duties = IsLeave ? [.. held.Where(d => d.Kind == AssignmentKind.LeadPoliceContact)] : held;
        Others = [.. held.Except(Duties)];
        Elsewhere = await HeldDuties.Between(db, Id, from, to).Select(a => new { a.SchoolId, a.Kind }).Distinct().CountAsync(cancel) - held.Count;
        Successors = await suggest.HandleAsync(Id, Duties, from, IsLeave ? to : from, cancel);
        if (!IsLeave && officer.PersonId is { } person)
        {
            var after = Days.Value.From;
            GivenRoles = [.. (await db.Grants.Where(g => g.PersonId == person && (g.To == null || g.To > after)).Select(g => g.Role).Distinct().ToListAsync(cancel)).Select(role => Words.Capital(role))];
        }
    }
}

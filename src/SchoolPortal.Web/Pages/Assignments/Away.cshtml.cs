using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Today;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>
/// An officer leaves or goes on leave: first the days, then every duty of those days with who could follow, then one press for
/// all of them.
/// </summary>
[Requires(Operation.AssignOfficers)]
public sealed class AwayModel(PortalDbContext db, GoAway away, SuggestSuccessors suggest, ReadOpenTasks openTasks, AreaKeeping keeping, Actor actor, TimeProvider clock) : PageModel, IShowAgain
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

    /// <summary>What changes hands.</summary>
    public IReadOnlyList<DutyToHand> Duties { get; private set; } = [];

    /// <summary>Duties at schools where the reader assigns nobody.</summary>
    public int Elsewhere { get; private set; }

    /// <summary>Roles that were given to the officer's account; leaving does not end them.</summary>
    public IReadOnlyList<string> GivenRoles { get; private set; } = [];

    /// <summary>What waits for the officer today.</summary>
    public TasksToHand Tasks { get; private set; } = TasksToHand.None;

    /// <summary>Tasks at schools of which no duty changes hands here; they come from a role that was given to the account.</summary>
    public IEnumerable<TodayTask> OtherTasks =>
        Tasks.AtSchool.Where(school => Duties.All(duty => duty.Number != school.Key)).SelectMany(school => school);

    public Successors Successors { get; private set; } = new([], new Dictionary<string, IReadOnlyList<FieldOption>>());

    public DateOnly Today => clock.Today();

    /// <summary>Finds the officer before anything is read from the form: unknown is not found, of another area is not allowed.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = HttpContext.RequestAborted;
        var officer = await db.Officers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == Id, cancel);
        context.Result = officer is null ? NotFound()
            : await keeping.KeepsAsync(actor, officer.Station.AreaId, cancel) ? null
            : Forbid();
        if (context.Result is null)
        {
            Officer = officer!;
            await next();
        }
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Input.Batch ??= Guid.CreateVersion7();
        if (!Input.Asked(IsLeave))
        {
            return;
        }

        try
        {
            await away.CheckAsync(Officer, Input.Read(IsLeave, Today), IsLeave, cancel);
            await LoadAsync(cancel);
        }
        catch (RuleBroken rule)
        {
            ModelState.AddModelError($"Input.{rule.Field}", rule.Message);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var (from, to) = Days!.Value;
        var each = Duties.Select(duty => new HandOver(duty.Number, duty.Kind, Chosen(duty))).ToList();
        var handed = new HandedDuties(Input.Batch ?? Guid.CreateVersion7(), each, TypedText.Clean(Input.Note) is { Length: > 0 } note ? note : null);
        if (IsLeave)
        {
            await away.OnLeaveAsync(actor, Officer, from, to, handed, cancel);
            TempData["Done"] = $"{Officer.Name} is on leave from {NewZealandTime.Show(from)} to {NewZealandTime.Show(to)}";
            TempData["Next"] = each.Exists(duty => duty.OfficerId is not null)
                ? "Whoever stands in gets the tasks, the notices and the schools for those days. It ends by itself."
                : "Nobody stands in, so the tasks wait for whoever is away.";
        }
        else
        {
            var left = await away.LeavesAsync(actor, Officer, from, handed, cancel);
            TempData["Done"] = left == 0 ? $"{Officer.Name} leaves on {NewZealandTime.Show(from)}" : $"{Officer.Name} still holds {left} {(left == 1 ? "duty" : "duties")} after that day";
            TempData["Next"] = left == 0 ? "From the next day on they see the schools of their successors no more than a week longer, to read." : "Settle those, then open “Leaves” again.";
        }

        return Redirect(each.Count == 0 ? AssignmentLinks.Officer(Id) : AssignmentLinks.Result(handed.Batch));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => Input.TryRead(IsLeave, Today) ? LoadAsync(cancel) : Task.CompletedTask;

    /// <summary>What is chosen for a duty: by itself, else what is chosen for all.</summary>
    public string? ChoiceOf(DutyToHand duty) => Input.Choices.GetValueOrDefault(duty.Key);

    /// <summary>Who has the open tasks afterwards.</summary>
    public string WhoGetsTasks => Days is not { } days ? ""
        : IsLeave ? $"From {NewZealandTime.Show(days.From)} to {NewZealandTime.Show(days.To)} the open tasks of a school are on the page of the day of whoever stands in as well as of {Officer.Name}. Where nobody stands in, they wait for {Officer.Name} alone."
        : $"From {NewZealandTime.Show(days.From.AddDays(1))} on, the open tasks of a school are on the page of the day of whoever takes over. Where nobody does, they wait for the next Lead Police Contact, and the school is listed among the gaps.";

    /// <summary>What goes along with a duty; of two at one school, with the first: what waits for the school is its Lead Police Contact's.</summary>
    public IEnumerable<TodayTask> TasksOf(DutyToHand duty) =>
        Duties.First(other => other.Number == duty.Number) == duty ? Tasks.AtSchool[duty.Number] : [];

    private Guid? Chosen(DutyToHand duty)
    {
        var choice = ChoiceOf(duty) is { Length: > 0 } own ? own : Input.All;
        return choice is null or "" or Nobody ? null
            : Successors.All.Any(option => option.Value == choice) ? Guid.Parse(choice)
            : throw new RuleBroken("All", "Choose officers from the lists");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Days = Input.Read(IsLeave, Today);
        var (from, to) = IsLeave ? Days.Value : (Days.Value.From.AddDays(1), DateOnly.MaxValue);
        Duties = await HeldDuties.OfAsync(db, actor, Id, from, to, cancel);
        Elsewhere = await HeldDuties.Between(db, Id, from, to).Select(a => new { a.SchoolId, a.Kind }).Distinct().CountAsync(cancel) - Duties.Count;
        Tasks = await openTasks.HandleAsync(Officer, cancel);
        Successors = await suggest.HandleAsync(Id, Duties, from, IsLeave ? to : from, cancel);
        if (!IsLeave && Officer.PersonId is { } person)
        {
            var after = Days.Value.From;
            GivenRoles = [.. (await db.Grants.Where(g => g.PersonId == person && (g.To == null || g.To > after)).Select(g => g.Role).Distinct().ToListAsync(cancel)).Select(role => Words.Capital(role))];
        }
    }
}

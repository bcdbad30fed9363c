using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Assignments;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Who stands in for the reader, and naming somebody.</summary>
[Requires(Operation.NameStandIn)]
public sealed class StandInsModel(
    PortalDbContext db, NameStandIn stand, StandInChoices choices, RecentSignIn recent, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public StandInInput Input { get; set; } = new();

    public IReadOnlyList<StandInRow> Named { get; private set; } = [];

    public IReadOnlyList<FieldOption> Roles { get; private set; } = [];

    public IReadOnlyList<FieldOption> People { get; private set; } = [];

    public bool AsksPassphrase => !recent.IsRecent;

    public Task OnGetAsync(CancellationToken cancel)
    {
        Input.From = NewZealandTime.Show(clock.Today());
        return ShowAgainAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var entry = new NewStandIn(
            Input.Role, Input.PersonId, DutyInput.DayOf(Input.From, nameof(Input.From), today), DutyInput.DayOf(Input.To, nameof(Input.To), today));
        await stand.HandleAsync(actor, entry, Input.Passphrase, cancel);
        TempData["Done"] = $"Somebody stands in for you from {NewZealandTime.Show(entry.From)}";
        return Redirect(PeopleLinks.StandIns);
    }

    // Ending asks for nothing of the form beside it.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod?.Name == "End")
        {
            ModelState.Clear();
        }
    }

    public async Task<IActionResult> OnPostEndAsync([FromForm] Guid ends, CancellationToken cancel)
    {
        await stand.EndAsync(actor, ends, cancel);
        TempData["Done"] = "They do not stand in for you any more";
        return Redirect(PeopleLinks.StandIns);
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        Named = await db.Grants.AsNoTracking()
            .Where(g => g.GrantedBy == actor.PersonId && g.ActingFor != null && g.To >= today && g.To >= g.From)
            .Join(db.People, g => g.PersonId, p => p.Id, (g, p) => new StandInRow(g.Id, p.Name, g.Role, g.From, g.To))
            .ToListAsync(cancel);
        Roles = await choices.RolesAsync(actor, cancel);
        People = await choices.PeopleAsync(actor, cancel);
    }

    /// <summary>Somebody who stands in for the reader.</summary>
    public sealed record StandInRow(Guid Id, string Name, Role Role, DateOnly From, DateOnly? To);

    public sealed class StandInInput
    {
        [Required(ErrorMessage = "Choose one of your roles")]
        public string? Role { get; set; }

        [Required(ErrorMessage = "Choose who stands in for you")]
        public Guid? PersonId { get; set; }

        [Required(ErrorMessage = "Enter the first day")]
        public string? From { get; set; }

        [Required(ErrorMessage = "Enter the last day")]
        public string? To { get; set; }

        [StringLength(PassphraseRules.Longest, ErrorMessage = "Your passphrase must be 200 characters or fewer")]
        public string? Passphrase { get; set; }
    }
}

using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Ends one officer's duty at a school.</summary>
[Requires(Operation.AssignOfficers)]
public sealed class EndModel(PortalDbContext db, EndAssignment end, CurrentSchool school, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public EndInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "duty")]
    public Guid DutyId { get; set; }

    public CurrentSchool School => school;

    public HeldDuty? Duty { get; private set; }

    public DateOnly Today => clock.Today();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        return Duty is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Duty is not { } duty)
        {
            return NotFound();
        }

        var lastDay = DutyInput.DayOf(Input.To, nameof(Input.To), Today);
        var gap = await end.HandleAsync(actor, school.Id, DutyId, lastDay, Input.Why, cancel);
        TempData["Done"] = $"The duty of {duty.Name} at {school.Name} ends on {NewZealandTime.Show(lastDay)}";
        TempData["Next"] = gap is { } day
            ? $"From {NewZealandTime.Show(day)} this school has no {Words.Of(duty.Kind)}. Assign somebody to close the gap."
            : "Somebody is named to follow the next day.";
        return Redirect(SchoolLinks.School(school.Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var earliest = Today.AddDays(-Domain.Contacts.Duty.DaysToCorrect);
        Duty = (await HeldDuty.Of(db, school.Id, earliest).ToListAsync(cancel)).Find(d => d.Id == DutyId);
    }

    public sealed class EndInput
    {
        [Required(ErrorMessage = "Enter the last day")]
        public string? To { get; set; }

        [StringLength(500, ErrorMessage = "The reason must be 500 characters or fewer")]
        public string? Why { get; set; }
    }
}

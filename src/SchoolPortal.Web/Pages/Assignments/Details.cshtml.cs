using System.ComponentModel.DataAnnotations;

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

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Adds an officer to the register, or corrects one.</summary>
[Requires(Operation.AssignOfficers)]
public sealed class DetailsModel(PortalDbContext db, SaveOfficer save, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public OfficerInput Input { get; set; } = new();

    /// <summary>The officer to correct; null adds one.</summary>
    [FromRoute]
    public Guid? Id { get; set; }

    public IReadOnlyList<FieldOption> Stations { get; private set; } = [];

    public static IReadOnlyList<FieldOption> Ranks { get; } =
        [.. Enum.GetValues<Rank>().Select(r => new FieldOption(r.ToString(), Words.Capital(r)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Id is null)
        {
            Input.ActiveFrom = NewZealandTime.Show(clock.Today());
        }
        else if (await db.Officers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == Id, cancel) is { } officer)
        {
            Input = OfficerInput.Of(officer);
        }
        else
        {
            return NotFound();
        }

        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var id = await save.HandleAsync(actor, Id, Input.Read(clock.Today()), cancel);
        TempData["Done"] = Id is null ? "The officer is in the register" : "The details are changed";
        TempData["Next"] = Id is null ? "Assign them to schools: open a school, or tick several in the list of schools." : null;
        return Redirect(AssignmentLinks.Officer(id));
    }

    public async Task ShowAgainAsync(CancellationToken cancel) => Stations = await StationChoices.AllAsync(db, cancel);

    public sealed class OfficerInput
    {
        [Required(ErrorMessage = "Enter the officer\u2019s name")]
        [StringLength(100, ErrorMessage = "The name must be 100 characters or fewer")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Choose a rank")]
        public Rank? Rank { get; set; }

        [Required(ErrorMessage = "Choose the officer\u2019s station")]
        public Guid? StationId { get; set; }

        [Required(ErrorMessage = "Enter the officer\u2019s work email address")]
        [StringLength(254, ErrorMessage = "The email address must be 254 characters or fewer")]
        public string? Email { get; set; }

        [StringLength(40, ErrorMessage = "The phone number must be 40 characters or fewer")]
        public string? Phone { get; set; }

        [Required(ErrorMessage = "Enter the officer\u2019s first day with schools")]
        public string? ActiveFrom { get; set; }

        public string? ActiveTo { get; set; }

        public static OfficerInput Of(Officer officer) => new()
        {
            Name = officer.Name,
            Rank = officer.Rank,
            StationId = officer.StationId,
            Email = officer.Email,
            Phone = officer.Phone is { } phone ? PhoneText.Show(phone) : null,
            ActiveFrom = NewZealandTime.Show(officer.ActiveFrom),
            ActiveTo = officer.ActiveTo is { } last ? NewZealandTime.Show(last) : null,
        };

        public OfficerDetails Read(DateOnly today) => new(
            TypedText.CleanLine(Name),
            Rank!.Value,
            StationId!.Value,
            TypedText.CleanLine(Email),
            ContactDetails.ReadPhone(nameof(Phone), Phone),
            DutyInput.DayOf(ActiveFrom, nameof(ActiveFrom), today),
            string.IsNullOrWhiteSpace(ActiveTo) ? null : DutyInput.DayOf(ActiveTo, nameof(ActiveTo), today));
    }
}

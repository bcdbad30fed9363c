using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>Names somebody for a position.</summary>
[Requires(Operation.EditContacts)]
public sealed class NameModel(CurrentSchool school, NameContact name, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public NewContact Input { get; set; } = new();

    public CurrentSchool School => school;

    public IEnumerable<FieldOption> Positions => Enum.GetValues<ContactPosition>()
        .Where(p => school.May(Operation.ViewEmergencyContacts) || !SchoolContact.IsEmergency(p))
        .Select(p => new FieldOption(p.ToString(), Words.Capital(p)));

    public void OnGet(ContactPosition? position)
    {
        Input.Position = position;
        Input.From = NewZealandTime.Show(clock.Today());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var position = Input.Position!.Value;
        if (!Positions.Any(p => p.Value == position.ToString()))
        {
            throw new RuleBroken(nameof(Input.Position), "Choose a position from the list");
        }

        var from = TypedText.Date(Input.From, clock.Today())
            ?? throw new RuleBroken(nameof(Input.From), "Enter the first day, such as 14 May 2026");
        var named = await name.HandleAsync(school, position, Input, from, cancel);
        TempData["Done"] = $"{named.Name} is named as {Words.Of(position)} from {NewZealandTime.Show(from)}";
        if (position is ContactPosition.Principal or ContactPosition.LeadSchoolContact or ContactPosition.PresidingMember)
        {
            TempData["Next"] = "To sign in, they need an account: invite them under \u201cWho can sign in for the school\u201d.";
        }

        return Redirect(ContactLinks.People(school.Number));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => Task.CompletedTask;

    public sealed class NewContact : ContactDetails
    {
        [Required(ErrorMessage = "Choose a position")]
        public ContactPosition? Position { get; set; }

        [Required(ErrorMessage = "Enter the first day, such as 14 May 2026")]
        public string? From { get; set; }
    }
}

using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Makes an account; its passphrase is shown once, on the next page.</summary>
[Requires(Operation.ManagePeople)]
public sealed class AddModel(AddPerson add, Actor actor) : PageModel, IShowAgain
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (id, passphrase) = await add.HandleAsync(
            actor, TypedText.CleanLine(Input.Name), TypedText.CleanLine(Input.Position), TypedText.CleanLine(Input.Email), cancel);
        TempData["Done"] = "The account is made";
        TempData["Next"] = "Give the person their passphrase, then a role: without one they see nothing.";
        TempData[PersonModel.PassphraseOnce] = passphrase;
        return Redirect(PeopleLinks.Person(id));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => Task.CompletedTask;

    public sealed class PersonInput
    {
        [Required(ErrorMessage = "Enter the person\u2019s name")]
        [StringLength(100, ErrorMessage = "The name must be 100 characters or fewer")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter what the person is, such as \u201cDeputy principal\u201d")]
        [StringLength(100, ErrorMessage = "The position must be 100 characters or fewer")]
        public string? Position { get; set; }

        [Required(ErrorMessage = "Enter the person\u2019s work email address")]
        [StringLength(254, ErrorMessage = "The email address must be 254 characters or fewer")]
        [RegularExpression(@"\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*", ErrorMessage = "Enter an email address such as name@school.nz")]
        public string? Email { get; set; }
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>What the school and Police say about one section.</summary>
[Requires(Operation.ViewProfile)]
public sealed class CommentsModel(
    PortalDbContext db, TimeProvider clock, Actor actor, CurrentSchool school, SectionComments comments, ProfileViews views) : PageModel, IShowAgain
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string SectionKey { get; set; } = "";

    [BindProperty]
    public CommentInput Input { get; set; } = new();

    /// <summary>A comment that was warned about: sent again unchanged, it is meant.</summary>
    [BindProperty]
    public string? LookedAgain { get; set; }

    public CurrentSchool School => school;

    public SectionHead Head { get; private set; } = null!;

    public IReadOnlyList<CommentLine> Comments { get; private set; } = [];

    /// <summary>What in the comment could point to a student.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        await views.RecordAsync(school, Head.Profile.Id, Year, [Head.Section], cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        Warnings = Input.Comment == LookedAgain ? [] : FreeTextGuard.Warnings(Input.Comment ?? "", clock.Today());
        if (Warnings.Count > 0)
        {
            foreach (var warning in Warnings)
            {
                ModelState.AddModelError("Input.Comment", warning);
            }

            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await comments.AddAsync(school, Head, Input.Comment, cancel);
        TempData["Done"] = "Your comment is added";
        TempData["Next"] = "It is counted in the list of sections, where the other side sees it.";
        return Redirect(ProfileLinks.Comments(school.Number, Year, SectionKey));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await SectionHead.LoadAsync(db, school, new ProfileAccess(actor, school.Place), Year, SectionKey, cancel) is not { } head)
        {
            return false;
        }

        Head = head;
        Comments = await comments.ListAsync(head.Profile.Id, SectionKey, cancel);
        return true;
    }

    public sealed class CommentInput
    {
        public string? Comment { get; set; }
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Every text that a section has had, what changed with each, and the button that brings one back.</summary>
[Requires(Operation.ViewProfile)]
public sealed class VersionsModel(
    PortalDbContext db, Actor actor, CurrentSchool school, SectionVersions versions, SaveProfileSection save, ProfileViews views) : PageModel, IShowAgain
{
    private readonly ProfileAccess access = new(actor, school.Place);

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string SectionKey { get; set; } = "";

    /// <summary>The section's token when the page was opened.</summary>
    [BindProperty]
    public string? Token { get; set; }

    /// <summary>The version to restore.</summary>
    [BindProperty]
    public Guid Version { get; set; }

    public CurrentSchool School => school;

    public SectionHead Head { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SectionVersion> Versions { get; private set; } = [];

    public bool MayRestore => access.MayEdit(Head.Section) && Head.Profile.IsOpen;

    public AnswerChanges ChangesOf(SectionVersion version) => versions.Changes(Head.Profile, version);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        await views.RecordAsync(school, Head.Profile.Id, Year, [Head.Section], cancel);
        return Page();
    }

    /// <summary>Saves an earlier text anew, unless the section was changed since the page was opened.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!access.MayEdit(Head.Section))
        {
            return Forbid();
        }

        var version = Versions.FirstOrDefault(each => each.Id == Version)
            ?? throw new RuleBroken("", "Choose one of the texts on this page to restore");
        var entry = new SectionEntry(Head.Saved.Answers().WithSection(Head.Section, version.Answers), version.IsNothing);
        await save.HandleAsync(school, Year, SectionKey, entry, PostedToken.Read(Token), cancel, $"Restored the text: {version.Name}");
        TempData["Done"] = $"{Head.Section.Title} says again what it said: {version.Name}";
        return Redirect(ProfileLinks.Section(school.Number, Year, SectionKey));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await SectionHead.LoadAsync(db, school, access, Year, SectionKey, cancel) is not { } head)
        {
            return false;
        }

        Head = head;
        Versions = await versions.HandleAsync(head.Profile, [head.Section], since: null, cancel);
        return true;
    }
}

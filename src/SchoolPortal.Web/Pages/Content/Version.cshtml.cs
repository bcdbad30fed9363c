using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Public;
using SchoolPortal.Web.Pages.Public;
using SchoolPortal.Web.Pages.Shared;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Content;

/// <summary>One version of a content page: a draft is written, looked at and published here; others are read and compared.</summary>
[Requires(Operation.EditContent)]
public sealed class VersionModel(PortalDbContext db, PublishedContent content, WriteContent write, PublishContent publish, PortalFacts facts, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    /// <summary>Choice of what was typed where two people changed a draft.</summary>
    public const string Mine = "mine";

    private const string Theirs = "theirs";

    /// <summary>The two choices.</summary>
    public static IReadOnlyList<FieldOption> Sides { get; } = [new(Theirs, "Keep what is saved"), new(Mine, "Keep what I typed")];

    [FromRoute]
    public Guid Id { get; set; }

    public DateOnly Today { get; } = clock.Today();

    public VersionLine Line { get; private set; } = null!;

    public string PageKey { get; private set; } = "";

    /// <summary>What is saved of it.</summary>
    public ContentWords Saved { get; private set; } = null!;

    /// <summary>Token of what is saved.</summary>
    public Guid Token { get; private set; }

    public IHtmlContent Html { get; private set; } = HtmlString.Empty;

    public int Ease { get; private set; }

    /// <summary>Number of the version that everybody sees.</summary>
    public int ShownNumber { get; private set; }

    /// <summary>What it is compared with.</summary>
    public string EarlierName { get; private set; } = "";

    public IReadOnlyList<WordingChange> Changes { get; private set; } = [];

    /// <summary>Parts that somebody else saved otherwise than they were typed here.</summary>
    public IReadOnlyList<ContentConflict> Conflicts { get; private set; } = [];

    [BindProperty]
    public TypedContent Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await db.ContentVersions.AnyAsync(v => v.Id == Id, cancel))
        {
            return NotFound();
        }

        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await write.HandleAsync(actor, Id, Input.Token, kept => Input.Words(kept, Today, KeepsTheirs), cancel) is { } other)
        {
            await ShowAgainAsync(cancel);
            Conflicts = ContentConflict.Between(other.Words, Input.Words(other.Words, Today, KeepsTheirs));
            ModelState.AddModelError("", $"{other.WrittenBy} saved this draft after you opened it. Choose below what to keep.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        TempData["Done"] = "The draft is saved";
        TempData["Next"] = "Look at the preview and at what differs, then publish it from a day on.";
        return Redirect($"{ContentLinks.Version(Id)}#preview");
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancel)
    {
        await publish.HandleAsync(actor, Id, Input.Days(Today), Input.Note ?? "", cancel);
        TempData["Done"] = $"Version {await NumberAsync(cancel)} is published";
        return Redirect(await VersionsAsync(cancel));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        await publish.WithdrawAsync(actor, Id, cancel);
        TempData["Done"] = $"Version {await NumberAsync(cancel)} is withdrawn";
        return Redirect(await VersionsAsync(cancel));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var version = await db.ContentVersions.AsNoTracking().SingleAsync(v => v.Id == Id, cancel);
        (PageKey, Saved, Token) = (version.PageKey, version.Words, version.Token);
        Line = await db.ContentVersions.Where(v => v.Id == Id).Select(VersionLine.Of).SingleAsync(cancel);
        Input.Fill(Saved);
        Html = ContentHtml.Of(PageKey, FilledBlanks.In(Saved.Text, facts));
        Ease = ReadingEase.Of(ContentMarkdown.Sentences(Saved.Text));
        ShownNumber = (await content.FindAsync(db, PageKey, cancel))!.Number;
        var earlier = await db.ContentVersions.AsNoTracking()
            .Where(v => v.PageKey == PageKey && v.State == ContentState.Published && v.Number < version.Number)
            .OrderByDescending(v => v.Number)
            .FirstOrDefaultAsync(cancel);
        EarlierName = VersionLine.NameOf(earlier?.Number ?? 0);
        Changes = [.. ContentConflict.Between(earlier?.Words ?? ShippedContent.Find(PageKey)!.Words, Saved).Select(part => new WordingChange(part.Label, [part.Saved], [part.Typed]))];
    }

    private bool KeepsTheirs(string part) => Request.Form[ContentConflict.ChoiceNameOf(part)] == Theirs;

    private Task<int> NumberAsync(CancellationToken cancel) => db.ContentVersions.Where(v => v.Id == Id).Select(v => v.Number).SingleAsync(cancel);

    private async Task<string> VersionsAsync(CancellationToken cancel) =>
        ContentLinks.Versions(await db.ContentVersions.Where(v => v.Id == Id).Select(v => v.PageKey).SingleAsync(cancel));
}

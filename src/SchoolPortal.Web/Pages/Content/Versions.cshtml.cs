using System.Globalization;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Public;
using SchoolPortal.Web.Pages.Public;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Content;

/// <summary>One content page: its versions, the way to a new one, and the word that it was read again and is right.</summary>
[Requires(Operation.EditContent)]
public sealed class VersionsModel(PortalDbContext db, PublishedContent content, BeginContent begin, ConfirmContent confirm, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    /// <summary>Key of the page.</summary>
    [BindProperty(SupportsGet = true, Name = ContentLinks.Key)]
    public string Key { get; set; } = "";

    public DateOnly Today { get; } = clock.Today();

    /// <summary>The page as everybody sees it.</summary>
    public PublishedPage Shown { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public bool HasDraft => Versions.Any(version => version.State == ContentState.Draft);

    /// <summary>The texts that a draft can begin with.</summary>
    public IReadOnlyList<FieldOption> Choices =>
        [.. Versions.Where(version => version.State == ContentState.Published).Select(version => version.Number).Append(0).Select(Choice)];

    public string FirstChoice => Shown.Number.ToString(CultureInfo.InvariantCulture);

    [BindProperty]
    public Confirmation Input { get; set; } = new();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await content.FindAsync(db, Key, HttpContext.RequestAborted) is not { } page)
        {
            context.Result = NotFound();
            return;
        }

        Shown = page;
        await next();
    }

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostBeginAsync([FromForm] int from, CancellationToken cancel) =>
        Redirect(ContentLinks.Version(await begin.HandleAsync(actor, Key, from, cancel)));

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel)
    {
        var day = TypedText.Date(Input.ReviewOn, Today) ?? throw new RuleBroken(nameof(Input.ReviewOn), "Enter a day like 14/5/2027, by which it is to be read again");
        await confirm.HandleAsync(actor, Shown, day, cancel);
        TempData["Done"] = $"{Shown.Words.Title} is to be read again by {NewZealandTime.Show(day)}";
        return Redirect(ContentLinks.List);
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Shown = (await content.FindAsync(db, Key, cancel))!;
        Versions = await db.ContentVersions.AsNoTracking().Where(v => v.PageKey == Key).OrderByDescending(v => v.Number).Select(VersionLine.Of).ToListAsync(cancel);
    }

    private FieldOption Choice(int number) =>
        new(number.ToString(CultureInfo.InvariantCulture), number == Shown.Number ? $"{VersionLine.NameOf(number)}, which is shown" : VersionLine.NameOf(number));

    public sealed class Confirmation
    {
        public string? ReviewOn { get; set; }
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>One section: filled in by who keeps it while the profile is open, read by the others who may.</summary>
[Requires(Operation.ViewProfile)]
public sealed class SectionModel(
    PortalDbContext db, TimeProvider clock, Actor actor, CurrentSchool school, SaveProfileSection save,
    ProfileViews views, SectionDrafts drafts, SectionComments comments, SectionCompany company) : PageModel, IShowAgain
{
    private readonly ProfileAccess access = new(actor, school.Place);

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string SectionKey { get; set; } = "";

    public CurrentSchool School => school;

    public DateOnly Today { get; } = clock.Today();

    public SectionView View { get; private set; } = null!;

    /// <summary>The stored answers as they are told to who only reads.</summary>
    public Answers Shown => access.Shown(View.Profile.Form, View.Stored);

    /// <summary>The fields, or null when the section is only to be read.</summary>
    public SectionForm? Fields { get; private set; }

    /// <summary>What was posted, or typed before and not saved; null on a page just opened.</summary>
    public SectionPost? Posted { get; private set; }

    /// <summary>Who else keeps it or is typing in it.</summary>
    public Company Others { get; private set; } = null!;

    /// <summary>What the school and Police said about it.</summary>
    public IReadOnlyList<CommentLine> Comments { get; private set; } = [];

    /// <summary>Answers and typed texts that no question asks for any more.</summary>
    public IReadOnlyList<EarlierAnswer> Beside { get; private set; } = [];

    /// <summary>The form as it was opened, or null when it was posted or is only to be read.</summary>
    public OpenedSection? Opened { get; private set; }

    /// <summary>What <c>_SectionPost</c> draws.</summary>
    public SectionEditing Editing => new(Fields!, View.Saved, Posted, Opened?.Slip ?? drafts.SlipFor(actor, View.Saved, Request.Form));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } refused)
        {
            return refused;
        }

        if (access.MayEdit(View.Section) && View.Profile.IsOpen)
        {
            Opened = await drafts.OpenAsync(actor, View.Saved, Read, cancel);
            Posted = Opened.Typed;
            Fields = Posted is null ? View.ToForm(Today) : View.WithSurroundings(Posted.Fields);
        }

        await views.RecordAsync(school, View.Profile.Id, Year, [View.Section], cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } refused)
        {
            return refused;
        }

        if (!access.MayEdit(View.Section))
        {
            return Forbid();
        }

        var post = ShowPosted();
        if (post.AsksForRows)
        {
            return Page();
        }

        if (Beside.Count > View.Earlier.Count)
        {
            ModelState.AddModelError("", "The questions changed while you typed. What you typed for those that are no longer asked stands under the earlier answers: take over what still holds, then save.");
        }

        ModelState.AddProblems([.. post.Problems(), .. OnePress.Problems(post, View)]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var entry = new SectionEntry(post.Answers(), post.Deed == OnePress.Nothing);
        var open = await save.HandleAsync(school, Year, SectionKey, entry, post.BasedOn, cancel);
        var saved = SectionSaved.Of(school.Number, View, entry, open, access, post.Deed == SectionPost.Later, Today);
        await drafts.ClearAsync(Request.Form, cancel);
        TempData["Done"] = $"{View.Section.Title} is saved";
        TempData["Next"] = saved.Next;
        return Redirect(saved.Address);
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        ShowPosted();
    }

    /// <summary>Loads what the page shows; says what to answer instead when it is not there or not for this person.</summary>
    private async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        var found = await SectionView.LoadAsync(db, school, access, Year, SectionKey, Today, cancel);
        if (found is null || !access.MayRead(found.Section))
        {
            return found is null ? NotFound() : Forbid();
        }

        View = found;
        Beside = View.Earlier;
        Others = (await company.AtAsync(found.Profile.Id, cancel))[SectionKey];
        Comments = await comments.ListAsync(found.Profile.Id, SectionKey, cancel);
        return null;
    }

    /// <summary>Shows what was posted as it was typed, beside what somebody saved meanwhile.</summary>
    private SectionPost ShowPosted()
    {
        Posted = Read(Request.Form);
        Beside = [.. View.Earlier, .. View.TypedForGone(Request.Form)];
        Fields = View.WithSurroundings(Posted.Fields);
        return Posted;
    }

    private SectionPost Read(IFormCollection form) => new(form, View.Section, View.Saved, View.People, Today);
}

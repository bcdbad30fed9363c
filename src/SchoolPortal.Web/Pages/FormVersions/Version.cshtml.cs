using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.FormVersions;

/// <summary>One version of the questions: what differs, what it does to the profiles in the making, and the way to publish it or take it back.</summary>
[Requires(Operation.ManageTemplates)]
public sealed class VersionModel(PortalDbContext db, PublishForm publish, Actor actor) : PageModel, IShowAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    public FormVersionLine Line { get; private set; } = null!;

    /// <summary>The version that is asked.</summary>
    public int InUse { get; private set; }

    /// <summary>The version before this one, and this.</summary>
    public FormSuccession Step { get; private set; } = null!;

    /// <summary>What publishing it would do; null for one that cannot be published any more.</summary>
    public FormEffect? Effect { get; private set; }

    /// <summary>It may be published or taken back.</summary>
    public bool IsNext => Line.State == FormVersionState.Checked && Line.Number == InUse + 1;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await db.FormVersions.AnyAsync(f => f.Id == Id, cancel))
        {
            return NotFound();
        }

        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await publish.HandleAsync(actor, Id, cancel);
        TempData["Done"] = "The questions are published, and asked from now on";
        TempData["Next"] = "Profiles in the making follow in the background; who is filling one in sees what is new.";
        return Redirect(FormVersionLinks.List);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        await publish.WithdrawAsync(actor, Id, cancel);
        TempData["Done"] = "The questions are withdrawn";
        return Redirect(FormVersionLinks.List);
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var version = await db.FormVersions.AsNoTracking().SingleAsync(f => f.Id == Id, cancel);
        Line = FormVersionLine.Of.Compile()(version);
        InUse = (await db.FormInUseAsync(version.FormKey, cancel)).Version;
        Step = new FormSuccession(db.Form(version.FormKey, version.Number - 1), FormDefinitionFile.Read(version.Json));
        Effect = IsNext ? await FormEffect.OfAsync(db, Step, cancel) : null;
    }
}

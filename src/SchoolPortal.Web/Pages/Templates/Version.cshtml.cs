using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Templates;

/// <summary>One template version: what was found, what differs, and the way to publish it or take it back.</summary>
[Requires(Operation.ManageTemplates)]
public sealed class VersionModel(PortalDbContext db, IEnumerable<FormDrafts> forms, PublishTemplate publish, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    public DateOnly Today { get; } = clock.Today();

    public TemplateLine Line { get; private set; } = null!;

    /// <summary>The version in use, or null while the standard template is.</summary>
    public Guid? InUse { get; private set; }

    /// <summary>Whose template it is.</summary>
    public FormDrafts Form => forms.OfKey(Line.FormKey);

    /// <summary>Somebody signs what is written in it.</summary>
    public bool IsSigned => StoredTemplates.SignedBy(Form.Form).Any();

    /// <summary>Records that are written in it.</summary>
    public int Written { get; private set; }

    public int Questions => db.Form(Line.FormKey, Line.FormVersion).Fields().Count();

    /// <summary>What it is compared with: the version before it that was published, or the standard template.</summary>
    public string EarlierName { get; private set; } = "";

    /// <summary>Fixed text that differs from that.</summary>
    public IReadOnlyList<WordingChange> Changes { get; private set; } = [];

    [BindProperty]
    public Publication Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await db.TemplateVersions.AnyAsync(t => t.Id == Id, cancel))
        {
            return NotFound();
        }

        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var from = TypedText.Date(Input.From, Today)
            ?? throw new RuleBroken(nameof(Input.From), "Enter a day like 14/5/2027, from which new ones are written in it");
        await publish.HandleAsync(actor, Id, from, cancel);
        TempData["Done"] = $"The template is published from {NewZealandTime.Show(from)}";
        TempData["Next"] = "What has begun stays in its own. Drafts may take it over, each on its own page.";
        return Redirect(await ListAsync(cancel));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        await publish.WithdrawAsync(actor, Id, cancel);
        TempData["Done"] = "The template is withdrawn";
        return Redirect(await ListAsync(cancel));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Line = await db.TemplateVersions.AsNoTracking().Where(t => t.Id == Id).Select(TemplateLine.Of).SingleAsync(cancel);
        var form = db.Form(Line.FormKey, Line.FormVersion);
        InUse = await db.TemplateInUseAsync(form, Today, cancel);
        Written = await Form.Written.CountAsync(w => w.TemplateId == Id, cancel);
        var earlier = await db.TemplateVersions.AsNoTracking()
            .Where(t => t.FormKey == form.Key && t.FormVersion == form.Version && t.State == TemplateState.Published && t.Number < Line.Number)
            .OrderByDescending(t => t.Number)
            .Select(t => new { t.Number, t.Wording })
            .FirstOrDefaultAsync(cancel);
        EarlierName = TemplateLine.NameOf(earlier?.Number);
        var own = await db.TemplateVersions.Where(t => t.Id == Id).Select(t => t.Wording).SingleAsync(cancel);
        Changes = WordingChange.Between(Worded(form, earlier?.Wording), Worded(form, own));
    }

    private async Task<string> ListAsync(CancellationToken cancel) =>
        TemplateLinks.ListOf(await db.TemplateVersions.Where(t => t.Id == Id).Select(t => t.FormKey).SingleAsync(cancel));

    private static FormDefinition Worded(FormDefinition form, string? wording) =>
        wording is null ? form : FormWording.Read(wording).In(form, Guid.Empty);

    public sealed class Publication
    {
        public string? From { get; set; }
    }
}

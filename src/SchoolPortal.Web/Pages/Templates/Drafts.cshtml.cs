using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Templates;

/// <summary>Drafts that are written in another template than the one in use.</summary>
[Requires(Operation.ManageTemplates)]
public sealed class DraftsModel(PortalDbContext db, IEnumerable<FormDrafts> forms, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Key of the form.</summary>
    [FromQuery(Name = TemplateLinks.FormKey)]
    public string? Key { get; set; }

    /// <summary>The form that was chosen.</summary>
    public FormDrafts Chosen => forms.OfKey(Key);

    public int Total { get; private set; }

    public IReadOnlyList<Behind> Drafts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var form = await db.FormInUseAsync(Chosen.Form.Key, cancel);
        var behind = Chosen.Written.Behind(form, await db.TemplateInUseAsync(form, clock.Today(), cancel));
        Total = await behind.CountAsync(cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Drafts = await behind
            .Join(db.Schools, w => w.SchoolId, s => s.Id, (w, s) => new { Written = w, School = s })
            .OrderBy(pair => pair.School.SortName).ThenBy(pair => pair.School.Number)
            .Skip((PageNumber - 1) * PageSize).Take(PageSize)
            .Select(pair => new Behind(
                pair.School.Number,
                pair.School.Facts.Name,
                pair.Written.Number,
                db.TemplateVersions.Where(t => t.Id == pair.Written.TemplateId).Select(t => (int?)t.Number).FirstOrDefault(),
                pair.Written.Since))
            .ToListAsync(cancel);
    }

    /// <summary>One of them.</summary>
    public sealed record Behind(int SchoolNumber, string School, int Number, int? Version, DateTime Since);
}

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Templates;

/// <summary>Takes a draft over to the template in use. Its answers stay as they are.</summary>
public sealed class TakeTemplate(PortalDbContext db, Actor actor, TimeProvider clock)
{
    /// <summary>Refuses when another template came into use since the difference was shown.</summary>
    /// <param name="drafts">The form.</param>
    /// <param name="school">The school.</param>
    /// <param name="record">Its draft.</param>
    /// <param name="shown">The template version that was shown; null is the standard one.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task HandleAsync(FormDrafts drafts, CurrentSchool school, DraftRecord record, Guid? shown, CancellationToken cancel)
    {
        var current = (await db.CurrentTemplateAsync(drafts.Form.Key, clock.Today(), cancel)).Form;
        if (current.Template != shown)
        {
            throw new ChangedMeanwhile("Another template came into use while this page was open. Look at what differs now, then decide again.");
        }

        await drafts.TakeTemplateAsync(school, record.Id, current, cancel);
        var what = $"Took {record.Name} over to {await NameAsync(current.Template, cancel)}, from {await NameAsync(record.TemplateId, cancel)}";
        await db.SaveAsync(new Change(actor, clock.UtcNow(), what), cancel);
    }

    private async Task<string> NameAsync(Guid? template, CancellationToken cancel) =>
        TemplateLine.InWords(await db.TemplateVersions.Where(t => t.Id == template).Select(t => (int?)t.Number).SingleOrDefaultAsync(cancel));
}

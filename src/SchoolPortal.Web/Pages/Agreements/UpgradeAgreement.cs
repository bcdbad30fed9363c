using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Takes a draft over to the template in use. Its answers stay as they are.</summary>
public sealed class UpgradeAgreement(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Refuses when another template came into use since the difference was shown.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="number">The agreement's number.</param>
    /// <param name="shown">The template version that was shown; null is the standard one.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task HandleAsync(Actor actor, Guid schoolId, int number, Guid? shown, CancellationToken cancel)
    {
        await db.RequireOpenSchoolAsync(schoolId, cancel);
        var agreement = await db.WithPartsAsync(schoolId, number, cancel);
        var current = (await db.CurrentTemplateAsync(clock.Today(), cancel)).Form;
        if (current.Template != shown)
        {
            throw new ChangedMeanwhile("Another template came into use while this page was open. Look at what differs now, then decide again.");
        }

        var change = new Change(actor, clock.UtcNow(), $"Took agreement {number} over to {await NameAsync(current.Template, cancel)}, from {await NameAsync(agreement.TemplateId, cancel)}");
        agreement.TakeTemplate(current);
        await db.SaveAsync(change, cancel);
    }

    private async Task<string> NameAsync(Guid? template, CancellationToken cancel) =>
        TemplateLine.InWords(await db.TemplateVersions.Where(t => t.Id == template).Select(t => (int?)t.Number).SingleOrDefaultAsync(cancel));
}

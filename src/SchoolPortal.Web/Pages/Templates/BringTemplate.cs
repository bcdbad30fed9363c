using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Templates;

/// <summary>Takes in a template that was changed in Word, once nothing is wrong with it. Nobody uses it before it is published.</summary>
public sealed class BringTemplate(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Keeps the file and gives its id; or keeps nothing and says everything that is wrong with it.</summary>
    /// <param name="actor">Who brings it.</param>
    /// <param name="asked">The form that it must be a template of, in the version in use.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="note">What is different in it.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task<(Guid? Id, IReadOnlyList<string> Problems)> HandleAsync(Actor actor, FormDefinition asked, string fileName, byte[] bytes, string note, CancellationToken cancel)
    {
        var check = OwnTemplate.Check(bytes, StoredTemplates.Blank(asked), Guid.Empty);
        if (check.Template is not { } template)
        {
            return (null, check.Problems);
        }

        var form = template.Form;
        var last = await db.TemplateVersions.Where(t => t.FormKey == form.Key).Select(t => (int?)t.Number).MaxAsync(cancel) ?? 0;
        var change = new Change(actor, clock.UtcNow(), $"Brought template version {last + 1} of the {form.Title}");
        var version = new TemplateVersion(last + 1, form, (bytes, fileName), note.Trim(), change);
        db.TemplateVersions.Add(version);
        await db.SaveAsync(change, cancel);
        return (version.Id, []);
    }
}

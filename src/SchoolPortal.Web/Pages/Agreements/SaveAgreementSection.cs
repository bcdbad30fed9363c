using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Saves one section of a draft.</summary>
public sealed class SaveAgreementSection(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Refuses when somebody saved another text of the section since it was opened.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="number">The agreement's number.</param>
    /// <param name="key">The section.</param>
    /// <param name="answers">What was entered.</param>
    /// <param name="basedOn">The section's token when the form was opened.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task HandleAsync(
        Actor actor, Guid schoolId, int number, string key, Answers answers, Guid basedOn, CancellationToken cancel)
    {
        var agreement = await db.WithPartsAsync(schoolId, number, cancel);
        var form = AgreementContent.FormOf(agreement);
        var stored = agreement.Sections.Single(s => s.Key == key);
        if (stored.Token != basedOn && agreement.State == AgreementState.Draft && stored.Answers().Equals(answers))
        {
            // Pressed twice, or two people typed the same: it is saved already.
            return;
        }

        var change = new Change(actor, clock.UtcNow(), $"Saved \u201c{form.Section(key)!.Title}\u201d of agreement {number}");
        agreement.SaveSection(form, key, answers, basedOn, change);
        await db.SaveAsync(change, cancel);
    }
}

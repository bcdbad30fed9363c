using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Saves the answers of a returned file that somebody chose, all of them or none.</summary>
public sealed class TakeOverAgreementFile(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Refuses when a section was saved since the file was compared with it, and when the file has been decided about already.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="number">The agreement's number.</param>
    /// <param name="returnedId">The file.</param>
    /// <param name="chosen">Its answers that are to be saved.</param>
    /// <param name="basedOn">Token of each section when the comparison was shown.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task HandleAsync(
        Actor actor,
        Guid schoolId,
        int number,
        Guid returnedId,
        IReadOnlyList<ChosenAnswer> chosen,
        Func<string, Guid> basedOn,
        CancellationToken cancel)
    {
        var agreement = await db.WithPartsAsync(schoolId, number, cancel);
        var returned = await db.ReturnedDrafts.SingleAsync(r => r.Id == returnedId && r.SchoolId == schoolId, cancel);
        var form = AgreementContent.FormOf(agreement);
        var change = new Change(actor, clock.UtcNow(), $"Took over {CountOf(chosen)} of agreement {number} from the Word file “{returned.FileName}”");
        foreach (var section in chosen.GroupBy(answer => answer.SectionKey))
        {
            var stored = agreement.Sections.Single(s => s.Key == section.Key).Answers();
            var answers = section.Aggregate(stored, (all, answer) => all.With(answer.FieldKey, answer.Answer));
            agreement.SaveSection(form, section.Key, answers, basedOn(section.Key), change);
        }

        returned.TakeOver(change);
        await db.SaveAsync(change, cancel);
    }

    /// <summary>How many answers, in words.</summary>
    public static string CountOf(IReadOnlyCollection<ChosenAnswer> chosen) => chosen.Count == 1 ? "1 answer" : $"{chosen.Count} answers";
}

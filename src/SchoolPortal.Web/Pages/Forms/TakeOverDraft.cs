using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>Saves the answers of a returned file that somebody chose, all of them or none.</summary>
public sealed class TakeOverDraft(PortalDbContext db, Actor actor, TimeProvider clock)
{
    private const int MostTries = 10;

    /// <summary>Refuses when a section was saved since the file was compared with it, and when the file has been decided about already.</summary>
    /// <param name="drafts">The form.</param>
    /// <param name="school">The school.</param>
    /// <param name="record">What the file was made from.</param>
    /// <param name="returnedId">The file.</param>
    /// <param name="chosen">Its answers that are to be saved.</param>
    /// <param name="basedOn">Token of each section when the comparison was shown.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task HandleAsync(
        FormDrafts drafts,
        CurrentSchool school,
        DraftRecord record,
        Guid returnedId,
        IReadOnlyList<ChosenAnswer> chosen,
        Func<string, Guid> basedOn,
        CancellationToken cancel)
    {
        List<ChosenSection> sections = [.. chosen.GroupBy(answer => answer.SectionKey).Select(answers => new ChosenSection(answers.Key, basedOn(answers.Key), [.. answers]))];
        for (var attempt = 1; ; attempt++)
        {
            var returned = await db.ReturnedDrafts.SingleAsync(r => r.Id == returnedId && r.SchoolId == school.Id, cancel);
            var change = new Change(actor, clock.UtcNow(), $"Took over {CountOf(chosen)} of {record.Name} from the Word file “{returned.FileName}”");
            await drafts.ChangeAsync(school, record.Id, sections, change, cancel);
            returned.TakeOver(change);
            try
            {
                await db.SaveAsync(change, cancel);
                return;
            }
            catch (ChangedMeanwhile) when (attempt < MostTries)
            {
                // Another section saved at the same moment meets this one only in what is counted over all of them. When it was
                // one of these, its own check tells the person on the next turn.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>How many answers, in words.</summary>
    public static string CountOf(IReadOnlyCollection<ChosenAnswer> chosen) => chosen.Count == 1 ? "1 answer" : $"{chosen.Count} answers";
}

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>
/// The Word file of an agreement. What was frozen or signed is the kept file, byte for byte; a draft, and whatever goes to
/// somebody who may not read restricted parts, is made on the spot.
/// </summary>
public sealed class AgreementWord(PortalDbContext db, NoteTakenDraft note, RestrictedViews views, TimeProvider clock)
{
    /// <summary>The file, or null when the person may read no such agreement.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="school">The school.</param>
    /// <param name="number">Which agreement; null for the one in force, else the one in the making.</param>
    /// <param name="cancel">Stops the queries.</param>
    public async Task<(byte[] Bytes, string Name)?> HandleAsync(Actor actor, CurrentSchool school, int? number, CancellationToken cancel)
    {
        var wanted = number ?? await NumberAsync(school, cancel);
        var agreement = await db.AgreementsAt(school)
            .Include(a => a.Sections)
            .Include(a => a.Signatures)
            .SingleOrDefaultAsync(a => a.Number == wanted, cancel);
        if (agreement is null)
        {
            return null;
        }

        var all = Agreement.ReadsAll(actor, school.Place);
        var facts = await AgreementContent.FactsAsync(db, agreement, clock.Today(), all, cancel);
        var content = agreement.State == AgreementState.Draft
            ? await DraftAsync(actor, agreement, facts, all, cancel)
            : AgreementContent.Of(agreement, facts, AgreementContent.StandingOf(agreement.State), all, DateOf(agreement));
        var kept = all ? await KeptAsync(agreement, cancel) : null;
        if (all)
        {
            await views.RecordAsync(actor, [$"Took agreement {agreement.Number} as a Word file"], nameof(Agreement), agreement.Id, school.Id, cancel);
        }

        return (kept ?? FormDocument.Write(content), FormDocument.FileName(content));
    }

    private async Task<FormContent> DraftAsync(
        Actor actor, Agreement agreement, IReadOnlyDictionary<string, FactValue> facts, bool all, CancellationToken cancel)
    {
        var form = AgreementContent.FormOf(agreement);
        var text = new DraftText(Agreement.EditionOf(agreement.Number), agreement.Answers(), facts, DateOf(agreement), all);
        return AgreementContent.OfDraft(form, text, await note.HandleAsync(actor, agreement.SchoolId, agreement.Id, form, text, cancel));
    }

    private Task<int> NumberAsync(CurrentSchool school, CancellationToken cancel) => db.AgreementsAt(school)
        .OrderBy(a => a.State == AgreementState.Active ? 0 : AgreementStandings.InTheMaking.Contains(a.State) ? 1 : 2)
        .ThenByDescending(a => a.Number)
        .Select(a => a.Number)
        .FirstOrDefaultAsync(cancel);

    private Task<byte[]?> KeptAsync(Agreement agreement, CancellationToken cancel) => agreement.FrozenSha256 is null
        ? Task.FromResult<byte[]?>(null)
        : db.AgreementFiles.AsNoTracking()
            .Where(f => f.AgreementId == agreement.Id && (f.Kind == AgreementFileKind.Signed || f.Sha256 == agreement.FrozenSha256))
            .OrderBy(f => f.Kind == AgreementFileKind.Signed ? 0 : 1)
            .ThenByDescending(f => f.MadeAt)
            .Select(f => f.Bytes)
            .FirstOrDefaultAsync(cancel);

    private static DateOnly DateOf(Agreement agreement)
    {
        var changes = agreement.Sections.Select(s => s.SavedAt ?? agreement.StateSince).Append(agreement.StateSince);
        return NewZealandTime.DayOf(agreement.FrozenSha256 is null ? changes.Max() : agreement.StateSince);
    }
}

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>
/// Reads what goes into the Word files of one agreement or of many: the same content either way, in a handful of queries
/// whatever their number. A draft is noted, so that it can come back.
/// </summary>
public sealed class ReadAgreementContents(PortalDbContext db, NoteTakenDraft note, TimeProvider clock)
{
    /// <summary>The contents, in the order of the agreements.</summary>
    /// <param name="actor">Who takes the files.</param>
    /// <param name="agreements">With their sections and signatures; of each school one at most.</param>
    /// <param name="all">False leaves restricted parts out, and says so in the files.</param>
    /// <param name="cancel">Stops the queries.</param>
    public async Task<IReadOnlyList<FormContent>> HandleAsync(Actor actor, IReadOnlyList<Agreement> agreements, bool all, CancellationToken cancel)
    {
        var live = await LiveFacts.OfManyAsync(
            db, [.. agreements.Where(a => a.FrozenFacts is null).Select(a => a.SchoolId)], clock.Today(), emergency: all, cancel);
        var templates = await db.TemplatesOfAsync(agreements, cancel);
        var drafts = agreements.Where(a => a.State == AgreementState.Draft).ToDictionary(a => a.Id, a => Draft(a, templates[a.Id].Form, live[a.SchoolId], all));
        var notes = drafts.Count == 0 ? new Dictionary<Guid, Guid>() : await note.HandleAsync(actor, drafts.Values, cancel);
        return
        [
            .. agreements.Select(a => drafts.TryGetValue(a.Id, out var draft)
                ? DraftContent.Of(templates[a.Id], draft.Text, notes[a.Id])
                : AgreementContent.Of(a, templates[a.Id], AgreementContent.FrozenFacts(a) ?? live[a.SchoolId], AgreementContent.StandingOf(a.State), all, DateOf(a))),
        ];
    }

    private static DraftToTake Draft(Agreement agreement, FormDefinition form, IReadOnlyDictionary<string, FactValue> facts, bool all) => new(
        agreement.SchoolId,
        agreement.Id,
        form,
        new DraftText(Agreement.EditionOf(agreement.Number), agreement.Answers(), facts, DateOf(agreement), all ? new HashSet<string>() : form.RestrictedKeys().ToHashSet()));

    private static DateOnly DateOf(Agreement agreement)
    {
        var changes = agreement.Sections.Select(s => s.SavedAt ?? agreement.StateSince).Append(agreement.StateSince);
        return NewZealandTime.DayOf(agreement.FrozenSha256 is null ? changes.Max() : agreement.StateSince);
    }
}

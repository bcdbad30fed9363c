using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>
/// Section 1 of an agreement in force as it stands today, as a dated appendix to what was signed: a change of contacts or of
/// a fact is noted and acknowledged, and needs no new signatures (section 16).
/// </summary>
public sealed class ContactSchedule(PortalDbContext db, TimeProvider clock)
{
    /// <summary>The Word file, or null when the school has no such agreement in force.</summary>
    public async Task<(byte[] Bytes, string Name)?> HandleAsync(CurrentSchool school, int number, CancellationToken cancel)
    {
        var agreement = await db.AgreementsAt(school)
            .Include(a => a.Sections)
            .SingleOrDefaultAsync(a => a.Number == number && a.State == AgreementState.Active, cancel);
        if (agreement is null)
        {
            return null;
        }

        var today = clock.Today();
        var notes = await db.Acknowledgements.AsNoTracking()
            .Where(a => a.AgreementId == agreement.Id && a.Kind == AcknowledgementKind.NewContact)
            .OrderBy(a => a.AskedOn)
            .Select(AcknowledgementLine.Of)
            .ToListAsync(cancel);
        var facts = await LiveFacts.OfAsync(db, school.Id, today, emergency: false, cancel);
        var form = AgreementContent.FormOf(agreement);
        var parties = form.Sections.First(section => section.Fields.Any(field => field.Fact == FactKeys.LeadPolice));
        var schedule = form with
        {
            Title = $"Contact schedule of agreement {number}",
            TitleMi = null,
            Sections = [parties with { Text = [$"This schedule shows section {form.NumberOf(parties)} of agreement {number} as it stands on {NewZealandTime.Show(today)}. What was signed is unchanged.", .. notes.Select(note => $"{note.Text}. {note.Standing(today)}.")] }],
        };
        var identity = new FormIdentity(school.Number, school.Name, $"Version {number} contacts", agreement.FrozenSha256);
        var content = new FormContent(
            schedule, agreement.Answers().Of(parties), facts, identity, DocumentStanding.Appendix, [], today, new HashSet<string>());
        return (FormDocument.Write(content), FormDocument.FileName(content));
    }
}

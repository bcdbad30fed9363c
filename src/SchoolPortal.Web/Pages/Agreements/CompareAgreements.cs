using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Templates;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Lays two agreements of a school side by side, as far as their reader may read them.</summary>
public sealed class CompareAgreements(PortalDbContext db, RestrictedViews views, CurrentSchool school, Actor actor, TimeProvider clock)
{
    /// <summary>What to compare with when it is the standard text.</summary>
    public const string Standard = "standard";

    private readonly bool readsAll = Agreement.ReadsAll(actor, school.Place);

    /// <summary>The comparison, or null when the person may read no such agreement.</summary>
    /// <param name="from">Number of the earlier one, or <see cref="Standard"/>.</param>
    /// <param name="to">Number of the later one.</param>
    /// <param name="cancel">Stops the queries.</param>
    public async Task<FormComparison?> HandleAsync(string from, int to, CancellationToken cancel) =>
        await ReadAsync(from, to, cancel) is var (earlier, later)
            ? new FormComparison(earlier, later.Named, AgreementLinks.ComparedWord(school.Number, from, to))
            : null;

    /// <summary>An agreement with what of it is not the standard text; null when the person may read no such agreement.</summary>
    public async Task<(Agreement Agreement, IReadOnlyList<FieldChange> Deviations)?> WithStandardAsync(int number, CancellationToken cancel) =>
        await FindAsync(number, cancel) is { } text ? (text.Agreement, text.Named.Record.Deviations()) : null;

    /// <summary>The whole later text as a Word file in which the changes are tracked; null when the person may read no such agreement.</summary>
    public async Task<(byte[] Bytes, string Name)?> WriteAsync(string from, int to, CancellationToken cancel)
    {
        if (await ReadAsync(from, to, cancel) is not var (earlier, later))
        {
            return null;
        }

        var template = await db.TemplateOfAsync(later.Agreement, cancel);
        var text = AgreementContent.Of(later.Agreement, template, later.Named.Record.Facts, DocumentStanding.Compared, readsAll, clock.Today());
        var content = earlier.TrackedIn(text, NewZealandTime.DayOf(later.Agreement.StateSince));
        return (FormDocument.Write(content), FormDocument.FileName(content));
    }

    private async Task<(NamedRecord Earlier, Text Later)?> ReadAsync(string from, int to, CancellationToken cancel)
    {
        if (await FindAsync(to, cancel) is not { } later)
        {
            return null;
        }

        if (from == Standard)
        {
            return (new NamedRecord("Standard text", later.Named.Record.Standard()), later);
        }

        return int.TryParse(from, out var number) && await FindAsync(number, cancel) is { } earlier
            ? (earlier.Named, later)
            : null;
    }

    private async Task<Text?> FindAsync(int number, CancellationToken cancel)
    {
        var agreement = await db.AgreementsAt(school).Include(a => a.Sections).Include(a => a.Signatures).Include(a => a.DeviationReasons).SingleOrDefaultAsync(a => a.Number == number, cancel);
        if (agreement is null)
        {
            return null;
        }

        if (readsAll)
        {
            await views.RecordAsync(actor, [$"Compared agreement {number} with its restricted parts"], nameof(Agreement), agreement.Id, school.Id, cancel);
        }

        var form = (await db.TemplateOfAsync(agreement, cancel)).Form;
        var readable = readsAll ? form : form.WithoutRestricted();
        var facts = await AgreementContent.FactsAsync(db, agreement, clock.Today(), readsAll, cancel);
        var named = new NamedRecord($"Agreement {number}, {Words.Of(agreement.Standing(clock.Today()))}", new FormRecord(readable, agreement.Answers(), facts));
        return new Text(named, agreement);
    }

    private sealed record Text(NamedRecord Named, Agreement Agreement);
}

using System.Security.Cryptography;
using System.Text;

namespace SchoolPortal.Domain.Forms;

/// <summary>
/// What stood in a draft when somebody took it away as a Word file. The file names this note, so that it can be compared
/// three ways when it comes back, and whatever it says of itself can be held against what the portal noted. The same text
/// taken twice is one note. The id cannot be guessed, so a file with a changed identity finds none or another.
/// </summary>
public sealed class TakenDraft : Entity, IOfSchool
{
    private TakenDraft()
    {
    }

    /// <summary>Notes what goes into the file.</summary>
    /// <param name="schoolId">Whose form it is.</param>
    /// <param name="recordId">The agreement or the profile.</param>
    /// <param name="form">The definition it is pinned to.</param>
    /// <param name="text">What stands in the file.</param>
    /// <param name="takenAt">UTC.</param>
    public TakenDraft(Guid schoolId, Guid recordId, FormDefinition form, DraftText text, DateTime takenAt)
    {
        SchoolId = schoolId;
        RecordId = recordId;
        FormKey = form.Key;
        FormVersion = form.Version;
        TemplateId = form.Template;
        Edition = text.Edition;
        Date = text.Date;
        LeftOut = KeysOf(text);
        AnswersJson = Forms.AnswersJson.Write(text.Answers);
        FactsJson = Forms.FactsJson.Write(text.Facts);
        Sha256 = text.Sha256();
        TakenAt = takenAt;
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>The agreement or the profile.</summary>
    public Guid RecordId { get; private set; }

    /// <summary>Key of the form.</summary>
    public string FormKey { get; private set; } = "";

    /// <summary>Version of its definition.</summary>
    public int FormVersion { get; private set; }

    /// <summary>The template version that the file was written in; null for the standard one.</summary>
    public Guid? TemplateId { get; private set; }

    /// <summary>As people say it: <c>Version 3</c> of an agreement, <c>2026</c> of a profile.</summary>
    public string Edition { get; private set; } = "";

    /// <summary>The day the text is of.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Keys of the sections and fields that were left out, in ordinal order, separated by blanks.</summary>
    public string LeftOut { get; private set; } = "";

    /// <summary>Canonical JSON of all answers, those left out too.</summary>
    public string AnswersJson { get; private set; } = "{}";

    /// <summary>Canonical JSON of the facts shown.</summary>
    public string FactsJson { get; private set; } = "{}";

    /// <summary>SHA-256 of the text, lower-case hexadecimal: by it the note of the same text is found again.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>When it was first taken, UTC.</summary>
    public DateTime TakenAt { get; private set; }

    /// <summary>The text noted.</summary>
    public DraftText Text() => new(
        Edition,
        Forms.AnswersJson.Read(AnswersJson),
        Forms.FactsJson.Read(FactsJson),
        Date,
        LeftOut.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal));

    internal static string KeysOf(DraftText text) => string.Join(' ', text.LeftOut.Order(StringComparer.Ordinal));
}

/// <summary>The text of a draft on a day.</summary>
/// <param name="Edition">As people say it: <c>Version 3</c> of an agreement, <c>2026</c> of a profile.</param>
/// <param name="Answers">All answers, with what is said of sections that have nothing to report (<see cref="NothingToReportField"/>).</param>
/// <param name="Facts">The facts shown.</param>
/// <param name="Date">The day the text is of.</param>
/// <param name="LeftOut">Keys of the sections and fields that are left out of the file.</param>
public sealed record DraftText(
    string Edition, Answers Answers, IReadOnlyDictionary<string, FactValue> Facts, DateOnly Date, IReadOnlySet<string> LeftOut)
{
    /// <summary>SHA-256 of all of it, lower-case hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Edition, Date.ToString("O", null), TakenDraft.KeysOf(this), AnswersJson.Write(Answers), FactsJson.Write(Facts)))));
}

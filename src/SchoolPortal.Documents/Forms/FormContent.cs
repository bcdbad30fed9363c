using System.Globalization;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// Everything that goes into one Word file, as finished values: no entity, no clock. The same content gives the same bytes.
/// </summary>
/// <param name="Form">The definition the answers were given under.</param>
/// <param name="Answers">What has been answered; <see cref="Answers.None"/> for a blank form.</param>
/// <param name="Facts">Each <see cref="FieldKind.Fact"/> by its name in <see cref="FactKeys"/>; a missing one leaves its place empty.</param>
/// <param name="Identity">Whose form this is and which text of it.</param>
/// <param name="Standing">What the file is: a template, a draft, a record.</param>
/// <param name="Signatures">One for each signature the form asks for, given or awaited; empty when it asks for none yet.</param>
/// <param name="Date">The day the text is of (saved, frozen or signed); null for a blank form.</param>
/// <param name="LeftOut">
/// Keys of the sections and fields that this reader may not see or does not fill in; empty when all may be seen. They are
/// named in the file as left out, with nothing of their content. Asked for here so that nobody forgets to say.
/// </param>
public sealed record FormContent(
    FormDefinition Form,
    Answers Answers,
    IReadOnlyDictionary<string, FactValue> Facts,
    FormIdentity Identity,
    DocumentStanding Standing,
    IReadOnlyList<SignatureBlock> Signatures,
    DateOnly? Date,
    IReadOnlySet<string> LeftOut)
{
    /// <summary>Keys of the sections for which "Nothing to report" was the answer.</summary>
    public IReadOnlySet<string> NothingToReport { get; init; } = new HashSet<string>();

    /// <summary>What the file is written into; null for the standard template of the form.</summary>
    public FormTemplate? Template { get; init; }

    /// <summary>The earlier text, when the file shows by tracked changes what became of it; else null.</summary>
    public EarlierText? Earlier { get; init; }

    /// <summary>A blank form that belongs to no school yet.</summary>
    public static FormContent BlankOf(FormDefinition form) =>
        new(form, Answers.None, new Dictionary<string, FactValue>(), FormIdentity.None, DocumentStanding.Blank, [], null, new HashSet<string>());

    /// <summary>The standard template as a file to change in Word and bring back.</summary>
    /// <param name="form">The form.</param>
    /// <param name="signedBy">Who signs it, in order; nobody where it is not signed.</param>
    public static FormContent TemplateOf(FormDefinition form, IEnumerable<string> signedBy) => BlankOf(form) with
    {
        Standing = DocumentStanding.Template,
        Signatures = [.. signedBy.Select(role => new SignatureBlock(role, null, null, null, null))],
    };

    /// <summary>True while people are meant to write in the file.</summary>
    internal bool InvitesWriting() => Standing is DocumentStanding.Template or DocumentStanding.Blank or DocumentStanding.Draft;

    /// <summary>The sections this reader may see.</summary>
    internal IEnumerable<SectionDefinition> Sections() => Form.Sections.Where(s => !LeftOut.Contains(s.Key));

    /// <summary>The fields of a section that this reader may see.</summary>
    internal IEnumerable<FieldDefinition> FieldsOf(SectionDefinition section) => section.Fields.Where(f => !LeftOut.Contains(f.Key));

    /// <summary>Who the file is for, on every page; a blank form is for anyone.</summary>
    internal string? Classification() =>
        Standing is DocumentStanding.Template or DocumentStanding.Blank ? null
        : Sections().Any(s => s.Sensitivity == Sensitivity.Restricted || FieldsOf(s).Any(f => f.Sensitivity == Sensitivity.Restricted)) ? "Restricted"
        : "For the school and its Police";

    /// <summary>One line under the title: <c>Draft · Version 3 · 5 March 2027</c>.</summary>
    internal string StandingInWords()
    {
        var standing = Standing switch
        {
            DocumentStanding.Template => "Template",
            DocumentStanding.Blank => "Blank form",
            DocumentStanding.Draft => "Draft",
            DocumentStanding.AwaitingSignatures => "Ready to sign: the text is frozen",
            DocumentStanding.FullySigned => "Signed",
            DocumentStanding.Confirmed => "Confirmed",
            DocumentStanding.Appendix => "Appendix, not signed anew",
            DocumentStanding.Superseded => "Superseded: a later one has taken its place",
            DocumentStanding.Compared => $"Compared with: {Earlier?.Name}",
            _ => throw new ArgumentOutOfRangeException(nameof(Standing), Standing, null),
        };
        return string.Join("  ·  ", new[] { standing, Identity.Edition, Date?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) }.Where(t => t is not null));
    }
}

/// <summary>An earlier text that this one is compared with.</summary>
/// <param name="Name">As people say it: <c>Standard text</c>, <c>Agreement 1, superseded</c>.</param>
/// <param name="Record">What it said.</param>
/// <param name="By">Whose changes Word shows.</param>
public sealed record EarlierText(string Name, FormRecord Record, TrackedBy By);

/// <summary>Whom a tracked change is put down to.</summary>
/// <param name="Author">A name.</param>
/// <param name="Date">The day.</param>
public sealed record TrackedBy(string Author, DateOnly Date);

/// <summary>Which school's form, and which text of it.</summary>
/// <param name="SchoolNumber">The Ministry's number, or null on a blank form.</param>
/// <param name="SchoolName">Name with its macrons, or null on a blank form.</param>
/// <param name="Edition">As people say it: <c>Version 3</c> of an agreement, <c>2026</c> of a profile; null on a blank form.</param>
/// <param name="BaseHash">Lower-case hexadecimal hash of the text that the file was made from, or null.</param>
public sealed record FormIdentity(int? SchoolNumber, string? SchoolName, string? Edition, string? BaseHash)
{
    /// <summary>No school, no text yet.</summary>
    public static FormIdentity None { get; } = new(null, null, null, null);

    /// <summary>The portal's note of this draft, by which the file is compared when it comes back; null when it is not to be brought back.</summary>
    public Guid? Draft { get; init; }
}

/// <summary>One signature, given or awaited.</summary>
/// <param name="Role">Who signs: <c>Principal</c>.</param>
/// <param name="Name">Name as typed when signing, or null while awaited.</param>
/// <param name="Position">Position as typed when signing, or null.</param>
/// <param name="When">When it was given, as read: <c>5 March 2027, 2:30pm</c>; null while awaited.</param>
/// <param name="Statement">The statement that was agreed to, or null.</param>
public sealed record SignatureBlock(string Role, string? Name, string? Position, string? When, string? Statement);

/// <summary>What a file is, which decides whether it invites writing and what stands across its pages.</summary>
public enum DocumentStanding
{
    /// <summary>Fixed text and looks, to be changed in Word and brought back as a template.</summary>
    Template,

    /// <summary>A form to fill in.</summary>
    Blank,

    /// <summary>Filled in so far; DRAFT stands across each page.</summary>
    Draft,

    /// <summary>Frozen text, not signed by all yet.</summary>
    AwaitingSignatures,

    /// <summary>Signed by all who must: the record.</summary>
    FullySigned,

    /// <summary>A profile that both sides have confirmed.</summary>
    Confirmed,

    /// <summary>A dated appendix to a record: what the portal holds on the day, beside what was signed.</summary>
    Appendix,

    /// <summary>A record that a later one has replaced; SUPERSEDED stands across each page.</summary>
    Superseded,

    /// <summary>Two texts compared by tracked changes: no record of anything.</summary>
    Compared,
}

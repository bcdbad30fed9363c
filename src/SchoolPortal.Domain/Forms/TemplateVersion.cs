using System.Security.Cryptography;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Forms;

/// <summary>How far a template version has come.</summary>
public enum TemplateState
{
    /// <summary>Brought in and checked; nobody uses it yet.</summary>
    Checked,

    /// <summary>New forms are written in it from its day on, until a later one takes its place.</summary>
    Published,

    /// <summary>Taken back before anybody used it.</summary>
    Withdrawn,
}

/// <summary>
/// A form's Word file as somebody made it, with its looks and its fixed text. Its file never changes, and what has begun in a
/// version stays in it until somebody takes it over to another.
/// </summary>
public sealed class TemplateVersion : Entity
{
    /// <summary>Most characters of the note on what is different.</summary>
    public const int LongestNote = 500;

    private const int LongestName = 200;

    private TemplateVersion()
    {
    }

    /// <summary>Keeps a template that was found right.</summary>
    /// <param name="number">1 for the form’s first, then one more.</param>
    /// <param name="form">The form in the words of this template.</param>
    /// <param name="file">The file and its name as the browser gave it: shown, never used as a path.</param>
    /// <param name="note">What is different in it.</param>
    /// <param name="change">Who and when.</param>
    public TemplateVersion(int number, FormDefinition form, (byte[] Bytes, string Name) file, string note, Change change)
    {
        Number = number;
        FormKey = form.Key;
        FormVersion = form.Version;
        Wording = FormWording.Of(form).Write();
        Bytes = file.Bytes;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
        FileName = TypedText.CleanLine(file.Name) is { Length: > 0 } name ? name[..Math.Min(name.Length, LongestName)] : "template.docx";
        Note = note;
        BroughtAt = change.At;
        BroughtBy = change.Who.Name;
    }

    /// <summary>1 and up within the form.</summary>
    public int Number { get; private set; }

    /// <summary>Key of the form.</summary>
    public string FormKey { get; private set; } = "";

    /// <summary>Version of the definition whose questions it asks.</summary>
    public int FormVersion { get; private set; }

    /// <summary>Its fixed text, as <see cref="FormWording"/> writes it.</summary>
    public string Wording { get; private set; } = "";

    /// <summary>The file as it was brought.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Its name, for people.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>What is different in it.</summary>
    public string Note { get; private set; } = "";

    /// <summary>When it was brought, UTC.</summary>
    public DateTime BroughtAt { get; private set; }

    /// <summary>Name of who brought it.</summary>
    public string BroughtBy { get; private set; } = "";

    /// <summary>How far it has come.</summary>
    public TemplateState State { get; private set; }

    /// <summary>The day from which new forms are written in it; null until it is published.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>When it was published, UTC, or null.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>Name of who published it, or null.</summary>
    public string? PublishedBy { get; private set; }

    /// <summary>When it was taken back, UTC, or null.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Name of who took it back, or null.</summary>
    public string? WithdrawnBy { get; private set; }

    /// <summary>The form in its words.</summary>
    public FormDefinition In(FormDefinition form) => FormWording.Read(Wording).In(form, Id);

    /// <summary>Has new forms written in it from a day on. Refuses a day that is past: what began then has begun in another.</summary>
    public void Publish(DateOnly from, DateOnly today, Change change)
    {
        if (State != TemplateState.Checked)
        {
            throw new StepNotAllowed($"Version {Number} is {Words.Of(State)} already.");
        }

        if (from < today)
        {
            throw new RuleBroken("From", $"Enter today, {NewZealandTime.Show(today)}, or a later day: what was begun before stays as it is");
        }

        State = TemplateState.Published;
        From = from;
        PublishedAt = change.At;
        PublishedBy = change.Who.Name;
    }

    /// <summary>Takes it back. Refuses once its day has come: it may be in use, and a later version takes its place instead.</summary>
    public void Withdraw(DateOnly today, Change change)
    {
        if (State == TemplateState.Withdrawn)
        {
            throw new StepNotAllowed($"Version {Number} is withdrawn already.");
        }

        if (From <= today)
        {
            throw new StepNotAllowed($"Version {Number} has been in use since {NewZealandTime.Show(From.Value)}, so it cannot be withdrawn. Publish another version in its place.");
        }

        State = TemplateState.Withdrawn;
        WithdrawnAt = change.At;
        WithdrawnBy = change.Who.Name;
    }
}

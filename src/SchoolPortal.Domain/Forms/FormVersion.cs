using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Forms;

/// <summary>How far a version of a form's questions has come.</summary>
public enum FormVersionState
{
    /// <summary>Brought in and checked; nobody is asked it yet.</summary>
    Checked,

    /// <summary>Asked from then on; drafts take it over, what is confirmed stays as it was answered.</summary>
    Published,

    /// <summary>Taken back before anybody was asked it.</summary>
    Withdrawn,
}

/// <summary>A version of a form's questions that the national coordinator brought in. It never changes.</summary>
public sealed class FormVersion : Entity
{
    /// <summary>Most characters of its file.</summary>
    public const int MostJson = 500_000;

    /// <summary>Most characters of the note on what is different.</summary>
    public const int LongestNote = 500;

    private FormVersion()
    {
    }

    /// <summary>Keeps a version that was found right: the next one of its form, with a place for every answer.</summary>
    /// <param name="succession">The version in use and this one. Refused while it has problems.</param>
    /// <param name="json">Its file.</param>
    /// <param name="note">What is different in it.</param>
    /// <param name="change">Who and when.</param>
    public FormVersion(FormSuccession succession, string json, string note, Change change)
    {
        if (succession.Problems() is [var problem, ..])
        {
            throw new RuleBroken("Upload", problem);
        }

        FormKey = succession.To.Key;
        Number = succession.To.Version;
        Json = json;
        Note = note;
        BroughtAt = change.At;
        BroughtBy = change.Who.Name;
    }

    /// <summary>Key of the form.</summary>
    public string FormKey { get; private set; } = "";

    /// <summary>The definition's version.</summary>
    public int Number { get; private set; }

    /// <summary>The definition as it was brought, read by <see cref="FormDefinitionFile"/>.</summary>
    public string Json { get; private set; } = "";

    /// <summary>What is different in it.</summary>
    public string Note { get; private set; } = "";

    /// <summary>When it was brought, UTC.</summary>
    public DateTime BroughtAt { get; private set; }

    /// <summary>Name of who brought it.</summary>
    public string BroughtBy { get; private set; } = "";

    /// <summary>How far it has come.</summary>
    public FormVersionState State { get; private set; }

    /// <summary>When it was published or withdrawn, UTC, or null.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Name of who published or withdrew it, or null.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>Has it asked from now on.</summary>
    /// <param name="inUse">The version in use: this one must be the next.</param>
    /// <param name="change">Who and when.</param>
    public void Publish(int inUse, Change change)
    {
        MustBeChecked();
        if (Number != inUse + 1)
        {
            throw new StepNotAllowed($"Version {inUse} was published meanwhile, so this one no longer follows the version in use. Bring your change again, made from version {inUse}.");
        }

        Decide(FormVersionState.Published, change);
    }

    /// <summary>Takes it back. Refuses one that is published: another takes its place instead.</summary>
    public void Withdraw(Change change)
    {
        MustBeChecked();
        Decide(FormVersionState.Withdrawn, change);
    }

    private void MustBeChecked()
    {
        if (State != FormVersionState.Checked)
        {
            throw new StepNotAllowed($"Version {Number} is {Words.Of(State)} already. To change the questions, bring the next version.");
        }
    }

    private void Decide(FormVersionState state, Change change)
    {
        State = state;
        DecidedAt = change.At;
        DecidedBy = change.Who.Name;
    }
}

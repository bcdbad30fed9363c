using System.Linq.Expressions;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Public;

/// <summary>How far a version of a content page has come.</summary>
public enum ContentState
{
    /// <summary>Being written; nobody outside sees it.</summary>
    Draft,

    /// <summary>Shown from its day on, until a later one takes its place or its last day is over.</summary>
    Published,

    /// <summary>Given up before anybody saw it.</summary>
    Withdrawn,
}

/// <summary>
/// One text of a content page. The text that ships with the portal comes before the first; a published text never changes,
/// and none is ever deleted.
/// </summary>
public sealed class ContentVersion : Entity
{
    /// <summary>Most characters of the note on why it was changed.</summary>
    public const int LongestNote = 500;

    private ContentVersion()
    {
    }

    /// <summary>Begins a draft.</summary>
    /// <param name="pageKey">Key of the page.</param>
    /// <param name="number">1 for the page’s first, then one more.</param>
    /// <param name="words">What it begins with.</param>
    /// <param name="change">Who and when.</param>
    public ContentVersion(string pageKey, int number, ContentWords words, Change change)
    {
        PageKey = pageKey;
        Number = number;
        Put(words, change);
    }

    /// <summary>Key of the page.</summary>
    public string PageKey { get; private set; } = "";

    /// <summary>1 and up within the page.</summary>
    public int Number { get; private set; }

    /// <inheritdoc cref="ContentWords.Title"/>
    public string Title { get; private set; } = "";

    /// <inheritdoc cref="ContentWords.Summary"/>
    public string Summary { get; private set; } = "";

    /// <inheritdoc cref="ContentWords.Text"/>
    public string Text { get; private set; } = "";

    /// <inheritdoc cref="ContentWords.Owner"/>
    public string Owner { get; private set; } = "";

    /// <inheritdoc cref="ContentWords.ReviewOn"/>
    public DateOnly ReviewOn { get; private set; }

    /// <summary>How far it has come.</summary>
    public ContentState State { get; private set; }

    /// <summary>The first day it is shown; null until it is published.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>The last day it is shown, or null; after it the version before is shown again.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Why it was changed; empty until it is published.</summary>
    public string Note { get; private set; } = "";

    /// <summary>When it was last written, UTC.</summary>
    public DateTime WrittenAt { get; private set; }

    /// <summary>Name of who wrote it last.</summary>
    public string WrittenBy { get; private set; } = "";

    /// <summary>When it was published or withdrawn, UTC, or null.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Name of who published or withdrew it, or null.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>What it says.</summary>
    public ContentWords Words => new(Title, Summary, Text, Owner, ReviewOn);

    /// <summary>It is shown on a day unless a later one is.</summary>
    public static Expression<Func<ContentVersion, bool>> ShownOn(DateOnly day) =>
        v => v.State == ContentState.Published && v.From <= day && (v.To == null || v.To >= day);

    /// <summary>Writes the draft anew. Refuses words that could not be shown, and any version that is no draft.</summary>
    public void Write(ContentWords words, DateOnly today, Change change)
    {
        MustBeDraft();
        var trimmed = words.Trimmed();
        trimmed.Check(today);
        Put(trimmed, change);
    }

    /// <summary>Shows it from a day on. Refuses a day that is past, a last day before the first, and a missing reason.</summary>
    /// <param name="days">First and, where there is one, last day.</param>
    /// <param name="note">Why it was changed, for those who look back.</param>
    /// <param name="today">Today.</param>
    /// <param name="change">Who and when.</param>
    public void Publish((DateOnly From, DateOnly? To) days, string note, DateOnly today, Change change)
    {
        MustBeDraft();
        Words.Check(today);
        if (days.From < today)
        {
            throw new RuleBroken(nameof(From), $"Enter today, {NewZealandTime.Show(today)}, or a later day");
        }

        if (days.To < days.From)
        {
            throw new RuleBroken(nameof(To), "Enter a last day that is not before the first, or leave it blank");
        }

        if (note.Trim() is not { Length: > 0 and <= LongestNote } reason)
        {
            throw new RuleBroken(nameof(Note), $"Say in up to {LongestNote} characters what changed and why");
        }

        (From, To, Note, State) = (days.From, days.To, reason, ContentState.Published);
        (DecidedAt, DecidedBy) = (change.At, change.Who.Name);
    }

    /// <summary>Gives it up. Refuses once anybody may have seen it: another version takes its place instead.</summary>
    public void Withdraw(DateOnly today, Change change)
    {
        if (State == ContentState.Withdrawn)
        {
            throw new StepNotAllowed($"Version {Number} is withdrawn already.");
        }

        if (From <= today)
        {
            throw new StepNotAllowed($"Version {Number} has been shown since {NewZealandTime.Show(From.Value)}, so it cannot be withdrawn. Publish another version in its place.");
        }

        State = ContentState.Withdrawn;
        (DecidedAt, DecidedBy) = (change.At, change.Who.Name);
    }

    private void MustBeDraft()
    {
        if (State != ContentState.Draft)
        {
            throw new StepNotAllowed($"Version {Number} is {Domain.Words.Of(State)} and stays as it is. Write another version.");
        }
    }

    private void Put(ContentWords words, Change change)
    {
        (Title, Summary, Text, Owner, ReviewOn) = (words.Title, words.Summary, words.Text, words.Owner, words.ReviewOn);
        (WrittenAt, WrittenBy) = (change.At, change.Who.Name);
    }
}

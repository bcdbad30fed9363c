namespace SchoolPortal.Domain.Public;

/// <summary>What a content page says, and who looks after it.</summary>
/// <param name="Title">The page's heading, in sentence case.</param>
/// <param name="Summary">One sentence on what it is about, as lists show it.</param>
/// <param name="Text">Markdown; sections begin with <c>##</c>.</param>
/// <param name="Owner">The role or unit that keeps it right.</param>
/// <param name="ReviewOn">The day by which somebody reads it again.</param>
public sealed record ContentWords(string Title, string Summary, string Text, string Owner, DateOnly ReviewOn)
{
    /// <summary>Most characters of a title.</summary>
    public const int LongestTitle = 100;

    /// <summary>Most characters of a summary.</summary>
    public const int LongestSummary = 200;

    /// <summary>Most characters of a text.</summary>
    public const int LongestText = 20_000;

    /// <summary>Most characters of an owner.</summary>
    public const int LongestOwner = 100;

    private const int LongestReviewYears = 2;

    /// <summary>The same with blanks trimmed and line ends as <c>\n</c>, so that two equal texts compare equal.</summary>
    public ContentWords Trimmed() => this with
    {
        Title = Title.Trim(),
        Summary = Summary.Trim(),
        Text = Text.ReplaceLineEndings("\n").Trim(),
        Owner = Owner.Trim(),
    };

    /// <summary>Refuses what is missing, too long or would not show as it was meant; names the field and says what to do.</summary>
    /// <param name="today">The day it is written.</param>
    public void Check(DateOnly today)
    {
        Filled(nameof(Title), Title, LongestTitle, "Enter a title");
        Filled(nameof(Summary), Summary, LongestSummary, "Say in one sentence what the page is about");
        Filled(nameof(Text), Text, LongestText, "Enter the text of the page");
        Filled(nameof(Owner), Owner, LongestOwner, "Say who keeps this page right, by role and not by name");
        if (ReviewOn <= today || ReviewOn > today.AddYears(LongestReviewYears))
        {
            throw new RuleBroken(nameof(ReviewOn), $"Choose a day for the next review after today and before {NewZealandTime.Show(today.AddYears(LongestReviewYears))}");
        }

        ContentLines.Check(Text);
    }

    private static void Filled(string field, string value, int longest, string ask)
    {
        if (value.Length == 0)
        {
            throw new RuleBroken(field, ask);
        }

        if (value.Length > longest)
        {
            throw new RuleBroken(field, $"Use {longest.ToString("N0", NewZealandTime.Culture)} characters or fewer; this has {value.Length.ToString("N0", NewZealandTime.Culture)}");
        }
    }
}

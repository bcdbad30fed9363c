namespace SchoolPortal.Documents.Schools;

/// <summary>What somebody needs to know who walks into a school, on one sheet of paper, as finished values.</summary>
/// <param name="SchoolNumber">The Ministry's number.</param>
/// <param name="SchoolName">With its macrons.</param>
/// <param name="Date">The day it is of.</param>
/// <param name="MadeFor">For whom and when, as read: <c>Made for Aroha Ngata on 5 March 2027, 2:30pm</c>.</param>
/// <param name="IsRestricted">It holds what only few may read.</param>
/// <param name="Warning">What stands above all else.</param>
/// <param name="Parts">In the order in which they are needed.</param>
public sealed record SchoolCard(
    int SchoolNumber, string SchoolName, DateOnly Date, string MadeFor, bool IsRestricted, string Warning, IReadOnlyList<CardPart> Parts)
{
    /// <summary>What the sheet is called.</summary>
    public string Title { get; init; } = "School card";
}

/// <summary>Lines of a card that are read together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Lines">In order.</param>
public sealed record CardPart(string Title, IReadOnlyList<CardLine> Lines);

/// <summary>One line of a card.</summary>
public sealed record CardLine
{
    /// <summary>Most characters of a text, two lines on paper: so much of every answer that people write at length leaves the card on one sheet.</summary>
    public const int LongestText = 180;

    private const string Between = " · ";

    /// <param name="label">What it says.</param>
    /// <param name="lines">Its text, put on one line; what is longer than <see cref="LongestText"/> is cut and ends in an ellipsis.</param>
    public CardLine(string label, params IEnumerable<string> lines)
    {
        var text = string.Join(Between, lines);
        (Label, Text) = (label, text.Length <= LongestText ? text : $"{text[..(LongestText - 1)].TrimEnd()}…");
    }

    private CardLine(string label, string text) => (Label, Text) = (label, text);

    /// <summary>A line that is not cut, whatever its length: for sheets that may take several pages.</summary>
    public static CardLine Whole(string label, string text) => new(label, text);

    /// <summary>What it says.</summary>
    public string Label { get; }

    /// <summary>On one line.</summary>
    public string Text { get; }
}

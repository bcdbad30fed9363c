namespace SchoolPortal.Domain.Public;

/// <summary>How a diagram is drawn.</summary>
public enum DiagramShape
{
    /// <summary>Bands from the widest to the narrowest.</summary>
    Levels,

    /// <summary>The first two items are partners; the others are what they share.</summary>
    Pair,

    /// <summary>Steps in a ring.</summary>
    Cycle,
}

/// <summary>A part of a diagram.</summary>
/// <param name="Name">A few words.</param>
/// <param name="Text">What it means.</param>
public sealed record DiagramItem(string Name, string Text);

/// <summary>
/// A diagram as its words: the picture on a page, the shapes on a slide, the table in a Word file and the list that screen
/// readers read are all made from these. Written in Markdown as a fenced block: <c>diagram levels</c>, then a line with the title,
/// then a line <c>name | text</c> for each item.
/// </summary>
/// <param name="Shape">How it is drawn.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Items">In order.</param>
public sealed record Diagram(DiagramShape Shape, string Title, IReadOnlyList<DiagramItem> Items)
{
    private const string Word = "diagram";
    private const int LongestName = 30;
    private const int LongestText = 80;
    private const int MostItems = 6;

    /// <summary>Reads a fenced block.</summary>
    /// <param name="info">What stands after the opening backticks.</param>
    /// <param name="lines">The lines between.</param>
    /// <param name="broken">Makes a refusal of a sentence.</param>
    public static Diagram Read(string info, IEnumerable<string> lines, Func<string, RuleBroken> broken)
    {
        var said = info.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (said is not [Word, var shape] || !Enum.TryParse<DiagramShape>(shape, ignoreCase: true, out var drawn) || !Enum.IsDefined(drawn))
        {
            throw broken("a block in backticks is a diagram: begin it with diagram levels, diagram pair or diagram cycle");
        }

        var written = lines.Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var items = written.Skip(1).Select(line => ItemOf(line, broken)).ToList();
        if (items.Count is < 3 or > MostItems)
        {
            throw broken($"a diagram has a title and then from 3 to {MostItems} lines, each like Name | what it means");
        }

        return new Diagram(drawn, written[0], items);
    }

    private static DiagramItem ItemOf(string line, Func<string, RuleBroken> broken)
    {
        if (line.Split('|', StringSplitOptions.TrimEntries) is not [{ Length: > 0 and <= LongestName } name, { Length: > 0 and <= LongestText } text])
        {
            throw broken($"write each part of a diagram as Name | what it means, the name in up to {LongestName} and its meaning in up to {LongestText} characters");
        }

        return new DiagramItem(name, text);
    }
}

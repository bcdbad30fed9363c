using System.Text.RegularExpressions;

namespace SchoolPortal.Domain.Public;

/// <summary>The lines of a Markdown text: what a reader could not make sense of is refused, naming the line.</summary>
internal static partial class ContentLines
{
    private const string Fence = "```";

    /// <summary>Refuses headings that leave out a level, mark-up that would be shown as letters, blanks that nobody fills in, and diagrams that cannot be drawn.</summary>
    public static void Check(string text)
    {
        var lines = text.Split('\n');
        var level = 1;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                var end = Array.FindIndex(lines, i + 1, each => each.StartsWith(Fence, StringComparison.Ordinal));
                if (end < 0)
                {
                    throw Broken(i, "the diagram that begins here has no end. Close it with a line of three backticks");
                }

                Diagram.Read(line[Fence.Length..], lines[(i + 1)..end], sentence => Broken(i, sentence));
                i = end;
                continue;
            }

            if (HeadingLine().Match(line) is { Success: true } heading)
            {
                var deep = heading.Groups["marks"].Length;
                if (deep == 1 || deep > level + 1)
                {
                    throw Broken(i, $"the heading leaves out a level. Begin it with {new string('#', level + 1)}");
                }

                level = deep;
            }

            if (TagLine().IsMatch(line))
            {
                throw Broken(i, "HTML is not used here and would be shown as it stands. Write it in Markdown");
            }

            if (ContentBlanks.FaultOf(line) is { } fault)
            {
                throw Broken(i, fault);
            }
        }
    }

    private static RuleBroken Broken(int line, string sentence) => new(nameof(ContentWords.Text), $"Line {line + 1}: {sentence}");

    [GeneratedRegex("^(?<marks>#{1,6})\\s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex HeadingLine();

    [GeneratedRegex("</?[a-zA-Z][^>]*>|<!--", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex TagLine();
}

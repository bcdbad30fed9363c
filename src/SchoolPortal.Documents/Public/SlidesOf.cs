namespace SchoolPortal.Documents.Public;

/// <summary>One slide as finished values.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Lines">What stands on it; empty where a diagram does.</param>
/// <param name="Diagram">What is drawn on it, or null.</param>
/// <param name="Notes">What to say with it.</param>
internal sealed record Slide(string Title, IReadOnlyList<IReadOnlyList<HandOutRun>> Lines, HandOutDiagram? Diagram, IReadOnlyList<string> Notes);

/// <summary>
/// Makes slides of a hand-out's sections: its lists and tables stand on the slide, a diagram has one to itself, and its
/// paragraphs are what the speaker says. A section of paragraphs alone shows the first and says the rest.
/// </summary>
internal static class SlidesOf
{
    /// <summary>More lines than this make the letters too small; they go on to another slide.</summary>
    private const int MostLines = 7;

    private const int LettersOfLine = 50;

    internal static IEnumerable<Slide> Sections(HandOut handOut) => handOut.Sections.SelectMany(section => Section(section, section.Heading ?? handOut.Title));

    private static IEnumerable<Slide> Section(HandOutSection section, string title)
    {
        var said = section.Blocks.OfType<HandOutParagraph>().Select(paragraph => HandOutRun.TextOf(paragraph.Runs)).ToList();
        var lines = section.Blocks.SelectMany(LinesOf).ToList();
        var diagrams = section.Blocks.OfType<HandOutDiagram>().ToList();
        if (lines.Count == 0 && diagrams.Count == 0 && said.Count > 0)
        {
            lines.Add(HandOutRun.Of(said[0]));
        }

        foreach (var diagram in diagrams)
        {
            yield return new Slide(title, [], diagram, [.. said, DiagramTables.Words(diagram.Diagram)]);
        }

        foreach (var (chunk, i) in Filled(lines).Select((chunk, i) => (chunk, i)))
        {
            yield return new Slide(i == 0 && diagrams.Count == 0 ? title : $"{title} (continued)", chunk, null, said);
        }
    }

    /// <summary>As much on each slide as fits, counting a long line as the several that it is broken into.</summary>
    private static IEnumerable<IReadOnlyList<IReadOnlyList<HandOutRun>>> Filled(IReadOnlyList<IReadOnlyList<HandOutRun>> lines)
    {
        var (slide, taken) = (new List<IReadOnlyList<HandOutRun>>(), 0);
        foreach (var line in lines)
        {
            var needs = 1 + (HandOutRun.TextOf(line).Length / LettersOfLine);
            if (slide.Count > 0 && taken + needs > MostLines)
            {
                yield return slide;
                (slide, taken) = ([], 0);
            }

            slide.Add(line);
            taken += needs;
        }

        if (slide.Count > 0)
        {
            yield return slide;
        }
    }

    private static IEnumerable<IReadOnlyList<HandOutRun>> LinesOf(HandOutBlock block) => block switch
    {
        HandOutList list => list.Items,
        HandOutTable table => table.Rows.Select(row => HandOutRun.Of(row[0], string.Join(" · ", row.Skip(1).Where(cell => cell.Length > 0)))),
        _ => [],
    };
}

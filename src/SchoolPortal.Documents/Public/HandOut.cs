using SchoolPortal.Domain.Public;

namespace SchoolPortal.Documents.Public;

/// <summary>A hand-out as finished values: what a Word file and a slide show are made from. The same hand-out gives the same bytes.</summary>
/// <param name="Key">Lower-case name for its files, such as <c>summary</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Summary">One sentence under the title.</param>
/// <param name="For">Whose and for whom: <c>Fairburn School · for parents</c>; null where it is for everybody.</param>
/// <param name="Date">The day the text is of.</param>
/// <param name="Sections">In order.</param>
public sealed record HandOut(string Key, string Title, string Summary, string? For, DateOnly Date, IReadOnlyList<HandOutSection> Sections)
{
    /// <summary>A name to save it under: <c>summary-2027-03-05.docx</c>.</summary>
    /// <param name="extension">Without a dot.</param>
    public string FileName(string extension) => FormattableString.Invariant($"{Key}-{Date:yyyy-MM-dd}.{extension}");
}

/// <summary>A part under a heading of its own: a section of a document, a slide of a show.</summary>
/// <param name="Heading">Null for what stands before the first heading.</param>
/// <param name="Blocks">In order.</param>
public sealed record HandOutSection(string? Heading, IReadOnlyList<HandOutBlock> Blocks);

/// <summary>One of the few things that a hand-out is made of.</summary>
public abstract record HandOutBlock;

/// <summary>A heading within a section.</summary>
public sealed record HandOutHeading(string Text) : HandOutBlock;

/// <summary>A paragraph.</summary>
public sealed record HandOutParagraph(IReadOnlyList<HandOutRun> Runs) : HandOutBlock;

/// <summary>A list.</summary>
public sealed record HandOutList(bool IsNumbered, IReadOnlyList<IReadOnlyList<HandOutRun>> Items) : HandOutBlock;

/// <summary>A table whose first column names each row.</summary>
/// <param name="Title">What it is called for people who hear it.</param>
/// <param name="Heads">Heads of its columns.</param>
/// <param name="Rows">Cells of each row, as many as there are heads.</param>
public sealed record HandOutTable(string Title, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows) : HandOutBlock;

/// <summary>A diagram.</summary>
public sealed record HandOutDiagram(Diagram Diagram) : HandOutBlock;

/// <summary>Words that are set alike.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsStrong">Important.</param>
/// <param name="IsEmphasised">Stressed.</param>
/// <param name="Link">Whole address that they lead to, or null.</param>
public sealed record HandOutRun(string Text, bool IsStrong = false, bool IsEmphasised = false, string? Link = null)
{
    /// <summary>Plain words as the runs of a paragraph.</summary>
    public static IReadOnlyList<HandOutRun> Of(string text) => [new(text)];

    /// <summary>A name and what it is: <c>In force since: 5 March 2027</c>.</summary>
    public static IReadOnlyList<HandOutRun> Of(string name, string text) => [new($"{name}: ", IsStrong: true), new(text)];

    /// <summary>Runs as one text.</summary>
    public static string TextOf(IEnumerable<HandOutRun> runs) => string.Concat(runs.Select(run => run.Text));
}

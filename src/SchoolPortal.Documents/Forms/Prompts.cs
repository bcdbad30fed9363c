namespace SchoolPortal.Documents.Forms;

/// <summary>Words that stand where nothing has been answered. A cell that holds only one of them is empty.</summary>
public static class Prompts
{
    /// <summary>Any text.</summary>
    public const string Write = "Write here";

    /// <summary>A day.</summary>
    public const string Date = "Choose a date";

    /// <summary>One of a list.</summary>
    public const string Choose = "Choose one";

    /// <summary>A number to write by hand or by key.</summary>
    public const string Number = "____";

    /// <summary>A fact that the portal has not been told.</summary>
    public const string Fact = "The portal fills this in";

    /// <summary>A record in which the question was left open.</summary>
    public const string NotAnswered = "Not answered";

    /// <summary>All of them, with what Word puts in an emptied control by itself.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Write, Date, Choose, Number, Fact, NotAnswered,
        "Click or tap here to enter text.", "Click or tap to enter a date.", "Choose an item.",
    ];
}

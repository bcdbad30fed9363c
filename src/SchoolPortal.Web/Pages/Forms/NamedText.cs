namespace SchoolPortal.Web.Pages.Forms;

/// <summary>One of two or more texts that <c>_SideBySide</c> sets beside each other.</summary>
/// <param name="Name">Whose it is, such as "You typed".</param>
/// <param name="Lines">The text; no lines when there is none.</param>
public sealed record NamedText(string Name, IReadOnlyList<string> Lines);

using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>What differs between two fixed texts of a form, as <c>_WordingChanges</c> draws it.</summary>
/// <param name="BeforeName">Head of the earlier column.</param>
/// <param name="AfterName">Head of the later column.</param>
/// <param name="Changes">From <see cref="WordingChange.Between"/>.</param>
public sealed record WordingChanges(string BeforeName, string AfterName, IReadOnlyList<WordingChange> Changes);

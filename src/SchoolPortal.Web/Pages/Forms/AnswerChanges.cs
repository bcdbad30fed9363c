using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>What differs between two sets of answers, as <c>_AnswerChanges</c> draws it.</summary>
/// <param name="Caption">What is compared, such as "What changed since you opened this section".</param>
/// <param name="BeforeName">Head of the earlier column, such as "When you opened it".</param>
/// <param name="AfterName">Head of the later column, such as "Now".</param>
/// <param name="Changes">From <see cref="AnswerComparison"/>.</param>
public sealed record AnswerChanges(string Caption, string BeforeName, string AfterName, IReadOnlyList<FieldChange> Changes);

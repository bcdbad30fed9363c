using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>A form as it was answered, with the name people know it by.</summary>
/// <param name="Name">"Agreement 1, superseded", "Standard text", "2025 profile".</param>
/// <param name="Record">What it says, as far as its reader may read it.</param>
public sealed record NamedRecord(string Name, FormRecord Record)
{
    /// <summary>The Word file of a later text in which the changes since this one are tracked.</summary>
    /// <param name="later">The later text.</param>
    /// <param name="day">The day the changes are put down to.</param>
    public FormContent TrackedIn(FormContent later, DateOnly day) => later with
    {
        Standing = DocumentStanding.Compared,
        Signatures = [],
        Earlier = new EarlierText(Name, Record, new TrackedBy("School Portal", day)),
    };
}

/// <summary>Two texts of one form side by side, such as two agreements or two years, as <c>_FormComparison</c> draws them.</summary>
/// <param name="Earlier">The earlier one.</param>
/// <param name="Later">The later one.</param>
/// <param name="WordAddress">The same as a Word file with tracked changes.</param>
public sealed record FormComparison(NamedRecord Earlier, NamedRecord Later, string WordAddress)
{
    /// <summary>Answers and facts that differ.</summary>
    public IReadOnlyList<FieldChange> Changes { get; } = AnswerComparison.Changes(Earlier.Record, Later.Record);

    /// <summary>Fixed text that differs, where they are written in different words.</summary>
    public IReadOnlyList<WordingChange> Wording { get; } = WordingChange.Between(Earlier.Record.Form, Later.Record.Form);

    /// <summary>The same changes, a table for each section.</summary>
    public IEnumerable<AnswerChanges> Sections => Changes
        .GroupBy(change => change.Section.Key)
        .Select(section => new AnswerChanges(section.First().Section.Title, Earlier.Name, Later.Name, [.. section]));

    /// <summary>Sections for which only one of them says that there is nothing to report: "Events, 2025 profile".</summary>
    public IReadOnlyList<string> NothingToReport =>
    [
        .. from section in Later.Record.Form.Sections
           let before = Earlier.Record.NothingToReport.Contains(section.Key)
           where before != Later.Record.NothingToReport.Contains(section.Key)
           select $"{section.Title}, {(before ? Earlier : Later).Name}",
    ];

    /// <summary>True when nothing differs at all.</summary>
    public bool IsSame => Changes.Count == 0 && Wording.Count == 0 && NothingToReport.Count == 0;
}

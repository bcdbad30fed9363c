using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>A section to be read or checked, as <c>_SectionAnswers</c> draws it.</summary>
/// <param name="Section">What was asked; already without what this person may not see.</param>
/// <param name="Answers">What was answered.</param>
public sealed record SectionAnswers(SectionDefinition Section, Answers Answers)
{
    /// <summary>Facts by key: live, or as they were frozen with the text.</summary>
    public IReadOnlyDictionary<string, FactValue> Facts { get; init; } = new Dictionary<string, FactValue>(StringComparer.Ordinal);

    /// <summary>Address of the page on which the section is changed, or null when it may not be.</summary>
    public string? ChangeAddress { get; init; }

    /// <summary>Where one question is changed, or null.</summary>
    public string? ChangeAddressOf(FieldDefinition field) =>
        ChangeAddress is null || field.Kind == FieldKind.Fact
            ? null
            : $"{ChangeAddress}#{Components.FieldTagHelper.IdOf(InputNames.First(field))}";
}

namespace SchoolPortal.Domain.Forms;

/// <summary>Says what a section still lacks before it is complete.</summary>
public static class SectionCheck
{
    /// <summary>The required answers that are not there, in the order of the fields; none when the section is complete.</summary>
    public static IReadOnlyList<FieldProblem> Missing(SectionDefinition section, Answers answers) =>
    [
        .. from field in section.Fields
           let sentence = Gap(field, answers[field.Key])
           where sentence is not null
           select new FieldProblem(field.Key, InputNames.First(field), sentence),
    ];

    private static string? Gap(FieldDefinition field, Answer? answer)
    {
        if (answer is null or { IsEmpty: true })
        {
            return field.Required && field.Kind != FieldKind.Fact ? $"“{field.Label}” still needs an answer." : null;
        }

        var given = field.Kind == FieldKind.Table ? answer.Rows.Count : answer.Items.Count;
        return (field.Kind, field.Limits.Min) switch
        {
            (FieldKind.Several, { } least) when given < least => $"“{field.Label}” needs at least {least} choices; you have ticked {given}.",
            (FieldKind.Table, { } least) when given < least => $"“{field.Label}” needs at least {least} rows; you have filled in {given}.",
            _ => null,
        };
    }
}

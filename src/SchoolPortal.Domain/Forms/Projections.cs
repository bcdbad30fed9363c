using System.Globalization;

namespace SchoolPortal.Domain.Forms;

/// <summary>
/// Answers that rules, lists or reports read are named so in the definition (<c>projects</c>) and copied into typed columns
/// when a section is saved.
/// </summary>
public static class Projections
{
    /// <summary>First day of an agreement’s term.</summary>
    public const string TermStart = "TermStart";

    /// <summary>Years of an agreement’s term.</summary>
    public const string TermYears = "TermYears";

    /// <summary>School working days of notice that end an agreement.</summary>
    public const string NoticeDays = "NoticeDays";

    /// <summary>Key of the field that is projected under this name.</summary>
    public static string KeyOf(FormDefinition form, string projection) =>
        form.Fields().First(f => f.Field.Projects == projection).Field.Key;

    /// <summary>The date answered in the field that is projected under this name, or null.</summary>
    public static DateOnly? DateOf(this Answers answers, FormDefinition form, string projection) =>
        DateOnly.TryParseExact(Text(answers, form, projection), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The number answered (or chosen by a numeric key) in the field that is projected under this name, or null.</summary>
    public static int? NumberOf(this Answers answers, FormDefinition form, string projection) =>
        int.TryParse(Text(answers, form, projection), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(Answers answers, FormDefinition form, string projection) =>
        form.Fields().Where(f => f.Field.Projects == projection).Select(f => answers[f.Field.Key]?.Text).FirstOrDefault();
}

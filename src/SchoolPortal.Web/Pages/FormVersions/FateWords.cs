using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.FormVersions;

/// <summary>What becomes of a question, in words.</summary>
internal static class FateWords
{
    public static string Of(QuestionChange change) => change.Fate switch
    {
        QuestionFate.Added => "New",
        QuestionFate.Dropped => $"No longer asked: {change.Why}",
        QuestionFate.Split => $"Split into {string.Join(" and ", change.To.Select(Named))}",
        QuestionFate.Renamed => $"Becomes {Named(change.To[0])}",
        QuestionFate.KindChanged => $"{(change.To[0].Key == change.From!.Key ? "Asked" : $"Becomes {Named(change.To[0])}, asked")} for another kind of answer",
        _ => "Goes on, with less room or fewer choices",
    };

    private static string Named(FieldDefinition asked) => $"\u201c{asked.Label}\u201d ({asked.Key})";
}

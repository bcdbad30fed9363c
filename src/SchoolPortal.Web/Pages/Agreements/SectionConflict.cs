using Microsoft.AspNetCore.Mvc.ModelBinding;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using Option = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>
/// Two people saved one section: what the other saved and what was typed here, answer by answer, so that the person
/// chooses and nothing is lost.
/// </summary>
/// <param name="Section">The section.</param>
/// <param name="Stored">As the other person saved it.</param>
/// <param name="Posted">As it was typed here.</param>
public sealed record SectionConflict(SectionDefinition Section, AnsweredSection Stored, SectionInput Posted)
{
    /// <summary>Name of the hidden input that says that choices were made.</summary>
    public const string Settling = "settling";

    private const string Mine = "mine";
    private const string Theirs = "theirs";

    /// <summary>Who saved the other text.</summary>
    public string Other => Stored.SavedBy ?? "Somebody else";

    /// <summary>When they did.</summary>
    public string When => Stored.SavedAt is { } at ? NewZealandTime.Show(at) : "";

    /// <summary>The answers that differ: theirs before, mine after.</summary>
    public IReadOnlyList<FieldChange> Changes { get; } = AnswerComparison.Changes(Section, Stored.Answers(), Posted.Answers);

    /// <summary>What can be kept of one answer.</summary>
    public IReadOnlyList<Option> Choices => [new(Mine, "Keep what you typed"), new(Theirs, $"Keep what {Other} saved")];

    /// <summary>Name of the input that says what to keep of one answer.</summary>
    public static string InputOf(FieldDefinition field) => $"keep.{field.Key}";

    /// <summary>
    /// The answers to save: as typed, or, when the person has chosen, each as chosen. An answer that differs and was not
    /// chosen is a fault.
    /// </summary>
    public static Answers Settle(IFormCollection form, SectionDefinition section, Answers theirs, Answers mine, ModelStateDictionary state)
    {
        if (!form.ContainsKey(Settling))
        {
            return mine;
        }

        var settled = mine;
        foreach (var change in AnswerComparison.Changes(section, theirs, mine))
        {
            switch (form[InputOf(change.Field)].ToString())
            {
                case Theirs:
                    settled = settled.With(change.Field.Key, theirs[change.Field.Key]);
                    break;
                case Mine:
                    break;
                default:
                    state.AddModelError(InputOf(change.Field), $"Choose which answer to \u201c{change.Field.Label}\u201d to keep");
                    break;
            }
        }

        return settled;
    }
}

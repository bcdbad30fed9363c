using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>
/// What somebody posted for a section, read against what is stored: their answers, another person's beside them where the
/// two cross, what hinders saving, and what is to be saved.
/// </summary>
public sealed class SectionPost
{
    /// <summary>Button: saves and goes to the list of sections, gaps or no gaps.</summary>
    public const string Later = "later";

    /// <summary>Button: last year's answers still hold.</summary>
    public const string Unchanged = "unchanged";

    /// <summary>Button: there is nothing to report.</summary>
    public const string Nothing = "nothing";

    private readonly SectionView view;
    private readonly IFormCollection form;
    private readonly string? deed;

    /// <param name="view">The section as it is stored now.</param>
    /// <param name="form">What was posted.</param>
    /// <param name="token">The section's token when the form was opened.</param>
    /// <param name="seen">The token of the other person's text that was shown beside this one's, or null.</param>
    /// <param name="deed">Which button was pressed; null for "Save and continue".</param>
    /// <param name="today">Today.</param>
    public SectionPost(SectionView view, IFormCollection form, Guid token, Guid? seen, string? deed, DateOnly today)
    {
        this.view = view;
        this.form = form;
        this.deed = deed;
        Typed = PostedSection.Read(form, view.Section, view.Stored, view.People, today);
        Conflict = token == view.Saved.Token
            ? null
            : new SectionConflict(view.Section, view.Stored, Typed.Answers, view.Saved.SavedBy ?? "Somebody else", view.Saved.Token);
        IsSettled = Conflict is not null && seen == Conflict.TheirToken;
        BasedOn = seen ?? token;
    }

    /// <summary>The answers read, and what was typed.</summary>
    public SectionInput Typed { get; }

    /// <summary>Somebody saved this section since the form was opened; null when nobody did.</summary>
    public SectionConflict? Conflict { get; }

    /// <summary>The token of the text that this post means to replace.</summary>
    public Guid BasedOn { get; }

    /// <summary>Key of the table for which more rows are asked; such a post saves nothing.</summary>
    public string? MoreRowsFor => PostedSection.MoreRowsFor(form, view.Section);

    // Both texts were on the page from which this was posted, so the choices count.
    private bool IsSettled { get; }

    /// <summary>What was chosen for a question that two people answered differently.</summary>
    public string? ChoiceOf(FieldDefinition field) =>
        deed is SectionConflict.KeepMine or SectionConflict.KeepTheirs ? deed : form[SectionConflict.ChoiceName(field)];

    /// <summary>What hinders saving; none when it may be saved.</summary>
    public IReadOnlyList<FieldProblem> Problems() =>
    [
        .. Typed.Problems,
        .. Conflict is null && deed is Unchanged or Nothing ? Crossed() : [],
        .. IsSettled ? Conflict!.Undecided(ChoiceOf) : [],
    ];

    /// <summary>What is to be saved once nothing hinders.</summary>
    public SectionEntry Entry() => new(
        view.Stored.WithSection(view.Section, IsSettled ? Conflict!.Settle(ChoiceOf) : Typed.Answers),
        deed == Nothing);

    // One press stands for what is stored, so it must not quietly drop or keep what was typed.
    private IEnumerable<FieldProblem> Crossed() =>
        !Typed.Answers.Equals(view.Stored.Of(view.Section))
            ? [new FieldProblem("", "", "You have changed answers on this page. Choose “Save and continue” to keep them.")]
            : deed == Unchanged ? SectionCheck.Missing(view.Section, Typed.Answers) : [];
}

using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// What somebody posted for a section, read against what is stored: their answers, another person's beside them where the
/// two cross, what hinders saving, and what is to be saved. <c>_SectionPost</c> draws the form that it is posted from.
/// </summary>
public sealed class SectionPost
{
    /// <summary>Name of the input with the section's token when the form was opened.</summary>
    public const string TokenName = "Token";

    /// <summary>Name of the input with the token of the other person's text that was shown beside this one's.</summary>
    public const string SeenName = "Seen";

    /// <summary>Name of the buttons that say more than "Save and continue".</summary>
    public const string DeedName = "Deed";

    /// <summary>Button: saves and goes to the list of sections, gaps or no gaps.</summary>
    public const string Later = "later";

    private readonly IFormCollection form;
    private readonly SectionDefinition section;
    private readonly Answers stored;

    /// <param name="form">What was posted.</param>
    /// <param name="section">What is asked, without what this person may not see.</param>
    /// <param name="saved">The section as it is stored now.</param>
    /// <param name="people">Whom a contact question may be answered with.</param>
    /// <param name="today">Today.</param>
    public SectionPost(IFormCollection form, SectionDefinition section, AnsweredSection saved, IReadOnlyList<ContactChoice> people, DateOnly today)
    {
        this.form = form;
        this.section = section;
        stored = saved.Answers();
        Typed = PostedSection.Read(form, section, stored, people, today);
        Fields = new SectionForm(section, Typed.Typed)
        {
            People = PostedSection.WithStored(section, stored, people),
            MoreRowsFor = PostedSection.MoreRowsFor(form, section),
        };
        Token = PostedToken.Read(form[TokenName]);
        Conflict = Token == saved.Token
            ? null
            : new SectionConflict(section, stored, Typed.Answers, saved.SavedBy ?? "Somebody else", saved.Token);
        IsSettled = Conflict is not null && PostedToken.Read(form[SeenName]) == Conflict.TheirToken;
        BasedOn = form.ContainsKey(SeenName) ? PostedToken.Read(form[SeenName]) : Token;
    }

    /// <summary>The answers read, and what was typed.</summary>
    public SectionInput Typed { get; }

    /// <summary>The form again, as it was typed.</summary>
    public SectionForm Fields { get; }

    /// <summary>The section's token when the form was opened.</summary>
    public Guid Token { get; }

    /// <summary>Somebody saved this section since the form was opened; null when nobody did.</summary>
    public SectionConflict? Conflict { get; }

    /// <summary>The token of the text that this post means to replace.</summary>
    public Guid BasedOn { get; }

    /// <summary>Which button was pressed; empty for "Save and continue".</summary>
    public string Deed => form[DeedName].ToString();

    /// <summary>Something was typed that is not what is stored.</summary>
    public bool IsUnsaved => Typed.Problems.Count > 0 || !Typed.Answers.Equals(stored.Of(section));

    /// <summary>More rows of a table are asked for; such a post saves nothing.</summary>
    public bool AsksForRows => Fields.MoreRowsFor is not null;

    // Both texts were on the page from which this was posted, so the choices count.
    private bool IsSettled { get; }

    /// <summary>What was chosen for a question that two people answered differently.</summary>
    public string? ChoiceOf(FieldDefinition field) =>
        Deed is SectionConflict.KeepMine or SectionConflict.KeepTheirs ? Deed : form[SectionConflict.ChoiceName(field)];

    /// <summary>What hinders saving; none when it may be saved.</summary>
    public IReadOnlyList<FieldProblem> Problems() => [.. Typed.Problems, .. IsSettled ? Conflict!.Undecided(ChoiceOf) : []];

    /// <summary>What is to be saved once nothing hinders.</summary>
    public Answers Answers() => stored.WithSection(section, IsSettled ? Conflict!.Settle(ChoiceOf) : Typed.Answers);
}

/// <summary>What <c>_SectionPost</c> draws inside a page's own form.</summary>
/// <param name="Fields">The questions.</param>
/// <param name="Saved">The section as it is stored.</param>
/// <param name="Posted">What was posted, or typed before and not saved; null on a page just opened.</param>
/// <param name="Slip">Says whose typing this is, so that it is kept (<see cref="DraftSlip"/>).</param>
public sealed record SectionEditing(SectionForm Fields, AnsweredSection Saved, SectionPost? Posted, string Slip);

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// The drafts of one form, taken away as Word files and brought back: one small class for each form, registered as this. The
/// pages are the same for all; what may be changed, by whom and how it is saved is what the form's own pages say.
/// </summary>
public abstract class FormDrafts
{
    /// <summary>The form in its latest version.</summary>
    public abstract FormDefinition Form { get; }

    /// <summary>What addresses and sentences call one of them: <c>agreement</c>.</summary>
    public abstract string Noun { get; }

    /// <summary>The questions of one of its versions.</summary>
    public abstract FormDefinition FormOf(int version);

    /// <summary>Where the school's records of this form stand.</summary>
    public abstract string Home(int school);

    /// <summary>The person may change some of it at this school while it is open.</summary>
    public abstract bool MayChange(CurrentSchool school);

    /// <summary>The school's records of this form that the person may read, the newest first.</summary>
    public abstract Task<IReadOnlyList<DraftRecord>> ListAsync(CurrentSchool school, CancellationToken cancel);

    /// <summary>What stands in one of them now.</summary>
    public abstract Task<DraftNow> ReadAsync(CurrentSchool school, DraftRecord record, CancellationToken cancel);

    /// <summary>Writes down that the person sees what a file has beside what the portal has, where that is promised.</summary>
    public virtual Task RecordViewAsync(CurrentSchool school, DraftRecord record, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Saves what was chosen by the rules of the form's own pages, within the caller's save. Refuses as they do.</summary>
    public abstract Task ChangeAsync(CurrentSchool school, Guid recordId, IReadOnlyList<ChosenSection> chosen, Change change, CancellationToken cancel);
}

/// <summary>A record that a draft may have been taken of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Within a sentence: <c>agreement 3</c>, <c>the 2026 profile</c>.</param>
/// <param name="State">Its state in words.</param>
/// <param name="IsOpen">Its text may be changed.</param>
/// <param name="FormVersion">Version of its questions.</param>
/// <param name="Address">Its page, with its sections.</param>
/// <param name="Word">The draft to take away.</param>
public sealed record DraftRecord(Guid Id, string Name, string State, bool IsOpen, int FormVersion, string Address, string Word)
{
    /// <summary>The name where a sentence begins.</summary>
    public string Capital => char.ToUpperInvariant(Name[0]) + Name[1..];
}

/// <summary>What stands in a record now, as far as a returned file is concerned.</summary>
/// <param name="Answers">All answers.</param>
/// <param name="Tokens">Token of each section, by key.</param>
/// <param name="MayChange">The sections and questions that this person may change.</param>
/// <param name="People">Whom a contact question may be answered with.</param>
public sealed record DraftNow(
    Answers Answers,
    IReadOnlyDictionary<string, Guid> Tokens,
    IReadOnlyList<SectionDefinition> MayChange,
    IReadOnlyList<ContactChoice> People);

/// <summary>What was chosen of a file for one section.</summary>
/// <param name="Key">The section.</param>
/// <param name="BasedOn">Its token when the comparison was shown.</param>
/// <param name="Answers">The answers chosen; null takes the portal's away.</param>
public sealed record ChosenSection(string Key, Guid BasedOn, IReadOnlyList<ChosenAnswer> Answers)
{
    /// <summary>A section's stored answers with those chosen laid over them.</summary>
    public Answers Over(Answers stored) => Answers.Aggregate(stored, (all, chosen) => all.With(chosen.FieldKey, chosen.Answer));
}

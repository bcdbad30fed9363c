using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// The drafts of one form, written in templates, taken away as Word files and brought back: one small class for each form,
/// registered as this. The pages are the same for all; what may be changed, by whom and how it is saved is what the form's own
/// pages say.
/// </summary>
public abstract class FormDrafts
{
    /// <summary>The form in its latest version.</summary>
    public abstract FormDefinition Form { get; }

    /// <summary>What addresses and sentences call one of them: <c>agreement</c>.</summary>
    public abstract string Noun { get; }

    /// <summary>The same, of several.</summary>
    public string Nouns => $"{Noun}s";

    /// <summary>The questions of one of its versions.</summary>
    public abstract FormDefinition FormOf(int version);

    /// <summary>Where the school's records of this form stand.</summary>
    public abstract string Home(int school);

    /// <summary>What each record of it is written in, everywhere.</summary>
    public abstract IQueryable<WrittenRecord> Written { get; }

    /// <summary>What people call one of a school's: <c>agreement 3</c>, <c>the 2026 profile</c>.</summary>
    public abstract string NameOf(int number);

    /// <summary>The person reads records of it at this school.</summary>
    public abstract bool MayRead(CurrentSchool school);

    /// <summary>The person may change some of it at this school while it is open.</summary>
    public abstract bool MayChange(CurrentSchool school);

    /// <summary>The school's records of this form that the person may read, the newest first.</summary>
    public abstract Task<IReadOnlyList<DraftRecord>> ListAsync(CurrentSchool school, CancellationToken cancel);

    /// <summary>What stands in one of them now.</summary>
    public abstract Task<DraftNow> ReadAsync(CurrentSchool school, DraftRecord record, CancellationToken cancel);

    /// <summary>Writes down that the person sees what a file has beside what the portal has, where that is promised.</summary>
    public virtual Task RecordViewAsync(CurrentSchool school, DraftRecord record, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Has a record written in another template, within the caller's save. Refuses where its text may not be changed.</summary>
    /// <param name="school">The school.</param>
    /// <param name="recordId">The record.</param>
    /// <param name="template">The form in the words of the template.</param>
    /// <param name="cancel">Stops the query.</param>
    public abstract Task TakeTemplateAsync(CurrentSchool school, Guid recordId, FormDefinition template, CancellationToken cancel);

    /// <summary>Saves what was chosen by the rules of the form's own pages, within the caller's save. Refuses as they do.</summary>
    public abstract Task ChangeAsync(CurrentSchool school, Guid recordId, IReadOnlyList<ChosenSection> chosen, Change change, CancellationToken cancel);
}

/// <summary>Chooses among the forms.</summary>
internal static class FormDraftsChoice
{
    /// <summary>That of a key; the first where there is none of it.</summary>
    public static FormDrafts OfKey(this IEnumerable<FormDrafts> forms, string? key) => forms.MaxBy(form => form.Form.Key == key)!;

    /// <summary>Drafts that may take the template in use and are written in another.</summary>
    /// <param name="written">The records.</param>
    /// <param name="form">The form in use.</param>
    /// <param name="inUse">Its template in use.</param>
    public static IQueryable<WrittenRecord> Behind(this IQueryable<WrittenRecord> written, FormDefinition form, Guid? inUse) =>
        written.Where(w => w.IsDraft && w.FormVersion == form.Version && w.TemplateId != inUse);
}

/// <summary>A record that a draft may have been taken of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Which of the school's: the agreement's number, the profile's year.</param>
/// <param name="Name">Within a sentence: <c>agreement 3</c>, <c>the 2026 profile</c>.</param>
/// <param name="State">Its state in words.</param>
/// <param name="IsOpen">Its text may be changed.</param>
/// <param name="FormVersion">Version of its questions.</param>
/// <param name="TemplateId">The template version that it is written in; null for the standard one.</param>
/// <param name="Address">Its page, with its sections.</param>
/// <param name="Word">The draft to take away.</param>
public sealed record DraftRecord(
    Guid Id, int Number, string Name, string State, bool IsOpen, int FormVersion, Guid? TemplateId, string Address, string Word)
{
    /// <summary>The name where a sentence begins.</summary>
    public string Capital => char.ToUpperInvariant(Name[0]) + Name[1..];
}

/// <summary>A record of any school and what it is written in.</summary>
public sealed record WrittenRecord
{
    /// <summary>The school.</summary>
    public Guid SchoolId { get; init; }

    /// <summary>Which of the school's.</summary>
    public int Number { get; init; }

    /// <summary>Version of its questions.</summary>
    public int FormVersion { get; init; }

    /// <summary>The template version; null for the standard one.</summary>
    public Guid? TemplateId { get; init; }

    /// <summary>It is in the making, so it may take another.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Since when it is in its state, UTC.</summary>
    public DateTime Since { get; init; }
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

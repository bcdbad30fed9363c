using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Profiles;

/// <summary>
/// What somebody may read and change of one school's profile (domain §3.2 and §14.2): restricted parts are for named roles,
/// and a contributor reads and changes the sections they keep and no others.
/// </summary>
/// <param name="actor">Who.</param>
/// <param name="place">The school.</param>
public sealed class ProfileAccess(Actor actor, Place place)
{
    private readonly bool mayReadAll = actor.RolesAt(place).Any(role => role != Role.SchoolContributor && Permissions.RolesFor(Operation.ViewProfile).Contains(role));
    private readonly bool mayReadRestricted = actor.May(Operation.ViewRestricted, place);
    private readonly bool mayEditAll = actor.May(Operation.EditProfile, place);
    private readonly bool isOfSchool = actor.IsOf(place);
    private readonly IReadOnlySet<string> kept = actor.SectionsAt(place);

    /// <summary>May fill in at least one section.</summary>
    public bool MayEditAny => mayEditAll || kept.Count > 0;

    /// <summary>
    /// Police who read a restricted part leave a line in the school's history; the school's own people, whose part it is, do not.
    /// </summary>
    public bool IsViewRecorded => mayReadRestricted && !mayEditAll;

    /// <summary>May fill in this section while the profile is open.</summary>
    public bool MayEdit(SectionDefinition section) => mayEditAll || kept.Contains(section.Key);

    /// <summary>Refuses who may not fill in this section.</summary>
    public void MustEdit(SectionDefinition section)
    {
        if (!MayEdit(section))
        {
            throw new StepNotAllowed($"{section.Title} is kept by somebody else at this school.");
        }
    }

    /// <summary>May read this section. Who keeps a restricted section was named for it, and reads it.</summary>
    public bool MayRead(SectionDefinition section) =>
        kept.Contains(section.Key) || (mayReadAll && (section.Sensitivity == Sensitivity.Partners || mayReadRestricted));

    /// <summary>The section with the questions that may be read; null when it may not be read at all.</summary>
    public SectionDefinition? Readable(SectionDefinition section) =>
        !MayRead(section) ? null
        : mayReadRestricted || section.Sensitivity == Sensitivity.Restricted ? section
        : section.WithoutRestricted();

    /// <summary>Earlier answers beside a section that this person may read; numbers of students are for the school's own people.</summary>
    public IEnumerable<EarlierAnswer> Readable(SectionDefinition section, IEnumerable<EarlierAnswer> earlier) => earlier.Where(answer =>
        (!answer.IsRestricted || mayReadRestricted || section.Sensitivity == Sensitivity.Restricted) && (!answer.CountsStudents || isOfSchool));

    /// <summary>The answers as this person is told them: who looks across schools reads no small counts of students.</summary>
    public Answers Shown(FormDefinition form, Answers answers) =>
        isOfSchool ? answers : SmallCounts.Hide(form.Fields().Select(asked => asked.Field), answers);

    /// <summary>Keys of the sections and fields that must be left out of what is shown or written for this person.</summary>
    public IReadOnlySet<string> LeftOut(FormDefinition form)
    {
        var leftOut = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in form.Sections)
        {
            if (Readable(section) is not { } readable)
            {
                leftOut.Add(section.Key);
                continue;
            }

            leftOut.UnionWith(section.Fields.Except(readable.Fields).Select(field => field.Key));
        }

        return leftOut;
    }

    /// <summary>Keys of the sections and fields that are not this person's to fill in.</summary>
    public IReadOnlySet<string> NotTheirs(FormDefinition form) =>
        LeftOut(form).Union(form.Sections.Where(section => !MayEdit(section)).Select(section => section.Key)).ToHashSet(StringComparer.Ordinal);

    /// <summary>True when a section as this person reads it holds something restricted.</summary>
    public static bool HoldsRestricted(SectionDefinition readable) =>
        readable.Sensitivity == Sensitivity.Restricted || readable.Fields.Any(field => field.Sensitivity == Sensitivity.Restricted);
}

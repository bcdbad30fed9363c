using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;

namespace SchoolPortal.Domain.Tests.Profiles;

/// <summary>A small form with one section of each sort, and profiles of it in any state.</summary>
internal static class SampleProfile
{
    public const int Year = 2026;

    public static readonly DateOnly Due = new(Year, 3, 31);
    public static readonly DateTime Opened = new(Year, 2, 2, 0, 0, 0, DateTimeKind.Utc);
    public static readonly Guid SchoolId = Guid.CreateVersion7();

    public static readonly FormDefinition Form = new("school-profile", 1, "School Profile", null, [],
    [
        Section("about", mayBeNothing: false, Sensitivity.Partners),
        Section("events", mayBeNothing: true, Sensitivity.Partners),
        Section("readiness", mayBeNothing: false, Sensitivity.Restricted) with { ConfirmedEachTerm = true },
    ]);

    public static readonly IReadOnlySet<Role> School = new HashSet<Role> { Role.Principal };
    public static readonly IReadOnlySet<Role> Police = new HashSet<Role> { Role.LeadPoliceContact };

    /// <summary>An answer to the one question that a section must answer.</summary>
    public static Answers Answered(string key, string text = "Yes, all of it") => Answers.None.With($"{key}.needed", Answer.Of(text));

    public static SectionEntry Entry(string key, string text = "Yes, all of it") => new(Answered(key, text), NothingToReport: false);

    public static Change By(string name, DateTime? at = null) =>
        new(new Actor(Guid.CreateVersion7(), name, "", []), at ?? Opened.AddDays(1), "Did something");

    public static Profile New(Answers? lastYear = null) =>
        new(SchoolId, Year, Form, lastYear ?? Answers.None, Due, By("Somebody", Opened));

    public static void Save(this Profile profile, string key, SectionEntry entry, IReadOnlySet<Role>? roles = null, Change? change = null) =>
        profile.SaveSection(Form, key, entry, profile.Sections.Single(s => s.Key == key).Token, roles ?? School, change ?? By("Aroha"));

    /// <summary>A profile led through its own steps into a state, with every section complete.</summary>
    public static Profile In(ProfileState state)
    {
        var profile = New(Form.Sections.Aggregate(Answers.None, (all, s) => all.With(Answered(s.Key))));
        if (state == ProfileState.NotStarted)
        {
            return profile;
        }

        foreach (var section in Form.Sections)
        {
            profile.Save(section.Key, Entry(section.Key));
        }

        if (state is ProfileState.Submitted or ProfileState.Returned or ProfileState.Confirmed)
        {
            profile.Submit(Form, School, By("Principal"));
        }

        switch (state)
        {
            case ProfileState.Returned:
                profile.Return(new Dictionary<string, string> { ["events"] = "Add the gala" }, Police, By("Constable"));
                break;
            case ProfileState.Confirmed:
                profile.Confirm(Police, By("Constable"));
                break;
            case ProfileState.Archived:
                profile.Archive(new Change(Actor.Portal, Opened.AddYears(1), "Archived"));
                break;
        }

        return profile;
    }

    private static SectionDefinition Section(string key, bool mayBeNothing, Sensitivity sensitivity) =>
        new(key, char.ToUpperInvariant(key[0]) + key[1..], null, null, [], sensitivity, mayBeNothing,
        [
            Field($"{key}.needed", required: true, sensitivity),
            Field($"{key}.more", required: false, Sensitivity.Restricted),
        ]);

    private static FieldDefinition Field(string key, bool required, Sensitivity sensitivity) =>
        new(key, $"What of {key}?", null, FieldKind.Text, required, FieldLimits.None, [], [], null, null, sensitivity, null);
}

namespace SchoolPortal.Domain.Schools;

/// <summary>Whether the directory lists a school as open or as planned. A school that it no longer lists is closed.</summary>
public enum DirectoryStatus
{
    Open,
    Proposed,
    Closed,
}

public enum SchoolType
{
    Contributing,
    FullPrimary,
    Intermediate,
    RestrictedComposite,
    Composite,
    CompositeYears1To10,
    SecondaryYears7To10,
    SecondaryYears7To15,
    SecondaryYears9To15,
    SecondaryYears11To15,
    Special,
    TeenParentUnit,
    Correspondence,
    ActivityCentre,
}

public enum SchoolAuthority
{
    State,
    StateIntegrated,
    Private,
    PrivateProvisional,
    Charter,
    Other,
}

public enum CoEducation
{
    CoEducational,
    Girls,
    Boys,
    JuniorBoysSeniorCoEducational,
    PrimaryCoEducationalSecondaryGirls,
}

public enum SchoolDonations
{
    MayBeRequested,
    OnlyForCamps,
}

/// <summary>The values of one category: what each is called here and the spellings that directories have used for it.</summary>
public sealed class Category<T> where T : struct, Enum
{
    private readonly Dictionary<T, string> labels = [];
    private readonly Dictionary<string, T> asSpelt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> folded = new(StringComparer.Ordinal);

    internal Category(params (T Value, string Label, string[] AlsoSpelt)[] entries)
    {
        foreach (var (value, label, alsoSpelt) in entries)
        {
            labels.Add(value, label);
            foreach (var spelling in alsoSpelt.Append(label).Append(value.ToString()))
            {
                asSpelt[spelling] = value;
                folded[Folded.Key(spelling)] = value;
            }
        }
    }

    /// <summary>Every value, in the order in which people expect to find them.</summary>
    public IReadOnlyCollection<T> Values => labels.Keys;

    public string Label(T value) => labels[value];

    /// <summary>The value that a directory's spelling means, whatever its case, blanks and punctuation; null when it is unknown.</summary>
    public T? Find(string spelling) =>
        asSpelt.TryGetValue(spelling, out var value) || folded.TryGetValue(Folded.Key(spelling), out value) ? value : null;
}

/// <summary>The categories of the directory with their labels for people.</summary>
public static class SchoolCategories
{
    public static Category<DirectoryStatus> Listed { get; } = new(
        (DirectoryStatus.Open, "Open", []),
        (DirectoryStatus.Proposed, "Proposed", ["Not yet open"]),
        (DirectoryStatus.Closed, "Closed", []));

    public static Category<SchoolType> Types { get; } = new(
        (SchoolType.Contributing, "Contributing (years 1–6)", ["Contributing"]),
        (SchoolType.FullPrimary, "Full primary (years 1–8)", ["Full Primary"]),
        (SchoolType.Intermediate, "Intermediate (years 7–8)", ["Intermediate"]),
        (SchoolType.RestrictedComposite, "Restricted composite (years 7–10)", ["Restricted Composite (Year 7-10)", "Restricted Composite"]),
        (SchoolType.Composite, "Composite (years 1–15)", ["Composite", "Composite (Year 1-15)"]),
        (SchoolType.CompositeYears1To10, "Composite (years 1–10)", ["Composite (Year 1-10)"]),
        (SchoolType.SecondaryYears7To10, "Secondary (years 7–10)", ["Secondary (Year 7-10)"]),
        (SchoolType.SecondaryYears7To15, "Secondary (years 7–15)", ["Secondary (Year 7-15)"]),
        (SchoolType.SecondaryYears9To15, "Secondary (years 9–15)", ["Secondary (Year 9-15)"]),
        (SchoolType.SecondaryYears11To15, "Secondary (years 11–15)", ["Secondary (Year 11-15)"]),
        (SchoolType.Special, "Special school", ["Specialist School"]),
        (SchoolType.TeenParentUnit, "Teen parent unit", []),
        (SchoolType.Correspondence, "Correspondence school", []),
        (SchoolType.ActivityCentre, "Activity centre", []));

    public static Category<SchoolAuthority> Authorities { get; } = new(
        (SchoolAuthority.State, "State", ["State: Not integrated"]),
        (SchoolAuthority.StateIntegrated, "State integrated", ["State : Integrated", "State: Integrated"]),
        (SchoolAuthority.Private, "Private", ["Private : Fully Registered", "Private: Fully Reg."]),
        (SchoolAuthority.PrivateProvisional, "Private, provisionally registered", ["Private : Provisionally Registered", "Private: Prov.Reg."]),
        (SchoolAuthority.Charter, "Charter", ["Partnership School", "Charter School"]),
        (SchoolAuthority.Other, "Other", ["Other: Vote Ed."]));

    public static Category<CoEducation> CoEducations { get; } = new(
        (CoEducation.CoEducational, "Co-educational", ["Co-Educational", "Co-Ed"]),
        (CoEducation.Girls, "Girls", ["Girls School", "Single Sex (Girls School)"]),
        (CoEducation.Boys, "Boys", ["Boys School", "Single Sex (Boys School)"]),
        (CoEducation.JuniorBoysSeniorCoEducational, "Junior boys, senior co-educational", ["Senior Co-ed; Junior Boys", "Boys/Senior Co-Ed."]),
        (CoEducation.PrimaryCoEducationalSecondaryGirls, "Primary co-educational, secondary girls", ["Primary Co-ed, Secondary Girls"]));

    public static Category<SchoolDonations> Donations { get; } = new(
        (SchoolDonations.MayBeRequested, "Donations may be requested", []),
        (SchoolDonations.OnlyForCamps, "Donations are not requested, unless for a school camp",
            ["Donations should not be requested, unless for a school camp", "Donations should not be requested unless for a school camp"]));
}

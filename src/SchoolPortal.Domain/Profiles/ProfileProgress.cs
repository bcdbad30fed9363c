namespace SchoolPortal.Domain.Profiles;

/// <summary>How far a school has come with the profile of a year, for those who follow many; the ones behind first.</summary>
public enum ProfileProgress
{
    /// <summary>Not opened, or opened and not looked at.</summary>
    NotStarted,

    /// <summary>The school fills it in.</summary>
    InProgress,

    /// <summary>Police sent it back.</summary>
    Returned,

    /// <summary>Police read it.</summary>
    Submitted,

    /// <summary>Both sides stand behind it.</summary>
    Confirmed,
}

/// <summary>What progress is made of.</summary>
public static class ProfileProgresses
{
    /// <summary>Those that wait for the school.</summary>
    public static IReadOnlyList<ProfileProgress> Behind { get; } = [ProfileProgress.NotStarted, ProfileProgress.InProgress, ProfileProgress.Returned];

    /// <summary>States of the record that are this progress; a year that is over counts by whether it was confirmed.</summary>
    public static ProfileState StateOf(ProfileProgress progress) => progress switch
    {
        ProfileProgress.NotStarted => ProfileState.NotStarted,
        ProfileProgress.InProgress => ProfileState.Draft,
        ProfileProgress.Returned => ProfileState.Returned,
        ProfileProgress.Submitted => ProfileState.Submitted,
        _ => ProfileState.Confirmed,
    };

    /// <summary>From the record.</summary>
    /// <param name="state">Its state, or null where nobody opened one.</param>
    /// <param name="wasConfirmed">It was confirmed once: tells of an archived one.</param>
    public static ProfileProgress Of(ProfileState? state, bool wasConfirmed) => state switch
    {
        null or ProfileState.NotStarted => ProfileProgress.NotStarted,
        ProfileState.Returned => ProfileProgress.Returned,
        ProfileState.Submitted => ProfileProgress.Submitted,
        ProfileState.Confirmed => ProfileProgress.Confirmed,
        ProfileState.Archived when wasConfirmed => ProfileProgress.Confirmed,
        _ => ProfileProgress.InProgress,
    };
}

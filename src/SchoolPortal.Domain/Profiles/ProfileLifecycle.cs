using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Profiles;

/// <summary>States of a year's profile (domain §8).</summary>
public enum ProfileState
{
    /// <summary>Opened and filled in from last year; nobody has looked at it.</summary>
    NotStarted,

    /// <summary>The school fills it in.</summary>
    Draft,

    /// <summary>The Lead Police Contact reads it.</summary>
    Submitted,

    /// <summary>Sent back with reasons.</summary>
    Returned,

    /// <summary>Both sides stand behind it.</summary>
    Confirmed,

    /// <summary>The year is over.</summary>
    Archived,
}

/// <summary>Steps of a profile.</summary>
public enum ProfileStep
{
    /// <summary>The first section of a new or returned profile is saved.</summary>
    Begin,

    /// <summary>The school hands it to the Lead Police Contact.</summary>
    Submit,

    /// <summary>The school takes it back before it is read.</summary>
    TakeBack,

    /// <summary>The Lead Police Contact sends sections back with reasons.</summary>
    Return,

    /// <summary>The Lead Police Contact confirms it.</summary>
    Confirm,

    /// <summary>The year is over.</summary>
    Archive,
}

/// <summary>The life of a profile as one table (domain §8).</summary>
public static class ProfileLifecycle
{
    /// <summary>The table. Steps without roles are the portal's own.</summary>
    public static Lifecycle<ProfileState, ProfileStep> Table { get; } = new(
        "profile",
        new(ProfileStep.Begin, [ProfileState.NotStarted, ProfileState.Returned], ProfileState.Draft,
            [Role.LeadSchoolContact, Role.Principal, Role.SchoolContributor], "Start", "a section is saved"),
        new(ProfileStep.Submit, [ProfileState.Draft, ProfileState.Returned], ProfileState.Submitted,
            [Role.Principal], "Submit to Police", "every section is complete or has nothing to report"),
        new(ProfileStep.TakeBack, [ProfileState.Submitted], ProfileState.Draft,
            [Role.Principal, Role.LeadSchoolContact], "Take it back", "it is not confirmed yet"),
        new(ProfileStep.Return, [ProfileState.Submitted], ProfileState.Returned,
            [Role.LeadPoliceContact], "Send back", "at least one section has a reason"),
        new(ProfileStep.Confirm, [ProfileState.Submitted], ProfileState.Confirmed,
            [Role.LeadPoliceContact], "Confirm", "it is submitted"),
        new(ProfileStep.Archive, [ProfileState.NotStarted, ProfileState.Draft, ProfileState.Submitted, ProfileState.Returned, ProfileState.Confirmed], ProfileState.Archived,
            [], "Archive", "the year is over"));

    /// <summary>Somebody with these roles takes this step when its time comes: enough to be shown its page.</summary>
    public static bool MayTake(ProfileStep step, IReadOnlySet<Role> roles) => Table[step].Who.Any(roles.Contains);

    /// <summary>Sections may be changed; after confirmation each change is a dated amendment.</summary>
    public static bool IsOpen(ProfileState state) => state is not (ProfileState.Submitted or ProfileState.Archived);

    /// <summary>States in which the school has it in the making.</summary>
    public static IReadOnlyList<ProfileState> InTheMaking { get; } = [ProfileState.NotStarted, ProfileState.Draft, ProfileState.Returned];

    /// <summary>Past its due date and still with the school.</summary>
    public static bool IsOverdue(ProfileState state, DateOnly dueOn, DateOnly today) => dueOn < today && InTheMaking.Contains(state);
}

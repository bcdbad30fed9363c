using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Whose turn it is with a profile, in words for the person reading.</summary>
/// <param name="Yours">The reader acts next.</param>
/// <param name="Who">Who acts next when it is not the reader; null for nobody.</param>
/// <param name="Text">What is to be done.</param>
public sealed record ProfileTurn(bool Yours, string? Who, string Text)
{
    /// <summary>For somebody who holds these roles at the school.</summary>
    public static ProfileTurn Of(ProfileSummary profile, IReadOnlySet<Role> roles, DateOnly today) => profile.State switch
    {
        ProfileState.Submitted => new(
            ProfileLifecycle.MayTake(ProfileStep.Confirm, roles),
            "the Lead Police Contact",
            $"read the profile, then confirm it or send it back. Submitted on {NewZealandTime.Show(profile.StateSince)}."),
        ProfileState.Confirmed => new(false, null, profile.Confirmation!),
        ProfileState.Archived => new(false, null, $"{profile.Year} is over and its profile is kept to be read. {profile.Confirmation ?? "It was never confirmed."}"),
        _ when profile.SectionsDone == profile.Form.Sections.Count => new(
            ProfileLifecycle.MayTake(ProfileStep.Submit, roles),
            "the principal",
            $"submit the profile to Police. Every section is done. {Due(profile, today)}"),
        ProfileState.Returned => new(
            ProfileLifecycle.MayTake(ProfileStep.Begin, roles),
            "the school",
            $"mend the sections that Police sent back, then submit again. Sent back on {NewZealandTime.Show(profile.StateSince)}."),
        _ => new(
            ProfileLifecycle.MayTake(ProfileStep.Begin, roles),
            "the school",
            $"check and complete the sections, {profile.SectionsDone} of {profile.Form.Sections.Count} done. {Due(profile, today)}"),
    };

    private static string Due(ProfileSummary profile, DateOnly today) =>
        $"{(profile.IsOverdue(today) ? "It was due" : "Due")} on {NewZealandTime.Show(profile.DueOn)}.";
}

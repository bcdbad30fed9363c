using SchoolPortal.Domain;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>The stages of a year's profile, for the stage bar.</summary>
internal static class ProfileStages
{
    private static readonly ProfileState[] Ahead = [ProfileState.NotStarted, ProfileState.Draft, ProfileState.Submitted, ProfileState.Confirmed];

    /// <summary>The four stages, or none for a year that is over.</summary>
    public static IReadOnlyList<Stage> Of(ProfileSummary profile, DateOnly today)
    {
        // A returned profile is at the draft's place, and says so.
        var now = Array.IndexOf(Ahead, profile.State == ProfileState.Returned ? ProfileState.Draft : profile.State);
        return now < 0 ? [] : [.. Ahead.Select((state, place) => StageOf(state, place.CompareTo(now), profile, today))];
    }

    private static Stage StageOf(ProfileState state, int order, ProfileSummary profile, DateOnly today) => order switch
    {
        < 0 => new(Words.Capital(state), StageState.Done),
        > 0 => new(Words.Capital(state), StageState.Ahead),
        _ when state == ProfileState.Confirmed => new(Words.Capital(state), StageState.Done, NewZealandTime.Show(NewZealandTime.DayOf(profile.ConfirmedAt!.Value))),
        _ when profile.IsOverdue(today) => new(Words.Capital(profile.State), StageState.Over, $"was due on {NewZealandTime.Show(profile.DueOn)}"),
        _ when state == ProfileState.Submitted => new(Words.Capital(state), StageState.Now, $"since {NewZealandTime.Show(NewZealandTime.DayOf(profile.StateSince))}"),
        _ => new(Words.Capital(profile.State), StageState.Now, $"due on {NewZealandTime.Show(profile.DueOn)}"),
    };
}

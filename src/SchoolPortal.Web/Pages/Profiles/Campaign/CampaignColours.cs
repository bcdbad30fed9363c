using SchoolPortal.Domain;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Profiles.Campaign;

/// <summary>Progress as tags and bars show it: the colours of the profile's own states.</summary>
internal static class CampaignColours
{
    /// <summary>From what is behind both sides to what has not begun: how bars are read.</summary>
    public static IReadOnlyList<ProfileProgress> Order { get; } = [.. Enum.GetValues<ProfileProgress>().Reverse()];

    public static TagColour Of(ProfileProgress progress) => TagColours.Of(ProfileProgresses.StateOf(progress));

    /// <summary>The parts of a bar.</summary>
    public static IReadOnlyList<BarPart> Parts(CampaignCounts counts) => [.. Order.Select(p => new BarPart(Words.Capital(p), counts[p], Of(p)))];
}

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>The colours of a profile's states.</summary>
public static class ProfileColours
{
    public static TagColour Of(ProfileState state, bool isOverdue) => isOverdue ? TagColour.Red : state switch
    {
        ProfileState.Draft => TagColour.Blue,
        ProfileState.Submitted => TagColour.Turquoise,
        ProfileState.Returned => TagColour.Yellow,
        ProfileState.Confirmed => TagColour.Green,
        _ => TagColour.Grey,
    };

    public static TagColour Of(SectionState state) => state switch
    {
        SectionState.NotStarted => TagColour.Grey,
        SectionState.ToCheck or SectionState.InProgress => TagColour.Blue,
        SectionState.Returned => TagColour.Yellow,
        _ => TagColour.Plain,
    };
}

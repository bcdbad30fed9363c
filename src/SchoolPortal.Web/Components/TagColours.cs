using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;

namespace SchoolPortal.Web.Components;

/// <summary>The one colour of each standing and state, wherever it is shown.</summary>
public static class TagColours
{
    public static TagColour Of(AgreementStanding standing) => standing switch
    {
        AgreementStanding.Draft or AgreementStanding.SchoolReview => TagColour.Blue,
        AgreementStanding.ReadyToSign or AgreementStanding.PartlySigned => TagColour.Orange,
        AgreementStanding.Signed => TagColour.Turquoise,
        AgreementStanding.Active => TagColour.Green,
        AgreementStanding.ReviewDue => TagColour.Yellow,
        AgreementStanding.Expired => TagColour.Red,
        _ => TagColour.Grey,
    };

    public static TagColour Of(ProfileState state) => state switch
    {
        ProfileState.Draft => TagColour.Blue,
        ProfileState.Submitted => TagColour.Turquoise,
        ProfileState.Returned => TagColour.Yellow,
        ProfileState.Confirmed => TagColour.Green,
        _ => TagColour.Grey,
    };

    /// <summary>A section that is complete needs no eye.</summary>
    public static TagColour Of(SectionState state) => state switch
    {
        SectionState.NotStarted => TagColour.Grey,
        SectionState.ToCheck or SectionState.InProgress => TagColour.Blue,
        SectionState.Returned => TagColour.Yellow,
        _ => TagColour.Plain,
    };
}

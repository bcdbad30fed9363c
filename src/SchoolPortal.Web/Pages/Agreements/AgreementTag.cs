using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>The colours of agreements and their sections; the words are those of the standing.</summary>
public static class AgreementTag
{
    /// <summary>The colour of a standing.</summary>
    public static TagColour ColourOf(AgreementStanding standing) => standing switch
    {
        AgreementStanding.Draft or AgreementStanding.SchoolReview => TagColour.Blue,
        AgreementStanding.ReadyToSign or AgreementStanding.PartlySigned => TagColour.Orange,
        AgreementStanding.Signed => TagColour.Turquoise,
        AgreementStanding.Active => TagColour.Green,
        AgreementStanding.ReviewDue => TagColour.Yellow,
        AgreementStanding.Expired => TagColour.Red,
        _ => TagColour.Grey,
    };

    /// <summary>The colour of a section's state: what is complete needs no eye.</summary>
    public static TagColour ColourOf(SectionState state) => state switch
    {
        SectionState.Complete or SectionState.NothingToReport => TagColour.Plain,
        SectionState.NotStarted => TagColour.Grey,
        SectionState.InProgress => TagColour.Blue,
        _ => TagColour.Yellow,
    };
}

using System.ComponentModel.DataAnnotations;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Agreements;

/// <summary>States of an agreement that are kept (domain §7.2).</summary>
public enum AgreementState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>The school reads and checks it.</summary>
    [Display(Name = "with the school")]
    SchoolReview,

    /// <summary>Text and hash are frozen; nobody has signed.</summary>
    ReadyToSign,

    /// <summary>Some have signed.</summary>
    PartlySigned,

    /// <summary>All four have signed; it begins on its start date.</summary>
    Signed,

    /// <summary>In force. One a school.</summary>
    [Display(Name = "in force")]
    Active,

    /// <summary>A later one took its place.</summary>
    Superseded,

    /// <summary>Ended before its time.</summary>
    Ended,

    /// <summary>Given up before it was in force.</summary>
    Withdrawn,
}

/// <summary>Steps of an agreement.</summary>
public enum AgreementStep
{
    /// <summary>The Lead Police Contact sends the draft to the school.</summary>
    SendToSchool,

    /// <summary>The school sends it back with reasons.</summary>
    AskForChanges,

    /// <summary>The school agrees with the text, which is frozen.</summary>
    AgreeText,

    /// <summary>A party signs.</summary>
    Sign,

    /// <summary>A party has signed on paper; somebody of the other side confirms it.</summary>
    SignOnPaper,

    /// <summary>The frozen text is opened again; signatures are void.</summary>
    Reopen,

    /// <summary>Given up.</summary>
    Withdraw,

    /// <summary>The fourth signature is there.</summary>
    CompleteSigning,

    /// <summary>The start date has come.</summary>
    ComeIntoForce,

    /// <summary>A successor came into force.</summary>
    Supersede,

    /// <summary>The yearly review found nothing to change.</summary>
    RecordReview,

    /// <summary>A change of the text of the one in force is proposed: a draft that will take its place.</summary>
    Vary,

    /// <summary>The draft of the next term begins.</summary>
    Renew,

    /// <summary>One side gives notice.</summary>
    GiveNotice,

    /// <summary>The side that gave notice takes it back.</summary>
    TakeBackNotice,

    /// <summary>The other side agrees to end it without waiting for the notice to run out.</summary>
    End,

    /// <summary>The notice has run out.</summary>
    EndByNotice,

    /// <summary>The school closed or merged while it was in force.</summary>
    EndWithSchool,

    /// <summary>The school closed or merged before it was in force.</summary>
    WithdrawWithSchool,
}

/// <summary>The life of an agreement as one table (domain §7.2).</summary>
public static class AgreementLifecycle
{
    private static readonly IReadOnlyList<Role> Ending = [Role.Principal, Role.LeadPoliceContact, Role.AreaSupervisor];

    /// <summary>The table. Steps without roles are the portal's own.</summary>
    public static Lifecycle<AgreementState, AgreementStep> Table { get; } = new(
        "agreement",
        new(AgreementStep.SendToSchool, [AgreementState.Draft], AgreementState.SchoolReview,
            [Role.LeadPoliceContact], "Send to the school", "every section is complete"),
        new(AgreementStep.AskForChanges, [AgreementState.SchoolReview], AgreementState.Draft,
            [Role.LeadSchoolContact, Role.Principal], "Ask for changes", "a reason is given", NeedsReason: true),
        new(AgreementStep.AgreeText, [AgreementState.SchoolReview], AgreementState.ReadyToSign,
            [Role.LeadSchoolContact, Role.Principal], "Agree to the text", "every section is complete; text and hash are frozen"),
        new(AgreementStep.Sign, [AgreementState.ReadyToSign, AgreementState.PartlySigned], AgreementState.PartlySigned,
            [Role.Principal, Role.PresidingMember, Role.LeadPoliceContact, Role.AreaSupervisor], "Sign",
            "signed in within the last 10 minutes; the party has not signed; the person has not signed for another party"),
        new(AgreementStep.SignOnPaper, [AgreementState.ReadyToSign, AgreementState.PartlySigned], AgreementState.PartlySigned,
            [Role.LeadSchoolContact, Role.Principal, Role.LeadPoliceContact, Role.AreaSupervisor], "Record a signature on paper",
            "signed in within the last 10 minutes; the party is of the other side and has not signed; nobody of that name has signed for another party; the scan is added; the day on it is not before the text was frozen"),
        new(AgreementStep.CompleteSigning, [AgreementState.PartlySigned], AgreementState.Signed,
            [], "Complete signing", "all four parties have signed"),
        new(AgreementStep.ComeIntoForce, [AgreementState.Signed], AgreementState.Active,
            [], "Come into force", "the start date has come; the one in force before is superseded"),
        new(AgreementStep.Supersede, [AgreementState.Active], AgreementState.Superseded,
            [], "Supersede", "a successor comes into force"),
        new(AgreementStep.RecordReview, [AgreementState.Active], AgreementState.Active,
            [Role.LeadPoliceContact, Role.Principal], "Record a review without change", "it is within its term; what was looked at is noted", NeedsReason: true),
        new(AgreementStep.Vary, [AgreementState.Active], AgreementState.Active,
            [Role.LeadPoliceContact, Role.LeadSchoolContact, Role.Principal], "Propose a variation",
            "it is within its term and no notice was given; no other is in the making; a reason is given; both sides are told", NeedsReason: true),
        new(AgreementStep.Renew, [AgreementState.Active], AgreementState.Active,
            [Role.LeadPoliceContact], "Start a renewal", $"its last day is {AgreementStandings.RenewalDays} days off or less, or is past; no other is in the making"),
        new(AgreementStep.GiveNotice, [AgreementState.Active], AgreementState.Active,
            Ending, "Give notice to end it",
            "it is within its term and would run longer than the notice of section 16; no notice was given; a reason is given; both sides are told", NeedsReason: true),
        new(AgreementStep.TakeBackNotice, [AgreementState.Active], AgreementState.Active,
            Ending, "Take the notice back", "one\u2019s own side gave it; a reason is given", NeedsReason: true),
        new(AgreementStep.End, [AgreementState.Active], AgreementState.Ended,
            Ending, "Agree to end it now", "the other side gave notice; a reason is given", NeedsReason: true),
        new(AgreementStep.EndByNotice, [AgreementState.Active], AgreementState.Ended,
            [], "End by notice", "the last day of the notice is past"),
        new(AgreementStep.EndWithSchool, [AgreementState.Active], AgreementState.Ended,
            [], "End with the school", "the school has closed or merged"),
        new(AgreementStep.Reopen, [AgreementState.ReadyToSign, AgreementState.PartlySigned], AgreementState.Draft,
            [Role.LeadPoliceContact, Role.LeadSchoolContact, Role.Principal], "Open the text again",
            "a reason is given; signatures given so far become void", NeedsReason: true),
        new(AgreementStep.Withdraw, [AgreementState.Draft, AgreementState.SchoolReview, AgreementState.ReadyToSign, AgreementState.PartlySigned], AgreementState.Withdrawn,
            [Role.LeadPoliceContact, Role.Principal], "Withdraw", "a reason is given", NeedsReason: true),
        new(AgreementStep.WithdrawWithSchool, AgreementStandings.InTheMaking, AgreementState.Withdrawn,
            [], "Withdraw with the school", "the school has closed or merged"));
}

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

    /// <summary>Ended before its time.</summary>
    End,
}

/// <summary>The life of an agreement as one table (domain §7.2).</summary>
public static class AgreementLifecycle
{
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
        new(AgreementStep.CompleteSigning, [AgreementState.PartlySigned], AgreementState.Signed,
            [], "Complete signing", "all four parties have signed"),
        new(AgreementStep.ComeIntoForce, [AgreementState.Signed], AgreementState.Active,
            [], "Come into force", "the start date has come; the one in force before is superseded"),
        new(AgreementStep.Supersede, [AgreementState.Active], AgreementState.Superseded,
            [], "Supersede", "a successor comes into force"),
        new(AgreementStep.RecordReview, [AgreementState.Active], AgreementState.Active,
            [Role.LeadPoliceContact, Role.Principal], "Record a review without change", "what was looked at is noted", NeedsReason: true),
        new(AgreementStep.Reopen, [AgreementState.ReadyToSign, AgreementState.PartlySigned], AgreementState.Draft,
            [Role.LeadPoliceContact, Role.LeadSchoolContact, Role.Principal], "Open the text again",
            "a reason is given; signatures given so far become void", NeedsReason: true),
        new(AgreementStep.Withdraw, [AgreementState.Draft, AgreementState.SchoolReview, AgreementState.ReadyToSign, AgreementState.PartlySigned], AgreementState.Withdrawn,
            [Role.LeadPoliceContact, Role.Principal], "Withdraw", "a reason is given", NeedsReason: true),
        new(AgreementStep.End, [AgreementState.Active], AgreementState.Ended,
            [Role.Principal, Role.LeadPoliceContact, Role.AreaSupervisor], "End the agreement", "a reason is given", NeedsReason: true));
}

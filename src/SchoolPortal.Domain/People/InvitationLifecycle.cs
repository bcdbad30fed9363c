using System.ComponentModel.DataAnnotations;

using static SchoolPortal.Domain.People.Role;

namespace SchoolPortal.Domain.People;

/// <summary>Where an invitation stands.</summary>
public enum InvitationState
{
    /// <summary>A Lead Police Contact proposes it; somebody who may invite decides.</summary>
    [Display(Name = "waiting for approval")]
    Proposed,

    /// <summary>On its way to the person, or with them.</summary>
    Open,

    /// <summary>The person took it up and has the role.</summary>
    Accepted,

    /// <summary>Whoever decides refused the proposal.</summary>
    Refused,

    /// <summary>Taken back before it was taken up.</summary>
    Withdrawn,
}

/// <summary>Steps of an invitation.</summary>
public enum InvitationStep
{
    /// <summary>Somebody who may invite approves the proposal.</summary>
    Approve,

    /// <summary>Somebody who may invite refuses the proposal.</summary>
    Refuse,

    /// <summary>The e-mail goes out again with a new link and seven more days; the link before is dead.</summary>
    SendAgain,

    /// <summary>Taken back.</summary>
    Withdraw,

    /// <summary>The person takes it up by the link in the e-mail.</summary>
    Accept,
}

/// <summary>The life of an invitation as one table (domain §5).</summary>
public static class InvitationLifecycle
{
    private static readonly Role[] Invite = [LeadSchoolContact, Principal, AreaSupervisor, DistrictCoordinator, NationalCoordinator, Administrator];

    /// <summary>The table. The step without roles is the invited person's own, by the link in the e-mail.</summary>
    public static Lifecycle<InvitationState, InvitationStep> Table { get; } = new(
        "invitation",
        new(InvitationStep.Approve, [InvitationState.Proposed], InvitationState.Open, Invite, "Approve", "they may invite for this role there"),
        new(InvitationStep.Refuse, [InvitationState.Proposed], InvitationState.Refused, Invite, "Refuse", "they may invite for this role there", NeedsReason: true),
        new(InvitationStep.SendAgain, [InvitationState.Open], InvitationState.Open, [.. Invite, LeadPoliceContact], "Send again", "they may invite for this role there, or proposed it"),
        new(InvitationStep.Withdraw, [InvitationState.Proposed, InvitationState.Open], InvitationState.Withdrawn, [.. Invite, LeadPoliceContact], "Withdraw", "they may invite for this role there, or proposed it"),
        new(InvitationStep.Accept, [InvitationState.Open], InvitationState.Accepted, [], "Accept", "within seven days, once, by the link in the e-mail"));
}

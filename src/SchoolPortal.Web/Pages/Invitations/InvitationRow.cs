using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>An invitation as the pages list it.</summary>
public sealed record InvitationRow(
    Guid Id, string Name, string Position, Role Role, string PlaceName, DateTime InvitedAt, string InvitedByName, InvitationState State, DateTime StateSince)
{
    /// <summary>Its state in words; an open one whose seven days are over has expired.</summary>
    public string Standing(DateTime now) => IsExpired(now) ? "Expired" : Words.Capital(State);

    /// <summary>Since when it stands so.</summary>
    public DateTime Since(DateTime now) => IsExpired(now) ? StateSince + MailedLink.GoodFor(NoticeKind.Invitation) : StateSince;

    /// <summary>The colour of its tag.</summary>
    public TagColour Colour(DateTime now) => State switch
    {
        InvitationState.Proposed => TagColour.Orange,
        InvitationState.Open => IsExpired(now) ? TagColour.Yellow : TagColour.Blue,
        InvitationState.Accepted => TagColour.Green,
        _ => TagColour.Grey,
    };

    private bool IsExpired(DateTime now) => State == InvitationState.Open && now >= StateSince + MailedLink.GoodFor(NoticeKind.Invitation);
}

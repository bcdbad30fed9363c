using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Notices;

namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>Puts the e-mail of an invitation into the outbox, with the caller's save.</summary>
public sealed class SendInvitation(WriteNotices write)
{
    public async Task AddAsync(Invitation invitation, Change change, CancellationToken cancel)
    {
        invitation.MarkSent();
        var what = $"{Words.Of(invitation.Role)} {(invitation.PlaceId is null ? $"for {invitation.PlaceName}" : $"of {invitation.PlaceName}")}";
        var text = $"""
            {invitation.InvitedByName} invites you to School Portal, where schools and Police in New Zealand keep their partnership: as {what}, {Days(invitation)}.

            The link that follows works once and for seven days. It asks you for a passphrase, or for the one you have if you sign in already.

            The portal keeps your name, what you are, and how to reach you at work, and shows them to the people of the school and of Police who work together there. You can see and correct them after you sign in. If you do not know what this is about, do nothing.
            """;
        var school = invitation.Scope == Scope.School ? invitation.PlaceId : null;
        await write.AddAsync(
            NoticeKind.Invitation,
            $"Invitation {invitation.Id:N}, {invitation.Sendings}",
            [new Telling(school, new Addressee(invitation.Name, invitation.Email, PersonId: null, ContactId: null, invitation.Id), new Message($"{invitation.InvitedByName} invites you to School Portal", text, Path: null))],
            change,
            cancel);
    }

    private static string Days(Invitation invitation) => invitation.To is { } last
        ? $"from {NewZealandTime.Show(invitation.From)} to {NewZealandTime.Show(last)}"
        : $"from {NewZealandTime.Show(invitation.From)}";
}

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Notices;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>
/// Tells somebody whom another person named as a contact what is kept of them, why, who sees it and how to correct it (domain
/// §14.3; Privacy Act principle 3A). Written with the caller's save.
/// </summary>
public sealed class TellNamedContact(PortalDbContext db, WriteNotices write)
{
    /// <summary>Nothing for somebody without an e-mail address, or who named themselves.</summary>
    public async Task AddAsync(CurrentSchool school, SchoolContact contact, Change change, CancellationToken cancel)
    {
        if (contact.Email is not { } address)
        {
            return;
        }

        if (await db.People.AnyAsync(p => p.Id == change.Who.PersonId && p.Email == address, cancel))
        {
            return;
        }

        var text = $"""
            {change.Who.Name} named you as {Words.Of(contact.Position)} of {school.Name} in School Portal, from {NewZealandTime.Show(contact.From)}. Schools and Police in New Zealand keep their partnership there.

            The portal keeps your name, your position and how to reach you at work, so that the school and its officers know whom to turn to. The people of the school and the officers who answer for it see them; mobiles and emergency contacts only those of them who must. Nobody else does, and nothing is published.

            If something is not right, or you should not be named, tell the school, or sign in and correct it under Account if you have an account. The page that follows says what else you may ask for.
            """;
        await write.AddAsync(
            NoticeKind.ContactNamed,
            $"Named {contact.Id:N}",
            [new Telling(school.Id, new Addressee(contact.Name, address, PersonId: null, contact.Id), new Message($"You are named as a contact of {school.Name}", text, "/privacy"))],
            change,
            cancel);
    }
}

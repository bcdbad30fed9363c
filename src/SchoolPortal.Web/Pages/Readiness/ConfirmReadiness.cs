using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Notices;

namespace SchoolPortal.Web.Pages.Readiness;

/// <summary>Whoever holds a link says that the school's people and readiness are still right. The link is used up by it.</summary>
public sealed class ConfirmReadiness(PortalDbContext db, FindReadinessLink find, MailedLinks links, TimeProvider clock)
{
    private static readonly HashSet<Role> ForTheSchool = [Role.LeadSchoolContact];

    /// <summary>Gives the titles of sections that could not be confirmed, because they are not filled in or were sent back.</summary>
    public async Task<IReadOnlyList<string>> HandleAsync(string token, CancellationToken cancel)
    {
        var found = await find.HandleAsync(token, cancel);
        if (found is not { Answer: LinkAnswer.Good, Link: { } link })
        {
            throw new StepNotAllowed("This link cannot be used any more.");
        }

        var (now, today) = (clock.UtcNow(), clock.Today());
        var actor = new Actor(link.PersonId ?? link.ContactId!.Value, link.ToName, "by the link in an e-mail", []);
        var change = new Change(actor, now, "Confirmed that people and emergency readiness are still right", "By the link in an e-mail, without signing in");
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        await links.UseAsync(link, cancel);
        var contacts = await db.SchoolContacts.Where(c => c.SchoolId == link.SchoolId && c.From <= today && (c.To == null || c.To >= today)).ToListAsync(cancel);
        contacts.ForEach(contact => contact.Confirm(today));
        var left = Reconfirm(await db.Profiles.Include(p => p.Sections).SingleOrDefaultAsync(p => p.SchoolId == link.SchoolId && p.Year == today.Year, cancel), change);
        await db.SaveAsync(change, cancel);
        await together.CommitAsync(cancel);
        return left;
    }

    private List<string> Reconfirm(Profile? profile, Change change)
    {
        var form = profile is null ? db.NewestProfileForm() : db.ProfileForm(profile.FormVersion);
        var left = new List<string>();
        foreach (var section in form.Sections.Where(s => s.ConfirmedEachTerm))
        {
            var kept = profile?.Sections.SingleOrDefault(s => s.Key == section.Key);
            if (kept is null || kept.State == SectionState.Returned || (!kept.IsDone && SectionCheck.Missing(section, kept.Answers()).Count > 0))
            {
                left.Add(section.Title);
                continue;
            }

            profile!.Reconfirm(form, section.Key, ForTheSchool, change);
        }

        return left;
    }
}

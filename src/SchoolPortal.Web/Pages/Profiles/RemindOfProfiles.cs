using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Notices;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Notices;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>
/// Reminds those who must act of this year's profile: its school while it is there, the Lead Police Contact while it waits to
/// be confirmed. The portal's own daily work.
/// </summary>
public sealed class RemindOfProfiles(PortalDbContext db, WriteNotices write, TimeProvider clock)
{
    /// <summary>Writes the notices of the day. Doing it again writes none.</summary>
    public async Task HandleAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var due = (await db.CalendarAsync(cancel)).ProfileDue(today.Year);
        if (ProfileReminders.On(today, due) is not { } day)
        {
            return;
        }

        var open = db.Schools.Where(s => s.Status == SchoolStatus.Open);
        var ofYear = db.Profiles.Where(p => p.Year == today.Year);
        ProfileState[] behind = [.. ProfileProgresses.Behind.Select(ProfileProgresses.StateOf)];
        var withSchool = open.Where(s => !ofYear.Any(p => p.SchoolId == s.Id && !behind.Contains(p.State)));
        var withPolice = open.Where(s => ofYear.Any(p => p.SchoolId == s.Id && p.State == ProfileState.Submitted));
        var occasion = ProfileReminders.Occasion(today.Year, day);
        var change = new Change(Actor.Portal, clock.UtcNow(), $"Reminded of the {today.Year} profile");
        await write.AddAsync(
            NoticeKind.ProfileReminder, occasion,
            await TellingsAsync(withSchool, await Addressees.OfSchoolsAsync(db, withSchool, today, cancel), s => ProfileMessages.Reminder(s.Number, s.Name, today.Year, due, today), cancel),
            change, cancel);
        await write.AddAsync(
            NoticeKind.ProfileReminder, occasion,
            await TellingsAsync(withPolice, await Addressees.OfPoliceAsync(db, withPolice, today, cancel), s => ProfileMessages.ToConfirm(s.Number, s.Name, today.Year, due, today), cancel),
            change, cancel);
        await db.SaveAsync(change, cancel);
    }

    private static async Task<List<Telling>> TellingsAsync(
        IQueryable<School> schools, ILookup<Guid, Addressee> to, Func<(int Number, string Name), Message> say, CancellationToken cancel)
    {
        var named = await schools.Select(s => new { s.Id, s.Number, s.Facts.Name }).ToListAsync(cancel);
        return [.. from school in named from addressee in to[school.Id] select new Telling(school.Id, addressee, say((school.Number, school.Name)))];
    }
}

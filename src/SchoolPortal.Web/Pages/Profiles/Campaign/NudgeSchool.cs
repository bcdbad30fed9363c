using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Notices;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Jobs;

namespace SchoolPortal.Web.Pages.Profiles.Campaign;

/// <summary>
/// Asks a school that is behind to get on with this year's profile: one notice to its Lead School Contact, or to the principal
/// where there is none.
/// </summary>
public sealed class NudgeSchool(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Days between two nudges of a school, whoever gives them.</summary>
    public const int EveryDays = 7;

    /// <summary>Gives what was done as a sentence. Refuses a school that is not behind, was nudged lately, or has nobody to nudge.</summary>
    public async Task<string> HandleAsync(Actor actor, JobSchool school, CancellationToken cancel)
    {
        var (now, today) = (clock.UtcNow(), clock.Today());
        await MustBeBehindAsync(school, today, cancel);
        var earlier = await db.Notices
            .Where(n => n.SchoolId == school.Place.SchoolId && n.Kind == NoticeKind.ProfileNudge)
            .OrderByDescending(n => n.MadeAt)
            .Select(n => new { n.MadeAt, n.MadeBy })
            .FirstOrDefaultAsync(cancel);
        if (earlier is not null && NewZealandTime.DayOf(earlier.MadeAt).AddDays(EveryDays) is var again && again > today)
        {
            throw new RuleBroken("", $"{school.Name} was nudged by {earlier.MadeBy} on {NewZealandTime.Show(NewZealandTime.DayOf(earlier.MadeAt))}. It can be nudged again from {NewZealandTime.Show(again)}.");
        }

        var to = (await Addressees.OfSchoolsAsync(db, db.Schools.Where(s => s.Id == school.Place.SchoolId), today, cancel))[school.Place.SchoolId].FirstOrDefault()
            ?? throw new RuleBroken("", $"{school.Name} has no Lead School Contact or principal with an email address. Ring the school, and ask it to name them.");
        var calendar = await db.CalendarAsync(cancel);
        var change = new Change(actor, now, $"Nudged the school about its {today.Year} profile");
        var notice = new Notice(
            NoticeKind.ProfileNudge, $"{today.Year} profile, nudged on {today:yyyy-MM-dd}", school.Place.SchoolId, to,
            ProfileMessages.Nudge(school.Number, school.Name, today.Year, calendar.ProfileDue(today.Year), today), QuietHours.Over(now, calendar), change);
        db.Notices.Add(notice);
        db.AuditEvents.Add(new AuditEvent(change, nameof(Notice), notice.Id, notice.SchoolId, changes: null));
        await db.SaveAsync(change, cancel);
        return notice.NotBefore > now
            ? $"Nudged {to.Name}: the notice leaves on {NewZealandTime.Show(notice.NotBefore)}, when quiet hours are over."
            : $"Nudged {to.Name}.";
    }

    private async Task MustBeBehindAsync(JobSchool school, DateOnly today, CancellationToken cancel)
    {
        if (!await db.Schools.AnyAsync(s => s.Id == school.Place.SchoolId && s.Status == SchoolStatus.Open, cancel))
        {
            throw new StepNotAllowed($"{school.Name} is not open, so it has no profile to fill in.");
        }

        var profile = await db.Profiles
            .Where(p => p.SchoolId == school.Place.SchoolId && p.Year == today.Year)
            .Select(p => new { p.State, p.ConfirmedAt })
            .SingleOrDefaultAsync(cancel);
        var progress = ProfileProgresses.Of(profile?.State, profile?.ConfirmedAt is not null);
        if (!ProfileProgresses.Behind.Contains(progress))
        {
            throw new StepNotAllowed($"The {today.Year} profile of {school.Name} is {Words.Of(progress)}, so the school need not be nudged.");
        }
    }
}

/// <summary>Nudges many schools, each as on the page.</summary>
public sealed class NudgeSchoolsWork(NudgeSchool nudge) : DeedWork
{
    public override Domain.Jobs.JobKind Kind => Domain.Jobs.JobKind.NudgeSchools;

    public override string Before =>
        "Each school whose profile waits for it gets one notice. A school that was nudged in the last 7 days, or is not behind, gets none.";

    public override string NotYours => "You do not follow the profiles of this school.";

    public override bool MayAt(Actor actor, Place place) => actor.May(Operation.FollowProfiles, place);

    public override Task<string> DoAsync(Actor actor, JobSchool school, CancellationToken cancel) => nudge.HandleAsync(actor, school, cancel);
}

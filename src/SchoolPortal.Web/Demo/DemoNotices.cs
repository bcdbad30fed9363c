using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Profiles;

namespace SchoolPortal.Web.Demo;

/// <summary>What the portal and the Lead Police Contact told the dozen schools: sent, waiting, failed and withdrawn. Nothing of it ever left.</summary>
internal sealed class DemoNotices(PortalDbContext db, DemoDays days, DemoPeople people, IReadOnlyDictionary<int, School> schools)
{
    private static readonly int[] LateInAutumn = [DemoSchools.Kings, DemoSchools.JeanBatten, DemoSchools.MtRichmond, DemoSchools.Otahuhu];

    public async Task HandleAsync(CancellationToken cancel)
    {
        var calendar = await db.CalendarAsync(cancel);
        var (year, due) = (days.Today.Year, calendar.ProfileDue(days.Today.Year));
        foreach (var school in schools.Values.Where(s => s.Number != DemoSchools.NgaIwi))
        {
            Sent(Write(school, NoticeKind.ReadinessLink, "A term of the demonstration", ProfileMessages.AskReadiness(school.Facts.Name, 4), Portal(days.Ago(43))));
        }

        foreach (var (number, day) in from number in LateInAutumn from day in ProfileReminders.Days select (number, day))
        {
            var at = due.AddDays(day);
            if (at < days.Today)
            {
                Sent(Write(
                    schools[number], NoticeKind.ProfileReminder, ProfileReminders.Occasion(year, day),
                    ProfileMessages.Reminder(number, schools[number].Facts.Name, year, due, at), Portal(at)));
            }
        }

        var lost = Nudge(DemoSchools.Kings, days.Ago(24), due);
        lost.GiveUp("The mail server refused it: 550 5.1.1 There is no such mailbox here.", Portal(days.Ago(23)));
        Nudge(DemoSchools.OtahuhuIntermediate, days.Ago(16), due)
            .Withdraw(new Change(Actor.Portal, DemoDays.At(days.Ago(15), "withdraw"), "Withdrew a notice", "The school submitted its profile on the same evening."));
        Sent(Nudge(DemoSchools.Kings, days.Ago(9), due));
        Sent(Nudge(DemoSchools.MangereCollege, days.Ago(2), due));
        Write(
            schools[DemoSchools.Otahuhu], NoticeKind.ReadinessReminder, "A term of the demonstration",
            ProfileMessages.RemindReadiness(DemoSchools.Otahuhu, schools[DemoSchools.Otahuhu].Facts.Name), Portal(days.Ago(0)));
        await db.SaveAsync(Portal(days.Today), cancel);
    }

    private Notice Nudge(int number, DateOnly day, DateOnly due) => Write(
        schools[number], NoticeKind.ProfileNudge, $"{days.Today.Year} profile, nudged on {day:yyyy-MM-dd}",
        ProfileMessages.Nudge(number, schools[number].Facts.Name, days.Today.Year, due, day),
        new Change(DemoPeople.As(people.LeadPolice), DemoDays.At(day, "nudge"), $"Nudged the school about its {days.Today.Year} profile"));

    private Notice Write(School school, NoticeKind kind, string occasion, Message message, Change change)
    {
        var lead = people.Schools[school.Number].LeadSchool;
        var notice = new Notice(kind, occasion, school.Id, new Addressee(lead.Name, lead.Email, lead.Id, ContactId: null), message, change.At, change);
        db.Notices.Add(notice);
        return notice;
    }

    private static void Sent(Notice notice) => notice.Send(new Change(Actor.Portal, notice.NotBefore, "Sent a notice"));

    private static Change Portal(DateOnly day) => new(Actor.Portal, DemoDays.At(day, "notices"), "Told a school");
}

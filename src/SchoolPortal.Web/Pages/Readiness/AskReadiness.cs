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
using SchoolPortal.Web.Pages.Profiles;

namespace SchoolPortal.Web.Pages.Readiness;

/// <summary>
/// Asks each school as a term begins whether its people and readiness are still right, and reminds it two weeks later. The
/// portal's own daily work.
/// </summary>
public sealed class AskReadiness(PortalDbContext db, WriteNotices write, TimeProvider clock)
{
    /// <summary>Writes the notices of the day. Doing it again writes none.</summary>
    public async Task HandleAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        if ((await db.CalendarAsync(cancel)).TermOn(today) is not { } term || TermReadiness.On(today, term.Start) is var turn && turn == ReadinessTurn.None)
        {
            return;
        }

        var start = NewZealandTime.StartOf(term.Start);
        var unconfirmed = db.Schools.Where(s => s.Status == SchoolStatus.Open
            && !db.ProfileSections.Any(x => x.SchoolId == s.Id && x.Key == TermReadiness.Section && x.CheckedAt >= start));
        var named = await unconfirmed.Select(s => new { s.Id, s.Number, s.Facts.Name }).ToListAsync(cancel);
        var to = await Addressees.OfSchoolsAsync(db, unconfirmed, today, cancel);
        var change = new Change(Actor.Portal, clock.UtcNow(), "Asked whether emergency details are still right");
        List<Telling> tellings =
        [
            .. from school in named
               from addressee in to[school.Id]
               select new Telling(school.Id, addressee, turn == ReadinessTurn.Ask
                   ? ProfileMessages.AskReadiness(school.Name, term.Number)
                   : ProfileMessages.RemindReadiness(school.Number, school.Name)),
        ];
        await write.AddAsync(
            turn == ReadinessTurn.Ask ? NoticeKind.ReadinessLink : NoticeKind.ReadinessReminder, $"Term {term.Number} of {term.Start.Year}", tellings, change, cancel);
        await db.SaveAsync(change, cancel);
    }
}

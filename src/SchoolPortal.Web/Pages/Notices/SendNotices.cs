using SchoolPortal.Data;
using SchoolPortal.Data.Notices;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Mail;

namespace SchoolPortal.Web.Pages.Notices;

/// <summary>Hands the notices whose time has come to the mail server, a few at a time; any node may do it.</summary>
public sealed class SendNotices(PortalDbContext db, MailedLinks links, IMailServer server, MailSettings settings, AddressRule rule, TimeProvider clock)
{
    /// <summary>Notices of one round: few enough that a round is over long before its hold on them is.</summary>
    public const int AtOnce = 20;

    /// <summary>One round; false when nothing is due, or nothing can be sent.</summary>
    public async Task<bool> HandleAsync(CancellationToken cancel)
    {
        if (settings.Missing is not null)
        {
            return false;
        }

        var now = clock.UtcNow();
        var calendar = await db.CalendarAsync(cancel);
        var held = await NoticeLease.TakeAsync(db, now, onlyUrgent: QuietHours.Over(now, calendar) != now, AtOnce, cancel);
        foreach (var notice in held)
        {
            try
            {
                await SettleAsync(notice, calendar, cancel);
            }
            catch (MailServerOutOfReach)
            {
                await NoticeLease.LetGoAsync(db, held, cancel);
                throw;
            }

            await db.SaveAsync(new Change(Actor.Portal, now, "Sent a notice"), cancel);
        }

        return held.Count > 0;
    }

    private async Task SettleAsync(Notice notice, SchoolCalendar calendar, CancellationToken cancel)
    {
        var change = new Change(Actor.Portal, clock.UtcNow(), "Sent a notice");
        if (notice.IsTooLate(change.At))
        {
            notice.Withdraw(change with { Why = $"It could not be sent within {Notice.GoodForDays} days, and what it says may no longer be so." });
        }
        else if (rule.RefusalOf(notice.Address) is { } forbidden)
        {
            notice.GiveUp(forbidden, change);
        }
        else if (await server.SendAsync(NoticeMail.Of(notice, new Uri(settings.Portal!, notice.Path ?? await links.MakeAsync(notice, cancel))), cancel) is { } refusal)
        {
            notice.Refuse(refusal, later => QuietHours.Over(later, calendar), change);
        }
        else
        {
            notice.Send(change);
        }
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Mail;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Notices;

/// <summary>Everything the portal tells people by e-mail, the newest first: what waits, what was sent, what could not be and why.</summary>
[Requires(Operation.ManageNotices)]
public sealed class IndexModel(PortalDbContext db, MailSettings mail, Actor actor, TimeProvider clock, TryNoticeAgain tryAgain, WithdrawNotice withdraw) : PageModel, IShowAgain
{
    public const int PageSize = 25;

    [FromQuery(Name = NoticeLinks.StateKey)]
    public string? StateAsked { get; set; }

    [FromQuery(Name = NoticeLinks.KindKey)]
    public string? KindAsked { get; set; }

    [FromQuery(Name = PageAddress.PageKey)]
    public string? PageAsked { get; set; }

    public int PageNumber { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<NoticeLine> Notices { get; private set; } = [];

    /// <summary>Why nothing leaves, or null.</summary>
    public string? Missing => mail.Missing;

    public DateTime Now { get; } = clock.UtcNow();

    public static IReadOnlyList<FieldOption> States { get; } = [.. Enum.GetValues<NoticeState>().Select(s => new FieldOption(s.ToString(), Words.Capital(s)))];

    public static IReadOnlyList<FieldOption> Kinds { get; } = [.. Enum.GetValues<NoticeKind>().Select(k => new FieldOption(k.ToString(), Words.Capital(k)))];

    /// <summary>May this person take the step at a notice in this state?</summary>
    public bool Offers(NoticeStep step, NoticeState state) =>
        NoticeLifecycle.Table[step].From.Contains(state) && NoticeLifecycle.Table[step].Who.Any(role => actor.Authorities.Any(a => a.Role == role));

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostTryAgainAsync(Guid id, CancellationToken cancel)
    {
        await tryAgain.HandleAsync(actor, id, cancel);
        TempData["Done"] = "The notice waits again";
        TempData["Next"] = "It is sent as soon as quiet hours and the mail server let it.";
        return Redirect(PageAddress.With(Request, PageAddress.PageKey, PageAsked ?? "1"));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel)
    {
        await withdraw.HandleAsync(actor, id, cancel);
        TempData["Done"] = "The notice is withdrawn";
        TempData["Next"] = "It is not sent. What it tells of still waits in the portal.";
        return Redirect(PageAddress.With(Request, PageAddress.PageKey, PageAsked ?? "1"));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        var asked = db.Notices.AsNoTracking();
        if (Enum.TryParse<NoticeState>(StateAsked, out var state))
        {
            asked = asked.Where(n => n.State == state);
        }

        if (Enum.TryParse<NoticeKind>(KindAsked, out var kind))
        {
            asked = asked.Where(n => n.Kind == kind);
        }

        Total = await asked.CountAsync(cancel);
        PageNumber = Math.Clamp(int.TryParse(PageAsked, out var page) ? page : 1, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Notices = await asked.OrderByDescending(n => n.MadeAt).ThenByDescending(n => n.Id)
            .Skip((PageNumber - 1) * PageSize).Take(PageSize)
            .Select(NoticeLine.Of(db))
            .ToListAsync(cancel);
    }
}

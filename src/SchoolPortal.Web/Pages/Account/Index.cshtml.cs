using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Account;

[Authorize]
public sealed class IndexModel(PortalDbContext db, Actor actor, Session current, EndSessions end, TimeProvider clock) : PageModel
{
    public Actor Actor => actor;

    public string Email { get; private set; } = "";

    public IReadOnlyList<string> RoleNames { get; private set; } = [];

    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Email = await db.People.Where(p => p.Id == actor.PersonId).Select(p => p.Email).SingleAsync(cancel);
        RoleNames = [.. actor.Authorities.Select(a => Words.Capital(a.Role)).Distinct()];
        Sessions = [.. (await AliveAsync(cancel)).Select(s => new SessionRow(
            s.Device, NewZealandTime.Show(s.StartedAt), NewZealandTime.Show(s.LastSeenAt), s.Id == current.Id))];
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        var others = (await AliveAsync(cancel)).Where(s => s.Id != current.Id).Select(s => s.Id).ToList();
        await end.HandleAsync(actor, others, "Signed out everywhere else", cancel);
        TempData["Done"] = "You are signed out on every other device";
        return RedirectToPage();
    }

    private async Task<List<Session>> AliveAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var sessions = await db.Sessions.AsNoTracking()
            .Where(s => s.PersonId == actor.PersonId && s.EndedAt == null && s.StartedAt > now - Session.Absolute)
            .OrderByDescending(s => s.LastSeenAt)
            .ToListAsync(cancel);
        return sessions.FindAll(s => s.IsAlive(now));
    }

    public sealed record SessionRow(string Device, string Started, string LastSeen, bool IsThis);
}

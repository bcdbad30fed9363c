using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>Invitations to the places that somebody looks after, the newest first.</summary>
[Requires(Operation.InvitePeople)]
public sealed class IndexModel(PortalDbContext db, Actor actor, TimeProvider clock) : PageModel
{
    public const int PageSize = 25;

    [FromQuery(Name = "state")]
    public string? StateAsked { get; set; }

    [FromQuery(Name = PageAddress.PageKey)]
    public string? PageAsked { get; set; }

    public InvitationState? State => Enum.TryParse<InvitationState>(StateAsked, out var state) && Enum.IsDefined(state) ? state : null;

    public int PageNumber { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<InvitationRow> Rows { get; private set; } = [];

    public DateTime Now { get; } = clock.UtcNow();

    public static IReadOnlyList<FieldOption> States { get; } = [.. Enum.GetValues<InvitationState>().Select(s => new FieldOption(s.ToString(), Words.Capital(s)))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var asked = db.Invitations.AsNoTracking().VisibleTo(db, actor);
        if (State is { } state)
        {
            asked = asked.Where(i => i.State == state);
        }

        Total = await asked.CountAsync(cancel);
        PageNumber = Math.Clamp(int.TryParse(PageAsked, out var page) ? page : 1, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Rows = await asked.OrderByDescending(i => i.InvitedAt).ThenByDescending(i => i.Id)
            .Skip((PageNumber - 1) * PageSize).Take(PageSize)
            .Select(i => new InvitationRow(i.Id, i.Name, i.Position, i.Role, i.PlaceName, i.InvitedAt, i.InvitedByName, i.State, i.StateSince))
            .ToListAsync(cancel);
    }
}

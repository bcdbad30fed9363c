using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.People;

/// <summary>One account: its state, its sessions, its roles now and before.</summary>
[Requires(Operation.ManagePeople)]
public sealed class PersonModel(PortalDbContext db, KeepAccount keep, WrongTries tries, Actor actor, TimeProvider clock) : PageModel
{
    /// <summary>Where the page before leaves a passphrase that is shown once.</summary>
    public const string PassphraseOnce = "PassphraseOnce";

    [FromRoute]
    public Guid Id { get; set; }

    public Account Shown { get; private set; } = null!;

    public IReadOnlyList<RoleRow> Now { get; private set; } = [];

    public IReadOnlyList<RoleRow> Before { get; private set; } = [];

    public bool IsOneself => Id == actor.PersonId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var begun = now - Session.Absolute;
        var found = await db.People.AsNoTracking().Where(p => p.Id == Id)
            .Select(p => new
            {
                p.Name,
                p.Position,
                p.Email,
                p.DisabledAt,
                Officer = db.Officers.Where(o => o.PersonId == p.Id).Select(o => (Guid?)o.Id).FirstOrDefault(),
                Sessions = db.Sessions.Where(s => s.PersonId == p.Id && s.EndedAt == null && s.StartedAt > begun).ToList(),
                LastSignIn = db.Sessions.Where(s => s.PersonId == p.Id).Max(s => (DateTime?)s.StartedAt),
            })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return NotFound();
        }

        var lockedUntil = await tries.RestsUntilAsync(Id, cancel);
        Shown = new Account(
            found.Name, found.Position, found.Email, found.DisabledAt, lockedUntil, found.Officer, found.Sessions.Count(s => s.IsAlive(now)), found.LastSignIn);

        var today = clock.Today();
        var roles = await RoleRow.Of(db, Id).ToListAsync(cancel);
        Now = roles.FindAll(r => r.To is null || r.To >= today);
        Before = roles.FindAll(r => r.To < today && r.To >= r.From);
        return Page();
    }

    public async Task<IActionResult> OnPostUnlockAsync(CancellationToken cancel)
    {
        await keep.UnlockAsync(actor, Id, cancel);
        TempData["Done"] = "The account is unlocked";
        TempData["Next"] = "The person can sign in with their passphrase at once.";
        return Redirect(PeopleLinks.Person(Id));
    }

    public async Task<IActionResult> OnPostEndSessionsAsync(CancellationToken cancel)
    {
        await keep.EndSessionsAsync(actor, Id, cancel);
        TempData["Done"] = "The person is signed out on every device";
        return Redirect(PeopleLinks.Person(Id));
    }

    /// <summary>How an account stands.</summary>
    public sealed record Account(
        string Name, string Position, string Email, DateTime? DisabledAt, DateTime? LockedUntil, Guid? Officer, int Sessions, DateTime? LastSignIn);
}

/// <summary>A role somebody holds or held.</summary>
public sealed record RoleRow(Guid Id, Role Role, string? Place, string? Sections, DateOnly From, DateOnly? To, string? ActingFor, string? GivenBy)
{
    /// <summary>"Principal, Flat Bush School".</summary>
    public string Words => Domain.Words.Capital(Role) + (Place is null ? "" : $", {Place}") + (ActingFor is null ? "" : $", acting for {ActingFor}");

    /// <summary>Roles of one person, the newest first.</summary>
    public static IQueryable<RoleRow> Of(PortalDbContext db, Guid personId) => db.Grants.AsNoTracking()
        .Where(g => g.PersonId == personId)
        .OrderByDescending(g => g.From)
        .Select(g => new RoleRow(
            g.Id,
            g.Role,
            db.Schools.Where(s => s.Id == g.PlaceId).Select(s => s.Facts.Name).FirstOrDefault()
                ?? db.Areas.Where(a => a.Id == g.PlaceId).Select(a => a.Name).FirstOrDefault()
                ?? db.Districts.Where(d => d.Id == g.PlaceId).Select(d => d.Name).FirstOrDefault(),
            g.Sections,
            g.From,
            g.To,
            g.ActingFor,
            db.People.Where(p => p.Id == g.GrantedBy).Select(p => p.Name).FirstOrDefault()));
}

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>
/// Notes in each agreement in force who has come into a lead position since its text was agreed, and asks the newcomer to
/// acknowledge it (domain §7.2). Nothing is signed anew.
/// </summary>
public sealed class NoteNewContacts(PortalDbContext db, TimeProvider clock)
{
    private static readonly Dictionary<ContactPosition, Role> Positions = new()
    {
        [ContactPosition.Principal] = Role.Principal,
        [ContactPosition.LeadSchoolContact] = Role.LeadSchoolContact,
    };

    /// <summary>At these schools, or at all where none are named. Doing it again does nothing.</summary>
    public async Task HandleAsync(IReadOnlyList<Guid>? schools, CancellationToken cancel)
    {
        var today = clock.Today();
        var (isEverywhere, named) = (schools is null, schools ?? []);
        var newcomers = await NewcomersAsync(schools, today, cancel);
        var asked = await db.Acknowledgements
            .Where(a => a.Kind == AcknowledgementKind.NewContact)
            .Where(a => isEverywhere || named.Contains(a.SchoolId))
            .Where(a => db.Agreements.Any(g => g.Id == a.AgreementId && g.State == AgreementState.Active))
            .ToListAsync(cancel);
        foreach (var newcomer in newcomers.Where(n => !asked.Exists(a => a.AgreementId == n.Agreement.Id && a.AboutId == n.Id)))
        {
            db.Acknowledgements.Add(Acknowledgement.OfNewcomer(newcomer.Agreement, newcomer.Role, newcomer.Id, newcomer.Name, newcomer.From));
        }

        foreach (var over in asked.Where(a => a.IsOpen && !newcomers.Exists(n => n.Id == a.AboutId)))
        {
            over.Close(today);
        }

        await db.SaveAsync(new Change(Actor.Portal, clock.UtcNow(), "Noted a change of contacts in the agreement"), cancel);
    }

    private async Task<List<Newcomer>> NewcomersAsync(IReadOnlyList<Guid>? schools, DateOnly today, CancellationToken cancel)
    {
        var (isEverywhere, named) = (schools is null, schools ?? []);
        var inForce = db.Agreements.AsNoTracking().Where(a => a.State == AgreementState.Active && (isEverywhere || named.Contains(a.SchoolId)));
        var officers = await db.OfficerAssignments.AsNoTracking()
            .Where(d => d.Kind == AssignmentKind.LeadPoliceContact && d.From <= today && (d.To == null || d.To >= today))
            .Join(inForce, d => d.SchoolId, a => a.SchoolId, (d, a) => new { Duty = d, Agreement = a })
            .Where(x => x.Duty.From > x.Agreement.FrozenOn)
            .Join(db.Officers, x => x.Duty.OfficerId, o => o.Id, (x, o) => new { x.Agreement, x.Duty.Id, x.Duty.From, o.Name, o.PersonId })
            .Where(x => !db.Signatures.Any(s => s.AgreementId == x.Agreement.Id && s.VoidedAt == null && s.PersonId == x.PersonId))
            .ToListAsync(cancel);
        var positions = Positions.Keys.ToList();
        var contacts = await db.SchoolContacts.AsNoTracking()
            .Where(c => positions.Contains(c.Position) && c.From <= today && (c.To == null || c.To >= today))
            .Join(inForce, c => c.SchoolId, a => a.SchoolId, (c, a) => new { Contact = c, Agreement = a })
            .Where(x => x.Contact.From > x.Agreement.FrozenOn)
            .Where(x => !db.Signatures.Any(s => s.AgreementId == x.Agreement.Id && s.VoidedAt == null && s.PersonId == x.Contact.PersonId))
            .ToListAsync(cancel);
        return
        [
            .. officers.Select(x => new Newcomer(x.Agreement, Role.LeadPoliceContact, x.Id, x.Name, x.From)),
            .. contacts.Select(x => new Newcomer(x.Agreement, Positions[x.Contact.Position], x.Contact.Id, x.Contact.Name, x.Contact.From)),
        ];
    }

    private sealed record Newcomer(Agreement Agreement, Role Role, Guid Id, string Name, DateOnly From);
}

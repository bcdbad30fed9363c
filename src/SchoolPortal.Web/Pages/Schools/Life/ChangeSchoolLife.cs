using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Schools.Life;

/// <summary>
/// Merges, splits, closes, reopens or renames a school: all of it in one transaction, or nothing. What happens to duties,
/// contacts and agreements is told first by the same steps, which are then not saved.
/// </summary>
public sealed class ChangeSchoolLife(PortalDbContext db, EndAgreements ends, TimeProvider clock)
{
    /// <summary>What would happen to what, in sentences; refuses what is not possible.</summary>
    public async Task<IReadOnlyList<string>> PreviewAsync(Actor actor, int number, LifeChange life, CancellationToken cancel)
    {
        try
        {
            return await DoAsync(number, life, new EndAccess(db), new Change(actor, clock.UtcNow(), "Looked what would happen"), cancel);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Makes it so.</summary>
    public async Task HandleAsync(Actor actor, int number, LifeChange life, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var school = await db.Schools.SingleAsync(s => s.Number == number, cancel);
        var change = new Change(actor, clock.UtcNow(), $"{(life.Event == SchoolEvent.Rename ? life.Name : school.Facts.Name)} was {Words.Of(life.Event)}", life.Why);
        var access = new EndAccess(db);
        await DoAsync(number, life, access, change, cancel);
        await access.StopMailAsync(change, cancel);

        // The successor's history tells it too.
        var links = db.SchoolSuccessions.Local.Where(s => db.Entry(s).State == EntityState.Added).ToList();
        db.AuditEvents.AddRange(links.ConvertAll(s => new AuditEvent(change, nameof(SchoolSuccession), s.Id, s.SuccessorId, null)));
        await db.SaveAsync(change, cancel);
        if (school.Status.IsOver())
        {
            // A directory that waits to be applied would close it once more.
            await db.DirectoryImportRows
                .Where(row => row.Number == number && row.Kind == DirectoryRowKind.Gone
                    && db.DirectoryImports.Any(import => import.Id == row.ImportId && import.State == DirectoryImportState.Proposed))
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.Chosen, false), cancel);
            await ends.HandleAsync(cancel);
        }

        if (life.TakesAgreement)
        {
            await TakeAgreementAsync(school.Id, await SuccessorAsync(life, cancel), change, cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    private async Task<IReadOnlyList<string>> DoAsync(int number, LifeChange life, EndAccess access, Change change, CancellationToken cancel)
    {
        var school = await db.Schools.SingleAsync(s => s.Number == number, cancel);
        if (!school.Possible.Contains(life.Event))
        {
            throw new StepNotAllowed($"{school.Facts.Name} is {Words.Of(school.Status)}, so it cannot be {Words.Of(life.Event)} now.");
        }

        switch (life.Event)
        {
            case SchoolEvent.Rename:
                var before = school.Facts.Name;
                school.Rename(life.Name);
                return [$"{before} is named {school.Facts.Name} everywhere from now on.", "What was signed keeps the old name, and the history tells it. The next directory proposes the Ministry\u2019s name where it differs."];
            case SchoolEvent.Reopen:
                return await ReopenAsync(school, cancel);
            default:
                return await EndAsync(school, life, access, change, cancel);
        }
    }

    private async Task<IReadOnlyList<string>> ReopenAsync(School school, CancellationToken cancel)
    {
        school.Reopen();
        var links = await db.SchoolSuccessions.Where(s => s.SchoolId == school.Id && !s.IsTakenBack).ToListAsync(cancel);
        links.ForEach(link => link.TakeBack());
        var told = new List<string> { $"{school.Facts.Name} is {Words.Of(school.Status)} again, and stands in lists of open schools." };
        if (links.Count > 0)
        {
            told.Add("Its addresses lead to itself again, no longer to the school that followed it.");
        }

        told.Add("Duties, contacts, roles and agreements that ended with it stay ended: assign an officer, name and invite its people and start an agreement anew.");
        return told;
    }

    private async Task<IReadOnlyList<string>> EndAsync(School school, LifeChange life, EndAccess access, Change change, CancellationToken cancel)
    {
        var successors = await db.Schools.Where(s => life.Successors.Contains(s.Number)).OrderBy(s => s.Number).ToListAsync(cancel);
        var unknown = life.Successors.Except(successors.Select(s => s.Number)).ToList();
        if (unknown.Count > 0)
        {
            throw new RuleBroken("Successors", $"There is no school {Words.And([.. unknown.Select(n => n.ToString(NewZealandTime.Culture))])}");
        }

        if (life.Successors.Count > successors.Count)
        {
            throw new RuleBroken("Successors", "Name each school once");
        }

        db.SchoolSuccessions.AddRange(school.GiveWayTo(successors, life.On, clock.Today()));
        var names = Words.And([.. successors.Select(s => s.Facts.Name)]);
        var told = new List<string> { $"{school.Facts.Name} is {Words.Of(life.Event)}{(names.Length > 0 ? $": {names}" : "")}, with {NewZealandTime.Show(life.On)} as its last day." };
        told.Add(successors.Count == 1
            ? $"Every address of {school.Facts.Name} leads to {names} from now on. Its own records stay readable there, under \u201cRecords of {school.Facts.Name}\u201d."
            : $"{school.Facts.Name} and all its records stay readable{(names.Length > 0 ? $", from the pages of {names} too" : "")}.");
        told.Add(await EndDutiesAsync(school.Id, life.On, cancel));
        told.Add(await EndContactsAsync(school.Id, life, successors, cancel));
        told.AddRange(await access.HandleAsync(school, life.On, successors, change, cancel));
        told.AddRange(await TellAgreementsAsync(school.Id, life, successors, cancel));
        told.Add("Profiles of all years stay readable. What nobody confirmed is left as it is.");
        return told;
    }

    private async Task<string> EndDutiesAsync(Guid schoolId, DateOnly lastDay, CancellationToken cancel)
    {
        var duties = await db.OfficerAssignments.Where(a => a.SchoolId == schoolId && (a.To == null || (a.To > lastDay && a.To >= a.From))).ToListAsync(cancel);
        duties.ForEach(duty => duty.End(duty.From > lastDay ? duty.From.AddDays(-1) : lastDay));
        return duties.Count switch
        {
            0 => "No officer holds a duty at it.",
            1 => $"1 duty of an officer ends on {NewZealandTime.Show(lastDay)}.",
            _ => $"{duties.Count} duties of officers end on {NewZealandTime.Show(lastDay)}.",
        };
    }

    private async Task<string> EndContactsAsync(Guid schoolId, LifeChange life, List<School> successors, CancellationToken cancel)
    {
        var contacts = await db.SchoolContacts.Where(c => c.SchoolId == schoolId && (c.To == null || (c.To > life.On && c.To >= c.From))).ToListAsync(cancel);
        var taken = 0;
        if (life.TakesContacts)
        {
            var next = successors.Single();
            var first = life.On.AddDays(1);
            var held = await db.SchoolContacts.Where(c => c.SchoolId == next.Id && (c.To == null || c.To >= first)).Select(c => c.Position).ToListAsync(cancel);
            foreach (var contact in contacts.Where(c => c.From <= life.On && !(SchoolContact.IsSingle(c.Position) && held.Contains(c.Position))))
            {
                db.SchoolContacts.Add(new SchoolContact(
                    next.Id, contact.Position, contact.Name, new Reach(contact.Email, contact.Phone, contact.Mobile), contact.AfterHours, first, contact.PersonId));
                taken++;
            }
        }

        contacts.ForEach(contact => contact.End(contact.From > life.On ? contact.From.AddDays(-1) : life.On));
        return $"{contacts.Count} {(contacts.Count == 1 ? "contact ends" : "contacts end")} on that day"
            + (life.TakesContacts ? $"; {taken} of them {(taken == 1 ? "goes" : "go")} on at {successors[0].Facts.Name}, in positions that are free there." : ".");
    }

    private async Task<IReadOnlyList<string>> TellAgreementsAsync(Guid schoolId, LifeChange life, List<School> successors, CancellationToken cancel)
    {
        var unfinished = await db.Agreements
            .Where(a => a.SchoolId == schoolId && (a.State == AgreementState.Active || AgreementStandings.InTheMaking.Contains(a.State)))
            .OrderBy(a => a.Number).Select(a => new { a.Number, a.State }).ToListAsync(cancel);
        var told = unfinished.ConvertAll(a => a.State == AgreementState.Active ? $"Agreement {a.Number} ends." : $"Agreement {a.Number}, not signed by all, is withdrawn.");
        if (!life.TakesAgreement)
        {
            return told.Count > 0 ? told : ["No agreement is in force or in the making."];
        }

        var next = successors.Single();
        if (!await db.Agreements.AnyAsync(a => a.SchoolId == schoolId && a.State != AgreementState.Withdrawn, cancel))
        {
            throw new RuleBroken("TakesAgreement", "There is no agreement whose text could go on");
        }

        if (await db.Agreements.AnyAsync(a => a.SchoolId == next.Id && (a.State == AgreementState.Active || AgreementStandings.InTheMaking.Contains(a.State)), cancel))
        {
            throw new RuleBroken("TakesAgreement", $"{next.Facts.Name} has an agreement of its own in force or in the making; that one goes on");
        }

        told.Add($"Its text goes on as a draft at {next.Facts.Name}, for that school and its Lead Police Contact to check and sign.");
        return told;
    }

    private async Task<School> SuccessorAsync(LifeChange life, CancellationToken cancel)
    {
        var number = life.Successors[0];
        return await db.Schools.SingleAsync(s => s.Number == number, cancel);
    }

    private async Task TakeAgreementAsync(Guid schoolId, School next, Change change, CancellationToken cancel)
    {
        var newest = await db.Agreements.Where(a => a.SchoolId == schoolId)
            .OrderBy(a => a.State == AgreementState.Withdrawn).ThenByDescending(a => a.Number).Select(a => a.Number).FirstAsync(cancel);
        var before = await db.WithPartsAsync(schoolId, newest, cancel);
        var form = (await db.CurrentTemplateAsync(FormDefinitions.PartnershipAgreement.Key, clock.Today(), cancel)).Form;
        var number = await db.NextAgreementNumberAsync(next.Id, cancel);
        db.Agreements.Add(new Agreement(next.Id, number, form, form.StartingAnswers().With(before.Answers()), change));
        await db.SaveAsync(change, cancel);
    }
}

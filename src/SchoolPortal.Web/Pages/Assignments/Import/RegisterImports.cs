using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Assignments.Import;

/// <summary>Brings a file of stations or officers, shows what it would do, and puts it in force as a whole or not at all.</summary>
public sealed class RegisterImports(PortalDbContext db, CompareStations stations, CompareOfficers officers, TimeProvider clock)
{
    /// <summary>What a file would do to the register as it stands now.</summary>
    /// <exception cref="NotADirectoryException">The file is another; the sentence says what to do.</exception>
    public Task<RegisterProposal> CompareAsync(RegisterKind kind, byte[] bytes, CancellationToken cancel) =>
        kind == RegisterKind.Stations ? stations.HandleAsync(bytes, cancel) : officers.HandleAsync(bytes, cancel);

    /// <summary>Keeps a file for somebody to look through; null, and nothing kept, where it says nothing new.</summary>
    public async Task<RegisterImport?> BringAsync(Actor actor, RegisterKind kind, string fileName, byte[] bytes, CancellationToken cancel)
    {
        if ((await CompareAsync(kind, bytes, cancel)).ProposesNothing)
        {
            return null;
        }

        var import = new RegisterImport(kind, Path.GetFileName(fileName), bytes, actor.Name, clock.UtcNow());
        db.RegisterImports.Add(import);
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Brought a file of {Words.Of(kind)}, for somebody to look through"), cancel);
        return import;
    }

    /// <summary>Makes every change of a file in one transaction. Refuses one with faults, and one that would do something else than was seen.</summary>
    /// <param name="actor">Who applies it.</param>
    /// <param name="id">The file.</param>
    /// <param name="seen">The fingerprint of the proposal as the page showed it.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task<RegisterImport> ApplyAsync(Actor actor, Guid id, string? seen, CancellationToken cancel)
    {
        var import = await db.RegisterImports.SingleAsync(one => one.Id == id, cancel);
        var proposal = await CompareAsync(import.Kind, import.Bytes, cancel);
        if (proposal.Faults.Count > 0)
        {
            throw new RuleBroken("", $"Nothing is applied while something in the file is wrong. Put the {proposal.Faults.Count} {(proposal.Faults.Count == 1 ? "fault" : "faults")} right, and bring the file again");
        }

        if (proposal.Fingerprint != seen)
        {
            throw new ChangedMeanwhile("The register changed after you opened this page, so the file would do something else now. Look at it again, then apply it.");
        }

        import.Apply(proposal.Added, proposal.Changed, actor.Name, clock.UtcNow());
        foreach (var change in proposal.Changes)
        {
            change.Do();
        }

        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Took over {import.FileName}: {proposal.Added} {Words.Of(import.Kind)} added, {proposal.Changed} changed"), cancel);
        return import;
    }

    /// <summary>Puts a file aside.</summary>
    public async Task DiscardAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        var import = await db.RegisterImports.SingleAsync(one => one.Id == id, cancel);
        import.Discard(actor.Name, clock.UtcNow());
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Put {import.FileName} aside"), cancel);
    }
}

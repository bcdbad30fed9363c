using Microsoft.EntityFrameworkCore;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Data.Schools;

/// <summary>Puts a proposal aside without applying it.</summary>
public sealed class DiscardDirectoryImport(PortalDbContext db, TimeProvider clock)
{
    /// <exception cref="StepNotAllowed">The import is no longer a proposal.</exception>
    public async Task HandleAsync(Guid importId, Actor who, CancellationToken cancel)
    {
        var import = await db.DirectoryImports.SingleAsync(import => import.Id == importId, cancel);
        var change = new Change(who, clock.UtcNow(), $"Put the {import.Vintage} aside");
        import.Discard(who.Name, change.At);
        await db.SaveAsync(change, cancel);
    }
}

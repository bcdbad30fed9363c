using Microsoft.EntityFrameworkCore;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>Gives a new portal the directory that is shipped with it, on the way that every directory takes.</summary>
public sealed class LoadFirstDirectory(PortalDbContext db, TimeProvider clock)
{
    /// <returns>The applied import; null when the portal holds schools already.</returns>
    public async Task<DirectoryImport?> HandleAsync(CancellationToken cancel)
    {
        if (await db.Schools.AnyAsync(cancel))
        {
            return null;
        }

        await using var file = SchoolReference.Open(SchoolReference.FirstDirectory);
        var import = await new ProposeDirectoryImport(db, clock).HandleAsync(file, SchoolReference.FirstDirectory, null, Actor.Portal, cancel);
        await new ApplyDirectoryImport(db, clock).HandleAsync(import.Id, Actor.Portal, cancel);
        return import;
    }
}

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>
/// The Word file of an agreement. What was frozen or signed is the kept file, byte for byte. Made on the spot: a draft; one
/// that another has replaced, which says so across each page (its evidence page gives the kept file); and whatever goes to
/// somebody who may not read restricted parts.
/// </summary>
public sealed class AgreementWord(PortalDbContext db, ReadAgreementContents contents, RestrictedViews views)
{
    /// <summary>The file, or null when the person may read no such agreement.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="school">The school.</param>
    /// <param name="number">Which agreement; null for the one in force, else the one in the making.</param>
    /// <param name="cancel">Stops the queries.</param>
    public async Task<(byte[] Bytes, string Name)?> HandleAsync(Actor actor, CurrentSchool school, int? number, CancellationToken cancel)
    {
        var wanted = number ?? await NumberAsync(school, cancel);
        var agreement = await db.AgreementsAt(school)
            .Include(a => a.Sections)
            .Include(a => a.Signatures)
            .SingleOrDefaultAsync(a => a.Number == wanted, cancel);
        if (agreement is null)
        {
            return null;
        }

        var all = Agreement.ReadsAll(actor, school.Place);
        var content = (await contents.HandleAsync(actor, [agreement], all, cancel))[0];
        var kept = all && agreement.State != AgreementState.Superseded ? await KeptAsync(agreement, cancel) : null;
        if (all)
        {
            await views.RecordAsync(actor, [$"Took agreement {agreement.Number} as a Word file"], nameof(Agreement), agreement.Id, school.Id, cancel);
        }

        return (kept ?? FormDocument.Write(content), FormDocument.FileName(content));
    }

    private async Task<int> NumberAsync(CurrentSchool school, CancellationToken cancel) =>
        StoredAgreement.First(await db.AgreementsAt(school).Select(NumberedAgreement.Of).ToListAsync(cancel))?.Number ?? 0;

    private Task<byte[]?> KeptAsync(Agreement agreement, CancellationToken cancel) => agreement.FrozenSha256 is null
        ? Task.FromResult<byte[]?>(null)
        : db.AgreementFiles.AsNoTracking()
            .Where(f => f.AgreementId == agreement.Id && (f.Kind == AgreementFileKind.Signed || f.Sha256 == agreement.FrozenSha256))
            .OrderBy(f => f.Kind == AgreementFileKind.Signed ? 0 : 1)
            .ThenByDescending(f => f.MadeAt)
            .Select(f => f.Bytes)
            .FirstOrDefaultAsync(cancel);
}

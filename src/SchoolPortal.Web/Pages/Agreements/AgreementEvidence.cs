using System.Text;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Agreements;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Templates;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>What proves an agreement whose text is frozen, as far as its reader may read it.</summary>
public sealed class AgreementEvidence(PortalDbContext db, RestrictedViews views)
{
    /// <summary>The evidence, or null when there is no such agreement, or its text is not frozen.</summary>
    public async Task<Evidence?> FindAsync(Actor actor, CurrentSchool school, int number, CancellationToken cancel)
    {
        var agreement = await db.AgreementsAt(school)
            .Include(a => a.Sections)
            .Include(a => a.Signatures)
            .SingleOrDefaultAsync(a => a.Number == number && a.FrozenSha256 != null, cancel);
        if (agreement is null)
        {
            return null;
        }

        var signed = await db.AgreementFiles
            .Where(f => f.AgreementId == agreement.Id && f.Kind == AgreementFileKind.Signed)
            .Select(f => f.Sha256)
            .SingleOrDefaultAsync(cancel);
        return Evidence.Of(agreement, (await db.TemplateOfAsync(agreement, cancel)).Form, signed, Agreement.ReadsAll(actor, school.Place));
    }

    /// <summary>The evidence as a file, or null.</summary>
    public async Task<(byte[] Bytes, string Name)?> WriteAsync(Actor actor, CurrentSchool school, int number, CancellationToken cancel)
    {
        if (await FindAsync(actor, school, number, cancel) is not { } evidence)
        {
            return null;
        }

        if (evidence.LeftOut.Count == 0)
        {
            await RecordAsync(actor, school, number, $"Took the evidence of agreement {number} with its restricted parts", cancel);
        }

        return (Encoding.UTF8.GetBytes(evidence.Write()), $"partnership-agreement-{school.Number}-version-{number}-evidence.json");
    }

    /// <summary>
    /// The kept file, byte for byte: the text before the signatures, or the record with all of them. Null for whoever may not
    /// read all of it.
    /// </summary>
    public async Task<(byte[] Bytes, string Name)?> KeptAsync(Actor actor, CurrentSchool school, int number, AgreementFileKind kind, CancellationToken cancel)
    {
        if (!Agreement.ReadsAll(actor, school.Place))
        {
            return null;
        }

        var bytes = await db.AgreementsAt(school)
            .Where(a => a.Number == number)
            .SelectMany(a => db.AgreementFiles.Where(f => f.AgreementId == a.Id && f.Kind == kind && (kind != AgreementFileKind.Frozen || f.Sha256 == a.FrozenSha256)), (a, f) => f.Bytes)
            .FirstOrDefaultAsync(cancel);
        if (bytes is null)
        {
            return null;
        }

        var what = Words.Of(kind);
        await RecordAsync(actor, school, number, $"Took the {what} text of agreement {number}", cancel);
        return (bytes, $"partnership-agreement-{school.Number}-version-{number}-{what}.docx");
    }

    /// <summary>A paper that somebody signed, scanned; for whoever may read the agreement. Null when there is none of this hash.</summary>
    public async Task<(byte[] Bytes, string MediaType, string Name)?> ScanAsync(CurrentSchool school, int number, string sha256, CancellationToken cancel)
    {
        var bytes = await db.AgreementsAt(school)
            .Where(a => a.Number == number)
            .Join(db.AgreementFiles.Where(f => f.Kind == AgreementFileKind.Scan && f.Sha256 == sha256), a => a.Id, f => f.AgreementId, (a, f) => f.Bytes)
            .FirstOrDefaultAsync(cancel);
        if (bytes is null)
        {
            return null;
        }

        var (mediaType, ending) = Scan.TypeOf(bytes);
        return (bytes, mediaType, $"partnership-agreement-{school.Number}-version-{number}-signed-on-paper-{sha256[..10]}{ending}");
    }

    private async Task RecordAsync(Actor actor, CurrentSchool school, int number, string what, CancellationToken cancel)
    {
        var id = await db.AgreementsAt(school).Where(a => a.Number == number).Select(a => a.Id).SingleAsync(cancel);
        await views.RecordAsync(actor, [what], nameof(Agreement), id, school.Id, cancel);
    }
}

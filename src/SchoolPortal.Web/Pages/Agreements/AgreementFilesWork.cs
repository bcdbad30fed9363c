using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>
/// The agreements of many schools as Word files: of each school the same agreement as its own page gives, or a form with what
/// is known filled in where there is none. Restricted parts are left out for everybody, because an export of many schools
/// carries none (domain §14.6).
/// </summary>
public sealed class AgreementFilesWork(PortalDbContext db, ReadAgreementContents contents, TimeProvider clock) : FilesWork
{
    public override JobKind Kind => JobKind.AgreementFiles;

    public override string ZipName => "agreements";

    public override string Before =>
        "One zip with the agreement of each school as a Word file: the one in force, else the one in the making. A school without any gets the form with what the portal knows filled in. Restricted parts are left out; take those one school at a time.";

    public override string NotYours => "Your role at this school may not read its agreement.";

    public override bool MayAt(Actor actor, Place place) => actor.May(Operation.ViewAgreement, place);

    public override async Task<IReadOnlyList<FileToMake>> ReadAsync(Actor actor, string? edition, IReadOnlyList<JobSchool> schools, CancellationToken cancel)
    {
        var today = clock.Today();
        var agreements = await AgreementsAsync(actor, schools, cancel);
        var texts = await contents.HandleAsync(actor, agreements, all: false, cancel);
        var written = agreements.Zip(texts).ToDictionary(both => both.First.SchoolId);
        var without = schools.Select(s => s.Place.SchoolId).Where(id => !written.ContainsKey(id)).ToList();
        var closed = await db.Schools.Where(s => without.Contains(s.Id) && (s.Status == SchoolStatus.Closed || s.Status == SchoolStatus.Merged))
            .Select(s => s.Id).ToListAsync(cancel);
        var facts = await LiveFacts.OfManyAsync(db, [.. without.Except(closed)], today, emergency: false, cancel);
        var template = await db.CurrentTemplateAsync(FormDefinitions.PartnershipAgreement.Key, today, cancel);
        return
        [
            .. schools.Select(school => written.TryGetValue(school.Place.SchoolId, out var one)
                ? FileOf(one.Second, Words.Capital(one.First.Standing(today)))
                : facts.TryGetValue(school.Place.SchoolId, out var known)
                    ? FileOf(AgreementContent.Prefilled(template, known, today), Words.Capital(AgreementStanding.None))
                    : FileToMake.Refused("This school has closed, and has no agreement.")),
        ];
    }

    /// <summary>Of each school the one that its Word file is made of; a specialist officer reads the one in force alone.</summary>
    private async Task<List<Agreement>> AgreementsAsync(Actor actor, IReadOnlyList<JobSchool> schools, CancellationToken cancel)
    {
        var places = schools.ToDictionary(s => s.Place.SchoolId, s => s.Place);
        var ids = places.Keys.ToList();
        var known = await db.Agreements.Where(a => ids.Contains(a.SchoolId)).Select(NumberedAgreement.Of).ToListAsync(cancel);
        var chosen = known
            .Where(a => a.State == AgreementState.Active || StoredAgreement.ReadsAllAgreements(actor.RolesAt(places[a.SchoolId])))
            .GroupBy(a => a.SchoolId)
            .Select(ofSchool => StoredAgreement.First(ofSchool)!.Id)
            .ToList();
        return await db.Agreements.AsNoTracking()
            .Include(a => a.Sections)
            .Include(a => a.Signatures)
            .Where(a => chosen.Contains(a.Id))
            .ToListAsync(cancel);
    }

    private static FileToMake FileOf(FormContent content, string standing) =>
        new(FormDocument.FileName(content), content.Identity.Edition ?? "", standing, () => FormDocument.Write(content));
}

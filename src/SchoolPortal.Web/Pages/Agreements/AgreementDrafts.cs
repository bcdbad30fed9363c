using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Draft agreements that go out as Word files and come back.</summary>
public sealed class AgreementDrafts(PortalDbContext db, RestrictedViews views, Actor actor, TimeProvider clock) : FormDrafts
{
    /// <inheritdoc cref="Noun"/>
    public const string Called = "agreement";

    public override FormDefinition Form => FormDefinitions.PartnershipAgreement;

    public override string Noun => Called;

    public override FormDefinition FormOf(int version) => AgreementContent.FormOf(version);

    public override string Home(int school) => AgreementLinks.Overview(school);

    public override IQueryable<WrittenRecord> Written => db.Agreements.AsNoTracking().Select(a => new WrittenRecord
    {
        SchoolId = a.SchoolId,
        Number = a.Number,
        FormVersion = a.FormVersion,
        TemplateId = a.TemplateId,
        IsDraft = a.State == AgreementState.Draft,
        Since = a.StateSince,
    });

    public override string NameOf(int number) => $"agreement {number}";

    public override bool MayRead(CurrentSchool school) => school.May(Operation.ViewAgreement);

    public override bool MayChange(CurrentSchool school) => school.May(Operation.EditAgreement);

    public override async Task<IReadOnlyList<DraftRecord>> ListAsync(CurrentSchool school, CancellationToken cancel)
    {
        var found = await db.AgreementsAt(school)
            .OrderByDescending(a => a.Number)
            .Select(a => new { a.Id, a.Number, a.State, a.FormVersion, a.TemplateId })
            .ToListAsync(cancel);
        return found.ConvertAll(a => new DraftRecord(
            a.Id,
            a.Number,
            NameOf(a.Number),
            Words.Of(a.State),
            a.State == AgreementState.Draft,
            a.FormVersion,
            a.TemplateId,
            Home(school.Number),
            AgreementLinks.Word(school.Number, a.Number)));
    }

    public override async Task<DraftNow> ReadAsync(CurrentSchool school, DraftRecord record, CancellationToken cancel)
    {
        var agreement = await db.Agreements.AsNoTracking().Include(a => a.Sections).SingleAsync(a => a.Id == record.Id, cancel);
        var form = FormOf(agreement.FormVersion);
        return new DraftNow(
            agreement.Answers(),
            agreement.Sections.ToDictionary(s => s.Key, s => s.Token),
            (Agreement.ReadsAll(actor, school.Place) ? form : form.WithoutRestricted()).Sections,
            await ContactChoices.OfAsync(db, school.Id, clock.Today(), emergency: false, cancel));
    }

    public override async Task RecordViewAsync(CurrentSchool school, DraftRecord record, CancellationToken cancel)
    {
        if (Agreement.ReadsAll(actor, school.Place))
        {
            await views.RecordAsync(actor, [$"Read a returned file of {record.Name} with its restricted parts"], nameof(Agreement), record.Id, school.Id, cancel);
        }
    }

    public override async Task TakeTemplateAsync(CurrentSchool school, Guid recordId, FormDefinition template, CancellationToken cancel)
    {
        await db.RequireOpenSchoolAsync(school.Id, cancel);
        (await db.Agreements.SingleAsync(a => a.Id == recordId && a.SchoolId == school.Id, cancel)).TakeTemplate(template);
    }

    public override async Task ChangeAsync(CurrentSchool school, Guid recordId, IReadOnlyList<ChosenSection> chosen, Change change, CancellationToken cancel)
    {
        var agreement = await db.Agreements.Include(a => a.Sections).SingleAsync(a => a.Id == recordId && a.SchoolId == school.Id, cancel);
        foreach (var section in chosen)
        {
            var stored = agreement.Sections.Single(s => s.Key == section.Key).Answers();
            agreement.SaveSection(AgreementContent.FormOf(agreement), section.Key, section.Over(stored), section.BasedOn, change);
        }
    }
}

using System.Globalization;

using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Demo;

/// <summary>
/// Agreements in every standing, each brought there by the steps that people take: the portal's own use cases, at the days
/// on which they would have been taken.
/// </summary>
internal sealed class DemoAgreements(
    PortalDbContext db, DemoDays days, DemoPeople people, IReadOnlyDictionary<int, School> schools, IReadOnlyDictionary<int, IReadOnlyList<SchoolContact>> contacts)
{
    private const string TermStart = "term.start";
    private const string TermYears = "term.years";
    private const int DraftedBefore = 45;

    private readonly DemoClock clock = new();

    /// <summary>Writes them all; one school has none.</summary>
    public async Task HandleAsync(CancellationToken cancel)
    {
        await InForceAsync(DemoSchools.Fairburn, days.Ago(240), 3, cancel);
        await InForceAsync(DemoSchools.OtahuhuCollege, days.Ago(500), 3, cancel);
        await InForceAsync(DemoSchools.SouthernCross, days.Ago(400), 1, cancel);
        await InForceAsync(DemoSchools.MangereCollege, days.Ago(300), 2, cancel);
        await StepAsync(DemoSchools.MangereCollege, 1, AgreementStep.GiveNotice, days.Ago(47), cancel, "The school is changing how it works with agencies and wants to begin again next year.");
        await StepAsync(DemoSchools.MangereCollege, 1, AgreementStep.End, days.Ago(45), cancel, "We have talked, and agree.", Role.LeadPoliceContact);

        var first = days.Ago((3 * 365) + 20);
        await InForceAsync(DemoSchools.StJosephs, first, 3, cancel);
        await InForceAsync(DemoSchools.StJosephs, first.AddYears(3), 3, cancel, number: 2);

        await ReadyAsync(DemoSchools.MtRichmond, days.Today.AddDays(40), 3, days.Ago(30), cancel);
        await SignAllAsync(DemoSchools.MtRichmond, 1, days.Ago(7), cancel);

        await ReadyAsync(DemoSchools.Otahuhu, days.Today.AddDays(8), 3, days.Ago(30), cancel);
        await SignAsync(DemoSchools.Otahuhu, 1, Role.AreaSupervisor, days.Ago(3), cancel);

        await ReadyAsync(DemoSchools.McAuley, days.Today.AddDays(20), 3, days.Ago(26), cancel);

        await ReadyAsync(DemoSchools.JeanBatten, days.Today.AddDays(-10), 3, days.Ago(70), cancel);
        await StepAsync(DemoSchools.JeanBatten, 1, AgreementStep.Withdraw, days.Ago(25), cancel, "A new principal begins in the new year and would like to start afresh.");

        await DraftAsync(DemoSchools.OtahuhuIntermediate, 1, days.Today.AddDays(60), 3, days.Ago(20), cancel);
        await StepAsync(DemoSchools.OtahuhuIntermediate, 1, AgreementStep.SendToSchool, days.Ago(9), cancel);

        await DraftAsync(DemoSchools.Kings, 1, days.Today.AddDays(70), 3, days.Ago(24), cancel);
        await StepAsync(DemoSchools.Kings, 1, AgreementStep.SendToSchool, days.Ago(12), cancel);
        await StepAsync(DemoSchools.Kings, 1, AgreementStep.AskForChanges, days.Ago(6), cancel, "Section 12: the boarding houses are missing from who calls whom. Section 6: we meet once a term.");
        await DeviateAsync(DemoSchools.Kings, "on-site", "on-site.arrival", "The main gate", "The boarding houses have no office; the gate is staffed day and night.", days.Ago(4), cancel);
    }

    private async Task InForceAsync(int school, DateOnly starts, int years, CancellationToken cancel, int number = 1)
    {
        await ReadyAsync(school, starts, years, starts.AddDays(-DraftedBefore), cancel, number);
        await SignAllAsync(school, number, starts.AddDays(-5), cancel);
        clock.At = DemoDays.At(starts, "force");
        await new BringAgreementsIntoForce(db, clock).BringAsync(await LoadAsync(school, number, cancel), cancel);
        db.ChangeTracker.Clear();
    }

    private async Task ReadyAsync(int school, DateOnly starts, int years, DateOnly drafted, CancellationToken cancel, int number = 1)
    {
        await DraftAsync(school, number, starts, years, drafted, cancel);
        await StepAsync(school, number, AgreementStep.SendToSchool, drafted.AddDays(8), cancel);
        await StepAsync(school, number, AgreementStep.AgreeText, drafted.AddDays(21), cancel);
    }

    /// <summary>Begun by the Lead Police Contact, with every section answered.</summary>
    private async Task DraftAsync(int number, int agreementNumber, DateOnly starts, int years, DateOnly day, CancellationToken cancel)
    {
        var school = schools[number];
        var actor = DemoPeople.As(people.LeadPolice, Role.LeadPoliceContact, school);
        clock.At = DemoDays.At(day, "draft");
        if (agreementNumber == 1)
        {
            await new StartAgreement(db, clock).HandleAsync(actor, school.Id, cancel);
        }
        else
        {
            await new TakeAgreementStep(db, clock).HandleAsync(actor, school.Place, agreementNumber - 1, AgreementStep.Renew, reason: null, cancel);
        }

        var agreement = await LoadAsync(number, agreementNumber, cancel);
        var form = AgreementContent.FormOf(agreement);
        var answers = new DemoAnswers(school, contacts[number]);
        var change = new Change(actor, DemoDays.At(day.AddDays(2), "sections"), "Wrote the sections of the agreement");
        foreach (var section in form.Sections.Where(section => section.Fields.Any(field => field.Kind != FieldKind.Fact)))
        {
            var kept = agreement.Sections.Single(each => each.Key == section.Key);
            var soFar = kept.Answers();
            if (section.Field(TermStart) is not null)
            {
                soFar = soFar
                    .With(TermStart, Answer.Of(starts.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
                    .With(TermYears, Answer.Of(years.ToString(CultureInfo.InvariantCulture)));
            }

            agreement.SaveSection(form, section.Key, answers.Of(section, day, soFar), kept.Token, change);
        }

        await db.SaveAsync(change, cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>The Lead Police Contact gives another than the standard answer in the draft, and says why.</summary>
    private async Task DeviateAsync(int number, string section, string question, string answer, string reason, DateOnly day, CancellationToken cancel)
    {
        var actor = DemoPeople.As(people.LeadPolice, Role.LeadPoliceContact, schools[number]);
        var change = new Change(actor, DemoDays.At(day, question), "Changed where officers arrive");
        var agreement = await LoadAsync(number, 1, cancel);
        var kept = agreement.Sections.Single(each => each.Key == section);
        agreement.SaveSection(AgreementContent.FormOf(agreement), section, kept.Answers().With(question, Answer.Of(answer)), kept.Token, change);
        agreement.ExplainDeviation(question, was: null, reason, change);
        await db.SaveAsync(change, cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>A step by the first of the roles whose step it is, or by another of them.</summary>
    private async Task StepAsync(int number, int agreementNumber, AgreementStep step, DateOnly day, CancellationToken cancel, string? reason = null, Role? by = null)
    {
        clock.At = DemoDays.At(day, step.ToString());
        var school = schools[number];
        var actor = Signer(by ?? AgreementLifecycle.Table[step].Who[0], school);
        await new TakeAgreementStep(db, clock).HandleAsync(actor, school.Place, agreementNumber, step, reason, cancel);
        db.ChangeTracker.Clear();
    }

    private async Task SignAllAsync(int school, int number, DateOnly last, CancellationToken cancel)
    {
        foreach (var (index, party) in Agreement.Parties.Index())
        {
            await SignAsync(school, number, party, last.AddDays(index - Agreement.Parties.Count + 1), cancel);
        }
    }

    private async Task SignAsync(int number, int agreementNumber, Role party, DateOnly day, CancellationToken cancel)
    {
        var school = schools[number];
        var actor = Signer(party, school);
        var change = new Change(actor, DemoDays.At(day, "sign"), "Signed the agreement");
        var agreement = await LoadAsync(number, agreementNumber, cancel);
        agreement.Sign(actor.RolesAt(school.Place), new SigningWords(actor.Name, actor.Position, SignAgreement.Statement, "passphrase"), signedInRecently: true, change);
        if (agreement.State == AgreementState.Signed)
        {
            var template = await db.TemplateOfAsync(agreement, cancel);
            var content = AgreementContent.Of(agreement, template, FactsJson.Read(agreement.FrozenFacts!), DocumentStanding.FullySigned, all: true, day);
            db.AgreementFiles.Add(new AgreementFile(agreement, AgreementFileKind.Signed, FormDocument.Write(content), change.At));
        }

        await db.SaveAsync(change, cancel);
        db.ChangeTracker.Clear();
    }

    private Task<Agreement> LoadAsync(int school, int number, CancellationToken cancel) =>
        db.WithPartsAsync(schools[school].Id, number, cancel);

    private Actor Signer(Role role, School school) => DemoPeople.As(
        role switch
        {
            Role.LeadPoliceContact => people.LeadPolice,
            Role.AreaSupervisor => people.Supervisor,
            Role.PresidingMember => people.Schools[school.Number].PresidingMember,
            Role.LeadSchoolContact => people.Schools[school.Number].LeadSchool,
            _ => people.Schools[school.Number].Principal,
        },
        role,
        school);
}

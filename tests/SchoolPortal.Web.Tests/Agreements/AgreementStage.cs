using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Agreements;

/// <summary>A portal with one school in a settled area, everybody who has a part in its agreement, and the deeds they do in their browsers.</summary>
internal sealed class AgreementStage : IAsyncDisposable
{
    public static readonly FormDefinition Form = FormDefinitions.PartnershipAgreement;

    private readonly Dictionary<Role, PageBrowser> browsers = [];
    private readonly Dictionary<Role, TestPerson> people = [];
    private Guid contactId;

    public UnhurriedPortal Portal { get; } = new();

    public School School { get; private set; } = null!;

    public int Number => School.Number;

    public static async Task<AgreementStage> SetAsync()
    {
        var stage = new AgreementStage();
        await stage.PrepareAsync();
        return stage;
    }

    /// <summary>The browser of the person with this role, signed in when first asked for.</summary>
    public async Task<PageBrowser> AsAsync(Role role)
    {
        if (!browsers.TryGetValue(role, out var browser))
        {
            browser = await Portal.SignInAsync(await PersonAsync(role));
            browsers[role] = browser;
        }

        return browser;
    }

    public async Task<TestPerson> PersonAsync(Role role)
    {
        if (!people.TryGetValue(role, out var person))
        {
            person = role == Role.LeadPoliceContact
                ? await Portal.LeadPoliceContactAsync(School.Id)
                : await Portal.PersonAsync(role, PlaceOf(role));
            people[role] = person;
        }

        return person;
    }

    public async Task<Page> StartAsync()
    {
        var officer = await AsAsync(Role.LeadPoliceContact);
        var form = await officer.GetAsync(AgreementLinks.Start(Number));
        return await officer.SubmitAsync(form, form.Heading);
    }

    /// <summary>Goes through every section and answers what must be answered.</summary>
    public async Task CompleteAsync(int number = 1, string starts = "24 November 2026")
    {
        var officer = await AsAsync(Role.LeadPoliceContact);
        foreach (var section in Form.Sections.Where(s => s.Fields.Any(f => f.Kind != FieldKind.Fact)))
        {
            var page = await officer.GetAsync(AgreementLinks.Section(Number, number, section.Key));
            var saved = await officer.SubmitAsync(page, "Save and continue", AnswersTo(section, starts));
            Assert.True(saved.Errors.Count == 0, string.Join(" ", saved.Errors));
        }
    }

    /// <summary>Takes a step on its page.</summary>
    public async Task<Page> StepAsync(Role role, AgreementStep step, string? reason = null, int number = 1)
    {
        var browser = await AsAsync(role);
        var page = await browser.GetAsync(AgreementLinks.Step(Number, number, step));
        return await browser.SubmitAsync(page, AgreementLifecycle.Table[step].Label, reason is null ? null : new() { ["Input.Reason"] = reason });
    }

    public async Task<Page> SignAsync(Role role, int number = 1)
    {
        var browser = await AsAsync(role);
        var page = await browser.GetAsync(AgreementLinks.Sign(Number, number));
        return await browser.SubmitAsync(page, "Sign the agreement", Signing(role));
    }

    public static Dictionary<string, string?> Signing(Role role) => new()
    {
        ["Input.TypedName"] = $"Name of the {Words.Of(role)}",
        ["Input.Position"] = Words.Capital(role),
        ["Input.Agrees"] = "true",
    };

    /// <summary>The next agreement as a draft with every answer, made by the use cases without their pages.</summary>
    public async Task<int> DraftAsync(string starts = "24 November 2026")
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        var officer = await ActorAsync(Role.LeadPoliceContact);
        var number = await scope.ServiceProvider.GetRequiredService<StartAgreement>().HandleAsync(officer, School.Id, CancellationToken.None);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var agreement = await db.Agreements.Include(a => a.Sections).SingleAsync(a => a.SchoolId == School.Id && a.Number == number);
        var change = new Change(officer, Portal.Clock.UtcNow(), "Filled in the draft");
        foreach (var section in Form.Sections)
        {
            var stored = agreement.Sections.Single(s => s.Key == section.Key);
            agreement.SaveSection(Form, section.Key, stored.Answers().With(Typed(section, starts)), stored.Token, change);
        }

        await db.SaveAsync(change, CancellationToken.None);
        return number;
    }

    /// <summary>The next agreement, ready to be signed.</summary>
    public async Task<int> ReadyToSignAsync(string starts = "24 November 2026")
    {
        var number = await DraftAsync(starts);
        await AgreeAsync(number);
        return number;
    }

    /// <summary>The next agreement, signed by all four and in force.</summary>
    public async Task InForceAsync(string starts = "24 November 2026")
    {
        await SignByAllAsync(await ReadyToSignAsync(starts));
    }

    /// <summary>The draft goes to the school, which agrees to its text.</summary>
    public async Task AgreeAsync(int number)
    {
        await TakeAsync(Role.LeadPoliceContact, AgreementStep.SendToSchool, number);
        await TakeAsync(Role.Principal, AgreementStep.AgreeText, number);
    }

    /// <summary>All four sign on their pages.</summary>
    public async Task SignByAllAsync(int number)
    {
        foreach (var role in Agreement.Parties)
        {
            Assert.Equal($"You have signed agreement {number}", (await SignAsync(role, number)).Heading);
        }
    }

    /// <summary>It becomes 10am of a later day: nobody is signed in any more, and the day's work is done.</summary>
    public async Task BecomeAsync(DateOnly day)
    {
        foreach (var browser in browsers.Values)
        {
            browser.Dispose();
        }

        browsers.Clear();
        Portal.Clock.SetUtcNow(new DateTimeOffset(NewZealandTime.StartOf(day).AddHours(10)));
        await DailyWorkAsync();
    }

    /// <summary>One round of what the portal does each hour.</summary>
    public Task DailyWorkAsync() => Portal.DailyWorkAsync();

    /// <summary>Takes a step without its page.</summary>
    public async Task TakeAsync(Role role, AgreementStep step, int number = 1, string? reason = null)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TakeAgreementStep>()
            .HandleAsync(await ActorAsync(role), School.Place, number, step, reason, CancellationToken.None);
    }

    private async Task<Actor> ActorAsync(Role role)
    {
        var person = await PersonAsync(role);
        return (await Portal.WithDbAsync(db => db.ActorOf(person.Id, Portal.Today, CancellationToken.None)))!;
    }

    public Task<Agreement> AgreementAsync(int number = 1) => Portal.WithDbAsync(db => db.Agreements.AsNoTracking()
        .Include(a => a.Sections).Include(a => a.Signatures)
        .SingleAsync(a => a.SchoolId == School.Id && a.Number == number));

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers.Values)
        {
            browser.Dispose();
        }

        await Portal.DisposeAsync();
    }

    private Answers Typed(SectionDefinition section, string starts)
    {
        var typed = AnswersTo(section, starts);
        var contacts = new[] { new ContactChoice(contactId.ToString(), "Aroha Ngata", "Lead School Contact") };
        return SectionInput.Read(section, name => typed.GetValueOrDefault(name) is { } text ? [text] : [], contacts, Portal.Today).Answers;
    }

    /// <summary>What a person types into every question of a section that has no answer yet but needs one.</summary>
    private Dictionary<string, string?> AnswersTo(SectionDefinition section, string starts)
    {
        var typed = new Dictionary<string, string?>();
        foreach (var field in section.Fields.Where(f => f.Required && f.Default is null))
        {
            switch (field.Kind)
            {
                case FieldKind.Date:
                    typed[field.Key] = starts;
                    break;
                case FieldKind.Number:
                    typed[field.Key] = $"{field.Limits.Min ?? 1}";
                    break;
                case FieldKind.YesNo:
                    typed[field.Key] = "yes";
                    break;
                case FieldKind.Choice or FieldKind.Several:
                    typed[field.Key] = field.Options[0].Key;
                    break;
                case FieldKind.Contact:
                    typed[field.Key] = contactId.ToString();
                    break;
                case FieldKind.Table:
                    for (var row = 0; row < (field.Limits.Min ?? 1); row++)
                    {
                        foreach (var column in field.Columns)
                        {
                            typed[InputNames.Cell(field, row, column)] = column.Kind == FieldKind.Choice ? column.Options[0].Key : $"{column.Label} {row + 1}";
                        }
                    }

                    break;
                default:
                    typed[field.Key] = "As we agreed when we met";
                    break;
            }
        }

        return typed;
    }

    private Guid? PlaceOf(Role role) => Grant.ScopeOf(role) switch
    {
        Scope.School => School.Id,
        Scope.Area => School.AreaId,
        Scope.District => School.DistrictId,
        _ => null,
    };

    private Task PrepareAsync() => Portal.WithDbAsync(async db =>
    {
        var school = await db.Schools.OrderBy(s => s.Number).FirstAsync(s => s.Status == SchoolStatus.Open);
        school.SettlePlace(await db.Areas.OrderBy(a => a.Id).FirstAsync(), db.Station("Central station").Id, null);
        var lead = new SchoolContact(
            school.Id, ContactPosition.LeadSchoolContact, "Aroha Ngata", new Reach("aroha@test.schoolportal.example", "+6491234567", null), false, Portal.Today);
        db.SchoolContacts.Add(lead);
        await db.SaveAsync(new Change(Actor.Portal, Portal.Clock.UtcNow(), "Set the stage"), CancellationToken.None);
        (School, contactId) = (school, lead.Id);
    });
}

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Browser.Tests;

/// <summary>
/// The portal's main job from the directory to a confirmed profile, in real browsers, by everybody whose hands it goes through.
/// Every page that they come past is held to <see cref="PageCheck"/>.
/// </summary>
public sealed class WholeJobTests(Chromium chromium, BrowserPortal portal) : IClassFixture<BrowserPortal>, IAsyncLifetime
{
    private const int SchoolNumber = 1404;
    private const string School = "/schools/1404";

    private readonly List<Visitor> visitors = [];
    private readonly List<string> owed = [];

    private Guid areaId;
    private Guid officerId;
    private Visitor administrator = null!;
    private Visitor officer = null!;
    private Visitor supervisor = null!;
    private Visitor principal = null!;
    private Visitor leadSchoolContact = null!;
    private Visitor presidingMember = null!;

    public async ValueTask InitializeAsync()
    {
        var school = await portal.SchoolAsync(SchoolNumber);
        areaId = await portal.WithDbAsync(db => db.Areas.Where(a => a.DistrictId == school.DistrictId).OrderBy(a => a.Name).Select(a => a.Id).FirstAsync());
        var constable = await portal.PersonAsync("Senior Constable");
        officerId = (await portal.OfficerAsync(constable)).Id;
        administrator = await ComeAsync(await portal.PersonAsync(Role.Administrator));
        officer = await ComeAsync(constable);
        supervisor = await ComeAsync(await portal.PersonAsync(Role.AreaSupervisor, areaId));
        principal = await ComeAsync(await portal.PersonAsync(Role.Principal, school.Id));
        leadSchoolContact = await ComeAsync(await portal.PersonAsync(Role.LeadSchoolContact, school.Id));
        presidingMember = await ComeAsync(await portal.PersonAsync(Role.PresidingMember, school.Id));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors)
        {
            await visitor.DisposeAsync();
        }
    }

    [Fact]
    public async Task From_the_directory_to_an_agreement_in_force_and_a_confirmed_profile()
    {
        await ImportTheLaterDirectoryAsync();
        await NamePeopleAndAssignAsync();
        await DraftTheAgreementAsync();
        await ReturnItOnceAndMendItAsync();
        await SignItOnPaperAsync();
        await SignItAsync();
        await OpenTheSignedFileAsync();
        await FillInTheProfileTogetherAsync();
        await SubmitAndConfirmTheProfileAsync();

        owed.AddRange(visitors.SelectMany(visitor => visitor.Troubles));
        Assert.True(owed.Count == 0, string.Join('\n', owed));
    }

    private async Task ImportTheLaterDirectoryAsync()
    {
        await GoAsync(administrator, "/admin/directory-import");
        await administrator.Page.GetByLabel("Schools directory").SetInputFilesAsync(DirectoryFiles.PathOf(DirectoryFiles.Of2021October));
        await PressAsync(administrator, "Read the file");
        Assert.Contains("nothing is changed yet", await DoneAsync(administrator), StringComparison.Ordinal);

        var apply = administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" });
        await administrator.OntoNextPageAsync(() => apply.ClickAsync());
        await LookAsync(administrator);
        Assert.Contains("The directory is applied", await DoneAsync(administrator), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2021, 10, 1), (await portal.SchoolAsync(SchoolNumber)).FactsAsAt);
    }

    private async Task NamePeopleAndAssignAsync()
    {
        await GoAsync(administrator, $"{School}/place");
        await administrator.Page.GetByLabel("Area").SelectOptionAsync(areaId.ToString());
        await PressAsync(administrator, "Save");

        foreach (var position in new[] { "Principal", "Lead School Contact", "Presiding member" })
        {
            await GoAsync(administrator, $"{School}/contacts/name");
            await administrator.Page.GetByLabel("Position").SelectOptionAsync(position);
            await administrator.Page.GetByLabel("Name", new() { Exact = true }).FillAsync($"The {position}");
            await administrator.Page.GetByLabel("Email address").FillAsync("office@test.schoolportal.example");
            await administrator.Page.GetByLabel("First day").FillAsync(NewZealandTime.Show(portal.Today));
            await PressAsync(administrator, "Name them");
        }

        await GoAsync(administrator, $"{School}/assign?kind=LeadPoliceContact");
        await administrator.Page.GetByLabel("Officer", new() { Exact = true }).SelectOptionAsync(officerId.ToString());
        await administrator.Page.GetByLabel("Lead Police Contact", new() { Exact = true }).CheckAsync();
        await administrator.Page.GetByLabel("First day").FillAsync(NewZealandTime.Show(portal.Today));
        await PressAsync(administrator, "Assign officer");
        await GoAsync(administrator, School);
    }

    private async Task DraftTheAgreementAsync()
    {
        await GoAsync(officer, $"{School}/agreement");
        await PressAsync(officer, "Start an agreement");
        await PressAsync(officer, "Start an agreement");
        var form = FormDefinitions.PartnershipAgreement;
        await FollowAsync(officer, form.Sections[0].Title);
        foreach (var section in form.Sections)
        {
            Assert.Equal(section.Title, await HeadingAsync(officer));
            await new SectionEntry(officer.Page, portal.Today).FillAsync(section);
            await PressAsync(officer, section.Fields.All(field => field.Kind == FieldKind.Fact) ? "Continue" : "Save and continue");
        }

        await StepAsync(officer, "Send to the school");
    }

    private async Task ReturnItOnceAndMendItAsync()
    {
        await GoAsync(principal, $"{School}/agreement");
        await PressAsync(principal, "Ask for changes");
        await principal.Page.GetByLabel("What should change, and why?").FillAsync("Two visits a term are too few for a school of our size.");
        await PressAsync(principal, "Ask for changes");

        await GoAsync(officer, $"{School}/agreement");
        await FollowAsync(officer, "What Police will do");
        await officer.Page.GetByLabel("How many times a term will the Lead Police Contact visit?").FillAsync("7");
        await PressAsync(officer, "Save and come back later");
        await MendItInWordAsync();
        await StepAsync(officer, "Send to the school");
        await StepAsync(principal, "Agree to the text");
    }

    private async Task MendItInWordAsync()
    {
        await GoAsync(officer, $"{School}/agreement");
        var draft = new EditedFile(await DownloadAsync(officer, "Agreement 1 (DOCX)")).Edit(body => body.Cell("purpose.local").Type("Written in Word", "away from the desk"));
        await FollowAsync(officer, "Bring back a Word file");
        await officer.Page.GetByLabel("The file that you changed in Word").SetInputFilesAsync(
            new FilePayload { Name = "draft.docx", MimeType = FormDocument.MediaType, Buffer = draft.Bytes() });
        await PressAsync(officer, "Read the file");
        Assert.Contains("Written in Word\naway from the desk", await officer.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await PressAsync(officer, "Save what you chose");
        Assert.Contains("1 answer from “draft.docx” saved", await DoneAsync(officer), StringComparison.Ordinal);
    }

    /// <summary>The presiding member prints the page and signs it by hand; the other side records it with the scan.</summary>
    private async Task SignItOnPaperAsync()
    {
        await GoAsync(presidingMember, $"{School}/agreement/1/paper");
        var scan = new FilePayload { Name = "signed.pdf", MimeType = "application/pdf", Buffer = await presidingMember.Page.PdfAsync() };

        await GoAsync(officer, $"{School}/agreement");
        await PressAsync(officer, "Record a signature on paper");
        await officer.Page.GetByLabel("Presiding member", new() { Exact = true }).CheckAsync();
        await officer.Page.GetByLabel("Full name on the paper").FillAsync("The Presiding member");
        await officer.Page.GetByLabel("Position on the paper").FillAsync("Presiding member");
        await officer.Page.GetByLabel("Day on the paper").FillAsync(NewZealandTime.Show(portal.Today));
        await officer.Page.GetByLabel("Scan or photograph of the paper").SetInputFilesAsync(scan);
        await officer.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await PressAsync(officer, "Record the signature");
        Assert.Contains("The signature of the presiding member is recorded", await DoneAsync(officer), StringComparison.Ordinal);
    }

    private async Task SignItAsync()
    {
        foreach (var (signer, position) in new[] { (officer, "Senior Constable"), (supervisor, "Area supervisor"), (principal, "Principal") })
        {
            await GoAsync(signer, $"{School}/agreement");
            await PressAsync(signer, "Sign");
            await signer.Page.GetByLabel("Your full name").FillAsync($"The {position}");
            await signer.Page.GetByLabel("Your position").FillAsync(position);
            await signer.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
            await PressAsync(signer, "Sign the agreement");
            Assert.Equal("You have signed agreement 1", await HeadingAsync(signer));
        }
    }

    private async Task OpenTheSignedFileAsync()
    {
        await GoAsync(leadSchoolContact, $"{School}/agreement");
        Assert.Equal("Agreement 1 In force", await leadSchoolContact.Page.Locator("h2").First.InnerTextAsync());
        using var bytes = new MemoryStream(await DownloadAsync(leadSchoolContact, "Agreement 1 (DOCX)"));
        using var document = WordprocessingDocument.Open(bytes, isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document));
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains((await portal.SchoolAsync(SchoolNumber)).Facts.Name, text, StringComparison.Ordinal);
        Assert.Contains("By the main gate", text, StringComparison.Ordinal);
        Assert.Contains("The Area supervisor", text, StringComparison.Ordinal);
    }

    private async Task FillInTheProfileTogetherAsync()
    {
        await GoAsync(principal, $"{School}/profile");
        await PressAsync(principal, $"Open the {portal.Today.Year} profile");

        // Every other section by each of the two, at the same time.
        var sections = FormDefinitions.SchoolProfile.Sections;
        await Task.WhenAll(
            FillInAsync(principal, sections.Where((_, i) => i % 2 == 0)),
            FillInAsync(leadSchoolContact, sections.Where((_, i) => i % 2 == 1)));
    }

    private async Task FillInAsync(Visitor visitor, IEnumerable<SectionDefinition> sections)
    {
        foreach (var section in sections)
        {
            await GoAsync(visitor, $"{School}/profile/{portal.Today.Year}/{section.Key}");
            await new SectionEntry(visitor.Page, portal.Today).FillAsync(section);
            await PressAsync(visitor, "Save and come back later");
        }
    }

    private async Task SubmitAndConfirmTheProfileAsync()
    {
        var profile = $"{School}/profile/{portal.Today.Year}";
        await GoAsync(principal, profile);
        await FollowAsync(principal, "Check answers and submit");
        await PressAsync(principal, "Submit to Police");

        await GoAsync(officer, profile);
        await FollowAsync(officer, "Confirm");
        await PressAsync(officer, "Confirm");

        await GoAsync(leadSchoolContact, profile);
        Assert.Contains("The profile is confirmed", await leadSchoolContact.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task<byte[]> DownloadAsync(Visitor visitor, string link)
    {
        var download = await visitor.Page.RunAndWaitForDownloadAsync(
            () => visitor.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private async Task<Visitor> ComeAsync(TestPerson person)
    {
        var visitor = await Visitor.ComeAsync(chromium, portal);
        visitors.Add(visitor);
        await visitor.SignInAsync(person.Email, PortalHost.Passphrase);
        await LookAsync(visitor);
        return visitor;
    }

    private async Task GoAsync(Visitor visitor, string address)
    {
        Assert.Equal(200, await visitor.GoAsync(address));
        await LookAsync(visitor);
    }

    private async Task PressAsync(Visitor visitor, string button)
    {
        await visitor.PressAsync(button);
        await LookAsync(visitor);
    }

    private async Task FollowAsync(Visitor visitor, string link)
    {
        await visitor.FollowAsync(link);
        await LookAsync(visitor);
    }

    /// <summary>From where the agreement stands to the step's own page, and the step.</summary>
    private async Task StepAsync(Visitor visitor, string step)
    {
        await GoAsync(visitor, $"{School}/agreement");
        await PressAsync(visitor, step);
        await PressAsync(visitor, step);
    }

    /// <summary>Nothing may have gone wrong on this page, and it may owe nobody anything.</summary>
    private async Task LookAsync(Visitor visitor)
    {
        var errors = await visitor.Page.Locator(".govuk-error-summary").AllInnerTextsAsync();
        Assert.True(errors.Count == 0, $"{visitor.Path} says: {string.Join(' ', errors)}");
        var owing = await PageCheck.OwesAsync(visitor);
        lock (owed)
        {
            owed.AddRange(owing);
        }
    }

    private static Task<string> HeadingAsync(Visitor visitor) => visitor.Page.Locator("h1").InnerTextAsync();

    private static Task<string> DoneAsync(Visitor visitor) => visitor.Page.Locator(".govuk-notification-banner").InnerTextAsync();
}

using System.Net;
using System.Text.Json;

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Testing;
using SchoolPortal.Web.Demo;

using Xunit;

namespace SchoolPortal.Web.Tests.HandOuts;

/// <summary>Hand-outs filled with a school's own facts, the report to the board, and the public register, on the demonstration.</summary>
public sealed class SchoolHandOutTests(DemonstrationHost portal) : IClassFixture<DemonstrationHost>
{
    private const int Number = 1409;

    [Fact]
    public async Task Each_audience_is_told_what_it_may_know_and_the_files_are_valid()
    {
        using var principal = await SignInAsync("principal");
        var school = await portal.SchoolAsync(Number);
        var (officers, contacts) = await portal.WithDbAsync(async db => (
            await db.OfficerAssignments.Where(a => a.SchoolId == school.Id && a.To == null).Join(db.Officers, a => a.OfficerId, o => o.Id, (_, o) => o).ToListAsync(),
            await db.SchoolContacts.Where(c => c.SchoolId == school.Id && c.To == null).ToListAsync()));
        Assert.NotEmpty(officers);
        // Demonstration officers are called by their duty, which every hand-out says: names of their own can be looked for.
        var names = officers.Select((officer, i) => (officer.Id, Name: $"Zebedee Quillfeather-{i}")).ToList();
        foreach (var (id, name) in names)
        {
            await portal.WithDbAsync(db => db.Officers.Where(o => o.Id == id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Name, name)));
        }

        foreach (var audience in new[] { "staff", "board", "parents" })
        {
            var text = await WordAsync(principal, $"/schools/{Number}/handouts/{audience}.docx");
            Assert.Contains(school.Facts.Name, text, StringComparison.Ordinal);
            Assert.Contains(contacts.Single(c => c.Position == ContactPosition.LeadSchoolContact).Name, text, StringComparison.Ordinal);
            Assert.All(contacts.Where(c => c.Mobile is not null), c => Assert.DoesNotContain(PhoneText.Show(c.Mobile!), text, StringComparison.Ordinal));
            Assert.All(contacts.Where(c => SchoolContact.IsEmergency(c.Position)), c => Assert.DoesNotContain(c.Email!, text, StringComparison.Ordinal));
            Assert.Equal(audience != "parents", text.Contains(officers[0].Email, StringComparison.Ordinal));
            Assert.Equal(audience != "parents", text.Contains(names[0].Name, StringComparison.Ordinal));
            if (audience == "parents")
            {
                Assert.All(officers, officer => Assert.DoesNotContain(officer.Email, text, StringComparison.Ordinal));
                Assert.All(officers.Where(o => o.Phone is not null), officer => Assert.DoesNotContain(PhoneText.Show(officer.Phone!), text, StringComparison.Ordinal));
                Assert.All(contacts.Where(c => c.Email is not null), c => Assert.DoesNotContain(c.Email!, text, StringComparison.Ordinal));
            }

            using var slides = PresentationDocument.Open(new MemoryStream(await principal.Client.GetByteArrayAsync(new Uri($"/schools/{Number}/handouts/{audience}.pptx", UriKind.Relative))), isEditable: false);
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(slides).Select(e => e.Description));
            var told = string.Join('\n', slides.PresentationPart!.SlideParts.SelectMany(slide => new[] { slide.Slide!.InnerText, slide.NotesSlidePart?.NotesSlide?.InnerText ?? "" }));
            Assert.Equal(audience != "parents", told.Contains(names[0].Name, StringComparison.Ordinal));
            if (audience == "parents")
            {
                Assert.All(names, each => Assert.DoesNotContain(each.Name, text + told, StringComparison.Ordinal));
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await principal.GetAsync($"/schools/{Number}/handouts/everybody.docx")).Status);
    }

    [Fact]
    public async Task The_report_says_what_was_agreed_and_done_and_what_is_not_recorded()
    {
        using var board = await SignInAsync("board");
        Assert.Equal(HttpStatusCode.OK, (await board.GetAsync($"/schools/{Number}/handouts")).Status);

        var text = await WordAsync(board, $"/schools/{Number}/partnership-report.docx");

        Assert.All(new[] { "Partnership report 2026", "Our agreement", "Our School Profile 2026", "What was done this year", "What is not recorded yet", "visits of officers and meetings" }, words =>
            Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_register_names_schools_and_days_and_nobody()
    {
        using var visitor = portal.Browser();
        var csv = await visitor.Client.GetStringAsync(new Uri("/register.csv", UriKind.Relative));
        using var json = JsonDocument.Parse(await visitor.Client.GetStringAsync(new Uri("/register.json", UriKind.Relative)));
        var found = await visitor.GetAsync("/register?q=otahuhu");
        var people = await portal.WithDbAsync(async db => (await db.Officers.Select(o => o.Name).ToListAsync()).Concat(await db.SchoolContacts.Select(c => c.Name).ToListAsync()).Distinct().ToList());

        var schools = json.RootElement.GetProperty("schools").EnumerateArray().ToList();
        var inForce = await portal.WithDbAsync(db => db.Agreements.Where(Domain.Agreements.AgreementStandings.InForceOn(portal.Today)).CountAsync());
        Assert.Equal(inForce, schools.Count(school => school.GetProperty("agreementInForce").GetBoolean()));
        Assert.True(inForce > 0);
        Assert.Equal(schools.Count + 2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("CC BY 4.0", json.RootElement.GetProperty("licence").GetString(), StringComparison.Ordinal);
        Assert.All(people, name => Assert.DoesNotContain(name, csv, StringComparison.Ordinal));
        Assert.NotEmpty(found.Document.QuerySelectorAll("tbody tr"));
        Assert.All(found.Document.QuerySelectorAll("tbody tr"), row => Assert.Contains("tahuhu", Folded.Of(row.TextContent), StringComparison.Ordinal));
    }

    private Task<PageBrowser> SignInAsync(string who) => portal.SignInAsync($"{who}@demo.schoolportal.example", DemoAccounts.Passphrase);

    private static async Task<string> WordAsync(PageBrowser browser, string address)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(await browser.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative))), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        return string.Join('\n', file.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText).Append(file.MainDocumentPart.HeaderParts.Single().Header!.InnerText));
    }
}

using System.Net;

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

using SchoolPortal.Domain.Contacts;
using SchoolPortal.Testing;
using SchoolPortal.Web.Demo;
using SchoolPortal.Web.Pages.Assignments;
using SchoolPortal.Web.Pages.Handover;

using Xunit;

namespace SchoolPortal.Web.Tests.Handover;

/// <summary>What a new Lead Police Contact takes over: one text for both sides, as page and file, and the newcomer's word.</summary>
public sealed class HandoverTests(DemonstrationHost portal) : IClassFixture<DemonstrationHost>
{
    [Fact]
    public async Task Both_sides_read_the_same_text()
    {
        var texts = new List<string>();
        foreach (var who in new[] { "leadpolice", "principal" })
        {
            using var browser = await portal.SignInAsync(DemoAccounts.Address(who), DemoAccounts.Passphrase);
            var page = await browser.GetAsync(HandoverLinks.Pack(DemoSchools.Otahuhu));
            texts.Add(string.Join('\n', page.Document.QuerySelectorAll("main section").Select(section => section.TextContent)));
        }

        Assert.Equal(texts[0], texts[1]);
        Assert.All(new[] { "Handover notes", "What waits", "Agreement and profile", "People of the school", "Done last" }, part => Assert.Contains(part, texts[0], StringComparison.Ordinal));
        Assert.DoesNotContain("Emergency contact 1", texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_valid_and_holds_the_note_of_the_one_before()
    {
        using var browser = await portal.SignInAsync(DemoAccounts.Address("leadpolice"), DemoAccounts.Passphrase);
        var bytes = await browser.Client.GetByteArrayAsync(new Uri(HandoverLinks.Word(DemoSchools.Fairburn), UriKind.Relative));
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(file).Select(e => e.Description));
        Assert.Contains("Gate on the street side is locked from 9am.", file.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newcomer_reads_it_and_says_so_and_both_sides_see_that()
    {
        var person = await portal.PersonAsync("Senior Constable");
        var officer = await portal.OfficerAsync(person);
        using var supervisor = await portal.SignInAsync(DemoAccounts.Address("supervisor"), DemoAccounts.Passphrase);
        var form = await supervisor.GetAsync(AssignmentLinks.Assign(DemoSchools.Fairburn, AssignmentKind.LeadPoliceContact));
        await supervisor.SubmitAsync(form, "Assign officer", new() { ["Input.OfficerId"] = officer.Id.ToString() });

        using var newcomer = await portal.SignInAsync(person);
        var pack = await newcomer.GetAsync(HandoverLinks.Pack(DemoSchools.Fairburn));
        var done = await newcomer.SubmitAsync(pack, "I have read it and take the school over", []);
        Assert.Contains("You have taken the school over", done.Done, StringComparison.Ordinal);
        Assert.DoesNotContain("I have read it", done.Text, StringComparison.Ordinal);

        // The one before reads on for a week, and cannot open the profile any more.
        using var before = await portal.SignInAsync(DemoAccounts.Address("leadpolice"), DemoAccounts.Passphrase);
        Assert.Equal(HttpStatusCode.OK, (await before.GetAsync($"/schools/{DemoSchools.Fairburn}/agreement")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await before.GetAsync($"/schools/{DemoSchools.Fairburn}/profile/{portal.Today.Year}")).Status);
    }
}

using System.Net;
using System.Text;

using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Schools;

/// <summary>What a school says of itself stands beside the directory, on its pages and through directories that come later.</summary>
public sealed class FactCorrectionPagesTests(FactCorrectionPagesTests.Fixture fixture) : IClassFixture<FactCorrectionPagesTests.Fixture>
{
    private const string Import = "/admin/directory-import";

    private readonly PortalHost portal = fixture.Portal;

    [Fact]
    public async Task A_directory_with_a_third_value_asks_a_person_and_one_that_agrees_ends_what_was_said_and_undoing_it_brings_it_back()
    {
        using var principal = await portal.SignInAsync(await portal.PersonAsync(Role.Principal, (await portal.SchoolAsync(90)).Id));
        using var national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var held = (await portal.SchoolAsync(90)).Facts.Telephone!;
        Assert.Contains("stands beside", (await SayAsync(principal, 90, nameof(SchoolFacts.Telephone), "09 999 0000")).Done, StringComparison.Ordinal);
        await BothShownAsync(principal, "09 999 0000", held);

        // Nobody decides: the file's value is left out, all else of its row is taken over.
        var proposal = await BringAsync(national, "09 111 1111", "https://new.school.nz", "Contested");
        Assert.Contains("The school (", proposal.Text, StringComparison.Ordinal);
        Assert.Contains("says: 09 999 0000. The file says something else again.", proposal.Text, StringComparison.Ordinal);
        var applied = await national.SubmitAsync(proposal, "Apply 1 ticked row");
        Assert.Contains("Nobody had decided", applied.Text, StringComparison.Ordinal);
        Assert.Equal((held, "https://new.school.nz"), ((await portal.SchoolAsync(90)).Facts.Telephone, (await portal.SchoolAsync(90)).Facts.Website));
        await BothShownAsync(principal, "09 999 0000", held);

        // Decided: both are kept.
        proposal = await BringAsync(national, "09 111 1111", "https://new.school.nz", "Contested");
        var key = proposal.Document.QuerySelector("select[name^=rulings]")!.GetAttribute("name")!;
        proposal = await national.SubmitAsync(proposal, "Save the ticks and decisions of this page", new() { [key] = "BothKept" });
        Assert.Contains("That stays beside it", proposal.Text, StringComparison.Ordinal);
        await national.SubmitAsync(proposal, "Apply 1 ticked row");
        await BothShownAsync(principal, "09 999 0000", "09 111 1111");

        // A file with nothing new for the directory's own value proposes nothing, though another stands beside it.
        Assert.Contains("There are none.", (await BringAsync(national, "09 111 1111", "https://new.school.nz", "Changed")).Text, StringComparison.Ordinal);

        // A file that agrees.
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        proposal = await BringAsync(national, "09 999 0000", "https://new.school.nz", "Changed");
        Assert.Contains("The file says the same, so that ends.", proposal.Text, StringComparison.Ordinal);
        applied = await national.SubmitAsync(proposal, "Apply 1 ticked row");
        Assert.DoesNotContain("said otherwise", (await principal.GetAsync("/schools/90")).Text, StringComparison.Ordinal);
        var undo = await national.GetAsync($"{applied.Path}/undo");
        Assert.Contains("1 thing that schools or Police said beside the directory and that ended with it stands again", undo.Text, StringComparison.Ordinal);
        Assert.Contains("Everything comes back.", undo.Text, StringComparison.Ordinal);
        await national.SubmitAsync(undo, "Undo the import");
        await BothShownAsync(principal, "09 999 0000", "09 111 1111");

        // Only the school takes its own word back.
        using var officer = await portal.SignInAsync(await portal.LeadPoliceContactAsync((await portal.SchoolAsync(90)).Id));
        var refused = await officer.SubmitAsync(await officer.GetAsync("/schools/90/facts"), "Take back what is said of Telephone", []);
        Assert.Contains("only the school can change it", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var taken = await principal.SubmitAsync(await principal.GetAsync("/schools/90/facts"), "Take back what is said of Telephone", []);
        Assert.Contains("taken back", taken.Done, StringComparison.Ordinal);
        var history = (await principal.GetAsync("/schools/90/history")).Text;
        Assert.Contains("Said that the directory is wrong: Telephone", history, StringComparison.Ordinal);
        Assert.Contains("Took back that the directory is wrong: Telephone", history, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(SchoolFacts.Suburb), " ", null, "Enter what is right, or tick that there is none")]
    [InlineData(nameof(SchoolFacts.Suburb), "Here", "true", "Enter what is right, or tick that there is none, not both")]
    [InlineData(nameof(SchoolFacts.Email), "office at school", null, "\u201coffice at school\u201d is not an email address")]
    public async Task What_cannot_be_said_is_refused_and_what_was_typed_is_kept(string fact, string value, string? none, string sentence)
    {
        using var principal = await portal.SignInAsync(await portal.PersonAsync(Role.Principal, (await portal.SchoolAsync(91)).Id));
        var page = await SayAsync(principal, 91, fact, value, none);
        Assert.Equal([sentence], page.Errors);
        Assert.Equal(value.Trim(), page.Document.QuerySelector("input[name='Input.Value']")!.GetAttribute("value")?.Trim() ?? "");
    }

    [Theory]
    [InlineData(Role.SchoolViewer, "/schools/91/facts", HttpStatusCode.Forbidden)]
    [InlineData(Role.Principal, "/schools/90/facts", HttpStatusCode.NotFound)]
    [InlineData(Role.Principal, "/schools/91/facts?fact=RollMaori", HttpStatusCode.NotFound)]
    public async Task Others_and_other_facts_are_not_reached(Role role, string address, HttpStatusCode status)
    {
        using var person = await portal.SignInAsync(await portal.PersonAsync(role, (await portal.SchoolAsync(91)).Id));
        Assert.Equal(status, (await person.GetAsync(address)).Status);
    }

    private static async Task BothShownAsync(PageBrowser reader, string said, string directory) =>
        Assert.Matches($"Telephone ?{said} ?The directory says {directory}; the school \\(.+\\) said otherwise on 24 November 2026", (await reader.GetAsync("/schools/90")).Text);

    private static async Task<Page> SayAsync(PageBrowser browser, int number, string fact, string value, string? none = null) => await browser.SubmitAsync(
        await browser.GetAsync($"/schools/{number}/facts?fact={fact}"), "Keep it beside the directory\u2019s", new Dictionary<string, string?> { ["Input.Value"] = value, ["Input.HasNone"] = none });

    /// <summary>A directory of this one school; its others are not ticked to be closed, being so many.</summary>
    private async Task<Page> UploadAsync(PageBrowser national, string telephone, string website)
    {
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var facts = (await portal.SchoolAsync(90)).Facts;
        return await national.UploadAsync(await national.GetAsync(Import), "Read the file", "Input.Upload", "one.csv",
            Encoding.UTF8.GetBytes($"School_Id,Org_Name,Telephone,URL,Add1_Suburb,Add1_City\n90,{facts.Name},{telephone},{website},{facts.Suburb},{facts.City}\n"));
    }

    private async Task<Page> BringAsync(PageBrowser national, string telephone, string website, string part)
    {
        var proposal = await UploadAsync(national, telephone, website);
        return await national.GetAsync($"{proposal.Path}?show={part}");
    }

    public sealed class Fixture : IAsyncDisposable
    {
        public PortalHost Portal { get; } = new();

        public async ValueTask DisposeAsync() => await Portal.DisposeAsync();
    }
}

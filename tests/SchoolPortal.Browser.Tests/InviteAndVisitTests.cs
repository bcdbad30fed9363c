using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Demo;
using SchoolPortal.Web.Pages.Visits;

using Xunit;

namespace SchoolPortal.Browser.Tests;

/// <summary>Small everyday forms in a real browser that runs no script.</summary>
public sealed class InviteAndVisitTests(Chromium chromium, DemonstrationPortal portal) : IClassFixture<DemonstrationPortal>
{
    private const int Number = 1409;

    [Fact]
    public async Task A_principal_invites_a_colleague_without_script()
    {
        await using var principal = await ComeAsync("principal");
        await principal.GoAsync($"/invitations/new?role={Role.SchoolViewer}&school={Number}");
        await principal.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Mārama Tawhai");
        await principal.Page.GetByLabel("Position").FillAsync("Deputy principal");
        await principal.Page.GetByLabel("Work email address").FillAsync("marama@school.example");
        await principal.PressAsync("Invite");
        Assert.Contains("Mārama Tawhai is invited", await MainOfAsync(principal), StringComparison.Ordinal);
        await principal.GoAsync("/invitations");
        Assert.Contains("Mārama Tawhai", await MainOfAsync(principal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_enters_a_visit_without_script_by_its_note_alone()
    {
        await using var officer = await ComeAsync("leadpolice");
        await officer.GoAsync(VisitLinks.List(Number));
        await officer.Page.GetByLabel("Notes (optional)").FillAsync("Talked about the new crossing.");
        await officer.PressAsync("Enter the visit");
        var shown = await MainOfAsync(officer);
        Assert.Contains($"The visit on {NewZealandTime.Show(portal.Today)} is entered", shown, StringComparison.Ordinal);
        Assert.Contains("Talked about the new crossing.", shown, StringComparison.Ordinal);
    }

    private async Task<Visitor> ComeAsync(string who)
    {
        await using var scripted = await Visitor.ComeAsync(chromium, portal);
        await scripted.SignInAsync(DemoAccounts.Address(who), DemoAccounts.Passphrase);
        return await scripted.WithoutScriptAsync();
    }

    private static Task<string> MainOfAsync(Visitor visitor) => visitor.Page.Locator("main").InnerTextAsync();
}

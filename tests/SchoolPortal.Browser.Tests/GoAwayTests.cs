using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Web.Demo;
using SchoolPortal.Web.Pages.Assignments;

using Xunit;

namespace SchoolPortal.Browser.Tests;

/// <summary>A coordinator notes a leave and a leaver in a real browser that runs no script.</summary>
public sealed class GoAwayTests(Chromium chromium, DemonstrationPortal portal) : IClassFixture<DemonstrationPortal>
{
    [Fact]
    public async Task A_leave_and_a_leaver_go_through_the_forms_without_script()
    {
        await using var scripted = await Visitor.ComeAsync(chromium, portal);
        await scripted.SignInAsync(DemoAccounts.Address("district"), DemoAccounts.Passphrase);
        await using var district = await scripted.WithoutScriptAsync();
        var officer = await portal.WithDbAsync(db => db.Officers.Where(o => o.Station.Name == "Papakura" && o.Rank != Rank.Employee && db.OfficerAssignments.Any(a => a.OfficerId == o.Id && a.Kind == AssignmentKind.LeadPoliceContact && a.To == null)).Select(o => o.Id).FirstAsync());

        await district.GoAsync(AssignmentLinks.Officer(officer));
        await district.OntoNextPageAsync(() => district.Page.GetByRole(AriaRole.Link, new() { Name = "Goes on leave" }).ClickAsync());
        await district.Page.GetByLabel("First day away").FillAsync(NewZealandTime.Show(portal.Today));
        await district.Page.GetByLabel("Last day away").FillAsync(NewZealandTime.Show(portal.Today.AddDays(6)));
        await PressAsync(district, "Continue");
        await district.Page.GetByLabel("For all duties").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await PressAsync(district, "Note the leave");
        Assert.Contains("is on leave from", await district.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Covered", await district.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await district.GoAsync(AssignmentLinks.Officer(officer));
        await district.OntoNextPageAsync(() => district.Page.GetByRole(AriaRole.Link, new() { Name = "Leaves", Exact = true }).ClickAsync());
        await district.Page.GetByLabel("Last day with schools").FillAsync(NewZealandTime.Show(portal.Today.AddDays(30)));
        await PressAsync(district, "Continue");
        await district.Page.GetByLabel("For all duties").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await PressAsync(district, "Note that they leave");
        Assert.Contains("How the assignment went", await district.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static Task PressAsync(Visitor visitor, string button) =>
        visitor.OntoNextPageAsync(() => visitor.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
}

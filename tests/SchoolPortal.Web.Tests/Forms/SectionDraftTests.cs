using System.Net;

using AngleSharp.Html.Dom;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Tests.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Forms;

/// <summary>Nothing typed is lost: drafts, other tabs, other people, expired sign-ins and forms.</summary>
public sealed class SectionDraftTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Typed = "Kupu that nobody saved yet";

    [Fact]
    public async Task A_draft_is_shown_to_its_writer_alone_and_is_no_save()
    {
        var at = await OpenAsync();
        await KeepAsync(at.Principal, await at.PageAsync(at.Principal), Typed);

        var again = await at.PageAsync(at.Principal);
        Assert.Contains("You typed this on 24 November 2026, 10am and did not save it.", again.Text, StringComparison.Ordinal);
        Assert.Equal(Typed, Box(again));
        Assert.Null((await at.Case.StoredAsync("police")).SavedAt);

        var other = await at.PageAsync(at.Lead);
        Assert.DoesNotContain("You typed this", other.Text, StringComparison.Ordinal);
        Assert.Equal("", Box(other));

        await at.Principal.SubmitAsync(again, "Save and come back later");
        Assert.Equal(Typed, (await at.Case.StoredAsync("police")).Answers()["police.helped"]!.Text);
        Assert.DoesNotContain("You typed this", (await at.PageAsync(at.Principal)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await DraftsAsync(at.Case));
    }

    [Fact]
    public async Task A_draft_may_be_thrown_away()
    {
        var at = await OpenAsync();
        await KeepAsync(at.Principal, await at.PageAsync(at.Principal), Typed);

        var shown = await at.Principal.SubmitAsync(await at.PageAsync(at.Principal), "Throw away what I typed");

        Assert.Equal((at.Case.Section("police"), ""), (shown.Path, Box(shown)));
        Assert.Contains("thrown away", shown.Done, StringComparison.Ordinal);
        Assert.Equal(0, await DraftsAsync(at.Case));
    }

    [Fact]
    public async Task A_draft_beside_what_somebody_saved_since_opens_as_a_choice()
    {
        var at = await OpenAsync();
        await KeepAsync(at.Principal, await at.PageAsync(at.Principal), Typed);
        await at.SaveAsync(at.Lead, "What the other saved");

        var choice = await at.PageAsync(at.Principal);

        Assert.Contains("Two people changed this section", choice.Text, StringComparison.Ordinal);
        Assert.Contains("What the other saved", choice.Text, StringComparison.Ordinal);
        Assert.Equal(Typed, Box(choice));
        var saved = await at.Principal.SubmitAsync(choice, "Keep all I typed");
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(Typed, (await at.Case.StoredAsync("police")).Answers()["police.helped"]!.Text);
    }

    [Fact]
    public async Task Two_tabs_keep_a_draft_each_and_the_second_to_save_meets_the_first_as_if_it_were_somebody_else()
    {
        var at = await OpenAsync();
        var first = await at.PageAsync(at.Principal);
        await KeepAsync(at.Principal, first, "In the first tab");
        var second = await at.PageAsync(at.Principal);
        Assert.Equal("In the first tab", Box(second));
        await KeepAsync(at.Principal, first, "In the first tab, typed on");
        await KeepAsync(at.Principal, second, "In the second tab");

        await at.Principal.SubmitAsync(first, "Save and come back later", At("In the first tab, typed on"));

        var third = await at.PageAsync(at.Principal);
        Assert.Contains("Two people changed this section", third.Text, StringComparison.Ordinal);
        Assert.Equal("In the second tab", Box(third));
        Assert.Equal(HttpStatusCode.Conflict, (await at.Principal.SubmitAsync(second, "Save and continue", At("In the second tab"))).Status);
    }

    [Theory]
    [InlineData("time")]
    [InlineData("sign-out")]
    [InlineData("cookies")]
    public async Task What_was_typed_comes_through_signing_in_again_and_is_not_saved_by_it(string cause)
    {
        using var own = cause == "time" ? new PortalHost() : null;
        var late = own ?? portal;
        var at = await OpenAsync(late);
        var page = await at.PageAsync(at.Principal);
        var browser = at.Principal;
        switch (cause)
        {
            case "time":
                late.Clock.Advance(TimeSpan.FromMinutes(31));
                break;
            case "sign-out":
                await browser.SubmitAsync(page, "Sign out");
                break;
            default:
                browser = late.Browser();
                break;
        }

        var asked = await browser.SubmitAsync(page, "Save and continue", At(Typed));
        Assert.Equal("Sign in again to go on", asked.Heading);
        Assert.DoesNotContain(Typed, asked.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var wrong = await browser.SubmitAsync(asked, "Sign in", Credentials(at.PrincipalIs, "not the passphrase at all"));
        Assert.Contains("What you typed is kept", wrong.Text, StringComparison.Ordinal);

        var back = await browser.SubmitAsync(wrong, "Sign in", Credentials(at.PrincipalIs, PortalHost.Passphrase));

        Assert.Equal(at.Case.Section("police"), back.Path);
        Assert.Equal(Typed, Box(back));
        Assert.Null((await at.Case.StoredAsync("police")).SavedAt);
        await browser.SubmitAsync(back, "Save and come back later");
        Assert.Equal(Typed, (await at.Case.StoredAsync("police")).Answers()["police.helped"]!.Text);
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_there_sees_nothing_of_it()
    {
        var at = await OpenAsync();
        using var browser = portal.Browser();
        var asked = await browser.SubmitAsync(await at.PageAsync(at.Principal), "Save and continue", At(Typed));

        var landed = await browser.SubmitAsync(asked, "Sign in", Credentials(at.LeadIs, PortalHost.Passphrase));

        Assert.Equal("/today", landed.Path);
        Assert.Equal("", Box(await at.PageAsync(browser)));
        Assert.Equal(0, await DraftsAsync(at.Case));
    }

    [Fact]
    public async Task A_form_whose_token_is_no_longer_good_is_shown_again_with_what_was_typed()
    {
        var at = await OpenAsync();
        var page = await at.PageAsync(at.Principal);
        using var restarted = await portal.SignInAsync(at.PrincipalIs);

        var again = await restarted.SubmitAsync(page, "Save and continue", At(Typed));

        Assert.Equal((HttpStatusCode.OK, at.Case.Section("police")), (again.Status, again.Path));
        Assert.Contains("What you typed is kept, but not saved", again.Done, StringComparison.Ordinal);
        Assert.Equal(Typed, Box(again));
        Assert.Null((await at.Case.StoredAsync("police")).SavedAt);
        Assert.Equal(HttpStatusCode.OK, (await restarted.SubmitAsync(again, "Save and continue")).Status);
    }

    [Fact]
    public async Task Drafts_that_are_not_ones_own_or_no_drafts_are_refused()
    {
        var at = await OpenAsync();
        var page = await at.PageAsync(at.Principal);

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(at.Lead, FieldsOf(page, Typed)));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(at.Principal, new() { ["Draft"] = "made up", ["police.helped"] = Typed }));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(at.Principal, FieldsOf(page, new string('a', SectionDraft.MostTyped))));
        Assert.Equal(HttpStatusCode.Redirect, await SendAsync(portal.Browser(), new() { ["Draft"] = "made up" }));
        Assert.Equal(0, await DraftsAsync(at.Case));
    }

    [Fact]
    public async Task Many_drafts_of_one_page_at_one_moment_leave_one()
    {
        var at = await OpenAsync();
        var page = await at.PageAsync(at.Principal);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => SendAsync(at.Principal, FieldsOf(page, $"Draft {n}"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal(1, await DraftsAsync(at.Case));
        Assert.StartsWith("Draft ", Box(await at.PageAsync(at.Principal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_nobody_came_back_to_is_forgotten_after_sixty_days()
    {
        using var later = new PortalHost();
        var at = await OpenAsync(later);
        await KeepAsync(at.Principal, await at.PageAsync(at.Principal), Typed);
        var work = later.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<DailyWork>().Single();

        foreach (var (days, left) in new[] { (60, 1), (1, 0) })
        {
            later.Clock.Advance(TimeSpan.FromDays(days));
            await work.DoAsync(TestContext.Current.CancellationToken);
            Assert.Equal(left, await later.WithDbAsync(db => db.SectionDrafts.CountAsync()));
        }
    }

    [Fact]
    public async Task Sections_of_agreements_keep_drafts_alike()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.StartAsync();
        using var lead = await stage.AsAsync(Role.LeadSchoolContact);
        var address = $"/schools/{stage.Number}/agreement/1/purpose";
        var page = await lead.GetAsync(address);
        var box = ((IHtmlTextAreaElement)page.Document.QuerySelector("main form textarea")!).Name!;

        await SendAsync(lead, Fields(page, box, Typed));

        var again = await lead.GetAsync(address);
        Assert.Contains("You typed this on", again.Text, StringComparison.Ordinal);
        Assert.Equal(Typed, again.Document.QuerySelector($"textarea[name='{box}']")!.TextContent.Trim());
    }

    private async Task<Opened> OpenAsync(PortalHost? host = null)
    {
        host ??= portal;
        var at = await ProfileCase.NewAsync(host);
        var principal = await host.PersonAsync(Role.Principal, at.School.Id);
        var lead = await host.PersonAsync(Role.LeadSchoolContact, at.School.Id);
        var opened = new Opened(at, principal, await host.SignInAsync(principal), lead, await host.SignInAsync(lead));
        await at.OpenAsync(opened.Principal);
        return opened;
    }

    private Task<int> DraftsAsync(ProfileCase at) =>
        portal.WithDbAsync(db => db.SectionDrafts.CountAsync(d => db.Profiles.Any(p => p.Id == d.RecordId && p.SchoolId == at.School.Id)));

    private static string Box(Page page) => page.Document.QuerySelector("textarea[name='police.helped']")!.TextContent.Trim();

    private static Dictionary<string, string?> At(string text) => new() { ["police.helped"] = text };

    private static Dictionary<string, string?> Credentials(TestPerson person, string passphrase) =>
        new() { ["Input.Email"] = person.Email, ["Input.Passphrase"] = passphrase };

    private static async Task KeepAsync(PageBrowser browser, Page page, string text) =>
        Assert.Equal(HttpStatusCode.OK, await SendAsync(browser, FieldsOf(page, text)));

    private static Dictionary<string, string> FieldsOf(Page page, string text) => Fields(page, "police.helped", text);

    /// <summary>What the page's script sends.</summary>
    private static Dictionary<string, string> Fields(Page page, string box, string text) => new()
    {
        ["Draft"] = Hidden(page, "Draft"),
        ["Token"] = Hidden(page, "Token"),
        [box] = text,
    };

    private static string Hidden(Page page, string name) =>
        ((IHtmlInputElement)page.Document.QuerySelectorAll($"main input[name='{name}']")[^1]).Value;

    private static async Task<HttpStatusCode> SendAsync(PageBrowser browser, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await browser.Client.PostAsync(new Uri("/drafts", UriKind.Relative), form);
        return answer.StatusCode;
    }

    private sealed record Opened(ProfileCase Case, TestPerson PrincipalIs, PageBrowser Principal, TestPerson LeadIs, PageBrowser Lead)
    {
        public Task<Page> PageAsync(PageBrowser browser) => browser.GetAsync(Case.Section("police"));

        public async Task SaveAsync(PageBrowser browser, string text) =>
            await browser.SubmitAsync(await PageAsync(browser), "Save and come back later", At(text));
    }
}

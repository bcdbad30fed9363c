using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Profiles;

using Xunit;

namespace SchoolPortal.Web.Tests.Profiles;

/// <summary>The pages round a section: its earlier texts, its comments, who keeps it, and finding it right again.</summary>
public sealed class SectionPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Helped = "police.helped";

    [Fact]
    public async Task Every_earlier_text_is_seen_with_who_and_what_changed_and_can_be_brought_back()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        await SaveAsync(at, principal, "The first text");
        await SaveAsync(at, principal, "The second text");

        var versions = await principal.GetAsync(ProfileLinks.Versions(at.Number, ProfileCase.Year, "police"));
        Assert.All(new[] { "The first text", "The", "second", "As the year was opened" }, said => Assert.Contains(said, versions.Text, StringComparison.Ordinal));
        Assert.Equal(["second"], versions.Document.QuerySelectorAll("section:first-of-type ins").Select(e => e.TextContent.Trim()));
        Assert.Equal(2, versions.Document.QuerySelectorAll("input[name=Version]").Length);

        var restored = await principal.SubmitAsync(versions, RestoreFirst(versions));

        Assert.Equal((HttpStatusCode.OK, at.Section("police")), (restored.Status, restored.Path));
        Assert.Equal("The first text", (await at.StoredAsync("police")).Answers()[Helped]!.Text);
        Assert.StartsWith("Restored the text", (await at.HistoryAsync())[^1].Why, StringComparison.Ordinal);
        Assert.Equal(3, (await principal.GetAsync(ProfileLinks.Versions(at.Number, ProfileCase.Year, "police"))).Document.QuerySelectorAll("input[name=Version]").Length);
    }

    [Fact]
    public async Task An_earlier_text_is_never_brought_back_over_a_newer_one_that_was_not_seen()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        using var lead = await at.AsAsync(Role.LeadSchoolContact);
        await at.OpenAsync(principal);
        await SaveAsync(at, principal, "The first text");
        await SaveAsync(at, principal, "The second text");
        var versions = await principal.GetAsync(ProfileLinks.Versions(at.Number, ProfileCase.Year, "police"));
        await SaveAsync(at, lead, "What the lead wrote meanwhile");

        var refused = await principal.SubmitAsync(versions, RestoreFirst(versions));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("What the lead wrote meanwhile", refused.Text, StringComparison.Ordinal);
        Assert.Equal("What the lead wrote meanwhile", (await at.StoredAsync("police")).Answers()[Helped]!.Text);
    }

    [Fact]
    public async Task Both_sides_comment_on_a_section_and_see_it_counted()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        using var officer = await at.AsLeadPoliceContactAsync();
        await at.OpenAsync(principal);
        var address = ProfileLinks.Comments(at.Number, ProfileCase.Year, "police");

        await officer.SubmitAsync(await officer.GetAsync(address), "Add the comment", Comment("Which day suits?"));
        var warned = await principal.SubmitAsync(await principal.GetAsync(address), "Add the comment", Comment("Ring 021 123 4567"));
        Assert.Equal(HttpStatusCode.BadRequest, warned.Status);
        Assert.Contains("021 123 4567", Assert.Single(warned.Errors), StringComparison.Ordinal);
        var added = await principal.SubmitAsync(warned, "Add it all the same");

        Assert.Contains("Your comment is added", added.Done, StringComparison.Ordinal);
        var section = await officer.GetAsync(at.Section("police"));
        Assert.Contains("Police \u00b7", section.Text, StringComparison.Ordinal);
        Assert.Contains("School \u00b7", section.Text, StringComparison.Ordinal);
        Assert.Contains("2 comments.", (await principal.GetAsync(at.Home)).Text, StringComparison.Ordinal);
        Assert.Contains(await at.HistoryAsync(), line => line.What == "Commented on section 13, Police service, of the 2026 profile");
    }

    [Theory]
    [InlineData("", "Enter what you want to say about this section")]
    [InlineData("1001", "Use 1000 characters or fewer for a comment")]
    public async Task A_comment_that_cannot_be_taken_is_told_why_and_kept(string text, string sentence)
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        var typed = text.Length == 0 ? "" : new string('a', 1001);

        var refused = await principal.SubmitAsync(await principal.GetAsync(ProfileLinks.Comments(at.Number, ProfileCase.Year, "about")), "Add the comment", Comment(typed));

        Assert.Equal([sentence], refused.Errors);
        Assert.Equal(typed, refused.Document.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_section_is_given_to_somebody_who_then_sees_that_and_no_other_and_is_taken_back()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        var teacher = await portal.PersonAsync(Role.SchoolViewer, at.School.Id);
        var address = ProfileLinks.Keeper(at.Number, ProfileCase.Year, "traffic-team");

        var given = await principal.SubmitAsync(await principal.GetAsync(address), "Give the section", new() { ["Input.PersonId"] = teacher.Id.ToString() });

        Assert.Contains("is given", given.Done, StringComparison.Ordinal);
        Assert.Contains("Kept by School viewer.", (await principal.GetAsync(at.Home)).Text, StringComparison.Ordinal);
        using var browser = await portal.SignInAsync(teacher);
        Assert.Equal(["traffic-team"], (await browser.GetAsync(at.Home)).Document.QuerySelectorAll("a.govuk-task-list__link").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
        Assert.Equal(HttpStatusCode.OK, (await at.FillAsync(browser, "traffic-team")).Status);
        foreach (var closed in new[] { at.Section("about"), at.Section("site") })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync(closed)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(ProfileLinks.Versions(at.Number, ProfileCase.Year, "about"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(ProfileLinks.Comments(at.Number, ProfileCase.Year, "about"))).Status);

        await principal.SubmitAsync(await principal.GetAsync(address), "Take it back from School viewer");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(at.Section("traffic-team"))).Status);
    }

    [Fact]
    public async Task A_section_is_given_only_to_people_of_the_school_by_its_leaders_with_a_recent_sign_in()
    {
        using var later = new UnhurriedPortal();
        var at = await ProfileCase.NewAsync(later);
        var stranger = await later.PersonAsync(Role.SchoolViewer, (await later.SchoolAsync(1404)).Id);
        using var principal = await later.SignInAsync(await later.PersonAsync(Role.Principal, at.School.Id));
        using var officer = await later.SignInAsync(await later.LeadPoliceContactAsync(at.School.Id));
        await later.PersonAsync(Role.PresidingMember, at.School.Id);
        await at.OpenAsync(principal);
        var address = ProfileLinks.Keeper(at.Number, ProfileCase.Year, "events");

        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(address)).Status);
        var page = await principal.GetAsync(address);
        Assert.Equal(["Choose somebody from the list"], (await principal.SubmitAsync(page, "Give the section", new() { ["Input.PersonId"] = stranger.Id.ToString() })).Errors);
        later.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Contains("Enter your passphrase", Assert.Single((await principal.SubmitAsync(page, "Give the section")).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_typing_in_a_section_is_told_to_the_others_for_ten_minutes()
    {
        using var later = new UnhurriedPortal();
        var at = await ProfileCase.NewAsync(later);
        using var principal = await later.SignInAsync(await later.PersonAsync(Role.Principal, at.School.Id));
        using var lead = await later.SignInAsync(await later.PersonAsync(Role.LeadSchoolContact, at.School.Id));
        await at.OpenAsync(principal);
        var page = await lead.GetAsync(at.Section("events"));
        using var draft = new FormUrlEncodedContent(new[] { "Draft", "Token" }.Select(name =>
            new KeyValuePair<string, string>(name, page.Document.QuerySelector($"main input[name={name}]")!.GetAttribute("value")!)));
        await lead.Client.PostAsync(new Uri("/drafts", UriKind.Relative), draft);

        Assert.Contains("Lead School Contact is typing in it now.", (await principal.GetAsync(at.Home)).Text, StringComparison.Ordinal);
        Assert.Contains("Lead School Contact is typing here too.", (await principal.GetAsync(at.Section("events"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("typing", (await lead.GetAsync(at.Home)).Text, StringComparison.Ordinal);
        later.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.DoesNotContain("typing", (await principal.GetAsync(at.Home)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sections_complete_as_carried_over_are_kept_at_one_press_and_the_others_are_named()
    {
        var at = await ProfileCase.NewAsync(portal);
        await at.LastYearAsync();
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        await principal.SubmitAsync(await principal.GetAsync(at.Section("events")), "Save and come back later", new Dictionary<string, string?>());
        await portal.WithDbAsync(db => db.ProfileSections
            .Where(s => s.SchoolId == at.School.Id && s.Key == "travel" && s.State == SectionState.ToCheck)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.AnswersJson, "{}")));

        var pressed = await principal.SubmitAsync(await principal.GetAsync(at.Home), "Nothing has changed in any of them");

        Assert.Contains("Kept as last year: About the school", pressed.Done, StringComparison.Ordinal);
        Assert.Contains("Still to do: Getting to school", pressed.Done, StringComparison.Ordinal);
        var stored = await at.StoredAsync();
        Assert.Equal(13, stored.SectionsDone);
        Assert.Equal(SectionState.ToCheck, stored.Sections.Single(s => s.Key == "travel").State);
    }

    [Fact]
    public async Task A_section_gone_stale_with_the_term_is_found_right_at_one_press_by_who_fills_it_in()
    {
        using var later = new UnhurriedPortal();
        var at = await ProfileCase.NewAsync(later);
        await at.LastYearAsync(2027);
        var inTermOne = new DateTime(2027, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        await later.WithDbAsync(db => db.ProfileSections.ExecuteUpdateAsync(s => s.SetProperty(x => x.CheckedAt, inTermOne)));
        later.Clock.SetUtcNow(new DateTimeOffset(2027, 5, 20, 0, 0, 0, TimeSpan.Zero));
        using var principal = await later.SignInAsync(await later.PersonAsync(Role.Principal, at.School.Id));
        using var officer = await later.SignInAsync(await later.LeadPoliceContactAsync(at.School.Id));
        var home = ProfileLinks.Year(at.Number, 2027);

        Assert.Contains("Confirm again", (await officer.GetAsync(home)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("It is still right", (await officer.GetAsync(home)).Text, StringComparison.Ordinal);
        var page = await principal.GetAsync(home);
        var pressed = await principal.SubmitAsync(page, "It is still right: Emergency readiness");
        Assert.Contains("Emergency readiness is confirmed again", pressed.Done, StringComparison.Ordinal);
        await principal.SubmitAsync(pressed, "It is still right: People");

        Assert.DoesNotContain("Confirm again", (await officer.GetAsync(home)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await principal.SubmitAsync(page, "It is still right: People")).Status);
        Assert.Equal(ProfileState.Confirmed, await later.WithDbAsync(db => db.Profiles.Where(p => p.SchoolId == at.School.Id && p.Year == 2027).Select(p => p.State).SingleAsync()));
    }

    [Fact]
    public async Task After_confirmation_each_change_is_listed_as_an_amendment_with_its_words()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        using var officer = await at.AsLeadPoliceContactAsync();
        await at.OpenAsync(principal);
        await at.FillAllAsync(principal);
        await principal.SubmitAsync(await principal.GetAsync(ProfileLinks.Check(at.Number, ProfileCase.Year)), "Submit to Police");
        await officer.SubmitAsync(await officer.GetAsync(ProfileLinks.Confirm(at.Number, ProfileCase.Year)), "Confirm");
        Assert.Contains("Nothing that you may read", (await officer.GetAsync(ProfileLinks.Amendments(at.Number, ProfileCase.Year))).Text, StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        await SaveAsync(at, principal, "Amended words");

        var list = await officer.GetAsync(ProfileLinks.Amendments(at.Number, ProfileCase.Year));
        Assert.Equal(["Police service"], list.Document.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()));
        Assert.Contains("Amended", list.Document.QuerySelectorAll("ins").Select(e => e.TextContent.Trim()));
        Assert.Contains("Amendments since it was confirmed", (await officer.GetAsync(at.Home)).Text, StringComparison.Ordinal);
    }

    private static async Task SaveAsync(ProfileCase at, PageBrowser browser, string text) => Assert.Equal(
        HttpStatusCode.OK,
        (await browser.SubmitAsync(await browser.GetAsync(at.Section("police")), "Save and come back later", new Dictionary<string, string?> { [Helped] = text })).Status);

    private static Dictionary<string, string?> Comment(string text) => new() { ["Input.Comment"] = text };

    /// <summary>The button that restores the newest of the earlier texts.</summary>
    private static string RestoreFirst(Page versions) =>
        versions.Document.QuerySelectorAll("button").Select(button => button.TextContent.Trim()).First(text => text.StartsWith("Restore this text", StringComparison.Ordinal));
}

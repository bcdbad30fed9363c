using System.Net;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Profiles;

using Xunit;

namespace SchoolPortal.Web.Tests.Profiles;

/// <summary>Filling in sections: alone, several people at once, and two at one section.</summary>
public sealed class ProfileSectionTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Every_section_is_saved_as_it_was_typed_and_shown_again_so()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        var people = await at.PeopleAsync();

        foreach (var section in ProfileCase.Form.Sections)
        {
            var saved = await at.FillAsync(principal, section.Key);
            Assert.Equal(HttpStatusCode.OK, saved.Status);
            Assert.Contains($"{section.Title} is saved", saved.Done, StringComparison.Ordinal);
            var stored = await at.StoredAsync(section.Key);
            Assert.Equal(SampleAnswers.Of(section, people), stored.Answers());
            Assert.Equal(SectionState.Complete, stored.State);
            Assert.Equal(HttpStatusCode.OK, (await principal.GetAsync(at.Section(section.Key))).Status);
        }

        Assert.Equal(14, (await at.StoredAsync()).SectionsDone);
    }

    [Fact]
    public async Task Different_sections_saved_at_one_moment_never_collide()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var lead = await at.AsAsync(Role.LeadSchoolContact);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(lead);
        var forms = new List<(PageBrowser Browser, string Key, Page Form)>();
        foreach (var (section, number) in ProfileCase.Form.Sections.Select((section, number) => (section, number)))
        {
            var browser = number % 2 == 0 ? lead : principal;
            forms.Add((browser, section.Key, await browser.GetAsync(at.Section(section.Key))));
        }

        var saved = await Task.WhenAll(forms.Select(f => at.FillAsync(f.Browser, f.Key, form: f.Form)));

        Assert.All(saved, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        var stored = await at.StoredAsync();
        Assert.All(stored.Sections, section => Assert.Equal(SectionState.Complete, section.State));
        Assert.Equal(14, stored.SectionsDone);
        Assert.Equal(ProfileState.Draft, stored.State);
    }

    [Fact]
    public async Task Of_many_who_save_one_section_at_one_moment_one_wins_and_each_other_keeps_their_words()
    {
        const int Many = 8;
        var at = await ProfileCase.NewAsync(portal);
        using var opener = await at.AsAsync(Role.LeadSchoolContact);
        await at.OpenAsync(opener);
        var editors = await Task.WhenAll(Enumerable.Range(0, Many).Select(number => at.AsAsync(number % 2 == 0 ? Role.LeadSchoolContact : Role.Principal)));
        var forms = await Task.WhenAll(editors.Select(editor => editor.GetAsync(at.Section("police"))));

        var answers = await Task.WhenAll(editors.Select((editor, number) =>
            editor.SubmitAsync(forms[number], "Save and continue", Police($"{number}", $"Helped by {number}", $"Change of {number}"))));

        var winner = Assert.Single(Enumerable.Range(0, Many), number => answers[number].Status == HttpStatusCode.OK);
        Assert.Equal($"Helped by {winner}", (await at.StoredAsync("police")).Answers()["police.helped"]!.Text);
        foreach (var number in Enumerable.Range(0, Many).Where(number => number != winner))
        {
            Assert.Equal(HttpStatusCode.Conflict, answers[number].Status);
            Assert.Equal($"Helped by {number}", answers[number].Document.QuerySelector("textarea[name='police.helped']")!.TextContent.Trim());
            Assert.Contains($"Helped by {winner}", answers[number].Text, StringComparison.Ordinal);
        }

        Assert.Single(await at.HistoryAsync(), line => line.Subject == nameof(ProfileSection) && line.What.StartsWith("Saved section", StringComparison.Ordinal));
        Array.ForEach(editors, editor => editor.Dispose());
    }

    [Fact]
    public async Task Two_people_at_one_section_see_both_texts_and_choose_answer_by_answer()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var lead = await at.AsAsync(Role.LeadSchoolContact);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(lead);
        var mine = await principal.GetAsync(at.Section("police"));
        await lead.SubmitAsync(await lead.GetAsync(at.Section("police")), "Save and continue", Police("3", "Their help", "Their change"));

        var conflict = await principal.SubmitAsync(mine, "Save and continue", Police("3", "My help", "My change"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.All(new[] { "Their help", "My help", "Their change", "My change" }, text => Assert.Contains(text, conflict.Text, StringComparison.Ordinal));
        Assert.Equal("My help", conflict.Document.QuerySelector("textarea[name='police.helped']")!.TextContent.Trim());
        Assert.Null(conflict.Document.QuerySelector("input[name='keep.police.visits']"));
        Assert.Equal("Their help", (await at.StoredAsync("police")).Answers()["police.helped"]!.Text);

        var undecided = await principal.SubmitAsync(conflict, "Save what you chose", new Dictionary<string, string?> { ["keep.police.helped"] = "mine" });
        Assert.Equal(HttpStatusCode.BadRequest, undecided.Status);
        Assert.Equal(["Choose which answer to keep for “What should change?”."], undecided.Errors);

        var chosen = await principal.SubmitAsync(undecided, "Save what you chose", new Dictionary<string, string?> { ["keep.police.change"] = "theirs" });
        Assert.Equal(HttpStatusCode.OK, chosen.Status);
        var answers = (await at.StoredAsync("police")).Answers();
        Assert.Equal(("My help", "Their change"), (answers["police.helped"]!.Text, answers["police.change"]!.Text));
    }

    [Theory]
    [InlineData("Keep all I typed", "My help")]
    [InlineData("Keep all that is saved", "Their help")]
    public async Task One_press_keeps_all_of_one_side_and_a_third_save_in_between_is_shown_too(string button, string kept)
    {
        var at = await ProfileCase.NewAsync(portal);
        using var lead = await at.AsAsync(Role.LeadSchoolContact);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(lead);
        var mine = await principal.GetAsync(at.Section("police"));
        await lead.SubmitAsync(await lead.GetAsync(at.Section("police")), "Save and continue", Police("3", "First help", "Same"));
        var conflict = await principal.SubmitAsync(mine, "Save and continue", Police("3", "My help", "Same"));
        await lead.SubmitAsync(await lead.GetAsync(at.Section("police")), "Save and continue", Police("3", "Their help", "Same"));

        var again = await principal.SubmitAsync(conflict, button);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("Their help", again.Text, StringComparison.Ordinal);

        var saved = await principal.SubmitAsync(again, button);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(kept, (await at.StoredAsync("police")).Answers()["police.helped"]!.Text);
    }

    [Fact]
    public async Task A_section_whose_profile_was_submitted_meanwhile_is_refused_with_everything_typed()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var lead = await at.AsAsync(Role.LeadSchoolContact);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(lead);
        await at.FillAllAsync(lead);
        var form = await lead.GetAsync(at.Section("police"));
        await principal.SubmitAsync(await principal.GetAsync(ProfileLinks.Check(at.Number, ProfileCase.Year)), "Submit to Police");

        var refused = await lead.SubmitAsync(form, "Save and continue", Police("3", "Typed too late", ""));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("The 2026 profile is submitted, so it cannot be changed now.", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("Typed too late", refused.Document.QuerySelector("textarea[name='police.helped']")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_beside_its_question_and_stays_as_typed()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        var form = await principal.GetAsync(at.Section("readiness"));

        var refused = await principal.SubmitAsync(form, "Save and continue", new Dictionary<string, string?>
        {
            ["readiness.plan-date"] = "the 35th of May",
            ["readiness.evacuation"] = "Netball courts",
        });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Single(refused.Errors);
        Assert.Equal("the 35th of May", refused.Document.QuerySelector("input[name='readiness.plan-date']")!.GetAttribute("value"));
        Assert.Equal("Netball courts", refused.Document.QuerySelector("textarea[name='readiness.evacuation']")!.TextContent.Trim());
        Assert.Equal(SectionState.NotStarted, (await at.StoredAsync("readiness")).State);
    }

    [Fact]
    public async Task A_section_with_gaps_is_saved_says_what_is_missing_and_can_be_left_for_later()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);

        var stays = await principal.SubmitAsync(await principal.GetAsync(at.Section("police")), "Save and continue", new Dictionary<string, string?> { ["police.helped"] = "Visits" });
        Assert.Equal(at.Section("police"), stays.Path);
        Assert.Contains("Still to answer: How many times did Police visit last year?", stays.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 6 questions answered. Saved at 10am by Principal.", stays.Text, StringComparison.Ordinal);

        var later = await principal.SubmitAsync(stays, "Save and come back later");
        Assert.Equal(at.Home, later.Path);
        Assert.Equal(SectionState.InProgress, (await at.StoredAsync("police")).State);
    }

    [Fact]
    public async Task A_number_like_a_students_is_warned_of_after_saving_and_hinders_nothing()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);

        var page = await principal.SubmitAsync(await principal.GetAsync(at.Section("police")), "Save and continue", Police("3", "Ask about 123456789", ""));

        Assert.Equal((HttpStatusCode.OK, at.Section("police")), (page.Status, page.Path));
        Assert.Contains("holds the number 123456789, which could be a student’s number", page.Text, StringComparison.Ordinal);
        Assert.Equal(SectionState.Complete, (await at.StoredAsync("police")).State);
    }

    [Fact]
    public async Task Nothing_to_report_completes_a_section_but_never_drops_what_was_just_typed()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        var form = await principal.GetAsync(at.Section("events"));

        var refused = await principal.SubmitAsync(form, "Nothing to report", new Dictionary<string, string?> { ["events.ball"] = "At the marae" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("At the marae", refused.Document.QuerySelector("textarea[name='events.ball']")!.TextContent.Trim());

        await principal.SubmitAsync(form, "Nothing to report");
        Assert.Equal(SectionState.NothingToReport, (await at.StoredAsync("events")).State);
        Assert.DoesNotContain("Nothing to report", Buttons(await principal.GetAsync(at.Section("travel"))));
    }

    [Fact]
    public async Task Nothing_has_changed_asks_for_answers_that_last_year_did_not_give()
    {
        var at = await ProfileCase.NewAsync(portal);
        await portal.WithDbAsync(async db =>
        {
            var change = new Change(Actor.Portal, portal.Clock.UtcNow(), "Kept an earlier year");
            var answers = Answers.None.With("police.helped", Answer.Of("Visits"));
            db.Profiles.Add(new Profile(at.School.Id, 2024, ProfileCase.Form, answers, new DateOnly(2024, 3, 28), change));
            await db.SaveAsync(change, CancellationToken.None);
        });
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);

        var refused = await principal.SubmitAsync(await principal.GetAsync(at.Section("police")), "Nothing has changed since last year");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("“How many times did Police visit last year?” still needs an answer.", refused.Errors);
        Assert.Equal(SectionState.ToCheck, (await at.StoredAsync("police")).State);
    }

    [Fact]
    public async Task More_rows_are_drawn_without_saving_and_with_everything_typed()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        var form = await principal.GetAsync(at.Section("events"));
        var rows = form.Document.QuerySelectorAll("input[name$='.event']").Length;

        var more = await principal.SubmitAsync(form, "Add rows to Which events are planned?", new Dictionary<string, string?> { ["events.planned.0.event"] = "Gala" });

        Assert.Equal(HttpStatusCode.OK, more.Status);
        Assert.True(more.Document.QuerySelectorAll("input[name$='.event']").Length > rows);
        Assert.Equal("Gala", more.Document.QuerySelector("input[name='events.planned.0.event']")!.GetAttribute("value"));
        Assert.Equal(SectionState.NotStarted, (await at.StoredAsync("events")).State);
    }

    private static Dictionary<string, string?> Police(string visits, string helped, string change) => new()
    {
        ["police.visits"] = visits,
        ["police.satisfaction"] = "well",
        ["police.helped"] = helped,
        ["police.change"] = change,
    };

    private static IEnumerable<string> Buttons(Page page) => page.Document.QuerySelectorAll("button").Select(b => b.TextContent.Trim());
}

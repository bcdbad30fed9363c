using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Public;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Content;

/// <summary>The national coordinator writes, looks at, publishes, reviews and brings back the text of public pages.</summary>
public sealed class ContentPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Save = "Save and show the preview";

    [Fact]
    public async Task A_text_is_written_looked_at_published_seen_and_brought_back()
    {
        const string Key = "partnership/why";
        using var national = await SignInAsync();
        using var visitor = portal.Browser();
        await visitor.GetAsync($"/{Key}");
        var draft = await BeginAsync(national, Key);
        Assert.Equal("Version 1", draft.Heading);

        var saved = await national.SubmitAsync(draft, Save, new() { ["Input.Text"] = "## A new section\n\nThe kura says so.", ["Input.ReviewOn"] = "1 June 2027" });
        Assert.Contains("The draft is saved", saved.Done, StringComparison.Ordinal);
        Assert.Equal("A new section", saved.Document.QuerySelector(".portal-preview h2")!.TextContent);
        Assert.NotNull(saved.Document.QuerySelector("table del"));
        Assert.DoesNotContain("A new section", (await visitor.GetAsync($"/{Key}")).Text, StringComparison.Ordinal);

        var late = await national.SubmitAsync(saved, "Publish version 1", new() { ["Input.From"] = "1 June 2026", ["Input.Note"] = "Shorter" });
        Assert.Equal((HttpStatusCode.BadRequest, "Enter today, 24 November 2026, or a later day"), (late.Status, Assert.Single(late.Errors)));
        var silent = await national.SubmitAsync(late, "Publish version 1", new() { ["Input.From"] = "24/11/2026", ["Input.Note"] = " " });
        Assert.Equal("Say in up to 500 characters what changed and why", Assert.Single(silent.Errors));
        var published = await national.SubmitAsync(silent, "Publish version 1", new() { ["Input.From"] = "24/11/2026", ["Input.Note"] = "Shorter" });
        Assert.Contains("Version 1 is published", published.Done, StringComparison.Ordinal);
        Assert.Contains("A new section", (await visitor.GetAsync($"/{Key}")).Text, StringComparison.Ordinal);
        Assert.Contains("Shorter", await visitor.Client.GetStringAsync(new Uri("/feed.atom", UriKind.Relative)), StringComparison.Ordinal);

        // What is published stays as it is; the standard text comes back as a version of its own.
        Assert.Null((await national.GetAsync(draft.Path)).Document.QuerySelector("textarea"));
        var again = await BeginAsync(national, Key, from: "0");
        Assert.Equal("Version 2", again.Heading);
        await national.SubmitAsync(again, "Publish version 2", new() { ["Input.From"] = "24/11/2026", ["Input.Note"] = "Back to the first text" });
        Assert.Contains("What a school can gain", (await visitor.GetAsync($"/{Key}")).Text, StringComparison.Ordinal);
        Assert.Equal(
            [$"Began version 1 of {Key}, from the standard text", $"Wrote version 1 of {Key}", $"Published version 1 of {Key} from 24 November 2026", $"Began version 2 of {Key}, from the standard text", $"Published version 2 of {Key} from 24 November 2026"],
            await portal.WithDbAsync(db => db.AuditEvents.Where(e => e.Subject == nameof(ContentVersion) && e.What.Contains(Key)).OrderBy(e => e.Id).Select(e => e.What).ToListAsync()));
    }

    [Fact]
    public async Task The_second_of_two_writers_sees_both_texts_and_chooses()
    {
        using var one = await SignInAsync();
        using var other = await SignInAsync();
        var seen = await BeginAsync(one, "partnership/programmes");
        var alsoSeen = await other.GetAsync(seen.Path);
        await one.SubmitAsync(seen, Save, new() { ["Input.Title"] = "Programmes, first", ["Input.Summary"] = "The first summary." });

        var conflict = await other.SubmitAsync(alsoSeen, Save, new() { ["Input.Title"] = "Programmes, second", ["Input.Owner"] = "Another unit" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Two people changed this draft", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("Programmes, first", conflict.Document.QuerySelector(".portal-compare")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Programmes, second", conflict.Document.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));

        var chosen = await other.SubmitAsync(conflict, Save, new() { ["keep.Title"] = "mine", ["keep.Summary"] = "theirs", ["keep.Owner"] = "mine" });

        Assert.Contains("The draft is saved", chosen.Done, StringComparison.Ordinal);
        var words = await portal.WithDbAsync(db => db.ContentVersions.Where(v => v.PageKey == "partnership/programmes").Select(v => new { v.Title, v.Summary, v.Owner }).SingleAsync());
        Assert.Equal(("Programmes, second", "The first summary.", "Another unit"), (words.Title, words.Summary, words.Owner));
    }

    [Theory]
    [InlineData("Input.Title", "", "Enter a title")]
    [InlineData("Input.Text", "# Too large", "Line 1: the heading leaves out a level. Begin it with ##")]
    [InlineData("Input.Text", "<script>alert(1)</script>", "Line 1: HTML is not used here and would be shown as it stands. Write it in Markdown")]
    [InlineData("Input.ReviewOn", "tomorrow or so", "Enter a day like 14/5/2027, by which it is to be read again")]
    public async Task What_cannot_be_shown_is_refused_beside_its_field_and_nothing_typed_is_lost(string field, string typed, string sentence)
    {
        using var national = await SignInAsync();
        var draft = await BeginAsync(national, "partnership/interventions");

        var refused = await national.SubmitAsync(draft, Save, new() { ["Input.Owner"] = "Typed before", [field] = typed });

        Assert.Equal((HttpStatusCode.BadRequest, sentence), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Equal("Typed before", refused.Document.QuerySelector("[name='Input.Owner']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_text_for_a_while_gives_way_and_what_is_past_its_review_is_a_task_until_somebody_says_that_it_is_right()
    {
        const string Key = "partnership/community-organisations";
        using var later = new PortalHost();
        var person = await later.PersonAsync(Role.NationalCoordinator);
        using var national = await later.SignInAsync(person);
        using var visitor = later.Browser();
        var saved = await national.SubmitAsync(await BeginAsync(national, Key), Save, new() { ["Input.Title"] = "Only this week" });
        await national.SubmitAsync(saved, "Publish version 1", new() { ["Input.From"] = "24/11/2026", ["Input.To"] = "26/11/2026", ["Input.Note"] = "A notice" });
        Assert.Equal("Only this week", (await visitor.GetAsync($"/{Key}")).Heading);
        var versions = await national.GetAsync("/admin/content/versions?key=partnership");
        var far = await national.SubmitAsync(versions, "Say that it is right", new() { ["Input.ReviewOn"] = "1/1/2040" });
        Assert.StartsWith("Choose a day for the next review after today", Assert.Single(far.Errors), StringComparison.Ordinal);
        await national.SubmitAsync(far, "Say that it is right", new() { ["Input.ReviewOn"] = "25/11/2026" });

        later.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal("Community organisations", (await visitor.GetAsync($"/{Key}")).Heading);
        using var back = await later.SignInAsync(person);
        Assert.Contains("1 page is past the day of review", (await back.GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.Contains("Overdue since 25 November 2026", (await back.GetAsync("/admin/content")).Text, StringComparison.Ordinal);
        await back.SubmitAsync(await back.GetAsync("/admin/content/versions?key=partnership"), "Say that it is right", new() { ["Input.ReviewOn"] = "1/6/2028" });
        Assert.DoesNotContain("past the day of review", (await back.GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await back.GetAsync("/admin/content/versions?key=no/such")).Status);
    }

    private async Task<PageBrowser> SignInAsync() => await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));

    private static async Task<Page> BeginAsync(PageBrowser national, string key, string? from = null)
    {
        var versions = await national.GetAsync($"/admin/content/versions?key={Uri.EscapeDataString(key)}");
        var button = versions.Document.QuerySelectorAll("button").Select(b => b.TextContent.Trim()).First(text => text is "Begin a draft" or "Go on with the draft");
        return await national.SubmitAsync(versions, button, from is null ? [] : new() { ["from"] = from });
    }
}

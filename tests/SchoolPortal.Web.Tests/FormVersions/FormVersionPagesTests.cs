using System.Net;
using System.Text;
using System.Text.Json.Nodes;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.FormVersions;

using Xunit;

namespace SchoolPortal.Web.Tests.FormVersions;

/// <summary>The profile's questions go out, are changed, come back, are looked at, published and asked.</summary>
public sealed class FormVersionPagesTests : IDisposable
{
    private const string Check = "Check the questions";

    private readonly PortalHost portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Drafts_follow_a_published_version_and_lose_no_answer_while_what_is_confirmed_stays()
    {
        var (draft, confirmed) = (await ProfileCase.NewAsync(portal), await ProfileCase.NewAsync(portal));
        await draft.LastYearAsync();
        await confirmed.LastYearAsync(ProfileCase.Year);
        var principal = await draft.AsAsync(Role.Principal);
        await draft.OpenAsync(principal);
        await draft.FillAllAsync(principal);
        await principal.SubmitAsync(await principal.GetAsync(draft.Section("travel")), "Save and continue", new() { ["travel.hot-spots"] = "At the gate" });
        var typing = await principal.GetAsync(draft.Section("travel"));
        var national = await draft.AsAsync(Role.NationalCoordinator);

        var version = await BringAsync(national, Changed());

        Assert.Contains("One profile is in the making", version.Text, StringComparison.Ordinal);
        Assert.Contains("2 would be kept beside the new questions as earlier answers", version.Text, StringComparison.Ordinal);
        Assert.Contains("2 sections that are done would be looked at again, in one profile", version.Text, StringComparison.Ordinal);
        Assert.Equal(FormDefinitions.SchoolProfile.Version, (await draft.StoredAsync()).FormVersion);

        var list = await national.SubmitAsync(version, "Publish version 2");
        Assert.Contains("published", list.Done, StringComparison.Ordinal);
        await MoveAsync();

        var moved = await draft.StoredAsync();
        Assert.Equal(2, moved.FormVersion);
        Assert.Equal(ProfileState.Draft, moved.State);
        Assert.Equal("At the gate", moved.Answers()["travel.trouble"]!.Text);
        Assert.Equal(["travel", "events"], moved.OpenSections(Read(Changed())).Select(section => section.Key));
        Assert.Equal(FormDefinitions.SchoolProfile.Version, (await confirmed.StoredAsync()).FormVersion);

        var section = await principal.GetAsync(draft.Section("travel"));
        Assert.Contains("New here", section.Text, StringComparison.Ordinal);
        Assert.Contains("Is there a walking school bus?", section.Text, StringComparison.Ordinal);
        Assert.Contains("No longer asked: Every gate has a sign now", section.Text, StringComparison.Ordinal);
        Assert.Contains("The questions have changed", section.Text, StringComparison.Ordinal);

        // Earlier texts are read, and restored, in the questions of now.
        var versions = await principal.GetAsync($"{draft.Section("travel")}/versions");
        Assert.All(["Where are parking or drop-off a problem", "Pātai travel.hot-spots", "At the gate"], text => Assert.Contains(text, versions.Text, StringComparison.Ordinal));

        // Opened before the questions changed, and posted after: the one under its new key, the one that is gone beside it.
        var again = await principal.SubmitAsync(typing, "Save and continue", new() { ["travel.hot-spots"] = "The side street, at three", ["travel.speed"] = "40" });
        Assert.Equal("The side street, at three", again.Document.QuerySelector("textarea[name='travel.trouble']")!.TextContent);
        Assert.Contains(again.Errors, error => error.StartsWith("The questions changed while you typed", StringComparison.Ordinal));
        Assert.Contains("2 earlier answers", again.Text, StringComparison.Ordinal);

        Assert.DoesNotContain(
            "Is there a walking school bus?",
            (await (await confirmed.AsAsync(Role.Principal)).GetAsync(confirmed.Section("travel"))).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_is_opened_after_it_is_filled_in_from_the_earlier_version_and_moving_twice_moves_nothing()
    {
        var at = await ProfileCase.NewAsync(portal);
        await at.LastYearAsync();
        var national = await at.AsAsync(Role.NationalCoordinator);
        await national.SubmitAsync(await BringAsync(national, Changed()), "Publish version 2");

        var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);

        var opened = await at.StoredAsync();
        Assert.Equal(2, opened.FormVersion);
        Assert.Equal("Pātai travel.hot-spots\nand a second line", opened.Answers()["travel.trouble"]!.Text);
        Assert.Equal(["events.ball", "travel.speed"], opened.Sections.SelectMany(section => section.Earlier()).Select(earlier => earlier.Key).Order(StringComparer.Ordinal));
        var history = await at.HistoryAsync();
        await MoveAsync();
        Assert.Equal(history.Count, (await at.HistoryAsync()).Count);
        Assert.Contains("Version 2", (await national.GetAsync(FormVersionLinks.List)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restricted_earlier_answers_are_read_by_those_alone_who_may_read_what_is_restricted()
    {
        var at = await ProfileCase.NewAsync(portal);
        await at.LastYearAsync();
        var national = await at.AsAsync(Role.NationalCoordinator);
        var next = Parsed();
        Drop(next, "site.weak-points");
        SectionOf(next, "site")["fields"]!.AsArray().Clear();
        next["sections"]!.AsArray().Remove(SectionOf(next, "site"));
        foreach (var field in FormDefinitions.SchoolProfile.Section("site")!.Fields.Where(field => field.Key != "site.weak-points"))
        {
            Drop(next, field.Key);
        }

        await national.SubmitAsync(await BringAsync(national, next.ToJsonString()), "Publish version 2");
        await at.OpenAsync(await at.AsAsync(Role.Principal));

        const string Secret = "Pātai site.weak-points";
        Assert.Contains(Secret, (await (await at.AsAsync(Role.Principal)).GetAsync(at.Section("about"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, (await (await at.AsAsync(Role.PresidingMember)).GetAsync(at.Section("about"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, (await (await at.AsAsync(Role.SchoolContributor, "about")).GetAsync(at.Section("about"))).Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Bad => new()
    {
        { "The file is not a text in UTF-8. Save the file of questions (JSON) as UTF-8 and choose it again.", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Changed())] },
        { "The form definition cannot be read at line 1", "{ \"key\": "u8.ToArray() },
        { "is gone, and nothing says what becomes of its answers", Encoding.UTF8.GetBytes(Without("travel.plan")) },
        { "Set “version” to 2", Encoding.UTF8.GetBytes(FormDefinitions.JsonOf(FormDefinitions.SchoolProfile)) },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_file_that_would_lose_an_answer_or_cannot_be_read_is_refused_and_the_note_stays(string sentence, byte[] file)
    {
        var national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));

        var refused = await national.UploadAsync(await national.GetAsync(FormVersionLinks.List), Check, "Input.Upload", "next.json", file, new() { ["Input.Note"] = "Shorter" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(refused.Errors, error => error.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal("Shorter", refused.Document.QuerySelector("input[name='Input.Note']")!.GetAttribute("value"));
        Assert.Equal(0, await portal.WithDbAsync(db => db.FormVersions.CountAsync()));
    }

    [Fact]
    public async Task A_version_that_another_has_overtaken_is_not_published_and_one_withdrawn_stays_in_the_list()
    {
        var national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var (first, second, third) = (await BringAsync(national, Changed()), await BringAsync(national, Changed()), await BringAsync(national, Changed()));
        await national.SubmitAsync(third, "Withdraw version 2");
        await national.SubmitAsync(first, "Publish version 2");

        var refused = await national.SubmitAsync(second, "Publish version 2");

        Assert.Contains("Version 2 was published meanwhile", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var list = await national.GetAsync(FormVersionLinks.List);
        Assert.Contains("Withdrawn", list.Text, StringComparison.Ordinal);
        Assert.Contains("Overtaken", list.Text, StringComparison.Ordinal);
        var inUse = await national.Client.GetStringAsync(new Uri(FormVersionLinks.InUse, UriKind.Relative));
        Assert.Equal(2, FormDefinitionFile.Read(inUse).Version);
    }

    private static async Task<Page> BringAsync(PageBrowser national, string json) => await national.UploadAsync(
        await national.GetAsync(FormVersionLinks.List), Check, "Input.Upload", "next.json", Encoding.UTF8.GetBytes(json), new() { ["Input.Note"] = "Asks about walking school buses" });

    private async Task MoveAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MoveProfiles>().HandleAsync(CancellationToken.None);
    }

    private static FormDefinition Read(string json) => FormDefinitionFile.Read(json);

    /// <summary>One question renamed, one dropped, one split in two, one new.</summary>
    private static string Changed()
    {
        var form = Parsed();
        Field(form, "travel.hot-spots")["was"] = "travel.hot-spots";
        Field(form, "travel.hot-spots")["key"] = "travel.trouble";
        Drop(form, "travel.speed", "Every gate has a sign now");
        SectionOf(form, "travel")["fields"]!.AsArray().Add(JsonNode.Parse("""{ "key": "travel.walking-bus", "label": "Is there a walking school bus?", "kind": "yesNo", "required": true }"""));
        var events = SectionOf(form, "events")["fields"]!.AsArray();
        var split = Field(form, "events.ball");
        foreach (var half in new[] { "events.by-day", "events.by-night" })
        {
            var copy = split.DeepClone();
            copy["was"] = "events.ball";
            copy["key"] = half;
            events.Add(copy);
        }

        events.Remove(split);
        return form.ToJsonString();
    }

    private static string Without(string key)
    {
        var form = Parsed();
        SectionOf(form, key.Split('.')[0])["fields"]!.AsArray().Remove(Field(form, key));
        return form.ToJsonString();
    }

    private static JsonObject Parsed()
    {
        var form = JsonNode.Parse(FormDefinitions.JsonOf(FormDefinitions.SchoolProfile))!.AsObject();
        form["version"] = 2;
        form["dropped"] = new JsonArray();
        return form;
    }

    private static void Drop(JsonObject form, string key, string why = "Nobody needs it")
    {
        form["dropped"]!.AsArray().Add(new JsonObject { ["key"] = key, ["why"] = why });
        if (form["sections"]!.AsArray().Any(section => section!["key"]!.GetValue<string>() == key.Split('.')[0]))
        {
            SectionOf(form, key.Split('.')[0])["fields"]!.AsArray().Remove(Field(form, key));
        }
    }

    private static JsonNode SectionOf(JsonObject form, string key) => form["sections"]!.AsArray().Single(section => section!["key"]!.GetValue<string>() == key)!;

    private static JsonNode Field(JsonObject form, string key) =>
        SectionOf(form, key.Split('.')[0])["fields"]!.AsArray().Single(field => field!["key"]!.GetValue<string>() == key)!;
}

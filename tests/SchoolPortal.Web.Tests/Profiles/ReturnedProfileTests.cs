using System.Net;
using System.Xml.Linq;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Profiles;
using SchoolPortal.Web.Tests.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Profiles;

/// <summary>A profile goes out as a Word file, is filled in there, and comes back by the rules of its sections.</summary>
public sealed class ReturnedProfileTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Read = "Read the file";
    private const string Save = "Save what you chose";

    [Fact]
    public async Task Answers_and_nothing_to_report_come_back_and_are_saved_when_somebody_says_so()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        await principal.SubmitAsync(await principal.GetAsync(at.Section("police")), "Nothing to report");

        var review = await BringAsync(principal, at, Edit(await TakeAsync(principal, ProfileLinks.Word(at.Number, ProfileCase.Year)), body =>
        {
            body.Cell("community.neighbours").Type("Waikato-Tainui", "Ngāti Whātua");
            Nothing(body, "12Events").ReplaceWith(Edits.Paragraph("☒ Nothing to report"));
        }));

        Assert.Contains("2 answers differ", review.Text, StringComparison.Ordinal);
        Assert.Equal(SectionState.NotStarted, (await at.StoredAsync("events")).State);
        var saved = await principal.SubmitAsync(review, Save);

        Assert.Equal(at.Home, saved.Path);
        Assert.Contains("2 answers from “profile.docx” saved", saved.Done, StringComparison.Ordinal);
        var stored = (await at.StoredAsync()).Sections.ToDictionary(s => s.Key);
        Assert.Equal("Waikato-Tainui\nNgāti Whātua", stored["community"].Answers()["community.neighbours"]?.Text);
        Assert.Equal(SectionState.Complete, stored["community"].State);
        Assert.Equal((SectionState.NothingToReport, "{}"), (stored["events"].State, stored["events"].AnswersJson));
        Assert.Equal(SectionState.NothingToReport, stored["police"].State);
        Assert.Contains(await at.HistoryAsync(), e => e.What == "Took over 2 answers of the 2026 profile from the Word file “profile.docx”");
    }

    [Fact]
    public async Task An_answer_ends_nothing_to_report_and_both_at_once_are_not_taken()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        await principal.SubmitAsync(await principal.GetAsync(at.Section("events")), "Nothing to report");
        await at.FillAsync(principal, "police");

        var review = await BringAsync(principal, at, Edit(await TakeAsync(principal, ProfileLinks.Word(at.Number, ProfileCase.Year)), body =>
        {
            body.Cell("events.ball").Type("At the marae");
            body.Cell("police.helped").Type("Another text");
            Nothing(body, "13Police service").ReplaceWith(Edits.Paragraph("☒ Nothing to report"));
        }));
        Assert.Contains("If you take that, the answers that the portal has in this section are taken away.", review.Text, StringComparison.Ordinal);
        var both = await principal.SubmitAsync(review, Save, new Dictionary<string, string?> { ["choose.police.nothing"] = "0" });
        Assert.Equal("“Police service” cannot have answers and nothing to report: choose one or the other.", Assert.Single(both.Errors));

        await principal.SubmitAsync(both, Save, new Dictionary<string, string?> { ["choose.police.helped"] = null });

        Assert.Equal(SectionState.NothingToReport, (await at.StoredAsync("police")).State);
        var events = await at.StoredAsync("events");
        Assert.Equal((SectionState.InProgress, "At the marae"), (events.State, events.Answers()["events.ball"]?.Text));
    }

    [Fact]
    public async Task A_contributor_takes_and_brings_back_the_sections_they_keep_and_no_others()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        await at.FillAsync(principal, "site");
        using var keeper = await at.AsAsync(Role.SchoolContributor, "events site");

        var theirs = await TakeAsync(keeper, ProfileLinks.WordToFillIn(at.Number, ProfileCase.Year));
        var words = WordTexts.Of(theirs);
        Assert.All(ProfileCase.Form.Sections, section => Assert.Equal(section.Key is "events" or "site", words.Contains($">{section.Fields[^1].Key}<", StringComparison.Ordinal)));
        Assert.Contains("(filled in by others)", words, StringComparison.Ordinal);

        var whole = Edit(await TakeAsync(principal, ProfileLinks.Word(at.Number, ProfileCase.Year)), body =>
        {
            body.Cell("events.ball").Type("At the marae");
            body.Cell("readiness.site-map").Type("Not theirs to say");
            body.Cell("community.neighbours").Type("Nor this");
        });
        var review = await BringAsync(keeper, at, whole);
        Assert.Contains("One answer differs", review.Text, StringComparison.Ordinal);
        Assert.Contains("Under “Emergency readiness” 1 answer is changed in the file that you may not change here", review.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not theirs to say", review.Text, StringComparison.Ordinal);
        await keeper.SubmitAsync(review, Save, new Dictionary<string, string?> { ["choose.readiness.site-map"] = "take", ["basedOn.readiness"] = $"{(await at.StoredAsync("readiness")).Token}" });

        Assert.Equal("At the marae", (await at.StoredAsync("events")).Answers()["events.ball"]?.Text);
        Assert.Null((await at.StoredAsync("readiness")).Answers()["readiness.site-map"]);
        Assert.Null((await at.StoredAsync("community")).Answers()["community.neighbours"]);
    }

    [Fact]
    public async Task A_confirmed_profile_is_amended_and_a_gap_is_refused_as_on_its_page()
    {
        var at = await ProfileCase.NewAsync(portal);
        await at.LastYearAsync(ProfileCase.Year);
        using var principal = await at.AsAsync(Role.Principal);
        var record = await TakeAsync(principal, ProfileLinks.Word(at.Number, ProfileCase.Year));
        Assert.DoesNotContain("PortalDraft", WordTexts.Of(record, "docProps/custom.xml"), StringComparison.Ordinal);

        var draft = await TakeAsync(principal, ProfileLinks.WordToFillIn(at.Number, ProfileCase.Year));
        var review = await BringAsync(principal, at, Edit(draft, body =>
        {
            body.Cell("readiness.site-map").Type("In the red box");
            body.Cell("readiness.evacuation").Type("");
        }));
        var gap = await principal.SubmitAsync(review, Save);
        Assert.StartsWith("This profile is confirmed, so a change must leave the section complete.", Assert.Single(gap.Errors), StringComparison.Ordinal);
        await principal.SubmitAsync(gap, Save, new Dictionary<string, string?> { ["choose.readiness.evacuation"] = null });

        var stored = await at.StoredAsync();
        Assert.Equal((ProfileState.Confirmed, portal.Clock.GetUtcNow().UtcDateTime), (stored.State, stored.AmendedAt));
        Assert.Equal("In the red box", stored.Answers()["readiness.site-map"]?.Text);
    }

    [Fact]
    public async Task Two_who_save_at_one_moment_lose_nothing()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        using var lead = await at.AsAsync(Role.LeadSchoolContact);
        await at.OpenAsync(principal);
        var file = Edit(await TakeAsync(principal, ProfileLinks.Word(at.Number, ProfileCase.Year)), body => body.Cell("events.ball").Type("From Word"));
        var review = await BringAsync(principal, at, file);
        var form = await lead.GetAsync(at.Section("community"));

        var both = await Task.WhenAll(
            principal.SubmitAsync(review, Save),
            lead.SubmitAsync(form, "Save and come back later", new Dictionary<string, string?> { ["community.neighbours"] = "From the page" }));

        Assert.All(both, page => Assert.Equal(at.Home, page.Path));
        Assert.Equal("From Word", (await at.StoredAsync("events")).Answers()["events.ball"]?.Text);
        Assert.Equal("From the page", (await at.StoredAsync("community")).Answers()["community.neighbours"]?.Text);

        var again = await BringAsync(principal, at, Edit(file, body => body.Cell("events.ball").Type("Later from Word")));
        await lead.SubmitAsync(await lead.GetAsync(at.Section("events")), "Save and come back later", new Dictionary<string, string?> { ["events.ball"] = "From the page meanwhile" });
        var late = await principal.SubmitAsync(again, Save);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("From the page meanwhile", (await at.StoredAsync("events")).Answers()["events.ball"]?.Text);
    }

    public static TheoryData<string, string> Refusals() => new()
    {
        { "agreement", "This file is Partnership Agreement (definition 1); this page takes the School Profile." },
        { "blank", "This file is School Profile (definition 1), but no draft to bring back" },
        { "another year", "This file says that it is School Profile 2025 of school {school} (definition 1), but the portal made it as 2026 of definition 1." },
        { "submitted", "This file is the 2026 profile, which is submitted now, so its text cannot be changed." },
        { "archived", "This file is the 2026 profile, which is archived now, so its text cannot be changed." },
        { "macros", "This file has macros in it, so it was not read." },
        { "damaged", "The file’s part word/document.xml is broken" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_cannot_be_taken_is_refused_and_not_kept(string what, string sentence)
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        var file = await TakeAsync(principal, ProfileLinks.Word(at.Number, ProfileCase.Year));
        var page = await principal.GetAsync(ProfileLinks.Returned(at.Number));
        if (what is "submitted" or "archived")
        {
            await EnterAsync(at, what == "submitted" ? ProfileState.Submitted : ProfileState.Archived);
        }

        var refused = await principal.UploadAsync(page, Read, "Input.Upload", "profile.docx", Spoil(file, what));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith(sentence.Replace("{school}", $"{at.Number}", StringComparison.Ordinal), Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.False(await portal.WithDbAsync(db => db.ReturnedDrafts.AnyAsync(r => r.SchoolId == at.School.Id)));
    }

    public static TheoryData<Role> SchoolRoles => new(Roles.All.Where(role => role != Role.Auditor));

    [Theory]
    [MemberData(nameof(SchoolRoles))]
    public async Task Only_those_who_fill_in_take_a_draft_and_find_where_to_bring_it(Role role)
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        using var browser = await at.AsAsync(role, role == Role.SchoolContributor ? "events" : null);
        var fills = role is Role.Principal or Role.LeadSchoolContact or Role.SchoolContributor;

        foreach (var address in new[] { ProfileLinks.WordToFillIn(at.Number, ProfileCase.Year), ProfileLinks.Returned(at.Number) })
        {
            using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(fills, answer.StatusCode == HttpStatusCode.OK);
            Assert.True(fills || answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound);
        }
    }

    private async Task EnterAsync(ProfileCase at, ProfileState state) => await portal.WithDbAsync(db => db.Profiles
        .Where(p => p.SchoolId == at.School.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, state)));

    private static byte[] Spoil(byte[] file, string what) => what switch
    {
        "agreement" => FormDocument.Write(FormContent.BlankOf(FormDefinitions.PartnershipAgreement)),
        "blank" => FormDocument.Write(FormContent.BlankOf(FormDefinitions.SchoolProfile)),
        "another year" => new EditedFile(file)
            .Change("docProps/custom.xml", text => text.Replace(">2026<", ">2025<", StringComparison.Ordinal))
            .Edit(body => body.Cell("portal.identity").Type(body.Cell("portal.identity").Value.Replace("edition 2026", "edition 2025", StringComparison.Ordinal)))
            .Bytes(),
        "macros" => new EditedFile(file).With("word/vbaProject.bin", [1, 2, 3]).Bytes(),
        "damaged" => new EditedFile(file).With(EditedFile.Body, "<w:document").Bytes(),
        _ => file,
    };

    private static XElement Nothing(XElement body, string heading) => body.Elements(EditedFile.W + "p")
        .SkipWhile(p => !p.Value.StartsWith(heading, StringComparison.Ordinal))
        .First(p => p.Value.EndsWith("Nothing to report", StringComparison.Ordinal));

    private static byte[] Edit(byte[] file, Action<XElement> edit) => new EditedFile(file).Edit(edit).Bytes();

    private static Task<byte[]> TakeAsync(PageBrowser browser, string address) => browser.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative));

    private static async Task<Page> BringAsync(PageBrowser browser, ProfileCase at, byte[] file) =>
        await browser.UploadAsync(await browser.GetAsync(ProfileLinks.Returned(at.Number)), Read, "Input.Upload", "profile.docx", file);
}

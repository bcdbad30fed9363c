using System.IO.Compression;
using System.Net;
using System.Xml.Linq;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Profiles;

using Xunit;

namespace SchoolPortal.Web.Tests.Profiles;

/// <summary>Who may see and do what with a profile, on pages and in Word.</summary>
public sealed class ProfilePrivacyTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly string[] RestrictedKeys = ["climate", "site", "readiness"];

    public static TheoryData<Role> SchoolRoles => new(Roles.All.Where(role => role != Role.Auditor));

    [Theory]
    [MemberData(nameof(SchoolRoles))]
    public async Task Each_role_finds_what_the_matrix_gives_it(Role role)
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        using var browser = await at.AsAsync(role);
        var reads = Permissions.RolesFor(Operation.ViewProfile).Contains(role);
        var readsRestricted = Permissions.RolesFor(Operation.ViewRestricted).Contains(role);
        var fills = role is Role.Principal or Role.LeadSchoolContact;

        foreach (var address in new[] { ProfileLinks.Years(at.Number), at.Home, ProfileLinks.Check(at.Number, ProfileCase.Year), at.Section("about"), ProfileLinks.Word(at.Number, ProfileCase.Year) })
        {
            using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
            // A contributor comes to the profile, and reads of it what they keep: here nothing.
            var mayCome = reads && !(role == Role.SchoolContributor && address == at.Section("about"));
            Assert.Equal(mayCome ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        }

        foreach (var key in RestrictedKeys)
        {
            Assert.Equal(readsRestricted ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.GetAsync(at.Section(key))).Status);
        }

        if (reads)
        {
            var home = await browser.GetAsync(at.Home);
            Assert.Equal(readsRestricted, home.Document.QuerySelector($"a[href='{at.Section("climate")}']") is not null);
            Assert.Equal(fills, (await browser.GetAsync(at.Section("about"))).Document.QuerySelector("main form") is not null);
        }

        foreach (var address in new[] { ProfileLinks.Return(at.Number, ProfileCase.Year), ProfileLinks.Confirm(at.Number, ProfileCase.Year) })
        {
            using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(role == Role.LeadPoliceContact ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_made_up_post_by_somebody_who_may_only_read_is_refused_and_changes_nothing()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        using var officer = await at.AsAsync(Role.SchoolCommunityOfficer);
        var token = (await officer.GetAsync(at.Home)).Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var before = await at.StoredAsync();

        foreach (var address in new[]
        {
            at.Section("about"), at.Section("readiness"), at.Home, ProfileLinks.Years(at.Number), ProfileLinks.Check(at.Number, ProfileCase.Year),
            ProfileLinks.Return(at.Number, ProfileCase.Year), ProfileLinks.Confirm(at.Number, ProfileCase.Year),
        })
        {
            using var body = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["Token"] = before.Token.ToString(),
                ["Year"] = "2026",
                ["Input.Reasons[about]"] = "Because",
            });
            using var answer = await officer.Client.PostAsync(new Uri(address, UriKind.Relative), body);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        // A token that is none opens nothing either.
        using var broken = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Token"] = "no token", ["Seen"] = "x" });
        foreach (var (address, status) in new[]
        {
            (at.Section("readiness"), HttpStatusCode.Forbidden), (at.Section("nonsense"), HttpStatusCode.NotFound), (ProfileLinks.Year(at.Number, 2019), HttpStatusCode.NotFound),
            (ProfileLinks.Confirm(at.Number, ProfileCase.Year), HttpStatusCode.Forbidden), (ProfileLinks.Return(at.Number, 2019), HttpStatusCode.NotFound),
        })
        {
            using var answer = await officer.Client.PostAsync(new Uri(address, UriKind.Relative), broken);
            Assert.Equal(status, answer.StatusCode);
        }

        var after = await at.StoredAsync();
        Assert.Equal((before.State, before.Token), (after.State, after.Token));
    }

    [Fact]
    public async Task People_of_another_school_find_nothing_and_unknown_years_and_sections_are_not_there()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        using var stranger = await (await ProfileCase.NewAsync(portal)).AsAsync(Role.Principal);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(at.Home)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(ProfileLinks.Word(at.Number, ProfileCase.Year))).Status);
        foreach (var address in new[] { ProfileLinks.Year(at.Number, 2019), ProfileLinks.Word(at.Number, 2019), at.Section("nonsense"), ProfileLinks.Section(at.Number, 2019, "about") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await principal.GetAsync(address)).Status);
        }
    }

    [Fact]
    public async Task A_contributor_fills_in_the_section_they_keep_and_no_other()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        using var teacher = await at.AsAsync(Role.SchoolContributor, "traffic-team");

        var saved = await at.FillAsync(teacher, "traffic-team");
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(SectionState.Complete, (await at.StoredAsync("traffic-team")).State);

        var own = await teacher.GetAsync(at.Section("traffic-team"));
        using var body = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = own.Document.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!,
            ["Token"] = (await at.StoredAsync("police")).Token.ToString(),
            ["police.helped"] = "Not mine to say",
        });
        using var answer = await teacher.Client.PostAsync(new Uri(at.Section("police"), UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.True((await at.StoredAsync("police")).Answers().IsEmpty);
    }

    [Fact]
    public async Task Police_reading_restricted_parts_leave_one_line_a_day_and_the_school_none()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        using var police = await at.AsLeadPoliceContactAsync();

        foreach (var browser in new[] { principal, police, police })
        {
            await browser.GetAsync(at.Section("readiness"));
            await browser.GetAsync(at.Section("travel"));
        }

        var view = Assert.Single(await at.HistoryAsync(), e => e.What.StartsWith("Viewed", StringComparison.Ordinal));
        Assert.Equal("Viewed restricted parts of Emergency readiness in the 2026 profile", view.What);
        Assert.Equal("Senior Constable, Ōtāhuhu", view.Position);
        Assert.DoesNotContain("Viewed", string.Join(' ', (await at.HistoryAsync()).Where(e => e.Position == "Principal").Select(e => e.What)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_word_file_carries_every_answer_and_leaves_restricted_ones_out_for_those_who_may_not_read_them()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);
        await at.FillAllAsync(principal);
        using var officer = await at.AsAsync(Role.SchoolCommunityOfficer);

        var whole = await WordAsync(principal, at);
        var partial = await WordAsync(officer, at);

        var stored = (await at.StoredAsync()).Answers();
        foreach (var (section, field) in ProfileCase.Form.Fields().Where(place => place.Field.Kind is FieldKind.Text or FieldKind.LongText))
        {
            foreach (var line in AnswerText.Lines(field, stored[field.Key]).Where(line => line.Contains(field.Key, StringComparison.Ordinal)))
            {
                Assert.Contains(line, whole, StringComparison.Ordinal);
                Assert.Equal(section.Sensitivity == Sensitivity.Partners, partial.Contains(line, StringComparison.Ordinal));
            }
        }

        Assert.Contains("Siobhán O’Brien", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("Siobhán O’Brien", partial, StringComparison.Ordinal);
        Assert.Contains("left out", partial, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_blank_form_is_there_for_anybody()
    {
        using var visitor = portal.Browser();
        using var answer = await visitor.Client.GetAsync(new Uri(BlankForms.AddressOf(FormDefinitions.SchoolProfile.Key), UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("school-profile-blank.docx", answer.Content.Headers.ContentDisposition!.FileName);
        var text = Text(await answer.Content.ReadAsByteArrayAsync());
        Assert.All(ProfileCase.Form.Sections, section => Assert.Contains(section.Title, text, StringComparison.Ordinal));
    }

    private static async Task<string> WordAsync(PageBrowser browser, ProfileCase at)
    {
        using var answer = await browser.Client.GetAsync(new Uri(ProfileLinks.Word(at.Number, ProfileCase.Year), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"school-profile-{at.Number}-2026-2026-11-24.docx", answer.Content.Headers.ContentDisposition!.FileName);
        return Text(await answer.Content.ReadAsByteArrayAsync());
    }

    private static string Text(byte[] docx)
    {
        using var file = new ZipArchive(new MemoryStream(docx));
        using var document = file.GetEntry("word/document.xml")!.Open();
        XNamespace word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        return string.Join('\n', XDocument.Load(document).Descendants(word + "p").Select(p => string.Concat(p.Descendants(word + "t").Select(t => t.Value))));
    }
}

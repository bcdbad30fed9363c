using System.Net;

using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Schools;
using SchoolPortal.Web.Tests.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Schools;

/// <summary>The card for walking in: what each role finds on it, on the page and in the Word file alike.</summary>
public sealed class SchoolCardPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Emergency = "Siobhán O’Brien";
    private const string Gates = "Pātai site.gates";
    private const string Evacuation = "Pātai readiness.evacuation";

    public static TheoryData<Role> Readers => new(Roles.All);

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Each_role_finds_on_the_card_what_the_matrix_gives_it(Role role)
    {
        var at = await ProfileCase.NewAsync(portal);
        await at.LastYearAsync(ProfileCase.Year);
        using var browser = await at.AsAsync(role);
        var comes = Permissions.RolesFor(Operation.ViewContacts).Contains(role);

        var page = await browser.GetAsync(SchoolLinks.Card(at.Number));
        using var word = await browser.Client.GetAsync(new Uri(SchoolLinks.CardWord(at.Number), UriKind.Relative));

        Assert.Equal(comes, page.Status == HttpStatusCode.OK);
        Assert.Equal(page.Status, word.StatusCode);
        if (comes)
        {
            var seesEmergency = Permissions.RolesFor(Operation.ViewEmergencyContacts).Contains(role);
            var readsRestricted = Permissions.RolesFor(Operation.ViewRestricted).Contains(role);
            foreach (var text in new[] { page.Text, WordTexts.Of(await word.Content.ReadAsByteArrayAsync()) })
            {
                Assert.Contains("In danger call 111.", text, StringComparison.Ordinal);
                Assert.Contains("Aroha Ngata · 09 123 4567", text, StringComparison.Ordinal);
                Assert.Equal(seesEmergency, text.Contains(Emergency, StringComparison.Ordinal));
                Assert.Equal(readsRestricted, text.Contains(Gates, StringComparison.Ordinal));
                Assert.Equal(readsRestricted, text.Contains(Evacuation, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Police_who_see_restricted_parts_on_it_are_written_down_once_a_day_and_the_schools_own_people_are_not()
    {
        var at = await ProfileCase.NewAsync(portal);
        await at.LastYearAsync(ProfileCase.Year);
        using var principal = await at.AsAsync(Role.Principal);
        using var supervisor = await at.AsAsync(Role.AreaSupervisor);

        await principal.GetAsync(SchoolLinks.Card(at.Number));
        Assert.DoesNotContain(await at.HistoryAsync(), e => e.What.StartsWith("Viewed", StringComparison.Ordinal));
        await supervisor.GetAsync(SchoolLinks.Card(at.Number));
        await supervisor.Client.GetByteArrayAsync(new Uri(SchoolLinks.CardWord(at.Number), UriKind.Relative));

        var seen = (await at.HistoryAsync()).Select(e => e.What).Where(what => what.StartsWith("Viewed", StringComparison.Ordinal) || what.StartsWith("Looked", StringComparison.Ordinal));
        Assert.Equal(
            ["Looked at emergency contacts and mobiles", "Viewed restricted parts of Emergency readiness in the 2026 profile", "Viewed restricted parts of Site and security in the 2026 profile"],
            seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_school_without_a_profile_has_a_card_too()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);

        var school = await principal.GetAsync(SchoolLinks.School(at.Number));
        var card = await principal.GetAsync(school.Document.QuerySelector($"a[href='{SchoolLinks.Card(at.Number)}']")!.GetAttribute("href")!);

        Assert.Contains("This school has none yet.", card.Text, StringComparison.Ordinal);
        Assert.Contains("None recorded", card.Text, StringComparison.Ordinal);
    }
}

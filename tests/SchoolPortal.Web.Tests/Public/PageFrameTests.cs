using AngleSharp.Html.Dom;
using SchoolPortal.Web.Pages.Shared;
using Xunit;

namespace SchoolPortal.Web.Tests.Public;

/// <summary>What stands round every page, tried on every public page, with somebody signed in and without.</summary>
public sealed class PageFrameTests
{
    private static readonly SignedIn Aroha = new(
        "Aroha Example", "Lead Police Contact · Ōtāhuhu", [new("Today", "/today"), new("Schools", "/schools"), new("Privacy", "/privacy")], IdleMinutes: 25);

    /// <summary>Addresses that public pages may link to besides one another.</summary>
    private static readonly string[] Elsewhere =
        ["/find-your-officer", "/account", "/partnership", "/partnership/why", "/partnership/who-is-who", "/handouts", "/account/sign-in", "/today", "/schools", "/forms/partnership-agreement.docx", "/forms/school-profile.docx", "/licences/govuk-frontend.txt", "/licences/atkinson-hyperlegible-next.txt"];

    public static TheoryData<string, string> Pages => new()
    {
        { "/", "School Portal" },
        { "/privacy", "Privacy – School Portal" },
        { "/accessibility", "Accessibility – School Portal" },
        { "/contact", "Contact – School Portal" },
        { "/copyright", "Copyright – School Portal" },
    };

    private static IEnumerable<string> Addresses => Pages.Select(row => row.Data.Item1);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_its_language_title_landmarks_and_headings_in_order(string address, string title)
    {
        await using var host = await PageHost.Start();
        foreach (var person in new[] { null, Aroha })
        {
            host.Person = person;
            var page = await host.Get(address);

            Assert.Equal("en-NZ", page.DocumentElement.GetAttribute("lang"));
            Assert.Equal(title, page.Title);
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.NotNull(page.QuerySelector("main h1"));
            Assert.Single(page.QuerySelectorAll("main"));
            Assert.Equal("#main", page.QuerySelector("a")!.GetAttribute("href"));
            Assert.NotNull(page.GetElementById("main"));
            var levels = page.QuerySelectorAll("main h1, main h2, main h3, main h4").Select(heading => heading.TagName[1] - '0').ToList();
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.Second} follows h{pair.First}"));
            Assert.Contains("Emergency? Call 111. Not urgent? Call 105.", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_carries_no_script_or_style_of_its_own_and_asks_no_other_host(string address, string title)
    {
        await using var host = await PageHost.Start();
        host.Person = Aroha;
        var page = await host.Get(address);

        Assert.Contains(title, page.Title, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("[src], link[href]"), element =>
            Assert.StartsWith("/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_link_leads_somewhere_that_exists_and_footer_links_are_the_same_everywhere(string address, string title)
    {
        await using var host = await PageHost.Start();
        var page = await host.Get(address);

        Assert.Contains(title, page.Title, StringComparison.Ordinal);
        var links = page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.All(links.Where(link => link.StartsWith('/')), link => Assert.Contains(link, Addresses.Concat(Elsewhere)));
        Assert.All(links.Where(link => link.StartsWith('#')), link => Assert.NotNull(page.GetElementById(link[1..])));
        Assert.All(links.Where(link => link.StartsWith("mailto:", StringComparison.Ordinal)), link => Assert.EndsWith("@demo.schoolportal.example", link, StringComparison.Ordinal));
        Assert.Equal(
            ["/partnership", "/privacy", "/accessibility", "/contact", "/copyright", "https://www.govt.nz/"],
            page.QuerySelectorAll("footer a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Nobody_signed_in_is_offered_to_sign_in()
    {
        await using var host = await PageHost.Start();
        var header = (await host.Get("/")).QuerySelector("header")!;

        Assert.Equal("/account/sign-in", header.QuerySelector(".portal-header__person a")!.GetAttribute("href"));
        Assert.Empty(header.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task A_person_sees_their_role_their_pages_and_a_posted_way_out()
    {
        await using var host = await PageHost.Start();
        host.Person = Aroha;
        var page = await host.Get("/privacy");
        var header = page.QuerySelector("header")!;

        Assert.Contains("Signed in as Aroha Example, Lead Police Contact · Ōtāhuhu", header.TextContent, StringComparison.Ordinal);
        var form = Assert.IsType<IHtmlFormElement>(header.QuerySelector("form"), exactMatch: false);
        Assert.Equal(("post", "/account/sign-out"), (form.Method, form.GetAttribute("action")));
        Assert.NotNull(form.QuerySelector("[name=__RequestVerificationToken]"));
        Assert.Equal(["Today", "Schools", "Privacy"], page.QuerySelectorAll("nav a").Select(link => link.TextContent.Trim()));
        Assert.Equal("Privacy", Assert.Single(page.QuerySelectorAll("nav [aria-current=page]")).TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("[href='/account/sign-in']"));
    }

    [Theory]
    [InlineData("/schools", "/schools", true)]
    [InlineData("/schools", "/Schools/1404/contacts", true)]
    [InlineData("/schools", "/schoolsandmore", false)]
    [InlineData("/schools", "/", false)]
    [InlineData("/", "/", true)]
    [InlineData("/", "/schools", false)]
    public void A_navigation_item_holds_the_pages_below_it(string item, string path, bool holds) =>
        Assert.Equal(holds, new NavigationItem("Somewhere", item).Holds(path));

    [Fact]
    public async Task A_demonstration_says_so_on_every_page_and_a_real_portal_never_does()
    {
        await using var host = await PageHost.Start();
        foreach (var demonstration in new[] { true, false })
        {
            host.Facts.IsDemonstration = demonstration;
            foreach (var address in Addresses)
            {
                var text = (await host.Get(address)).Body!.TextContent;
                Assert.Equal(demonstration, text.Contains("its people, agreements and profiles are invented", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task The_footer_names_the_source_of_school_facts_that_this_portal_was_given()
    {
        await using var host = await PageHost.Start();
        host.Facts.Attribution = "School facts: another directory, 1 May 2027";

        Assert.Contains("School facts: another directory, 1 May 2027.", (await host.Get("/contact")).QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_was_done_is_told_as_text()
    {
        await using var host = await PageHost.Start();
        host.Done = "Agreement <sent> to Ōtāhuhu";
        var banner = (await host.Get("/contact")).QuerySelector("main [role=alert]")!;

        Assert.Equal("Agreement <sent> to Ōtāhuhu", banner.QuerySelector(".govuk-notification-banner__heading")!.TextContent);
    }

    [Fact]
    public async Task A_page_with_a_fault_says_so_first_in_its_title()
    {
        await using var host = await PageHost.Start();
        host.Fault = "Enter a name";

        Assert.Equal("Error: Contact – School Portal", (await host.Get("/contact")).Title);
    }

    [Fact]
    public async Task Only_a_session_that_can_end_has_a_warning_before_it_does()
    {
        await using var host = await PageHost.Start();
        Assert.Null((await host.Get("/contact")).QuerySelector("dialog"));

        host.Person = Aroha;
        var dialog = (await host.Get("/contact")).QuerySelector("dialog")!;
        Assert.Equal("25", dialog.GetAttribute("data-idle-minutes"));
        Assert.Equal("Stay signed in", dialog.QuerySelector("button")!.TextContent);
    }
}

using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;

using AngleSharp.Html.Parser;

using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Public;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Public;

/// <summary>What visitors find: pages, files, feeds; how they are kept, packed and asked for again.</summary>
public sealed class PublicPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly HtmlParser Strict = new(new HtmlParserOptions { IsStrictMode = true });

    private static IEnumerable<string> Addresses =>
        ["/", "/handouts", "/register", "/register?q=otahuhu", "/register?p=3", .. ShippedContent.All.Select(page => $"/{page.Key}"), "/handouts/operating-model", "/handouts/engagement-model", "/handouts/serving-school-communities"];

    [Fact]
    public async Task Every_page_is_valid_names_itself_and_leads_only_to_what_is_there()
    {
        using var visitor = portal.Browser();
        var links = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in Addresses)
        {
            using var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = Strict.ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Empty(page.QuerySelectorAll("main form[method=post], main [style], main [onclick]"));
            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
            Assert.All(page.QuerySelectorAll("[aria-describedby]"), element => Assert.Contains(element.GetAttribute("aria-describedby")!, ids));
            Assert.All(page.QuerySelectorAll("svg[role=img]"), picture => Assert.NotEmpty(picture.GetAttribute("aria-label")!));
            var levels = page.QuerySelectorAll("main h1, main h2, main h3, main h4").Select(heading => heading.TagName[1] - '0').ToList();
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{address}: h{pair.Second} follows h{pair.First}"));
            foreach (var link in page.QuerySelectorAll("a[href^='/']"))
            {
                var (href, text) = (link.GetAttribute("href")!, link.TextContent);
                links.TryAdd(href, address);
                Assert.All(new[] { "docx", "pptx", "svg", "csv", "json" }.Where(type => href.EndsWith($".{type}", StringComparison.Ordinal)), type =>
                    Assert.Contains(type.ToUpperInvariant(), text, StringComparison.Ordinal));
            }
        }

        foreach (var (link, from) in links)
        {
            using var answer = await visitor.Client.GetAsync(new Uri(link, UriKind.Relative));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{from} leads to {link}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/partnership/no-such-page")]
    [InlineData("/handouts/no-such-page")]
    [InlineData("/handouts/no-such-page.docx")]
    [InlineData("/handouts/operating-model.pptx")]
    [InlineData("/partnership/operating-model/diagram-2.svg")]
    [InlineData("/partnership/no-such-page/diagram-1.svg")]
    public async Task What_is_not_there_is_not_found_and_says_where_to_look(string address)
    {
        using var visitor = portal.Browser();

        var page = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/partnership']"));
        var search = page.Document.QuerySelector("main form[role=search]")!;
        Assert.Equal(("get", "/find-your-officer", "q"), (search.GetAttribute("method"), search.GetAttribute("action"), search.QuerySelector("input")!.GetAttribute("name")));
    }

    [Fact]
    public async Task Somebody_signed_in_who_came_to_nothing_is_led_back_to_their_own_pages()
    {
        using var person = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));

        var page = await person.GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.All(new[] { "/today", "/schools" }, address => Assert.NotNull(page.Document.QuerySelector($"main a[href='{address}']")));
        Assert.NotNull(page.Document.QuerySelector("main form[role=search]"));
    }

    [Theory]
    [InlineData("lockdowns", "/partnership/in-practice")]
    [InlineData("PRIVACY", "/privacy")]
    [InlineData("whanau", "/partnership/why")]
    public async Task Who_searches_finds_pages_by_their_words(string words, string address)
    {
        using var visitor = portal.Browser();

        var found = await visitor.GetAsync($"/find-your-officer?q={words}");

        Assert.NotNull(found.Document.QuerySelector($"main li a[href='{address}']"));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("gzip;q=0, identity")]
    public async Task A_page_is_packed_for_those_who_can_unpack_it(string accept)
    {
        using var visitor = portal.Browser();
        using var plain = await visitor.Client.GetAsync(new Uri("/partnership/why", UriKind.Relative));
        using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri("/partnership/why", UriKind.Relative));
        asked.Headers.Add("Accept-Encoding", accept);

        using var packed = await visitor.Client.SendAsync(asked);

        var bytes = await packed.Content.ReadAsByteArrayAsync();
        using var unpacked = new MemoryStream();
        using (Stream from = accept switch { "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress), "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress), _ => new MemoryStream(bytes) })
        {
            await from.CopyToAsync(unpacked);
        }

        var whole = await plain.Content.ReadAsByteArrayAsync();
        Assert.Equal(whole, unpacked.ToArray());
        Assert.Equal(accept is "br" or "gzip" ? [accept] : [], packed.Content.Headers.ContentEncoding);
        Assert.True(accept.Contains("q=0", StringComparison.Ordinal) || bytes.Length < whole.Length / 2);
        Assert.Contains("Cookie", packed.Headers.Vary);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
    }

    [Fact]
    public async Task Who_has_a_page_already_is_told_that_nothing_is_new()
    {
        using var visitor = portal.Browser();
        foreach (var address in new[] { "/", "/partnership", "/handouts/summary.docx", "/handouts/summary.pptx", "/feed.atom", "/sitemap.xml" })
        {
            using var first = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.True(first.Headers.ETag is not null, address);
            Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(address, ask => ask.IfNoneMatch.Add(first.Headers.ETag!)));
            Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(address, ask => ask.IfModifiedSince = first.Content.Headers.LastModified));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, ask => ask.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\""))));
            using var head = await visitor.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(address, UriKind.Relative)));
            Assert.Equal((HttpStatusCode.OK, first.Headers.ETag), (head.StatusCode, head.Headers.ETag));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }

        async Task<HttpStatusCode> StatusAsync(string address, Action<HttpRequestHeaders> with)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            with(request.Headers);
            using var answer = await visitor.Client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Nobody_signed_in_gets_a_visitors_page_and_no_visitor_theirs()
    {
        using var visitor = portal.Browser();
        using var person = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        for (var round = 0; round < 2; round++)
        {
            var theirs = await person.GetAsync("/partnership");
            Assert.Empty(theirs.Document.QuerySelectorAll("header [href='/account/sign-in']"));
            Assert.NotNull(theirs.Document.QuerySelector("header form[action='/account/sign-out']"));
            var open = await visitor.GetAsync("/partnership");
            Assert.NotNull(open.Document.QuerySelector("header [href='/account/sign-in']"));
            Assert.Empty(open.Document.QuerySelectorAll("header form"));
        }

        using var known = await visitor.Client.GetAsync(new Uri("/partnership", UriKind.Relative));
        using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri("/partnership", UriKind.Relative));
        asked.Headers.IfNoneMatch.Add(known.Headers.ETag!);
        using var answer = await person.Client.SendAsync(asked);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task Programs_find_every_page()
    {
        using var visitor = portal.Browser();
        var robots = await visitor.Client.GetStringAsync(new Uri("/robots.txt", UriKind.Relative));
        var map = XDocument.Parse(await visitor.Client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)));
        var feed = XDocument.Parse(await visitor.Client.GetStringAsync(new Uri("/feed.atom", UriKind.Relative)));

        Assert.Contains("Sitemap: https://localhost/sitemap.xml", robots, StringComparison.Ordinal);
        var places = map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value).ToList();
        Assert.All(ShippedContent.All, page => Assert.Contains($"https://localhost/{page.Key}", places));
        Assert.All(places, place => Assert.StartsWith("https://localhost/", place, StringComparison.Ordinal));
        Assert.Equal("feed", feed.Root!.Name.LocalName);
    }
}

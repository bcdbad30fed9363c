using Microsoft.AspNetCore.WebUtilities;
using SchoolPortal.Web.Components;
using Xunit;

namespace SchoolPortal.Web.Tests.Components;

/// <summary>What lists are made of: pages, order, filters. All of it lives in the address.</summary>
public sealed class ListTests
{
    private const string Address = "/schools?q=m%C4%81ori%20%26%20co&show=overdue&show=nobody&sort=-roll&p=3";

    [Theory]
    [InlineData(1, 83, "1 to 20 of 83 schools", "1 2 ⋯ 5", "Next")]
    [InlineData(3, 83, "41 to 60 of 83 schools", "1 2 3 4 5", "Previous Next")]
    [InlineData(5, 83, "81 to 83 of 83 schools", "1 ⋯ 4 5", "Previous")]
    [InlineData(64, 2560, "1,261 to 1,280 of 2,560 schools", "1 ⋯ 63 64 65 ⋯ 128", "Previous Next")]
    [InlineData(1, 1, "1 to 1 of 1 schools", "", "")]
    [InlineData(1, 20, "1 to 20 of 20 schools", "", "")]
    [InlineData(2, 21, "21 to 21 of 21 schools", "1 2", "Previous")]
    public void A_pager_says_where_it_is_and_where_one_can_go(int number, int total, string count, string pages, string steps)
    {
        var page = new Rendering(Address).Draw(new PagerTagHelper { Page = number, Size = 20, Total = total, Noun = "schools" }).Page();

        Assert.Equal(count, page.QuerySelector(".portal-count")!.TextContent);
        Assert.Equal(pages, string.Join(' ', page.QuerySelectorAll("li").Select(item => item.TextContent)));
        Assert.Equal(steps, string.Join(' ', page.QuerySelectorAll("[rel]").Select(step => step.TextContent.Replace(" page", "", StringComparison.Ordinal))));
    }

    [Fact]
    public void For_every_page_of_lists_of_many_sizes_exactly_one_page_is_current_and_every_link_leads_to_a_page_that_exists()
    {
        for (var total = 21; total <= 400; total += 19)
        {
            var pages = (total + 19) / 20;
            for (var number = 1; number <= pages; number++)
            {
                var page = new Rendering(Address).Draw(new PagerTagHelper { Page = number, Size = 20, Total = total }).Page();
                Assert.Equal($"Page {number}", Assert.Single(page.QuerySelectorAll("[aria-current=page]")).GetAttribute("aria-label"));
                Assert.All(page.QuerySelectorAll("a"), link =>
                {
                    var query = Query(link.GetAttribute("href")!);
                    Assert.InRange(int.Parse(query["p"].Single(), provider: null), 1, pages);
                    Assert.Equal(["māori & co"], query["q"]);
                    Assert.Equal(["overdue", "nobody"], query["show"]);
                    Assert.Equal(["-roll"], query["sort"]);
                });
            }
        }
    }

    [Fact]
    public void An_empty_list_has_no_pager() =>
        Assert.Equal("", new Rendering(Address).Draw(new PagerTagHelper { Total = 0 }).Html());

    [Theory]
    [InlineData("roll", "ascending", "-roll")]
    [InlineData("-roll", "descending", "roll")]
    [InlineData("name", "none", "roll")]
    [InlineData(null, "none", "roll")]
    public void A_sorting_head_tells_its_order_and_turns_it(string? current, string said, string next)
    {
        var head = new Rendering(Address).Draw(new SortHeaderTagHelper { Key = "roll", Text = "Roll", Current = current })
            .Page("<table><thead><tr>", "</tr></thead></table>").QuerySelector("th")!;

        Assert.Equal(said, head.GetAttribute("aria-sort"));
        var query = Query(head.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal([next], query["sort"]);
        Assert.Equal(["māori & co"], query["q"]);
        Assert.False(query.ContainsKey("p"), "A new order starts on the first page.");
    }

    [Theory]
    [InlineData("show", "overdue", "nobody")]
    [InlineData("show", "nobody", "overdue")]
    [InlineData("show", null, "")]
    [InlineData("q", null, "overdue nobody")]
    public void A_filter_comes_off_and_the_others_stay(string key, string? value, string left)
    {
        var link = new Rendering(Address).Draw(new AppliedFilterTagHelper { Key = key, Value = value, Text = "Overdue" }).The("a");

        Assert.Equal("Remove Overdue", link.TextContent);
        var query = Query(link.GetAttribute("href")!);
        Assert.Equal(left, query.TryGetValue("show", out var shows) ? string.Join(' ', shows) : "");
        Assert.Equal(key != "q", query.ContainsKey("q"));
        Assert.False(query.ContainsKey("p"), "A new filter starts on the first page.");
    }

    private static Dictionary<string, string[]> Query(string href)
    {
        Assert.StartsWith("/schools", href, StringComparison.Ordinal);
        var start = href.IndexOf('?', StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(start < 0 ? "" : href[start..])
            .ToDictionary(part => part.Key, part => part.Value.OfType<string>().ToArray(), StringComparer.Ordinal);
    }
}

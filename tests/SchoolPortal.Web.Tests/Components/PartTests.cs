using System.Globalization;
using QRCoder;
using SchoolPortal.Web.Components;
using Xunit;

namespace SchoolPortal.Web.Tests.Components;

public sealed class PartTests
{
    [Fact]
    public void Every_colour_of_a_status_looks_different_and_says_its_word()
    {
        var tags = Enum.GetValues<TagColour>()
            .Select(colour => new Rendering().Draw(new StatusTagTagHelper { Colour = colour, Text = "In force" }).The("main > *"))
            .ToList();

        Assert.All(tags, tag => Assert.Equal("In force", tag.TextContent));
        Assert.Equal(tags.Count, tags.Select(tag => tag.ClassName ?? "").Distinct().Count());
    }

    [Fact]
    public void A_code_is_drawn_module_for_module()
    {
        const string Text = "https://portal.test/schools/1404/agreement/1/evidence?text=cf08962b";
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);

        var bars = new Rendering().Draw(new QrCodeTagHelper { Text = Text, Label = "QR code" }).The("svg[role=img] path").GetAttribute("d")!;

        var drawn = bars.Split('z', StringSplitOptions.RemoveEmptyEntries)
            .Select(bar => bar.Split(['M', ' ', 'h', 'v'], StringSplitOptions.RemoveEmptyEntries).Take(3).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList())
            .SelectMany(bar => Enumerable.Range(bar[0], bar[2]).Select(x => (x, y: bar[1])));
        var dark = code.ModuleMatrix.SelectMany((row, y) => Enumerable.Range(0, row.Count).Where(x => row[x]).Select(x => (x, y)));
        Assert.Equal(dark, drawn);
    }

    [Fact]
    public void A_chart_says_each_number_and_its_name_and_no_bar_is_taller_than_the_top()
    {
        Bar[] bars = [new("2024", 0), new("2025", null), new("2026", 40)];

        var own = new Rendering().Draw(new BarChartTagHelper { Bars = bars, Label = "Visits, by year" }).The("svg[role=img]");
        var shared = new Rendering().Draw(new BarChartTagHelper { Bars = bars, Label = "Walk, by year", Top = 100 }).The("svg[role=img]");

        Assert.Equal("Visits, by year", own.GetAttribute("aria-label"));
        Assert.Equal(["0", "2024", "–", "2025", "40", "2026"], own.QuerySelectorAll("text").Select(text => text.TextContent));
        Assert.Equal(["0", "0", "38"], Heights(own));
        Assert.Equal(["0", "0", "15"], Heights(shared));

        static IEnumerable<string?> Heights(AngleSharp.Dom.IElement chart) => chart.QuerySelectorAll("rect").Select(bar => bar.GetAttribute("height"));
    }

    [Theory]
    [InlineData(true, null, "Your turn: sign the agreement.")]
    [InlineData(true, "the school", "Your turn: sign the agreement.")]
    [InlineData(false, "the school", "Waiting for the school: sign the agreement.")]
    [InlineData(false, null, "sign the agreement.")]
    public void Whose_turn_it_is_is_said_in_words(bool yours, string? who, string sentence)
    {
        var strip = new Rendering().Draw(new WhoseTurnTagHelper { Yours = yours, Who = who, Text = "sign the agreement." }).The(".portal-turn");

        Assert.Equal(sentence, strip.TextContent);
        Assert.Equal(yours, strip.ClassList.Contains("portal-turn--yours"));
    }

    [Fact]
    public void Buttons_and_links_stand_inside_the_whose_turn_strip()
    {
        var helper = new WhoseTurnTagHelper { Yours = true, Text = "sign." };

        Assert.Equal("Read and sign", new Rendering().Draw(helper, "<a href=\"/x\">Read and sign</a>").The(".portal-turn a").TextContent);
    }

    [Fact]
    public void Every_stage_says_its_state_without_colour()
    {
        Stage[] stages =
        [
            new("Connect", StageState.Done), new("Plan", StageState.Done, "done 8 May"), new("Act", StageState.Over),
            new("Review", StageState.Now), new("Complete", StageState.Ahead),
        ];
        var page = new Rendering().Draw(new StageBarTagHelper { Stages = stages }).Page();

        Assert.Equal(
            ["Connect done", "Plan done 8 May", "Act overdue", "Review now", "Complete to come"],
            page.QuerySelectorAll("li").Select(stage => stage.TextContent));
        Assert.Equal(["Act overdue", "Review now"], page.QuerySelectorAll("[aria-current=step]").Select(stage => stage.TextContent));
    }

    [Fact]
    public void Task_rows_of_several_lists_keep_their_ids_apart()
    {
        var page = new Rendering()
            .Draw(new TaskRowTagHelper { Href = "/a", Text = "Sign", Hint = "Ready", Status = "Overdue", Colour = TagColour.Red })
            .Draw(new TaskRowTagHelper { Href = "/b", Text = "Confirm", Status = "Completed" })
            .Draw(new TaskRowTagHelper { Text = "Review", Status = "Cannot start yet" })
            .Page();

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(["Ready Overdue", "Completed"], page.QuerySelectorAll("a").Select(link =>
            string.Join(' ', link.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent))));
        Assert.Equal(["Overdue"], page.QuerySelectorAll(".govuk-tag").Select(tag => tag.TextContent));
    }

    /// <summary>Razor hands over empty text where a page binds an attribute to null.</summary>
    [Fact]
    public void An_attribute_bound_to_nothing_draws_nothing()
    {
        var page = new Rendering()
            .Draw(new TaskRowTagHelper { Text = "Review", Href = "", Hint = "", Status = "" })
            .Draw(new WhoseTurnTagHelper { Text = "In force.", Who = "" })
            .Draw(new SummaryRowTagHelper { Key = "Roll", Href = "" }, "412")
            .Draw(new TextFieldTagHelper { Name = "a", Hint = "", Error = "", LabelSize = "", Prefix = "", Suffix = "", Autocomplete = "", Inputmode = "" })
            .Draw(new SelectFieldTagHelper { Name = "b", Empty = "" })
            .Draw(new FileFieldTagHelper { Name = "c", Accept = "" })
            .Page();

        Assert.Empty(page.QuerySelectorAll("a, strong, option, .govuk-hint, .govuk-task-list__hint, .govuk-task-list__status, .govuk-error-message, [class$='--'], .govuk-input__wrapper"));
        Assert.DoesNotContain(page.QuerySelectorAll("main *").SelectMany(element => element.Attributes), attribute => attribute.Value.Length == 0);
    }

    [Fact]
    public void The_link_of_a_summary_row_says_what_it_changes()
    {
        var row = new Rendering().Draw(new SummaryRowTagHelper { Key = "Lead Police Contact", Href = "/c" }, "Senior Constable").The(".govuk-summary-list__row");

        Assert.Equal("Senior Constable", row.QuerySelector("dd")!.TextContent);
        Assert.Equal("Change Lead Police Contact", row.QuerySelector("a")!.TextContent);
        Assert.Empty(new Rendering().Draw(new SummaryRowTagHelper { Key = "Roll" }, "412").Page().QuerySelectorAll("a"));
    }

    [Fact]
    public void A_wide_table_scrolls_in_a_named_box_that_the_keyboard_reaches()
    {
        var box = new Rendering().Draw(new ScrollBoxTagHelper { Label = "Schools" }).The(".portal-scroll");

        Assert.Equal(("region", "Schools", "0"), (box.GetAttribute("role"), box.GetAttribute("aria-label"), box.GetAttribute("tabindex")));
    }
}

using AngleSharp.Html.Parser;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Public;
using SchoolPortal.Web.Pages.Public;
using SchoolPortal.Web.Pages.Shared;

using Xunit;

namespace SchoolPortal.Web.Tests.Public;

/// <summary>The texts that ship with the portal, and what Markdown may become.</summary>
public sealed class ContentTests(ITestOutputHelper output)
{
    public static TheoryData<string> Keys => [.. ShippedContent.All.Select(page => page.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_shipped_text_keeps_the_rules_that_editors_are_held_to(string key)
    {
        var page = ShippedContent.Find(key)!;

        page.Words.Check(page.WrittenOn);
        Assert.Equal(page.Words, page.Words.Trimmed());
        Assert.DoesNotContain("trustees", page.Words.Text, StringComparison.OrdinalIgnoreCase);
        Assert.False(page.Words.Title.EndsWith('.'), "A title is no sentence.");
        Assert.EndsWith(".", page.Words.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_shipped_text_reads_easily()
    {
        var measured = ShippedContent.All.Select(page => (page.Key, Ease: ReadingEase.Of(ContentMarkdown.Sentences(page.Words.Text)))).OrderBy(each => each.Ease).ToList();
        measured.ForEach(each => output.WriteLine($"{each.Ease} {each.Key}"));

        Assert.All(measured, each => Assert.True(each.Ease >= 55, $"{each.Key}: {each.Ease}"));
        Assert.True(measured.Average(each => each.Ease) >= ReadingEase.Plain);
    }

    [Theory]
    [InlineData("The cat sat.", 119)]
    [InlineData("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 24)]
    [InlineData("", 100)]
    public void Reading_ease_is_near_to_what_others_measure(string text, int ease) => Assert.InRange(ReadingEase.Of([text]), ease - 14, ease + 14);

    /// <summary>What people who mean harm have written, and what of it must not come through.</summary>
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("<img src=x onerror=alert(1)>", "<img")]
    [InlineData("<a href=\"javascript:alert(1)\">here</a>", "<a ")]
    [InlineData("[here](javascript:alert(1))", "javascript")]
    [InlineData("[here](JaVaScRiPt:alert(1))", "avaScRiPt")]
    [InlineData("[here](java&#x0A;script:alert(1))", "script:")]
    [InlineData("[here](vbscript:msgbox(1))", "vbscript")]
    [InlineData("[here](data:text/html;base64,PHNjcmlwdD4=)", "data:")]
    [InlineData("[here](//evil.example/x)", "evil.example")]
    [InlineData("[here](/\\evil.example/x)", "/\\evil")]
    [InlineData("[here](http://plain.example/)", "plain.example")]
    [InlineData("![picture](https://tracker.example/a.png)", "<img")]
    [InlineData("<iframe src=\"https://evil.example\"></iframe>", "<iframe")]
    [InlineData("<svg/onload=alert(1)>", "<svg")]
    [InlineData("<div style=\"position:fixed\">over all</div>", "<div")]
    [InlineData("<form action=\"/account/sign-out\" method=\"post\"><button>x</button></form>", "<form")]
    [InlineData("<https://a.example/\"onmouseover=\"alert(1)>", " onmouseover")]
    [InlineData("| a | b |\n|---|---|\n| <b onclick=alert(1)>x</b> | y |", "<b ")]
    [InlineData("<meta http-equiv=refresh content=\"0;url=https://evil.example\">", "<meta")]
    [InlineData("<base href=\"https://evil.example\">", "<base")]
    [InlineData("<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">", "<math")]
    public void Hostile_markdown_comes_out_harmless(string text, string mustNotBe)
    {
        var html = ContentHtml.Of("partnership/why", text).ToString()!;

        Assert.DoesNotContain(mustNotBe, html, StringComparison.Ordinal);
        AssertHarmless(html);
    }

    /// <summary>The gate by itself, should the reader of Markdown ever let HTML through.</summary>
    [Theory]
    [InlineData("<p onclick=\"x()\">Text</p>", "<p>Text</p>")]
    [InlineData("<p class=\"portal-idle\">Text</p>", "<p>Text</p>")]
    [InlineData("<table class=\"portal-stacked\"><tbody><tr><td data-label=\"A\" id=\"main\">x</td></tr></tbody></table>", "<table class=\"portal-stacked\"><tbody><tr><td data-label=\"A\">x</td></tr></tbody></table>")]
    [InlineData("<a href=\"/register\" target=\"_blank\">Register</a>", "<a href=\"/register\">Register</a>")]
    [InlineData("<script>x()</script><style>p{}</style><template><p>y</p></template>", "")]
    [InlineData("<p>kept<!-- not kept --></p>", "<p>kept</p>")]
    public void The_gate_lets_through_what_is_named_and_nothing_else(string html, string expected) => Assert.Equal(expected, ContentHtml.Sanitize(html));

    [Fact]
    public void Words_of_te_reo_are_marked_and_their_letters_alone_are_not()
    {
        var html = ContentHtml.Of("partnership/why", "The kura, its whānau and Te Tiriti. A kurator hears Māori.").ToString()!;

        Assert.Equal("<p>The <span lang=\"mi\">kura</span>, its <span lang=\"mi\">whānau</span> and <span lang=\"mi\">Te Tiriti</span>. A kurator hears <span lang=\"mi\">Māori</span>.</p>", html.Trim());
    }

    [Theory]
    [InlineData("# First level", "Line 1: the heading leaves out a level. Begin it with ##")]
    [InlineData("## Two\n\n#### Four", "Line 3: the heading leaves out a level. Begin it with ###")]
    [InlineData("Some <b>bold</b> words", "Line 1: HTML is not used here and would be shown as it stands. Write it in Markdown")]
    [InlineData("```diagram levels\nTitle\nA | b", "Line 1: the diagram that begins here has no end. Close it with a line of three backticks")]
    [InlineData("```diagram levels\nTitle\nA | b\n```", "Line 1: a diagram has a title and then from 3 to 6 lines, each like Name | what it means")]
    [InlineData("```csharp\nx\n```", "Line 1: a block in backticks is a diagram: begin it with diagram levels, diagram pair or diagram cycle")]
    public void A_text_that_would_not_show_as_meant_is_refused_by_line(string text, string sentence)
    {
        var words = new ContentWords("Title", "Summary.", text, "Owner", new DateOnly(2027, 6, 1));

        Assert.Equal(sentence, Assert.Throws<RuleBroken>(() => words.Check(new DateOnly(2026, 11, 30))).Message);
    }

    [Theory]
    [InlineData("Write to {help-adress}", "Line 1: the portal cannot fill in {help-adress}. It fills in {help-address}, {security-address}, {other-ways-to-reach-us}, {source-of-school-facts}, {register-licence}")]
    [InlineData("First\n\n[us](mailto:{help-address})", "Line 3: what the portal fills in cannot stand inside a link. It makes its own")]
    [InlineData("[{help-address}](/contact)", "Line 1: what the portal fills in cannot stand inside a link. It makes its own")]
    public void A_blank_that_cannot_be_filled_in_is_refused_by_line(string text, string sentence)
    {
        var words = new ContentWords("Title", "Summary.", text, "Owner", new DateOnly(2027, 6, 1));

        Assert.Equal(sentence, Assert.Throws<RuleBroken>(() => words.Check(new DateOnly(2026, 11, 30))).Message);
    }

    [Fact]
    public void Blanks_are_filled_in_from_settings_and_what_an_operator_set_is_never_markup()
    {
        var facts = new PortalFacts { HelpAddress = "help_me_now@agency.example", Phone = "*04* 123", PostalAddress = "Box 1\n<b>Wellington</b>", RegisterLicence = "[free](https://a.example)" };
        string Html(string text) => ContentHtml.Of("contact", FilledBlanks.In(text, facts)).ToString()!.Trim();

        Assert.Equal("<p>Write to <a href=\"mailto:help_me_now@agency.example\">help_me_now@agency.example</a>.</p>", Html("Write to {help-address}."));
        Assert.Equal("<ul><li><strong>Phone:</strong> *04* 123</li><li><strong>Postal address:</strong> Box 1, &lt;b&gt;Wellington&lt;/b&gt;</li></ul>", Html("{other-ways-to-reach-us}").Replace("\n", "", StringComparison.Ordinal));
        Assert.Equal("<p>[free](https://a.example)</p>", Html("{register-licence}"));
        Assert.Equal("", ContentHtml.Of("contact", FilledBlanks.In("{other-ways-to-reach-us}", new PortalFacts())).ToString()!.Trim());
        Assert.All(ContentBlanks.All, name => Assert.DoesNotContain(name, FilledBlanks.In($"{{{name}}}", facts), StringComparison.Ordinal));
    }

    private static void AssertHarmless(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        Assert.All(page.Body!.QuerySelectorAll("*"), element =>
        {
            Assert.Contains(element.LocalName, new[] { "p", "a", "em", "strong", "code", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "span", "br" });
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name is "style" or "src" or "id");
        });
    }
}

using System.Text;
using System.Text.RegularExpressions;

using Microsoft.Playwright;

using SchoolPortal.Web.Demo;

using Xunit;

namespace SchoolPortal.Browser.Tests;

/// <summary>Pages as people read them who space their text wider, or print it.</summary>
public sealed partial class ReadingTests(Chromium chromium, DemonstrationPortal portal) : IClassFixture<DemonstrationPortal>
{
    private static readonly string School = $"/schools/{DemoSchools.Otahuhu}";

    // As WCAG 1.4.12 says. A constructed style sheet, since the content policy lets no page take a style from elsewhere.
    private const string SpaceWider = """
        () => {
          const wider = new CSSStyleSheet();
          wider.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
          document.adoptedStyleSheets.push(wider);
        }
        """;

    private const string FindCutOff = """
        () => [...document.querySelectorAll("body *")]
          .filter(e => { const s = getComputedStyle(e);
            return /hidden|clip/.test(s.overflowX + s.overflowY) && e.clientHeight > 1 && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1); })
          .map(e => e.outerHTML.slice(0, 120))
        """;

    [Theory]
    [InlineData("")]
    [InlineData("/agreement")]
    [InlineData("/contacts")]
    public async Task Wider_spaced_text_is_neither_cut_off_nor_sideways(string page)
    {
        await using var visitor = await PrincipalAsync();
        foreach (var (width, height) in Visitor.Screens)
        {
            await visitor.Page.SetViewportSizeAsync(width, height);
            Assert.Equal(200, await visitor.GoAsync(School + page));
            await visitor.Page.EvaluateAsync(SpaceWider);

            Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(FindCutOff));
            Assert.True(await visitor.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth") <= width, $"{page} is wider than {width}.");
        }
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("/card", 1)]
    [InlineData("/agreement", 3)]
    public async Task A_printed_page_has_its_content_and_no_navigation(string page, int mostSheets)
    {
        await using var visitor = await PrincipalAsync();
        await visitor.GoAsync(School + page);
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.True(await visitor.Page.Locator("h1").IsVisibleAsync());
        foreach (var nav in await visitor.Page.Locator("nav, .govuk-skip-link, main button").AllAsync())
        {
            Assert.False(await nav.IsVisibleAsync(), $"Printed: {await nav.InnerTextAsync()}");
        }

        var sheets = SheetOfPaper().Count(Encoding.Latin1.GetString(await visitor.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true })));
        Assert.InRange(sheets, 1, mostSheets);
    }

    private async Task<Visitor> PrincipalAsync()
    {
        var visitor = await Visitor.ComeAsync(chromium, portal);
        await visitor.SignInAsync(DemoAccounts.Address("principal"), DemoAccounts.Passphrase);
        return visitor;
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 1000)]
    private static partial Regex SheetOfPaper();
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Public;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Public;

using Xunit;

namespace SchoolPortal.Browser.Tests;

/// <summary>Every page that is open to everybody, found from the routes and the content, so that a new one is in here without a word.</summary>
public sealed class PublicPageTests(Chromium chromium, BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    /// <summary>Pages whose address says what is shown, those that a search answers, and one that is not there.</summary>
    private static readonly (string Address, int Status)[] Chosen =
        [("/find-your-officer?q=otahuhu", 200), ("/find-your-officer?school=1409", 200), ("/find-your-officer?school=1", 200), ("/register?q=otahuhu", 200), ("/no/such/page", 404), ("/invitation/no-such-link", 404)];

    private IEnumerable<(string Address, int Status)> Pages =>
        OpenRoutes.Concat(ShippedContent.All.Select(page => $"/{page.Key}")).Concat(PublicHandOut.All.Select(one => PublicLinks.HandOut(one.Name)))
            .Distinct()
            .Select(address => (address, 200))
            .Concat(Chosen);

    private IEnumerable<string> OpenRoutes =>
        from endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        let route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        // Pages of one's own session lead elsewhere, and the error page by itself is not there.
        where endpoint.RoutePattern.Parameters.Count == 0 && route is not ("/problem" or "/account/sign-out" or "/account/sign-in-again")
        select route;

    [Fact]
    public async Task Every_open_page_can_be_read_by_everybody_with_script_and_without()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, portal);
        await using var without = await visitor.WithoutScriptAsync();
        var pages = Pages.ToList();
        var faults = new List<string>();
        foreach (var (address, expected) in pages)
        {
            var status = await visitor.GoAsync(address);
            if (status != expected)
            {
                faults.Add($"{address}: answers {status}");
            }

            faults.AddRange(await PageCheck.OwesAsync(visitor));
            faults.AddRange(await PageCheck.OwesWithoutScriptAsync(without, address, expected));
        }

        Assert.True(pages.Count > 25, $"Only {pages.Count} open pages were found.");
        // A browser tells of each page that is not there; that is what was asked for.
        faults.AddRange(visitor.Troubles.Where(trouble => !trouble.Contains("status of 404", StringComparison.Ordinal)));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task An_open_form_answered_wrongly_can_be_read_by_everybody()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, portal);
        await visitor.GoAsync("/account/sign-in");
        await visitor.PressAsync("Sign in");

        Assert.Equal(1, await visitor.Page.Locator(".govuk-error-summary").CountAsync());
        Assert.Empty(await PageCheck.OwesAsync(visitor));
    }

    [Fact]
    public async Task The_editors_list_versions_and_preview_of_a_draft_can_be_read_by_everybody()
    {
        await using var editor = await Visitor.ComeAsync(chromium, portal);
        await editor.SignInAsync((await portal.PersonAsync(Role.NationalCoordinator)).Email, PortalHost.Passphrase);
        var faults = new List<string>();
        foreach (var address in new[] { "/admin/content", "/admin/content/versions?key=contact" })
        {
            Assert.Equal(200, await editor.GoAsync(address));
            faults.AddRange(await PageCheck.OwesAsync(editor));
        }

        await editor.PressAsync("Begin a draft");
        Assert.Equal(1, await editor.Page.Locator(".portal-preview").CountAsync());
        faults.AddRange(await PageCheck.OwesAsync(editor));
        faults.AddRange(editor.Troubles);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}

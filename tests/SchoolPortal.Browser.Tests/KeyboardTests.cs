using SchoolPortal.Domain.People;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Browser.Tests;

public sealed class KeyboardTests(Chromium chromium, BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    public async Task The_first_stop_is_a_visible_link_past_the_header(string address)
    {
        await using var visitor = await Visitor.ComeAsync(chromium, portal);
        await visitor.GoAsync(address);

        await visitor.Page.Keyboard.PressAsync("Tab");

        var link = visitor.Page.Locator(":focus");
        Assert.Equal("Skip to main content", await link.InnerTextAsync());
        var box = await link.BoundingBoxAsync();
        Assert.True(box is { X: >= 0, Y: >= 0, Width: > 100, Height: > 20 }, $"The link is at {box?.X}, {box?.Y} and {box?.Width} by {box?.Height}.");

        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.PressAsync("Tab");
        Assert.Equal(1, await visitor.Page.Locator("main :focus, footer :focus").CountAsync());
    }

    [Fact]
    public async Task Somebody_signs_in_with_the_keyboard_alone_and_sees_at_each_stop_where_they_are()
    {
        var person = await portal.PersonAsync(Role.NationalCoordinator);
        await using var visitor = await Visitor.ComeAsync(chromium, portal);
        await visitor.GoAsync("/account/sign-in");
        var keyboard = visitor.Page.Keyboard;

        await TabToAsync(visitor, "Email address");
        await keyboard.TypeAsync(person.Email);
        await TabToAsync(visitor, "Passphrase");
        await keyboard.TypeAsync(PortalHost.Passphrase);
        await visitor.OntoNextPageAsync(() => keyboard.PressAsync("Enter"));

        Assert.Equal("/today", visitor.Path);
    }

    [Fact]
    public async Task After_a_failed_form_the_keyboard_stands_at_what_went_wrong_and_a_link_leads_to_the_field()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, portal);
        await visitor.GoAsync("/account/sign-in");
        await visitor.PressAsync("Sign in");

        Assert.Equal(1, await visitor.Page.Locator(".govuk-error-summary:focus").CountAsync());
        Assert.StartsWith("Error: ", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Empty(await PageCheck.OwesAsync(visitor));

        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("Email address", await FocusedLabelAsync(visitor));
    }

    private static async Task TabToAsync(Visitor visitor, string label)
    {
        for (var stops = 0; stops < 30; stops++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            Assert.True(await visitor.Page.EvaluateAsync<bool>("""
                () => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== "none" || s.boxShadow !== "none"; }
                """), "Nothing shows where the keyboard is.");
            if (await FocusedLabelAsync(visitor) == label)
            {
                return;
            }
        }

        Assert.Fail($"The keyboard never comes to “{label}”.");
    }

    private static Task<string?> FocusedLabelAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<string?>("document.activeElement.labels?.[0]?.innerText");
}

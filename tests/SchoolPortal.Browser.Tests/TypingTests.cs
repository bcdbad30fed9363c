using Microsoft.Playwright;

using SchoolPortal.Domain.People;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Browser.Tests;

/// <summary>What a person types into a section, while their connection drops and their sign-in ends, with script and without.</summary>
public sealed class TypingTests(Chromium chromium, BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    private const string Box = "What should change? (optional)";

    [Fact]
    public async Task With_script_a_draft_is_kept_and_a_dropped_connection_loses_nothing()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, portal);
        var (_, address) = await OpenAsync(visitor);
        var status = visitor.Page.Locator("[data-keeps-draft]");

        await TypeAsync(visitor, "Typed while all was well");
        await Assertions.Expect(status).ToContainTextAsync("Draft kept at 10am");
        await visitor.Page.Context.SetOfflineAsync(true);
        await TypeAsync(visitor, "Typed without a connection");
        await Assertions.Expect(status).ToContainTextAsync("There is no connection. What you typed since 10am is not kept: keep this page open.");
        await visitor.Button("Save and continue").ClickAsync();
        Assert.Equal(address, visitor.Path);
        Assert.Empty(await PageCheck.OwesAsync(visitor));
        await visitor.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(status).ToContainTextAsync("Draft kept at 10am", new() { Timeout = 30_000 });

        await visitor.GoAsync(address);
        await Assertions.Expect(visitor.Page.GetByText("and did not save it.")).ToBeVisibleAsync();
        Assert.Equal("Typed without a connection", await visitor.Page.GetByLabel(Box).InputValueAsync());
        Assert.Empty(await PageCheck.OwesAsync(visitor));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_ended_sign_in_in_mid_form_brings_the_person_back_to_what_they_typed(bool script)
    {
        await using var first = await Visitor.ComeAsync(chromium, portal);
        var (person, address) = await OpenAsync(first);
        await using var other = script ? null : await first.WithoutScriptAsync();
        var visitor = other ?? first;
        await visitor.GoAsync(address);
        await visitor.Page.Context.ClearCookiesAsync();

        await TypeAsync(visitor, "Typed when the sign-in had ended");
        await visitor.PressAsync("Save and continue");
        Assert.Equal("Sign in again to go on", await visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        await visitor.Page.GetByLabel("Email address").FillAsync(person.Email);
        await visitor.Page.GetByLabel("Passphrase", new() { Exact = true }).FillAsync(PortalHost.Passphrase);
        await visitor.PressAsync("Sign in");

        Assert.Equal(address, visitor.Path);
        Assert.Equal("Typed when the sign-in had ended", await visitor.Page.GetByLabel(Box).InputValueAsync());
        await visitor.PressAsync("Save and come back later");
        await Assertions.Expect(visitor.Page.GetByText("Police service is saved")).ToBeVisibleAsync();
    }

    private static Task TypeAsync(Visitor visitor, string text) => visitor.Page.GetByLabel(Box).FillAsync(text);

    /// <summary>A principal signs in and opens a section of their school's profile.</summary>
    private async Task<(TestPerson Person, string Address)> OpenAsync(Visitor visitor)
    {
        var school = await portal.SchoolAsync(1404);
        var person = await portal.PersonAsync(Role.Principal, school.Id);
        await visitor.SignInAsync(person.Email, PortalHost.Passphrase);
        await visitor.GoAsync($"/schools/{school.Number}/profile");
        if (await visitor.Button("Open the 2026 profile").CountAsync() > 0)
        {
            await visitor.PressAsync("Open the 2026 profile");
        }

        var address = $"/schools/{school.Number}/profile/2026/police";
        await visitor.GoAsync(address);
        return (person, address);
    }
}

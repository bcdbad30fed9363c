using Xunit;

namespace SchoolPortal.Browser.Tests;

public sealed class PublicPageTests(Chromium chromium, BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/contact", 200)]
    [InlineData("/privacy", 200)]
    [InlineData("/accessibility", 200)]
    [InlineData("/copyright", 200)]
    [InlineData("/account/sign-in", 200)]
    public async Task A_page_for_visitors_can_be_read_by_everybody(string address, int status)
    {
        await using var visitor = await Visitor.ComeAsync(chromium, portal);

        Assert.Equal(status, await visitor.GoAsync(address));

        Assert.Empty(await PageCheck.OwesAsync(visitor));
        Assert.Empty(visitor.Troubles);
    }
}

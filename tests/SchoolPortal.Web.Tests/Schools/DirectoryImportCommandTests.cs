using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Testing;
using SchoolPortal.Web.Hosting;

using Xunit;

namespace SchoolPortal.Web.Tests.Schools;

public sealed class DirectoryImportCommandTests : IAsyncDisposable
{
    private static readonly DateOnly NextDay = new(2021, 10, 1);

    private readonly PortalHost portal = new();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Without_apply_a_directory_is_a_proposal_and_with_apply_it_is_in_force()
    {
        Assert.Equal(0, await RunAsync(PathOf(DirectoryFiles.Of2021October)));
        Assert.Equal(0, await InForceAsync());

        Assert.Equal(0, await RunAsync(PathOf(DirectoryFiles.Of2021October), "--apply"));
        Assert.True(await InForceAsync() > 2000);
    }

    [Fact]
    public async Task The_same_directory_again_is_no_failure()
    {
        Assert.Equal(0, await RunAsync(PathOf(DirectoryFiles.Of2021), "--apply"));
        Assert.Equal(1, await portal.WithDbAsync(db => db.DirectoryImports.CountAsync()));
    }

    [Fact]
    public async Task A_refusal_and_a_misuse_have_codes_of_their_own_and_change_nothing()
    {
        Assert.Equal(1, await RunAsync(typeof(DirectoryImportCommandTests).Assembly.Location, "--apply"));
        Assert.Equal(1, await RunAsync("there-is-no-such-file.csv"));
        Assert.Equal(2, await RunAsync());
        Assert.Equal(2, await RunAsync("one.csv", "two.csv"));
        Assert.Equal(1, await portal.WithDbAsync(db => db.DirectoryImports.CountAsync()));
    }

    private Task<int> InForceAsync() => portal.WithDbAsync(db => db.Schools.CountAsync(school => school.FactsAsAt == NextDay));

    private async Task<int> RunAsync(params string[] words)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await ImportDirectoryCommand.RunAsync(scope.ServiceProvider, words);
    }

    private static string PathOf(string vintage) => Path.Combine(AppContext.BaseDirectory, "Files", "schools", vintage);
}

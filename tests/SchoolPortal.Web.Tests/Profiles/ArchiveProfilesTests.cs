using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Profiles;

using Xunit;

namespace SchoolPortal.Web.Tests.Profiles;

public sealed class ArchiveProfilesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Years_that_are_over_are_archived_once_and_this_year_is_left()
    {
        var at = await ProfileCase.NewAsync(portal);
        await at.LastYearAsync();
        using var principal = await at.AsAsync(Role.Principal);
        await at.OpenAsync(principal);

        await ArchiveAsync();
        await ArchiveAsync();

        var states = await portal.WithDbAsync(db => db.Profiles.Where(p => p.SchoolId == at.School.Id).OrderBy(p => p.Year).Select(p => p.State).ToListAsync());
        Assert.Equal([ProfileState.Archived, ProfileState.NotStarted], states);
        Assert.Single(await at.HistoryAsync(), e => e.What == "Archived the profile of a year that is over");
        var old = await principal.GetAsync(ProfileLinks.Section(at.Number, ProfileCase.Year - 1, "about"));
        Assert.Null(old.Document.QuerySelector("main form"));
    }

    private async Task ArchiveAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ArchiveProfiles>().HandleAsync(CancellationToken.None);
    }
}

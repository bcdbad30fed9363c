using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Pages.Profiles;
using SchoolPortal.Web.Tests.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Jobs;

/// <summary>The profiles of one year of many schools in one zip.</summary>
public sealed class ProfileFilesJobTests
{
    private const string SmallCount = "\"students\":\"3\"";

    [Fact]
    public async Task The_zip_of_a_year_holds_what_each_reader_may_read_but_nothing_restricted_and_refuses_schools_without()
    {
        await using var stage = new JobStage();
        var schools = await stage.SchoolsAsync(3);
        await PlaceAsync(stage, schools);
        await ProfileAsync(stage, schools[0], 2026);
        await ProfileAsync(stage, schools[1], 2026);
        await ProfileAsync(stage, schools[2], 2025);
        var area = await stage.Portal.WithDbAsync(db => db.Schools.Where(s => s.Id == schools[0].Id).Select(s => s.AreaId!.Value).SingleAsync());
        using var supervisor = await stage.Portal.SignInAsync(await stage.Portal.PersonAsync(Role.AreaSupervisor, area));

        var files = await FilesAsync(stage, supervisor, "2026", schools);

        Assert.Equal(schools.Take(2).Select(s => $"school-profile-{s.Number}-2026-2026-11-24.docx").Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        Assert.All(files.Values, file =>
        {
            var words = WordTexts.Of(file);
            Assert.Contains("Left out: 6 Safety climate; 10 Site and security; 11 Emergency readiness", words, StringComparison.Ordinal);
            Assert.DoesNotContain(">site.gates<", words, StringComparison.Ordinal);
            Assert.Contains(SmallCounts.Hidden, words, StringComparison.Ordinal);
        });
        var job = await stage.Portal.WithDbAsync(db => db.Jobs.AsNoTracking().SingleAsync());
        Assert.Equal("2026", job.Edition);
        Assert.Equal("This school has no 2026 profile.", (await stage.ItemsAsync(job.Id)).Single(i => i.State == JobItemState.Refused).Sentence);
        Assert.Contains("Make Word files of profiles, 2026", (await supervisor.GetAsync(JobLinks.Job(job.Id))).Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_the_one_that_the_single_download_gives_to_who_reads_no_restricted_parts()
    {
        await using var stage = new JobStage();
        var schools = await stage.SchoolsAsync(1);
        await ProfileAsync(stage, schools[0], 2026);
        using var member = await stage.Portal.SignInAsync(await stage.Portal.PersonAsync(Role.PresidingMember, schools[0].Id));
        using var principal = await stage.Portal.SignInAsync(await stage.Portal.PersonAsync(Role.Principal, schools[0].Id));
        var single = await member.Client.GetByteArrayAsync(new Uri(ProfileLinks.Word(schools[0].Number, 2026), UriKind.Relative));

        foreach (var browser in new[] { member, principal })
        {
            Assert.Equal(single, Assert.Single(await FilesAsync(stage, browser, "2026", schools)).Value);
        }
    }

    [Theory]
    [InlineData("2019")]
    [InlineData(null)]
    public async Task A_year_that_is_not_in_the_list_is_refused_at_its_field(string? year)
    {
        await using var stage = new JobStage();
        var schools = await stage.SchoolsAsync(1);
        await ProfileAsync(stage, schools[0], 2026);
        using var principal = await stage.Portal.SignInAsync(await stage.Portal.PersonAsync(Role.Principal, schools[0].Id));

        var refused = await JobStage.AskAsync(principal, JobKind.ProfileFiles, JobStage.Ticked(schools.Select(s => s.Number)), year);

        Assert.Equal("Which year’s profiles? Choose one of the list", Assert.Single(refused.Errors));
        Assert.False(await stage.Portal.WithDbAsync(db => db.Jobs.AnyAsync()));
    }

    private static async Task<Dictionary<string, byte[]>> FilesAsync(JobStage stage, PageBrowser browser, string year, IEnumerable<School> schools)
    {
        var asked = await JobStage.AskAsync(browser, JobKind.ProfileFiles, JobStage.Ticked(schools.Select(s => s.Number)), year);
        var id = Guid.Parse(asked.Path.Split('/')[^1]);
        await stage.WorkAsync();
        return await JobStage.FilesAsync(browser, id);
    }

    /// <summary>All in one area, so that one supervisor sees them.</summary>
    private static Task PlaceAsync(JobStage stage, List<School> schools) => stage.Portal.WithDbAsync(async db =>
    {
        var ids = schools.ConvertAll(s => s.Id);
        var area = await db.Areas.FirstAsync();
        foreach (var school in await db.Schools.Where(s => ids.Contains(s.Id)).ToListAsync())
        {
            school.SettlePlace(area, null, null);
        }

        await db.SaveAsync(new Change(Actor.Portal, stage.Portal.Clock.UtcNow(), "Settled places"), CancellationToken.None);
    });

    private static Task ProfileAsync(JobStage stage, School school, int year) => stage.Portal.WithDbAsync(async db =>
    {
        var form = FormDefinitions.SchoolProfile;
        var change = new Change(Actor.Portal, stage.Portal.Clock.UtcNow(), "Opened a year");
        var answers = form.Sections.Aggregate(Answers.None, (all, section) => all.With(SampleAnswers.Of(section, [new ContactChoice("1", "Aroha Ngata", "Principal")])));
        db.Profiles.Add(new Profile(school.Id, year, form, answers.With("programmes.taught", AnswersJson.Read($$"""{"programmes.taught":[{"programme":"kos",{{SmallCount}}}]}""")["programmes.taught"]), new DateOnly(year, 3, 31), change));
        await db.SaveAsync(change, CancellationToken.None);
    });
}

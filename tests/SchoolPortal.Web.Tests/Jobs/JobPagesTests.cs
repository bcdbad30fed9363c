using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Jobs;

using Xunit;

namespace SchoolPortal.Web.Tests.Jobs;

/// <summary>The choice of schools in the list, the start of a job, its page and its end, for whom and for whom not.</summary>
public sealed class JobPagesTests
{
    [Fact]
    public async Task Schools_ticked_in_the_list_are_those_the_job_is_about()
    {
        await using var stage = new JobStage();
        using var national = await stage.NationalAsync();
        var list = await national.GetAsync("/schools?q=college");
        var ticked = list.Document.QuerySelectorAll("input[name=school]").Take(3).Select(box => box.GetAttribute("value")!).ToList();

        var start = await national.SubmitAsync(list, "Work on the ticked schools", ticked.Select(number => new KeyValuePair<string, string?>("school", number)));

        Assert.Equal("Work on several schools", start.Heading);
        Assert.Contains("3 schools ticked", start.Text, StringComparison.Ordinal);
        Assert.All(ticked, number => Assert.Contains($" {number} ", $"{start.Text} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_schools_that_match_the_filter_are_chosen_by_one_link()
    {
        await using var stage = new JobStage();
        using var national = await stage.NationalAsync();
        var list = await national.GetAsync("/schools?q=college&show=no-lead&p=2");
        var total = list.Document.QuerySelector(".portal-count")!.TextContent.Trim();

        var start = await national.GetAsync(list.Document.QuerySelector("a[href*='all=yes']")!.GetAttribute("href")!);

        Assert.Contains($"All {total} that match: “college”, No Lead Police Contact", start.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_with_one_school_is_offered_no_choice_of_several()
    {
        await using var stage = new JobStage();
        var school = (await stage.SchoolsAsync(1))[0];
        using var principal = await stage.Portal.SignInAsync(await stage.Portal.PersonAsync(Role.Principal, school.Id));

        var list = await principal.GetAsync("/schools");

        Assert.Empty(list.Document.QuerySelectorAll("input[name=school], a[href^='/jobs']"));
    }

    [Fact]
    public async Task A_job_is_not_begun_without_saying_what_to_do()
    {
        await using var stage = new JobStage();
        using var national = await stage.NationalAsync();

        var again = await JobStage.AskAsync(national, kind: null, JobStage.Colleges);

        Assert.Equal(["Choose what to do with these schools"], again.Errors);
        Assert.Contains("that match: “college”", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_may_do_at_any_of_the_schools_is_neither_offered_nor_begun()
    {
        await using var stage = new JobStage();
        using var national = await stage.NationalAsync();
        var page = await national.GetAsync($"{JobLinks.Start}?{JobStage.Colleges}");
        Assert.Equal([nameof(JobKind.HandoverFiles), nameof(JobKind.NudgeSchools), nameof(JobKind.AgreementFiles)], page.Document.QuerySelectorAll("input[type=radio]").Select(r => r.GetAttribute("value")));

        var refused = await JobStage.AskAsync(national, JobKind.RenewAgreements, JobStage.Colleges);

        Assert.Equal(["You may do this at none of the schools chosen"], refused.Errors);
        Assert.False(await stage.Portal.WithDbAsync(db => db.Jobs.AnyAsync()));
    }

    [Fact]
    public async Task A_second_job_waits_for_the_first()
    {
        await using var stage = new JobStage();
        using var national = await stage.NationalAsync();
        await JobStage.BeginAsync(national, JobKind.AgreementFiles, JobStage.Colleges);

        var refused = await JobStage.AskAsync(national, JobKind.AgreementFiles, JobStage.Colleges);

        Assert.Equal(["You have a job under way already. Wait until it is done, or cancel it."], refused.Errors);
    }

    [Fact]
    public async Task A_job_is_seen_cancelled_and_downloaded_by_the_person_who_asked_for_it_alone()
    {
        await using var stage = new JobStage();
        using var national = await stage.NationalAsync();
        using var other = await stage.NationalAsync();
        var id = await JobStage.BeginAsync(national, JobKind.AgreementFiles, JobStage.Colleges);
        var page = await national.GetAsync(JobLinks.Job(id));
        var theirs = (await other.GetAsync(JobLinks.Mine)).Document.QuerySelector("form")!;
        await stage.WorkAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(JobLinks.Job(id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(JobLinks.Zip(id))).Status);
        using var token = new FormUrlEncodedContent([new("__RequestVerificationToken", theirs.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var cancelled = await other.Client.PostAsync(new Uri($"{JobLinks.Job(id)}?handler=Cancel", UriKind.Relative), token);
        Assert.Equal(HttpStatusCode.NotFound, cancelled.StatusCode);
        Assert.Contains("You have asked for none", (await other.GetAsync(JobLinks.Mine)).Text, StringComparison.Ordinal);

        Assert.Contains("to do", page.Text, StringComparison.Ordinal);
        Assert.Contains("Make Word files of agreements", (await national.GetAsync(JobLinks.Mine)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_job_goes_on_its_page_comes_again_by_itself_and_not_after()
    {
        await using var stage = new JobStage();
        using var national = await stage.NationalAsync();
        var id = await JobStage.BeginAsync(national, JobKind.AgreementFiles, JobStage.Colleges);

        var before = await national.GetAsync(JobLinks.Job(id));
        await stage.WorkAsync();
        var after = await national.GetAsync(JobLinks.Job(id));

        Assert.Contains("http-equiv=\"refresh\"", before.Document.Head!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", after.Document.Head!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal("0", before.Document.QuerySelector("progress")!.GetAttribute("value"));
        Assert.NotNull(after.Document.QuerySelector($"a[href='{JobLinks.Zip(id)}']"));
    }

    [Fact]
    public async Task Cancelling_stops_it_at_the_next_round_and_leaves_no_file()
    {
        await using var stage = new JobStage();
        using var national = await stage.NationalAsync();
        var id = await JobStage.BeginAsync(national, JobKind.AgreementFiles, JobStage.Colleges);
        var rounds = 0;
        stage.BeforeFiles = async () =>
        {
            if (++rounds == 2)
            {
                var said = await national.SubmitAsync(await national.GetAsync(JobLinks.Job(id)), "Cancel the job");
                Assert.Contains("The job is cancelled", said.Done, StringComparison.Ordinal);
            }
        };

        await stage.WorkAsync();

        var page = await national.GetAsync(JobLinks.Job(id));
        Assert.Equal(2, rounds);
        Assert.Equal(JobState.Cancelled, (await stage.JobAsync(id)).State);
        Assert.Contains($"{DoSchools.FilesAtOnce} done", page.Text, StringComparison.Ordinal);
        Assert.Contains("not done", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await national.GetAsync(JobLinks.Zip(id))).Status);
        Assert.False(await stage.WorkAsync());
    }
}

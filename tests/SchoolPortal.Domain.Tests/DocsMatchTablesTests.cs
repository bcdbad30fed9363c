using System.Text;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using Xunit;

namespace SchoolPortal.Domain.Tests;

/// <summary>
/// Pages in <c>docs/</c> that are made from tables in the code. With <c>SCHOOLPORTAL_WRITE_DOCS=1</c> in the environment the
/// test writes them; without, it compares.
/// </summary>
public sealed class DocsMatchTablesTests
{
    [Fact]
    public Task The_page_on_agreements_shows_the_lifecycle_table() =>
        MatchAsync("agreement-lifecycle.md", PageOf("The life of a Partnership Agreement", "AgreementLifecycle", AgreementLifecycle.Table, AgreementState.Draft));

    [Fact]
    public Task The_page_on_profiles_shows_the_lifecycle_table() =>
        MatchAsync("profile-lifecycle.md", PageOf("The life of a School Profile", "ProfileLifecycle", ProfileLifecycle.Table, ProfileState.NotStarted));

    [Fact]
    public Task The_page_on_jobs_shows_the_lifecycle_table() =>
        MatchAsync("job-lifecycle.md", PageOf("The life of a job", "JobLifecycle", JobLifecycle.Table, JobState.Waiting));

    [Fact]
    public Task The_page_on_notices_shows_the_lifecycle_table() =>
        MatchAsync("notice-lifecycle.md", PageOf("The life of a notice", "NoticeLifecycle", NoticeLifecycle.Table, NoticeState.Waiting));

    [Fact]
    public Task The_page_on_invitations_shows_the_lifecycle_table() =>
        MatchAsync("invitation-lifecycle.md", PageOf("The life of an invitation", "InvitationLifecycle", InvitationLifecycle.Table, InvitationState.Proposed));

    [Fact]
    public Task The_page_on_permissions_shows_the_permission_table() => MatchAsync("permissions.md", PermissionsPage());

    private static async Task MatchAsync(string name, string made)
    {
        var file = Path.Combine(Root(), "docs", name);
        if (Environment.GetEnvironmentVariable("SCHOOLPORTAL_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(file, made, TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(file), $"docs/{name} is missing: run this test with SCHOOLPORTAL_WRITE_DOCS=1.");
        var kept = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(made, kept.ReplaceLineEndings("\n"));
    }

    private static string PageOf<TState, TStep>(string title, string table, Lifecycle<TState, TStep> lifecycle, TState first)
        where TState : struct, Enum
        where TStep : struct, Enum
    {
        var page = new StringBuilder();
        Line(page, $"# {title}");
        Line(page, "");
        Line(page, $"Made from `{table}.Table`, which the entity, the pages and the tests use too (`DocsMatchTablesTests`); change the table, not this page.");
        Line(page, "");
        Line(page, "```mermaid");
        Line(page, "stateDiagram-v2");
        Line(page, $"    [*] --> {first}");
        foreach (var row in lifecycle.Rows)
        {
            foreach (var from in row.From)
            {
                Line(page, $"    {from} --> {row.To}: {row.Label}");
            }
        }

        Line(page, "```");
        Line(page, "");
        Line(page, "| Step | From | To | Who | What must be true | Reason |");
        Line(page, "|---|---|---|---|---|---|");
        foreach (var row in lifecycle.Rows)
        {
            var from = string.Join(", ", row.From.Select(state => Words.Of(state)));
            var who = row.Who.Count == 0 ? "the portal itself" : string.Join(", ", row.Who.Select(role => Words.Of(role)));
            Line(page, $"| {row.Label} | {from} | {Words.Of(row.To)} | {who} | {row.MustBeTrue} | {(row.NeedsReason ? "asked for" : "")} |");
        }

        return page.ToString();
    }

    private static string PermissionsPage()
    {
        var page = new StringBuilder();
        Line(page, "# Who may do what");
        Line(page, "");
        Line(page, "Made from `Permissions`, which every page and query asks (`DocsMatchTablesTests`); change the table, not this page.");
        Line(page, "A role counts where it is held: at a school, in an area, in a district, or in the whole country. Steps of agreements and");
        Line(page, "profiles are not here: [agreement](agreement-lifecycle.md) and [profile](profile-lifecycle.md) say who may take them.");
        Line(page, "");
        Line(page, $"| Role | Held for one | {string.Join(" | ", Enum.GetValues<Operation>().Select(o => Words.Capital(o)))} |");
        Line(page, $"|---|---|{string.Concat(Enum.GetValues<Operation>().Select(_ => ":-:|"))}");
        foreach (var role in Roles.All)
        {
            var cells = Enum.GetValues<Operation>().Select(o => Permissions.RolesFor(o).Contains(role) ? "yes" : "");
            Line(page, $"| {Words.Capital(role)} | {Words.Of(Grant.ScopeOf(role))} | {string.Join(" | ", cells)} |");
        }

        return page.ToString();
    }

    private static void Line(StringBuilder page, string text) => page.Append(text).Append('\n');

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SchoolPortal.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("SchoolPortal.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }
}

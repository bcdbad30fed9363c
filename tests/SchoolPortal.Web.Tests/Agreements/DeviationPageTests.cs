using System.Net;

using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Schools;

using Xunit;

namespace SchoolPortal.Web.Tests.Agreements;

public sealed class DeviationPageTests
{
    private const string Reason = "Input[on-site.arrival].Reason";

    [Fact]
    public async Task What_is_not_standard_is_listed_with_its_reason_and_approved_by_the_area_supervisors_signature()
    {
        await using var stage = await DeviatingAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);

        var saved = await officer.SubmitAsync(await OpenAsync(stage, officer), "Save the reasons", new() { [Reason] = "The office has moved" });
        await stage.AgreeAsync(1);
        var supervisor = await stage.AsAsync(Role.AreaSupervisor);
        var signing = await supervisor.GetAsync(AgreementLinks.Sign(stage.Number, 1));
        await stage.SignByAllAsync(1);
        var signed = await OpenAsync(stage, await stage.AsAsync(Role.Principal));

        Assert.Contains("The reasons are saved", saved.Text, StringComparison.Ordinal);
        Assert.Contains("The office has moved", saved.Text, StringComparison.Ordinal);
        Assert.Contains(signing.Document.QuerySelectorAll("a"), link => link.GetAttribute("href") == AgreementLinks.Deviations(stage.Number, 1));
        Assert.Contains("Approved by Name of the area supervisor", signed.Text, StringComparison.Ordinal);
        Assert.Contains("The office has moved", signed.Text, StringComparison.Ordinal);
        Assert.Empty(signed.Document.QuerySelectorAll("main textarea"));
    }

    [Fact]
    public async Task What_two_people_typed_at_once_is_shown_side_by_side()
    {
        await using var stage = await DeviatingAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var principal = await stage.AsAsync(Role.Principal);
        var (one, other) = (await OpenAsync(stage, officer), await OpenAsync(stage, principal));

        await officer.SubmitAsync(one, "Save the reasons", new() { [Reason] = "Theirs" });
        var refused = await principal.SubmitAsync(other, "Save the reasons", new() { [Reason] = "Mine" });
        var decided = await principal.SubmitAsync(refused, "Save the reasons", new() { [Reason] = "Mine" });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("Mine", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Contains("Theirs", refused.Text, StringComparison.Ordinal);
        Assert.Contains("The reasons are saved", decided.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_refused_and_stays_in_its_box()
    {
        await using var stage = await DeviatingAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var typed = new string('a', DeviationReason.Longest + 1);

        var refused = await officer.SubmitAsync(await OpenAsync(stage, officer), "Save the reasons", new() { [Reason] = typed });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Use 500 characters or fewer for the reason", refused.Errors);
        Assert.Equal(typed, refused.Document.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Theory]
    [InlineData(Role.SchoolViewer)]
    [InlineData(Role.AreaSupervisor)]
    public async Task Who_may_not_change_the_draft_reads_the_reasons_and_gives_none(Role role)
    {
        await using var stage = await DeviatingAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var form = await OpenAsync(stage, officer);
        await officer.SubmitAsync(form, "Save the reasons", new() { [Reason] = "The office has moved" });
        var reader = await stage.AsAsync(role);

        var page = await OpenAsync(stage, reader);

        Assert.Contains("The office has moved", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main textarea, main button"));
    }

    [Theory]
    [InlineData(Role.Principal, true)]
    [InlineData(Role.Administrator, false)]
    public async Task History_tells_a_reason_with_its_question_to_those_who_may_read_agreements(Role role, bool told)
    {
        await using var stage = await DeviatingAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        await officer.SubmitAsync(await OpenAsync(stage, officer), "Save the reasons", new() { [Reason] = "The office has moved" });

        var history = await (await stage.AsAsync(role)).GetAsync(SchoolLinks.History(stage.Number));

        Assert.Contains("“Where do officers arrive and sign in?”, agreement version 1", history.Text, StringComparison.Ordinal);
        Assert.Equal(told, history.Text.Contains("The office has moved", StringComparison.Ordinal));
    }

    /// <summary>A draft whose officers arrive somewhere else than at the school office.</summary>
    private static async Task<AgreementStage> DeviatingAsync()
    {
        var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var section = await officer.GetAsync(AgreementLinks.Section(stage.Number, 1, "on-site"));
        await officer.SubmitAsync(section, "Save and continue", new() { ["on-site.arrival"] = "Main school office" });
        return stage;
    }

    private static Task<Page> OpenAsync(AgreementStage stage, PageBrowser browser) => browser.GetAsync(AgreementLinks.Deviations(stage.Number, 1));
}

using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Agreements;

public sealed class AgreementSectionTests
{
    private const string Save = "Save and come back later";

    [Theory]
    [InlineData("mine", "What the officer wrote")]
    [InlineData("theirs", "What the school wrote")]
    public async Task Of_two_people_saving_one_section_the_second_sees_both_texts_and_chooses(string kept, string expected)
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var address = AgreementLinks.Section(stage.Number, 1, "purpose");
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var school = await stage.AsAsync(Role.LeadSchoolContact);
        var opened = await officer.GetAsync(address);
        await school.SubmitAsync(await school.GetAsync(address), Save, new Dictionary<string, string?> { ["purpose.local"] = "What the school wrote" });

        var conflict = await officer.SubmitAsync(opened, Save, new Dictionary<string, string?> { ["purpose.local"] = "What the officer wrote" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("What the school wrote", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("What the officer wrote", conflict.Text, StringComparison.Ordinal);
        Assert.Equal("What the school wrote", await AnswerAsync(stage, "purpose", "purpose.local"));

        var unchosen = await officer.SubmitAsync(conflict, "Save what you chose");
        Assert.Equal(HttpStatusCode.BadRequest, unchosen.Status);
        Assert.Contains("What the officer wrote", unchosen.Text, StringComparison.Ordinal);

        var settled = await officer.SubmitAsync(unchosen, "Save what you chose", new Dictionary<string, string?> { ["keep.purpose.local"] = kept });
        Assert.Equal(HttpStatusCode.OK, settled.Status);
        Assert.Equal(expected, await AnswerAsync(stage, "purpose", "purpose.local"));
        Assert.Equal("As we agreed when we met", await AnswerAsync(stage, "purpose", "purpose.tiriti"));
    }

    [Fact]
    public async Task Saving_the_same_twice_is_one_save()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var opened = await officer.GetAsync(AgreementLinks.Section(stage.Number, 1, "purpose"));
        var typed = new Dictionary<string, string?> { ["purpose.local"] = "Pressed twice" };

        Assert.Equal(HttpStatusCode.OK, (await officer.SubmitAsync(opened, Save, typed)).Status);
        Assert.Equal(HttpStatusCode.OK, (await officer.SubmitAsync(opened, Save, typed)).Status);

        var saves = await stage.Portal.WithDbAsync(db => db.AuditEvents.CountAsync(e => e.Changes!.Contains("Pressed twice")));
        Assert.Equal(1, saves);
    }

    [Fact]
    public async Task A_date_that_is_none_comes_back_as_it_was_typed_and_nothing_is_saved()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var opened = await officer.GetAsync(AgreementLinks.Section(stage.Number, 1, "term"));

        var refused = await officer.SubmitAsync(opened, Save, new Dictionary<string, string?> { ["term.start"] = "31 February", ["term.local"] = "Kept" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Single(refused.Errors);
        Assert.Equal("31 February", refused.Document.QuerySelector("[name='term.start']")!.GetAttribute("value"));
        Assert.Equal("Kept", refused.Document.QuerySelector("[name='term.local']")!.TextContent.Trim());
        Assert.Null(await AnswerAsync(stage, "term", "term.local"));
    }

    [Fact]
    public async Task What_a_form_does_not_ask_is_not_taken_from_it()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var opened = await officer.GetAsync(AgreementLinks.Section(stage.Number, 1, "purpose"));

        await officer.SubmitAsync(opened, Save, new Dictionary<string, string?>
        {
            ["purpose.local"] = "Asked for",
            ["costs.local"] = "Not asked here",
            ["parties.school"] = "Another name",
            ["State"] = "Active",
            ["Number"] = "7",
            ["SchoolId"] = Guid.NewGuid().ToString(),
            ["SavedBy"] = "Somebody else",
        });

        var agreement = await stage.AgreementAsync();
        Assert.Equal(AgreementState.Draft, agreement.State);
        Assert.Equal("Asked for", agreement.Answers()["purpose.local"]?.Text);
        Assert.Null(agreement.Answers()["costs.local"]);
        Assert.Null(agreement.Answers()["parties.school"]);
        Assert.Equal("Senior Constable, Ōtāhuhu", agreement.Sections.Single(s => s.Key == "purpose").SavedBy);
    }

    [Fact]
    public async Task Typing_is_kept_when_the_draft_was_sent_meanwhile()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var school = await stage.AsAsync(Role.LeadSchoolContact);
        var opened = await school.GetAsync(AgreementLinks.Section(stage.Number, 1, "purpose"));
        await stage.TakeAsync(Role.LeadPoliceContact, AgreementStep.SendToSchool);

        var late = await school.SubmitAsync(opened, Save, new Dictionary<string, string?> { ["purpose.local"] = "Typed too late" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("with the school", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Equal("Typed too late", late.Document.QuerySelector("[name='purpose.local']")!.TextContent.Trim());
        Assert.Null(await AnswerAsync(stage, "purpose", "purpose.local"));
    }

    [Fact]
    public async Task More_rows_are_drawn_with_what_was_typed_and_saved_by_nobody()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var opened = await officer.GetAsync(AgreementLinks.Section(stage.Number, 1, "emergencies"));
        var more = await officer.SubmitAsync(
            opened, "Add rows to Who calls whom in a lockdown or when sheltering?", new Dictionary<string, string?> { ["emergencies.nearby"] = "Typed before" });

        Assert.Equal("Typed before", more.Document.QuerySelector("[name='emergencies.nearby']")!.TextContent.Trim());
        Assert.True(Rows(more) > Rows(opened), $"{Rows(opened)} rows, then {Rows(more)}");
        Assert.Null(await AnswerAsync(stage, "emergencies", "emergencies.nearby"));
    }

    private static int Rows(Testing.Page page) => page.Document.QuerySelectorAll("[name^='emergencies.tree.'][name$='.caller']").Length;

    private static async Task<string?> AnswerAsync(AgreementStage stage, string section, string field) =>
        (await stage.AgreementAsync()).Sections.Single(s => s.Key == section).Answers()[field]?.Text;
}

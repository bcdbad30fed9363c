using System.Net;

using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Agreements;

public sealed class CompareAgreementsTests
{
    [Fact]
    public async Task A_text_is_compared_with_the_standard_text_and_with_an_earlier_one_question_by_question_and_word_by_word()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        await stage.TakeAsync(Role.LeadPoliceContact, AgreementStep.Vary, reason: "The office has moved");
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var section = await officer.GetAsync(AgreementLinks.Section(stage.Number, 2, "on-site"));
        await officer.SubmitAsync(section, "Save and continue", new() { ["on-site.arrival"] = "Main school office" });

        var overview = await officer.GetAsync(AgreementLinks.Overview(stage.Number));
        Assert.Contains(overview.Document.QuerySelectorAll("a"), link => link.GetAttribute("href") == AgreementLinks.Compare(stage.Number));
        var earlier = await officer.GetAsync(AgreementLinks.Compare(stage.Number));
        var standard = await officer.GetAsync($"{AgreementLinks.Compare(stage.Number)}?from=standard&to=2");
        var same = await officer.GetAsync($"{AgreementLinks.Compare(stage.Number)}?from=2&to=2");

        foreach (var page in new[] { earlier, standard })
        {
            var row = page.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("Where do officers arrive", StringComparison.Ordinal));
            Assert.Equal("School", row.QuerySelector("del")!.TextContent);
            Assert.Equal("Main school", row.QuerySelector("ins")!.TextContent);
        }

        Assert.Contains("no difference", same.Text, StringComparison.Ordinal);
        foreach (var (from, to) in new[] { ("1", 2), ("standard", 2) })
        {
            var file = await officer.Client.GetAsync(new Uri(AgreementLinks.ComparedWord(stage.Number, from, to), UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Contains("<w:ins ", WordTexts.Of(await file.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("?from=1&to=9")]
    [InlineData("?from=9&to=1")]
    [InlineData("?from=everything&to=1")]
    [InlineData(".docx?from=everything&to=1")]
    public async Task What_is_not_there_is_not_found(string asked)
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);

        var answer = await officer.Client.GetAsync(new Uri(AgreementLinks.Compare(stage.Number) + asked, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Restricted_parts_are_compared_for_those_who_may_read_them_alone()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();

        Assert.Contains("emergencies.tree", await ComparedByAsync(Role.Principal), StringComparison.Ordinal);
        Assert.DoesNotContain("emergencies.tree", await ComparedByAsync(Role.SchoolViewer), StringComparison.Ordinal);

        async Task<string> ComparedByAsync(Role role)
        {
            var reader = await stage.AsAsync(role);
            var file = await reader.Client.GetAsync(new Uri(AgreementLinks.ComparedWord(stage.Number, "standard", 1), UriKind.Relative));
            return WordTexts.Of(await file.Content.ReadAsByteArrayAsync());
        }
    }
}

using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Assignments.Gaps;
using SchoolPortal.Web.Pages.Visits;

using Xunit;

namespace SchoolPortal.Web.Tests.Visits;

/// <summary>An officer enters a visit, the school reads it, coverage knows it.</summary>
public sealed class VisitPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const int Number = 1409;

    [Fact]
    public async Task A_visit_is_entered_in_one_form_read_by_the_school_corrected_by_its_writer_and_told_by_coverage()
    {
        var school = await PlacedAsync();
        using var officer = await portal.SignInAsync(await portal.PersonAsync(Role.SpecialistOfficer, school.AreaId));
        using var principal = await portal.SignInAsync(await portal.PersonAsync(Role.Principal, school.Id));
        using var national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var never = await CountAsync(national, CoverageGaps.NeverVisited, null);

        // Today, me and a purpose stand there already.
        var form = await officer.GetAsync(VisitLinks.List(Number));
        var done = await officer.SubmitAsync(form, "Enter the visit", new() { ["Input.Notes"] = "Talked about the crossing.", ["Input.Met"] = nameof(ContactPosition.Principal) });
        Assert.Contains($"The visit on {NewZealandTime.Show(portal.Today)} is entered", done.Done, StringComparison.Ordinal);
        var read = await principal.GetAsync(VisitLinks.List(Number));
        Assert.Contains("Talked about the crossing.", read.Text, StringComparison.Ordinal);
        Assert.Contains("Relationship, 30 minutes", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Enter a visit", read.Text, StringComparison.Ordinal);
        Assert.Equal(never - 1, await CountAsync(national, CoverageGaps.NeverVisited, null));
        Assert.Equal(never, await CountAsync(national, CoverageGaps.NeverVisited, portal.Today.AddDays(-1)));

        // Corrected to a day two terms ago, with a reason.
        var visit = await portal.WithDbAsync(db => db.Visits.Where(v => v.SchoolId == school.Id).Select(v => v.Id).SingleAsync());
        var correct = await officer.GetAsync(VisitLinks.Correct(Number, visit));
        Assert.Equal("Enter why you correct it", (await officer.SubmitAsync(correct, "Correct the visit", [])).Errors.Single());
        var longAgo = portal.Today.AddDays(-200);
        await officer.SubmitAsync(correct, "Correct the visit", new() { ["Input.On"] = NewZealandTime.Show(longAgo), ["Input.Why"] = "Wrong day" });
        Assert.Equal(1, await CountAsync(national, CoverageGaps.NotVisitedForTerm, null));
        Assert.Equal("Wrong day", await portal.WithDbAsync(db => db.AuditEvents.Where(e => e.SubjectId == visit).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => e.Why).FirstAsync()));

        // Nobody else corrects it; taken back it counts no more.
        using var colleague = await portal.SignInAsync(await portal.PersonAsync(Role.AreaSupervisor, school.AreaId));
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.GetAsync(VisitLinks.Correct(Number, visit))).Status);
        await officer.SubmitAsync(await officer.GetAsync(VisitLinks.Correct(Number, visit)), "Correct the visit", new() { ["Input.TakesBack"] = "true", ["Input.Why"] = "Another school" });
        Assert.Contains("No visit is recorded", (await principal.GetAsync(VisitLinks.List(Number))).Text, StringComparison.Ordinal);
        Assert.Equal(never, await CountAsync(national, CoverageGaps.NeverVisited, null));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(VisitLinks.Correct(Number, visit))).Status);
    }

    [Theory]
    [InlineData("Input.On", "in a week", "Enter a date such as")]
    [InlineData("Input.On", "30 November 2026", "Enter a day up to tomorrow")]
    [InlineData("Input.Minutes", "an hour", "Enter the minutes as a number")]
    [InlineData("Input.Minutes", "2", "Enter how long it took: 5 to 480 minutes")]
    [InlineData("Input.Officers", "", "Enter who came")]
    [InlineData("Input.Met", "Somebody", "Choose positions from the list")]
    public async Task What_cannot_be_is_one_sentence_and_nothing_typed_is_lost(string field, string typed, string sentence)
    {
        var school = await PlacedAsync();
        using var officer = await portal.SignInAsync(await portal.PersonAsync(Role.AreaSupervisor, school.AreaId));
        var form = await officer.GetAsync(VisitLinks.List(Number));
        var page = await officer.SubmitAsync(form, "Enter the visit", new() { ["Input.Notes"] = "Kept.", [field] = typed });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith(sentence, page.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Kept.", page.Text, StringComparison.Ordinal);
    }

    private async Task<School> PlacedAsync()
    {
        await portal.WithDbAsync(async db =>
        {
            var settled = await db.Schools.SingleAsync(s => s.Number == Number);
            settled.SettlePlace(await db.Areas.OrderBy(a => a.Name).FirstAsync(a => a.DistrictId == settled.DistrictId), null, null);
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Settled"), CancellationToken.None);
        });
        return await portal.SchoolAsync(Number);
    }

    private static async Task<int> CountAsync(PageBrowser browser, CoverageGaps gap, DateOnly? day)
    {
        var page = await browser.GetAsync($"{GapLinks.Page}?{GapsAsked.GapKey}={gap}{(day is { } then ? $"&asAt={then:yyyy-MM-dd}" : "")}");
        var cells = page.Document.QuerySelectorAll($"td[data-label='{Words.Capital(gap)}']");
        return cells.Sum(cell => int.Parse(cell.TextContent.Trim(), System.Globalization.NumberStyles.AllowThousands, NewZealandTime.Culture));
    }
}

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Notices;

using Xunit;

namespace SchoolPortal.Web.Tests.Notices;

/// <summary>The pages of what the portal told, for those who look after it and for the school it is about.</summary>
public sealed class NoticePagesTests(MailingPortal portal) : IClassFixture<MailingPortal>
{
    [Fact]
    public async Task A_failed_notice_is_found_with_its_reason_tried_again_and_withdrawn()
    {
        var schoolId = (await portal.SchoolAsync(88)).Id;
        var failed = await portal.WriteAsync(schoolId, "office@school.example");
        await portal.WriteAsync(schoolId, "somebody@demo.schoolportal.example", occasion: "another");
        await portal.SendAsync();
        using var browser = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));

        var page = await browser.GetAsync(NoticeLinks.Standing(NoticeState.Failed));
        Assert.Contains("1 notice", page.Text, StringComparison.Ordinal);
        Assert.Contains("sends to nobody but its own invented people", page.Text, StringComparison.Ordinal);

        const string Which = "“The 2026 profile is due” to Principal";
        page = await browser.SubmitAsync(page, $"Try again to send {Which}");
        Assert.Contains("waits again", page.Done, StringComparison.Ordinal);
        Assert.Equal(NoticeState.Waiting, (await portal.NoticeAsync(failed)).State);

        page = await browser.SubmitAsync(await browser.GetAsync(NoticeLinks.Standing(NoticeState.Waiting)), $"Withdraw {Which}");
        Assert.Contains("withdrawn", page.Done, StringComparison.Ordinal);
        Assert.Equal(NoticeState.Withdrawn, (await portal.NoticeAsync(failed)).State);
        Assert.Equal(2, await portal.WithDbAsync(db => db.AuditEvents.CountAsync(e => e.Subject == nameof(Notice) && e.SchoolId == schoolId)));
    }

    [Fact]
    public async Task The_principal_reads_what_was_told_about_the_own_school_alone()
    {
        var schoolId = (await portal.SchoolAsync(1409)).Id;
        await portal.WriteAsync(schoolId, "somebody@demo.schoolportal.example");
        using var browser = await portal.SignInAsync(await portal.PersonAsync(Role.Principal, schoolId));

        var page = await browser.GetAsync(NoticeLinks.OfSchool(1409));
        Assert.Contains("The profile waits.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@demo", page.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync(NoticeLinks.OfSchool(88))).Status);
    }
}

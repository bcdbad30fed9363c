using System.Net;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Profiles;

using Xunit;

namespace SchoolPortal.Web.Tests.Profiles;

/// <summary>A year's profile from opening to confirmation, through its real forms.</summary>
public sealed class ProfileYearTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_year_is_opened_from_last_years_answers_filled_in_submitted_returned_mended_and_confirmed()
    {
        var at = await ProfileCase.NewAsync(portal);
        await at.LastYearAsync();
        using var lead = await at.AsAsync(Role.LeadSchoolContact);
        using var principal = await at.AsAsync(Role.Principal);
        using var police = await at.AsLeadPoliceContactAsync();

        var opened = await at.OpenAsync(lead);
        Assert.Equal(at.Home, opened.Path);
        Assert.Contains("0 of 14 sections are done", opened.Text, StringComparison.Ordinal);
        Assert.All((await at.StoredAsync()).Sections, section => Assert.Equal(SectionState.ToCheck, section.State));
        Assert.Equal(new DateOnly(2026, 3, 31), (await at.StoredAsync()).DueOn);

        // One press for what has not changed, the whole form for what has.
        foreach (var section in ProfileCase.Form.Sections.Where(s => s.Key != "readiness"))
        {
            var form = await lead.GetAsync(at.Section(section.Key));
            Assert.Contains("Filled in from last year. Check each answer.", form.Text, StringComparison.Ordinal);
            await lead.SubmitAsync(form, "Nothing has changed since last year");
        }

        var check = await principal.GetAsync(ProfileLinks.Check(at.Number, ProfileCase.Year));
        var refused = await principal.SubmitAsync(check, "Submit to Police");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Check or complete these sections first: 11 Emergency readiness"], refused.Errors);
        Assert.NotNull(refused.Document.QuerySelector($"main a[href='{at.Section("readiness")}']"));

        await at.FillAsync(lead, "readiness");
        var submitted = await principal.SubmitAsync(await principal.GetAsync(check.Path), "Submit to Police");
        Assert.Equal(at.Home, submitted.Path);
        Assert.Contains("Waiting for the Lead Police Contact:", submitted.Text, StringComparison.Ordinal);

        var back = await police.SubmitAsync(
            await police.GetAsync(ProfileLinks.Return(at.Number, ProfileCase.Year)),
            "Send back",
            new Dictionary<string, string?> { ["Input.Reasons[readiness]"] = "Add the second assembly point we walked on 3 June" });
        Assert.Equal(at.Home, back.Path);
        var mend = await lead.GetAsync(at.Section("readiness"));
        Assert.Contains("“Add the second assembly point we walked on 3 June”", mend.Text, StringComparison.Ordinal);
        await lead.SubmitAsync(mend, "Save and continue", new Dictionary<string, string?> { ["readiness.evacuation"] = "Netball courts, then Sturges Park" });
        await principal.SubmitAsync(await principal.GetAsync(check.Path), "Submit to Police");

        var confirm = await police.GetAsync(ProfileLinks.Confirm(at.Number, ProfileCase.Year));
        Assert.Contains("Netball courts, then Sturges Park", confirm.Text, StringComparison.Ordinal);
        var confirmed = await police.SubmitAsync(confirm, "Confirm");
        Assert.Equal(at.Home, confirmed.Path);
        Assert.Contains("Confirmed by", confirmed.Text, StringComparison.Ordinal);
        var stored = await at.StoredAsync();
        Assert.Equal(ProfileState.Confirmed, stored.State);
        Assert.Equal(14, stored.SectionsDone);

        var history = (await at.HistoryAsync()).Select(e => e.What).ToList();
        string[] told =
        [
            "Opened the 2026 profile", "Saved section 1, About the school, of the 2026 profile", "Submitted the 2026 profile to Police",
            "Sent sections of the 2026 profile back to the school", "Confirmed the 2026 profile",
        ];
        Assert.Equal(told, told.Where(history.Contains));
    }

    [Fact]
    public async Task After_confirmation_a_change_is_shown_as_an_amendment_and_may_leave_no_gap()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        using var police = await at.AsLeadPoliceContactAsync();
        await at.OpenAsync(principal);
        await at.FillAllAsync(principal);
        await principal.SubmitAsync(await principal.GetAsync(ProfileLinks.Check(at.Number, ProfileCase.Year)), "Submit to Police");
        await police.SubmitAsync(await police.GetAsync(ProfileLinks.Confirm(at.Number, ProfileCase.Year)), "Confirm");
        portal.Clock.Advance(TimeSpan.FromMinutes(5));

        var form = await principal.GetAsync(at.Section("police"));
        var gap = await principal.SubmitAsync(form, "Save and continue", new Dictionary<string, string?> { ["police.visits"] = "", ["police.helped"] = "Kept while refused" });
        Assert.Equal(HttpStatusCode.BadRequest, gap.Status);
        Assert.Contains("must leave the section complete", Assert.Single(gap.Errors), StringComparison.Ordinal);
        Assert.Equal("Kept while refused", gap.Document.QuerySelector("textarea[name='police.helped']")!.TextContent.Trim());

        await principal.SubmitAsync(gap, "Save and continue", new Dictionary<string, string?> { ["police.visits"] = "9" });
        var home = await principal.GetAsync(at.Home);
        Assert.Contains("Amended on 24 November 2026", home.Text, StringComparison.Ordinal);
        Assert.Equal(ProfileState.Confirmed, (await at.StoredAsync()).State);
        Assert.Contains(await at.HistoryAsync(), e => e.What == "Amended section 13, Police service, of the 2026 profile");
    }

    [Fact]
    public async Task A_submitted_profile_is_taken_back_and_a_step_from_a_page_gone_stale_is_refused()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        using var police = await at.AsLeadPoliceContactAsync();
        await at.OpenAsync(principal);
        await at.FillAllAsync(principal);
        await principal.SubmitAsync(await principal.GetAsync(ProfileLinks.Check(at.Number, ProfileCase.Year)), "Submit to Police");
        var stale = await police.GetAsync(ProfileLinks.Confirm(at.Number, ProfileCase.Year));

        var taken = await principal.SubmitAsync(await principal.GetAsync(at.Home), "Take it back");
        Assert.Contains("back with the school", taken.Done, StringComparison.Ordinal);
        await at.FillAsync(principal, "police");
        await principal.SubmitAsync(await principal.GetAsync(ProfileLinks.Check(at.Number, ProfileCase.Year)), "Submit to Police");

        var refused = await police.SubmitAsync(stale, "Confirm");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("changed this profile after you opened the page", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(ProfileState.Submitted, (await at.StoredAsync()).State);
    }

    [Fact]
    public async Task Sending_back_without_a_reason_or_with_one_too_long_is_refused_and_keeps_what_was_typed()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var principal = await at.AsAsync(Role.Principal);
        using var police = await at.AsLeadPoliceContactAsync();
        await at.OpenAsync(principal);
        await at.FillAllAsync(principal);
        await principal.SubmitAsync(await principal.GetAsync(ProfileLinks.Check(at.Number, ProfileCase.Year)), "Submit to Police");
        var form = await police.GetAsync(ProfileLinks.Return(at.Number, ProfileCase.Year));

        var none = await police.SubmitAsync(form, "Send back");
        Assert.Equal(HttpStatusCode.BadRequest, none.Status);
        Assert.Equal(["Give a reason for at least one section"], none.Errors);

        var reason = new string('ā', Profile.LongestReason + 1);
        var tooLong = await police.SubmitAsync(form, "Send back", new Dictionary<string, string?> { ["Input.Reasons[travel]"] = reason, ["Input.Reasons[events]"] = "Add the gala" });
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.Status);
        Assert.Equal(["Use 1000 characters or fewer for each reason"], tooLong.Errors);
        Assert.Equal(reason, tooLong.Document.QuerySelector("textarea[name='Input.Reasons[travel]']")!.TextContent.Trim());
        Assert.Equal("Add the gala", tooLong.Document.QuerySelector("textarea[name='Input.Reasons[events]']")!.TextContent.Trim());
        Assert.Equal(ProfileState.Submitted, (await at.StoredAsync()).State);
    }

    [Fact]
    public async Task A_year_is_opened_once_even_by_two_people_at_one_moment_and_only_this_year()
    {
        var at = await ProfileCase.NewAsync(portal);
        using var one = await at.AsAsync(Role.Principal);
        using var other = await at.AsLeadPoliceContactAsync();
        var pages = new[] { (one, await one.GetAsync(ProfileLinks.Years(at.Number))), (other, await other.GetAsync(ProfileLinks.Years(at.Number))) };

        var answers = await Task.WhenAll(pages.Select(p => p.Item1.SubmitAsync(p.Item2, "Open the 2026 profile")));

        Assert.Single(answers, page => page.Path == at.Home);
        var second = Assert.Single(answers, page => page.Path != at.Home);
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Single(await at.HistoryAsync(), e => e.What == "Opened the 2026 profile");

        var elsewhere = await ProfileCase.NewAsync(portal);
        using var principal = await elsewhere.AsAsync(Role.Principal);
        var next = await principal.SubmitAsync(
            await principal.GetAsync(ProfileLinks.Years(elsewhere.Number)), "Open the 2026 profile", new Dictionary<string, string?> { ["Year"] = "2027" });
        Assert.Equal(HttpStatusCode.BadRequest, next.Status);
        Assert.Equal(["Only the profile of 2026 can be opened now"], next.Errors);
    }
}

using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Agreements;

/// <summary>An agreement in force, on its pages: review, variation, renewal, notice, the school's closing.</summary>
public sealed class RunningAgreementTests
{
    private static readonly DateOnly FirstDay = new(2026, 11, 24);

    [Fact]
    public async Task Three_years_by_the_calendar_review_expiry_and_renewal()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        Assert.Equal("In force", await StandingAsync(stage));

        await stage.BecomeAsync(FirstDay.AddYears(1).AddDays(-1));
        Assert.Equal("In force", await StandingAsync(stage));
        await stage.BecomeAsync(FirstDay.AddYears(1));
        Assert.Equal("Review due", await StandingAsync(stage));
        await stage.BecomeAsync(FirstDay.AddYears(1).AddDays(10));
        var reviewed = await stage.StepAsync(Role.LeadPoliceContact, AgreementStep.RecordReview, "We read it together; nothing needs to change");
        Assert.Contains("The review is recorded", reviewed.Done, StringComparison.Ordinal);
        Assert.Equal("In force", await StandingAsync(stage));
        await stage.BecomeAsync(FirstDay.AddYears(2).AddDays(9));
        Assert.Equal("In force", await StandingAsync(stage));
        await stage.BecomeAsync(FirstDay.AddYears(2).AddDays(10));
        Assert.Equal("Review due", await StandingAsync(stage));

        var lastDay = FirstDay.AddYears(3).AddDays(-1);
        await stage.BecomeAsync(lastDay.AddDays(-91));
        Assert.DoesNotContain("Start a renewal", await StepsAsync(stage, Role.LeadPoliceContact));
        await stage.BecomeAsync(lastDay.AddDays(-90));
        Assert.Contains("Start a renewal", await StepsAsync(stage, Role.LeadPoliceContact));
        Assert.DoesNotContain("Start a renewal", await StepsAsync(stage, Role.Principal));
        await stage.StepAsync(Role.LeadPoliceContact, AgreementStep.Renew);
        var renewal = await stage.AgreementAsync(2);
        Assert.Equal((AgreementKind.Renewal, lastDay.AddDays(1)), (renewal.Kind, renewal.StartsOn));
        await stage.AgreeAsync(2);
        await stage.SignByAllAsync(2);
        Assert.Equal(AgreementState.Signed, (await stage.AgreementAsync(2)).State);

        await stage.BecomeAsync(lastDay);
        Assert.Equal(AgreementState.Active, (await stage.AgreementAsync()).State);
        await stage.BecomeAsync(lastDay.AddDays(1));
        await stage.DailyWorkAsync();

        var (old, inForce) = (await stage.AgreementAsync(), await stage.AgreementAsync(2));
        Assert.Equal((AgreementState.Superseded, AgreementState.Active), (old.State, inForce.State));
        Assert.Equal((lastDay.AddDays(1), lastDay.AddYears(3)), (inForce.StartsOn, inForce.EndsOn));
        Assert.Equal(1, await DeedsAsync(stage, inForce, "The agreement came into force"));
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        Assert.Contains("Superseded", (await officer.GetAsync(AgreementLinks.Version(stage.Number, 1))).Text, StringComparison.Ordinal);
        var kept = await officer.Client.GetByteArrayAsync(new Uri(AgreementLinks.Record(stage.Number, 1), UriKind.Relative));
        var signed = await stage.Portal.WithDbAsync(db => db.AgreementFiles.SingleAsync(f => f.AgreementId == old.Id && f.Kind == AgreementFileKind.Signed));
        Assert.Equal(signed.Sha256, AgreementFile.HashOf(kept));
    }

    [Fact]
    public async Task The_page_of_every_step_lets_in_whom_the_table_names_and_nobody_else()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        foreach (var role in Roles.All.Where(r => Permissions.RolesFor(Operation.ViewAgreement).Contains(r)))
        {
            var browser = await stage.AsAsync(role);
            foreach (var row in AgreementLifecycle.Table.Rows.Where(r => r.Who.Count > 0 && r.Step != AgreementStep.Sign))
            {
                var status = (await browser.GetAsync(AgreementLinks.Step(stage.Number, 1, row.Step))).Status;
                Assert.True((row.Who.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden) == status, $"{role}, {row.Step}: {status}");
            }
        }
    }

    [Fact]
    public async Task An_agreement_that_ran_out_can_still_be_renewed_and_nothing_else_is_done_with_it()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        await stage.BecomeAsync(FirstDay.AddYears(3).AddDays(40));

        Assert.Equal("Expired", await StandingAsync(stage));
        Assert.Equal(["Start a renewal"], await StepsAsync(stage, Role.LeadPoliceContact));
        Assert.Empty(await StepsAsync(stage, Role.Principal));
        await stage.StepAsync(Role.LeadPoliceContact, AgreementStep.Renew);
        await stage.AgreeAsync(2);
        await stage.SignByAllAsync(2);

        var inForce = await stage.AgreementAsync(2);
        Assert.Equal((AgreementState.Active, stage.Portal.Today), (inForce.State, inForce.StartsOn));
        Assert.Equal(AgreementState.Superseded, (await stage.AgreementAsync()).State);
    }

    [Fact]
    public async Task A_variation_tells_both_sides_and_takes_over_with_the_last_signature_for_the_same_term()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        await stage.BecomeAsync(FirstDay.AddMonths(4));

        var noReason = await stage.StepAsync(Role.LeadSchoolContact, AgreementStep.Vary);
        Assert.Equal(HttpStatusCode.BadRequest, noReason.Status);
        var proposed = await stage.StepAsync(Role.LeadSchoolContact, AgreementStep.Vary, "The side gate has moved");
        Assert.Contains("The variation is begun", proposed.Done, StringComparison.Ordinal);

        var first = await stage.AgreementAsync();
        var told = await stage.Portal.WithDbAsync(db => db.Acknowledgements.AsNoTracking().Where(a => a.AgreementId == first.Id).ToListAsync());
        Assert.Equal([Role.Principal, Role.LeadPoliceContact], told.Select(a => a.Role).Order());
        Assert.All(told, a => Assert.Equal(stage.Portal.Today.AddDays(14), a.DueOn));
        var variation = await stage.AgreementAsync(2);
        Assert.Equal((AgreementKind.Variation, first.Id), (variation.Kind, variation.PredecessorId));
        Assert.All(variation.Sections, s => Assert.Equal(SectionState.Complete, s.State));
        Assert.Equal("The side gate has moved", await stage.Portal.WithDbAsync(db =>
            db.AuditEvents.Where(e => e.SubjectId == variation.Id).Select(e => e.Why).SingleAsync()));

        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var section = await officer.GetAsync(AgreementLinks.Section(stage.Number, 2, "on-site"));
        await officer.SubmitAsync(section, "Save and come back later", new Dictionary<string, string?> { ["on-site.local"] = "Officers come in by the new side gate" });
        await stage.AgreeAsync(2);
        await stage.SignByAllAsync(2);

        var (old, inForce) = (await stage.AgreementAsync(), await stage.AgreementAsync(2));
        Assert.Equal((AgreementState.Superseded, AgreementState.Active), (old.State, inForce.State));
        Assert.Equal((old.StartsOn, old.EndsOn), (inForce.StartsOn, inForce.EndsOn));
        Assert.Equal(stage.Portal.Today.AddMonths(12), inForce.ReviewDueOn);

        // The replaced one says so across its pages; what was signed is kept byte for byte beside it.
        async Task<byte[]> FileAsync(string address) => await officer.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
        var record = AgreementFile.HashOf(await FileAsync(AgreementLinks.Record(stage.Number, 1)));
        var kept = await stage.Portal.WithDbAsync(db => db.AgreementFiles.SingleAsync(f => f.AgreementId == first.Id && f.Kind == AgreementFileKind.Signed));
        Assert.Equal(kept.Sha256, record);
        Assert.Contains("Superseded: a later one has taken its place", WordTexts.Of(await FileAsync(AgreementLinks.Word(stage.Number, 1))), StringComparison.Ordinal);
        Assert.DoesNotContain("Superseded:", WordTexts.Of(kept.Bytes), StringComparison.Ordinal);
        Assert.Equal(
            AgreementFile.HashOf(await FileAsync(AgreementLinks.Record(stage.Number, 2))), AgreementFile.HashOf(await FileAsync(AgreementLinks.Word(stage.Number, 2))));
    }

    [Fact]
    public async Task Notice_says_its_last_day_beforehand_and_the_agreement_ends_with_it()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        var principal = await stage.AsAsync(Role.Principal);
        var page = await principal.GetAsync(AgreementLinks.Step(stage.Number, 1, AgreementStep.GiveNotice));
        Assert.Contains("26 January 2027", page.Text, StringComparison.Ordinal);

        var given = await principal.SubmitAsync(page, "Give notice to end it", new() { ["Input.Reason"] = "We work with another agency" });
        Assert.Contains("Notice is given", given.Done, StringComparison.Ordinal);
        Assert.Contains("26 January 2027", given.Text, StringComparison.Ordinal);
        Assert.Equal([Role.PresidingMember, Role.LeadPoliceContact, Role.AreaSupervisor], (await ToldAsync(stage)).Order());
        var supervisor = await (await stage.AsAsync(Role.AreaSupervisor)).GetAsync(AgreementLinks.Overview(stage.Number));
        Assert.Contains("\u201cWe work with another agency\u201d", supervisor.Text, StringComparison.Ordinal);
        Assert.Contains("The school gave notice on 24 November 2026", supervisor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Agree to end it now", await StepsAsync(stage, Role.Principal));
        Assert.DoesNotContain("Take the notice back", await StepsAsync(stage, Role.LeadPoliceContact));

        await stage.BecomeAsync(new DateOnly(2027, 1, 26));
        Assert.Equal(AgreementState.Active, (await stage.AgreementAsync()).State);
        await stage.BecomeAsync(new DateOnly(2027, 1, 27));

        var ended = await stage.AgreementAsync();
        Assert.Equal((AgreementState.Ended, new DateOnly(2027, 1, 26)), (ended.State, ended.EndsOn));
        Assert.Equal(1, await DeedsAsync(stage, ended, "The agreement ended by notice"));
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(AgreementLinks.Version(stage.Number, 1))).Status);
        Assert.Contains("Agreement 2 is started", (await stage.StartAsync()).Done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_side_agrees_to_end_it_and_ones_own_side_may_think_again()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        await stage.StepAsync(Role.AreaSupervisor, AgreementStep.GiveNotice, "We have no officer for the school");
        var back = await stage.StepAsync(Role.LeadPoliceContact, AgreementStep.TakeBackNotice, "We have found one");
        Assert.Contains("The notice is taken back", back.Done, StringComparison.Ordinal);
        Assert.Equal(FirstDay.AddYears(3).AddDays(-1), (await stage.AgreementAsync()).EndsOn);
        Assert.Equal(2, await stage.Portal.WithDbAsync(db => db.Acknowledgements.CountAsync(a => a.Kind == AcknowledgementKind.Ending && a.ClosedOn == stage.Portal.Today && a.Role != Role.LeadPoliceContact)));

        await stage.StepAsync(Role.AreaSupervisor, AgreementStep.GiveNotice, "The officer has left again");
        var refused = await (await stage.AsAsync(Role.LeadPoliceContact)).GetAsync(AgreementLinks.Step(stage.Number, 1, AgreementStep.End));
        Assert.Contains("only when the other side agrees", refused.Text, StringComparison.Ordinal);
        Assert.Null(refused.Document.QuerySelector("main form"));
        var ended = await stage.StepAsync(Role.Principal, AgreementStep.End, "So be it");

        Assert.Contains("The agreement is ended", ended.Done, StringComparison.Ordinal);
        Assert.Equal((AgreementState.Ended, stage.Portal.Today), ((await stage.AgreementAsync()).State, (await stage.AgreementAsync()).EndsOn));
    }

    [Fact]
    public async Task Agreements_end_with_their_school_and_nothing_more_is_done_with_them()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        await stage.TakeAsync(Role.LeadSchoolContact, AgreementStep.Vary, reason: "The side gate has moved");
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var send = await officer.GetAsync(AgreementLinks.Step(stage.Number, 2, AgreementStep.SendToSchool));
        await stage.Portal.WithDbAsync(async db =>
        {
            (await db.Schools.SingleAsync(s => s.Id == stage.School.Id)).Close(stage.Portal.Today);
            await db.SaveAsync(new Change(Actor.Portal, PortalHost.Now.UtcDateTime, "Closed"), CancellationToken.None);
        });

        var late = await officer.SubmitAsync(send, "Send to the school");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("This school has closed", Assert.Single(late.Errors), StringComparison.Ordinal);
        await stage.DailyWorkAsync();

        Assert.Equal((AgreementState.Ended, AgreementState.Withdrawn), ((await stage.AgreementAsync()).State, (await stage.AgreementAsync(2)).State));
        var overview = await officer.GetAsync(AgreementLinks.Overview(stage.Number));
        Assert.Contains("closed", overview.Text, StringComparison.Ordinal);
        Assert.Empty(overview.Document.QuerySelectorAll("main a[role=button]"));
        Assert.Contains("no agreement is begun", (await officer.GetAsync(AgreementLinks.Start(stage.Number))).Text, StringComparison.Ordinal);
    }

    private static async Task<string?> StandingAsync(AgreementStage stage)
    {
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        return (await officer.GetAsync(AgreementLinks.Overview(stage.Number))).Document.QuerySelector("h2 .govuk-tag")?.TextContent.Trim();
    }

    private static async Task<IReadOnlyList<string>> StepsAsync(AgreementStage stage, Role role)
    {
        var browser = await stage.AsAsync(role);
        var page = await browser.GetAsync(AgreementLinks.Overview(stage.Number));
        return [.. page.Document.QuerySelectorAll("main a[role=button]").Select(a => a.TextContent.Trim())];
    }

    private static Task<List<Role>> ToldAsync(AgreementStage stage) => stage.Portal.WithDbAsync(db => db.Acknowledgements
        .Where(a => a.SchoolId == stage.School.Id && a.Kind == AcknowledgementKind.Ending).Select(a => a.Role).ToListAsync());

    private static Task<int> DeedsAsync(AgreementStage stage, Agreement agreement, string what) => stage.Portal.WithDbAsync(db =>
        db.AuditEvents.CountAsync(e => e.SubjectId == agreement.Id && e.What == what));
}

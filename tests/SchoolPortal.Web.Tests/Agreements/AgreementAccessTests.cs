using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Forms;

using Xunit;

namespace SchoolPortal.Web.Tests.Agreements;

public sealed class AgreementAccessTests
{
    private const HttpStatusCode Ok = HttpStatusCode.OK;
    private const HttpStatusCode No = HttpStatusCode.Forbidden;
    private const HttpStatusCode Nothing = HttpStatusCode.NotFound;

    private static readonly (Role Role, HttpStatusCode Read, HttpStatusCode Start, HttpStatusCode Edit, HttpStatusCode Send, HttpStatusCode Ask, HttpStatusCode Sign)[] Expected =
    [
        (Role.SchoolViewer, Ok, No, No, No, No, No),
        (Role.LeadSchoolContact, Ok, No, Ok, No, Ok, No),
        (Role.Principal, Ok, No, Ok, No, Ok, Ok),
        (Role.PresidingMember, Ok, No, No, No, No, Ok),
        (Role.LeadPoliceContact, Ok, Ok, Ok, Ok, No, Ok),
        (Role.SpecialistOfficer, Nothing, No, No, Nothing, Nothing, Nothing),
        (Role.AreaSupervisor, Ok, No, No, No, No, Ok),
        (Role.DistrictCoordinator, Ok, No, No, No, No, No),
        (Role.NationalCoordinator, Ok, No, No, No, No, No),
        (Role.Administrator, No, No, No, No, No, No),
        (Role.Auditor, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing),
    ];

    [Fact]
    public async Task Every_role_is_let_in_where_it_has_something_to_do_and_nowhere_else()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        foreach (var (role, read, start, edit, send, ask, sign) in Expected)
        {
            var browser = await stage.AsAsync(role);
            foreach (var (address, status) in new[]
            {
                (AgreementLinks.Version(stage.Number, 1), read),
                (AgreementLinks.Word(stage.Number, 1), read),
                (AgreementLinks.Start(stage.Number), start),
                (AgreementLinks.Section(stage.Number, 1, "purpose"), edit),
                (AgreementLinks.Step(stage.Number, 1, AgreementStep.SendToSchool), send),
                (AgreementLinks.Step(stage.Number, 1, AgreementStep.AskForChanges), ask),
                (AgreementLinks.Sign(stage.Number, 1), sign),
            })
            {
                var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
                Assert.True(status == answer.StatusCode, $"{role} at {address}: {answer.StatusCode}, expected {status}");
            }
        }
    }

    [Fact]
    public async Task For_people_of_other_schools_there_is_no_agreement_and_visitors_are_asked_to_sign_in()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var other = await stage.Portal.WithDbAsync(db => db.Schools.FirstAsync(s => s.Id != stage.School.Id && s.Status == SchoolStatus.Open));
        using var outsider = await stage.Portal.SignInAsync(await stage.Portal.PersonAsync(Role.Principal, other.Id));
        using var visitor = stage.Portal.Browser();
        foreach (var address in new[]
        {
            AgreementLinks.Overview(stage.Number), AgreementLinks.Version(stage.Number, 1), AgreementLinks.Word(stage.Number),
            AgreementLinks.Section(stage.Number, 1, "purpose"), AgreementLinks.Sign(stage.Number, 1),
            AgreementLinks.Step(stage.Number, 1, AgreementStep.AgreeText),
        })
        {
            Assert.Equal(Nothing, (await outsider.GetAsync(address)).Status);
            Assert.StartsWith("/account/sign-in", (await visitor.GetAsync(address)).Path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Steps_that_nobody_takes_on_a_page_have_none()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        foreach (var step in new[] { "complete-signing", "come-into-force", "supersede", "sign", "0", "nonsense" })
        {
            Assert.Equal(Nothing, (await officer.GetAsync($"{AgreementLinks.Version(stage.Number, 1)}/steps/{step}")).Status);
        }

        Assert.Equal(Nothing, (await officer.GetAsync(AgreementLinks.Version(stage.Number, 99))).Status);
        Assert.Equal(Nothing, (await officer.GetAsync(AgreementLinks.Section(stage.Number, 1, "no-such-section"))).Status);
    }

    [Fact]
    public async Task Sending_an_old_step_again_is_refused_with_the_page()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var form = await officer.GetAsync(AgreementLinks.Step(stage.Number, 1, AgreementStep.SendToSchool));
        Assert.Equal(Ok, (await officer.SubmitAsync(form, "Send to the school")).Status);

        var again = await officer.SubmitAsync(form, "Send to the school");

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal("Send to the school", again.Heading);
        Assert.Contains("with the school", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Equal(AgreementState.SchoolReview, (await stage.AgreementAsync()).State);
    }

    [Fact]
    public async Task A_post_that_no_page_makes_is_refused_as_the_page_would_be()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var principal = await stage.AsAsync(Role.Principal);
        var viewer = await stage.AsAsync(Role.SchoolViewer);
        foreach (var (browser, address, status) in new[]
        {
            (principal, AgreementLinks.Sign(stage.Number, 99), Nothing),
            (principal, AgreementLinks.Step(stage.Number, 99, AgreementStep.Withdraw), Nothing),
            (principal, AgreementLinks.Section(stage.Number, 99, "purpose"), Nothing),
            (principal, AgreementLinks.Section(stage.Number, 1, "purpose"), HttpStatusCode.Conflict),
            (principal, AgreementLinks.Sign(stage.Number, 1), HttpStatusCode.BadRequest),
            (principal, AgreementLinks.Step(stage.Number, 1, AgreementStep.SendToSchool), No),
            (viewer, AgreementLinks.Sign(stage.Number, 1), No),
            (viewer, AgreementLinks.Section(stage.Number, 1, "purpose"), No),
        })
        {
            var form = (await browser.GetAsync("/account/passphrase")).Document.QuerySelector("[name='__RequestVerificationToken']")!;
            using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", form.GetAttribute("value")!), new("BasedOn", "nonsense"), new("Token", "nonsense")]);
            using var answer = await browser.Client.PostAsync(new Uri(address, UriKind.Relative), body);
            Assert.True(status == answer.StatusCode, $"{address}: {answer.StatusCode}, expected {status}");
        }
    }

    [Fact]
    public async Task A_second_agreement_is_not_started_beside_one_in_the_making()
    {
        await using var stage = await AgreementStage.SetAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var form = await officer.GetAsync(AgreementLinks.Start(stage.Number));
        await officer.SubmitAsync(form, "Start an agreement");

        var again = await officer.SubmitAsync(form, "Start an agreement");

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("Agreement 1 is already in the making", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Equal(1, await stage.Portal.WithDbAsync(db => db.Agreements.CountAsync()));
    }

    [Fact]
    public async Task No_agreement_is_started_with_a_closed_school()
    {
        await using var stage = await AgreementStage.SetAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var form = await officer.GetAsync(AgreementLinks.Start(stage.Number));
        await stage.Portal.WithDbAsync(async db =>
        {
            (await db.Schools.SingleAsync(s => s.Id == stage.School.Id)).Close(stage.Portal.Today);
            await db.SaveAsync(new Change(Actor.Portal, stage.Portal.Clock.UtcNow(), "Closed a school"), CancellationToken.None);
        });

        var refused = await officer.SubmitAsync(form, "Start an agreement");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("This school has closed", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await stage.Portal.WithDbAsync(db => db.Agreements.CountAsync()));
        Assert.DoesNotContain("Start an agreement", (await officer.GetAsync(AgreementLinks.Overview(stage.Number))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restricted_parts_reach_the_parties_and_nobody_else_and_each_view_is_recorded()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();
        const string restricted = "Who calls 1";
        foreach (var (role, reads) in new[] { (Role.SchoolViewer, false), (Role.DistrictCoordinator, false), (Role.PresidingMember, true), (Role.LeadPoliceContact, true) })
        {
            var browser = await stage.AsAsync(role);
            var person = await stage.PersonAsync(role);
            var page = await browser.GetAsync(AgreementLinks.Version(stage.Number, 1));
            var word = await browser.Client.GetByteArrayAsync(new Uri(AgreementLinks.Word(stage.Number, 1), UriKind.Relative));
            Assert.Equal(reads, page.Text.Contains(restricted, StringComparison.Ordinal));
            Assert.Equal(reads, WordTexts.Of(word).Contains(restricted, StringComparison.Ordinal));
            Assert.Equal(reads, AgreementFile.HashOf(word) == (await stage.AgreementAsync()).FrozenSha256);
            var views = await stage.Portal.WithDbAsync(db => db.AuditEvents.CountAsync(e => e.PersonId == person.Id && e.Restricted));
            Assert.Equal(reads ? 2 : 0, views);
        }
    }

    [Fact]
    public async Task The_blank_form_is_open_to_anybody_and_comes_once()
    {
        await using var stage = await AgreementStage.SetAsync();
        using var visitor = stage.Portal.Browser();
        var address = new Uri(BlankForms.AddressOf(FormDefinitions.PartnershipAgreement.Key), UriKind.Relative);
        using var first = await visitor.Client.GetAsync(address);
        Assert.Equal(Ok, first.StatusCode);
        Assert.Equal("partnership-agreement-blank.docx", first.Content.Headers.ContentDisposition?.FileName);
        Assert.NotNull(first.Content.Headers.LastModified);
        Assert.Contains("Partnership Agreement", WordTexts.Of(await first.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);

        using var asked = new HttpRequestMessage(HttpMethod.Get, address);
        asked.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await visitor.Client.SendAsync(asked);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }
}

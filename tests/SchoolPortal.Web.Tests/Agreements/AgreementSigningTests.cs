using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Agreements;

public sealed class AgreementSigningTests
{
    private const string Sign = "Sign the agreement";

    [Fact]
    public async Task A_party_signs_once_and_a_person_signs_once()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();
        using var second = await stage.Portal.SignInAsync(await stage.Portal.PersonAsync(Role.AreaSupervisor, stage.School.AreaId));
        var secondsForm = await second.GetAsync(AgreementLinks.Sign(stage.Number, 1));
        var first = await stage.AsAsync(Role.AreaSupervisor);
        var firstsForm = await first.GetAsync(AgreementLinks.Sign(stage.Number, 1));

        Assert.Equal("You have signed agreement 1", (await first.SubmitAsync(firstsForm, Sign, AgreementStage.Signing(Role.AreaSupervisor))).Heading);
        var again = await first.SubmitAsync(firstsForm, Sign, AgreementStage.Signing(Role.AreaSupervisor));
        var colleague = await second.SubmitAsync(secondsForm, Sign, AgreementStage.Signing(Role.AreaSupervisor));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("You have signed this agreement already", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, colleague.Status);
        Assert.Contains("Somebody has signed for your party already", Assert.Single(colleague.Errors), StringComparison.Ordinal);
        Assert.Single((await stage.AgreementAsync()).Signatures);
    }

    [Fact]
    public async Task Somebody_with_two_roles_signs_for_one_of_them()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();
        var officer = await stage.PersonAsync(Role.LeadPoliceContact);
        await stage.Portal.WithDbAsync(async db =>
        {
            db.Grants.Add(new Grant(officer.Id, Role.AreaSupervisor, Scope.Area, stage.School.AreaId, stage.Portal.Today, null));
            await db.SaveAsync(new Change(Actor.Portal, PortalHost.Now.UtcDateTime, "Gave a role"), CancellationToken.None);
        });

        await stage.SignAsync(Role.LeadPoliceContact);
        var browser = await stage.AsAsync(Role.LeadPoliceContact);
        var page = await browser.GetAsync(AgreementLinks.Sign(stage.Number, 1));

        Assert.Contains("Nothing more is needed from you", page.Text, StringComparison.Ordinal);
        Assert.Equal([Role.LeadPoliceContact], (await stage.AgreementAsync()).ValidSignatures.Select(s => s.Party));
    }

    [Fact]
    public async Task Without_the_tick_or_the_name_nothing_is_signed_and_nothing_typed_is_lost()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();
        var principal = await stage.AsAsync(Role.Principal);
        var form = await principal.GetAsync(AgreementLinks.Sign(stage.Number, 1));
        Assert.Equal("Principal", form.Document.QuerySelector("[name='Input.Position']")!.GetAttribute("value"));

        var noTick = await principal.SubmitAsync(form, Sign, new Dictionary<string, string?> { ["Input.TypedName"] = "Hēmi Parata", ["Input.Agrees"] = null });
        var noName = await principal.SubmitAsync(form, Sign, new Dictionary<string, string?> { ["Input.TypedName"] = " ", ["Input.Agrees"] = "true" });

        Assert.Equal(HttpStatusCode.BadRequest, noTick.Status);
        Assert.Contains("Tick the statement", Assert.Single(noTick.Errors), StringComparison.Ordinal);
        Assert.Equal("Hēmi Parata", noTick.Document.QuerySelector("[name='Input.TypedName']")!.GetAttribute("value"));
        Assert.Equal("Type your full name", Assert.Single(noName.Errors));
        Assert.Empty((await stage.AgreementAsync()).Signatures);
    }

    [Fact]
    public async Task Ten_minutes_after_signing_in_the_passphrase_is_asked_again()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();
        var principal = await stage.AsAsync(Role.Principal);
        var early = await principal.GetAsync(AgreementLinks.Sign(stage.Number, 1));
        Assert.Null(early.Document.QuerySelector("[name='Input.Passphrase']"));
        stage.Portal.Clock.Advance(TimeSpan.FromMinutes(11));

        var late = await principal.SubmitAsync(early, Sign, AgreementStage.Signing(Role.Principal));
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("Enter your passphrase", Assert.Single(late.Errors), StringComparison.Ordinal);

        var wrong = await principal.SubmitAsync(late, Sign, new Dictionary<string, string?> { ["Input.Passphrase"] = "not the right one at all" });
        Assert.Contains("That is not your passphrase", Assert.Single(wrong.Errors), StringComparison.Ordinal);

        var right = await principal.SubmitAsync(wrong, Sign, new Dictionary<string, string?> { ["Input.Passphrase"] = PortalHost.Passphrase });
        Assert.Equal("You have signed agreement 1", right.Heading);
    }

    [Fact]
    public async Task Signing_at_the_same_moment_ends_in_one_agreement_in_force()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();
        var forms = new List<(Role Role, PageBrowser Browser, Page Form)>();
        foreach (var role in Agreement.Parties)
        {
            var browser = await stage.AsAsync(role);
            forms.Add((role, browser, await browser.GetAsync(AgreementLinks.Sign(stage.Number, 1))));
        }

        var answers = await Task.WhenAll(forms.Select(f => f.Browser.SubmitAsync(f.Form, Sign, AgreementStage.Signing(f.Role))));
        foreach (var (form, answer) in forms.Zip(answers))
        {
            Assert.Contains(answer.Status, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict });
            if (answer.Status == HttpStatusCode.Conflict)
            {
                Assert.Equal(HttpStatusCode.OK, (await form.Browser.SubmitAsync(answer, Sign, AgreementStage.Signing(form.Role))).Status);
            }
        }

        var agreement = await stage.AgreementAsync();
        Assert.Equal(AgreementState.Active, agreement.State);
        Assert.Equal(Agreement.Parties.Order(), agreement.ValidSignatures.Select(s => s.Party).Order());
        Assert.Equal(1, await stage.Portal.WithDbAsync(db => db.AgreementFiles.CountAsync(f => f.Kind == AgreementFileKind.Signed)));
    }

    [Fact]
    public async Task The_confirmation_stays_for_who_signed_and_is_there_for_nobody_else()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();
        await stage.SignAsync(Role.Principal);
        var principal = await stage.AsAsync(Role.Principal);
        var presiding = await stage.AsAsync(Role.PresidingMember);

        var confirmation = await principal.GetAsync(AgreementLinks.Signed(stage.Number, 1));
        Assert.Contains((await stage.AgreementAsync()).FrozenSha256![..10], confirmation.Text, StringComparison.Ordinal);
        Assert.Contains("Waiting for the presiding member", confirmation.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await presiding.GetAsync(AgreementLinks.Signed(stage.Number, 1))).Status);
    }
}

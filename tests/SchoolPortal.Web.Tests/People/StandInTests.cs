using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.People;
using SchoolPortal.Web.Tests.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.People;

/// <summary>Acting positions with their days: named by whom they belong to, and kept with what is signed in them.</summary>
public sealed class StandInTests
{
    private const string Name = "Name the stand-in";

    [Fact]
    public async Task A_stand_in_signs_in_the_place_of_the_principal_and_the_signature_says_so()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();
        var viewer = await stage.PersonAsync(Role.SchoolViewer);
        var principal = await stage.AsAsync(Role.Principal);
        using var browser = await stage.Portal.SignInAsync(viewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(AgreementLinks.Sign(stage.Number, 1))).Status);

        var named = await SubmitAsync(principal, viewer.Id, "24 November 2026", "4 December 2026");
        Assert.Contains("Somebody stands in for you from 24 November 2026", named.Done, StringComparison.Ordinal);
        Assert.Contains("stands in as principal", named.Text, StringComparison.Ordinal);

        var form = await browser.GetAsync(AgreementLinks.Sign(stage.Number, 1));
        Assert.Contains("acting for Principal until 4 December 2026", form.Text, StringComparison.Ordinal);
        var signed = await browser.SubmitAsync(form, "Sign the agreement", new()
        {
            ["Input.TypedName"] = "Mere Tūhoe", ["Input.Position"] = "Deputy principal", ["Input.Agrees"] = "true",
        });

        Assert.Contains("Deputy principal, acting for Principal until 4 December 2026", signed.Text, StringComparison.Ordinal);
        var signature = Assert.Single((await stage.AgreementAsync()).ValidSignatures);
        Assert.Equal((Role.Principal, viewer.Id), (signature.Party, signature.PersonId));
        Assert.Equal(("Principal", new DateOnly(2026, 12, 4), "passphrase"), (signature.ActingFor, signature.ActingUntil, signature.SignInMethod));
        Assert.Contains("has signed this agreement", (await principal.GetAsync(AgreementLinks.Sign(stage.Number, 1))).Text, StringComparison.Ordinal);
        Assert.Contains("You hold your role for somebody else", (await browser.GetAsync(PeopleLinks.StandIns)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relief_supervisor_signs_for_the_area_and_the_record_in_Word_says_so()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();
        var relief = await stage.Portal.PersonAsync(Role.SpecialistOfficer, stage.School.AreaId);
        await SubmitAsync(await stage.AsAsync(Role.AreaSupervisor), relief.Id, "24 November 2026", "1 December 2026");
        foreach (var role in new[] { Role.Principal, Role.PresidingMember, Role.LeadPoliceContact })
        {
            await stage.SignAsync(role);
        }

        using var browser = await stage.Portal.SignInAsync(relief);
        var form = await browser.GetAsync(AgreementLinks.Sign(stage.Number, 1));
        await browser.SubmitAsync(form, "Sign the agreement", AgreementStage.Signing(Role.AreaSupervisor));

        Assert.Equal(AgreementState.Active, (await stage.AgreementAsync()).State);
        var record = await stage.Portal.WithDbAsync(db => db.AgreementFiles.SingleAsync(f => f.Kind == AgreementFileKind.Signed));
        Assert.Contains("acting for Area supervisor until 1 December 2026", WordTexts.Of(record.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standing_in_begins_and_ends_with_its_days_or_at_once()
    {
        await using var stage = await AgreementStage.SetAsync();
        var viewer = await stage.PersonAsync(Role.SchoolViewer);
        await SubmitAsync(await stage.AsAsync(Role.Principal), viewer.Id, "30 November 2026", "4 December 2026");
        foreach (var (day, may) in new[] { ("2026-11-29", false), ("2026-11-30", true), ("2026-12-04", true), ("2026-12-05", false) })
        {
            await stage.BecomeAsync(DateOnly.Parse(day, NewZealandTime.Culture));
            using var browser = await stage.Portal.SignInAsync(viewer);
            Assert.Equal(may, (await browser.GetAsync(PeopleLinks.StandIns)).Status == HttpStatusCode.OK);
        }

        var principal = await stage.AsAsync(Role.Principal);
        await SubmitAsync(principal, viewer.Id, "5 December 2026", "31 January 2027");
        var page = await principal.GetAsync(PeopleLinks.StandIns);
        var ended = await principal.SubmitAsync(page, page.Document.QuerySelector("main form button")!.TextContent.Trim());
        Assert.Contains("do not stand in for you any more", ended.Done, StringComparison.Ordinal);
        using var late = await stage.Portal.SignInAsync(viewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await late.GetAsync(PeopleLinks.StandIns)).Status);
    }

    [Theory]
    [InlineData("23 November 2026", "1 December 2026", "Enter today or a later day")]
    [InlineData("1 December 2026", "30 November 2026", "Enter a day from 1 December 2026")]
    [InlineData("1 December 2026", "1 January 2028", "Enter a day from 1 December 2026 to 2 December 2027")]
    public async Task Days_that_make_no_sense_are_told_and_what_was_typed_is_kept(string from, string to, string sentence)
    {
        await using var stage = await AgreementStage.SetAsync();
        var viewer = await stage.PersonAsync(Role.SchoolViewer);

        var refused = await SubmitAsync(await stage.AsAsync(Role.Principal), viewer.Id, from, to);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith(sentence, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(to, refused.Document.QuerySelector("[name='Input.To']")!.GetAttribute("value"));
        Assert.Equal(0, await stage.Portal.WithDbAsync(db => db.Grants.CountAsync(g => g.ActingFor != null)));
    }

    [Fact]
    public async Task Only_people_of_the_place_are_offered_and_taken_and_only_who_holds_a_role_names_them()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.PersonAsync(Role.SchoolViewer);
        var other = await stage.Portal.WithDbAsync(db => db.Schools.Where(s => s.Id != stage.School.Id).Select(s => s.Id).FirstAsync());
        var stranger = await stage.Portal.PersonAsync(Role.SchoolViewer, other);

        var refused = await SubmitAsync(await stage.AsAsync(Role.Principal), stranger.Id, "24 November 2026", "1 December 2026");

        Assert.Equal("Choose somebody from the list", Assert.Single(refused.Errors));
        foreach (var role in new[] { Role.SchoolViewer, Role.LeadPoliceContact, Role.NationalCoordinator })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await stage.AsAsync(role)).GetAsync(PeopleLinks.StandIns)).Status);
        }
    }

    private static async Task<Page> SubmitAsync(PageBrowser browser, Guid personId, string from, string to)
    {
        var form = await browser.GetAsync(PeopleLinks.StandIns);
        return await browser.SubmitAsync(form, Name, new() { ["Input.PersonId"] = personId.ToString(), ["Input.From"] = from, ["Input.To"] = to });
    }
}

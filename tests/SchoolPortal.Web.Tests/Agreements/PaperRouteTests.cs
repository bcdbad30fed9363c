using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Documents.Agreements;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Agreements;

public sealed class PaperRouteTests
{
    private const string Record = "Record the signature";

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    public static TheoryData<string, byte[], string> BadFiles() => new()
    {
        { "scan.pdf", [], "This file is empty" },
        { "scan.pdf", "<html><script>"u8.ToArray(), "This file is no PDF, JPG or PNG" },
        { "scan.png", "PK\u0003\u0004"u8.ToArray(), "This file is no PDF, JPG or PNG" },
        { "scan.jpg", [.. Png, .. new byte[Scan.MostBytes]], "This file is larger than 10 MB" },
    };

    [Fact]
    public async Task Paper_and_portal_together_bring_an_agreement_into_force()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();
        await stage.SignAsync(Role.Principal);
        await stage.SignAsync(Role.AreaSupervisor);

        var board = await RecordAsync(stage, Role.LeadPoliceContact, Role.PresidingMember, "board.png", Png);
        var police = await RecordAsync(stage, Role.LeadSchoolContact, Role.LeadPoliceContact, "lpc.pdf", "%PDF-1.7 paper"u8.ToArray());
        var agreement = await stage.AgreementAsync();
        var viewer = await stage.AsAsync(Role.SchoolViewer);
        var evidence = await viewer.GetAsync(AgreementLinks.Evidence(stage.Number, 1));
        var signed = agreement.Signatures.Single(s => s.Party == Role.PresidingMember);
        using var scan = await viewer.Client.GetAsync(new Uri(AgreementLinks.Scan(stage.Number, 1, signed.ScanSha256!), UriKind.Relative));

        Assert.Contains("The signature of the presiding member is recorded", board.Done, StringComparison.Ordinal);
        Assert.Equal("Partnership Agreement", police.Heading);
        Assert.Equal(AgreementState.Active, agreement.State);
        Assert.Null(signed.PersonId);
        Assert.Equal(AgreementFile.HashOf(Png), signed.ScanSha256);
        Assert.Contains("On paper, confirmed by", evidence.Text, StringComparison.Ordinal);
        Assert.Equal(("image/png", "attachment"), (scan.Content.Headers.ContentType!.MediaType, scan.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("nosniff", scan.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Png, await scan.Content.ReadAsByteArrayAsync());
        var principal = await stage.AsAsync(Role.Principal);
        var record = await principal.Client.GetByteArrayAsync(new Uri(AgreementLinks.Word(stage.Number, 1), UriKind.Relative));
        Assert.Contains("24 November 2026, on paper", WordTexts.Of(record), StringComparison.Ordinal);
        var kept = Evidence.Read(await principal.Client.GetStringAsync(new Uri(AgreementLinks.EvidenceFile(stage.Number, 1), UriKind.Relative)));
        Assert.Empty(EvidenceCheck.Mismatches(record, kept));
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task What_is_no_scan_is_refused_and_nothing_typed_is_lost(string name, byte[] file, string sentence)
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();

        var page = await RecordAsync(stage, Role.LeadPoliceContact, Role.Principal, name, file);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("Name on paper", page.Document.QuerySelector("[name='Input.TypedName']")!.GetAttribute("value"));
        Assert.Equal("24/11/2026", page.Document.QuerySelector("[name='Input.SignedOn']")!.GetAttribute("value"));
        Assert.NotNull(page.Document.QuerySelector("[name='Input.Party'][value='Principal'][checked]"));
        Assert.Empty((await stage.AgreementAsync()).Signatures);
        Assert.False(await stage.Portal.WithDbAsync(db => db.AgreementFiles.AnyAsync(f => f.Kind == AgreementFileKind.Scan)));
    }

    [Theory]
    [InlineData("23/11/2026", "from 24 November 2026, when the text was frozen, to today")]
    [InlineData("25/11/2026", "from 24 November 2026, when the text was frozen, to today")]
    [InlineData("soon", "Enter a date such as")]
    [InlineData("", "Enter the day on the paper")]
    public async Task A_day_that_cannot_be_is_refused(string day, string sentence)
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();

        var page = await RecordAsync(stage, Role.LeadPoliceContact, Role.Principal, "scan.png", Png, day);

        Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Empty((await stage.AgreementAsync()).Signatures);
    }

    [Fact]
    public async Task Each_side_is_offered_the_parties_of_the_other_and_who_confirms_nothing_is_turned_away()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();
        var address = AgreementLinks.Step(stage.Number, 1, AgreementStep.SignOnPaper);

        var police = await (await stage.AsAsync(Role.LeadPoliceContact)).GetAsync(address);
        var school = await (await stage.AsAsync(Role.LeadSchoolContact)).GetAsync(address);
        var member = await (await stage.AsAsync(Role.PresidingMember)).GetAsync(address);
        await stage.SignAsync(Role.LeadPoliceContact);
        await stage.SignAsync(Role.AreaSupervisor);
        var later = await (await stage.AsAsync(Role.LeadSchoolContact)).GetAsync(address);
        var overview = await (await stage.AsAsync(Role.LeadSchoolContact)).GetAsync(AgreementLinks.Overview(stage.Number));

        Assert.Equal(["Principal", "PresidingMember"], OptionsOf(police));
        Assert.Equal(["LeadPoliceContact", "AreaSupervisor"], OptionsOf(school));
        Assert.Equal(HttpStatusCode.Forbidden, member.Status);
        Assert.Contains("Nobody of the other side has still to sign", later.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Record a signature on paper", overview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_to_sign_by_hand_carries_the_hash_and_a_code_that_leads_to_the_evidence()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();
        await stage.SignAsync(Role.Principal);
        var browser = await stage.AsAsync(Role.LeadSchoolContact);
        var hash = (await stage.AgreementAsync()).FrozenSha256!;

        var page = await browser.GetAsync(AgreementLinks.Paper(stage.Number, 1));
        var same = await browser.GetAsync($"{AgreementLinks.Evidence(stage.Number, 1)}?text={hash}");
        var other = await browser.GetAsync($"{AgreementLinks.Evidence(stage.Number, 1)}?text=00");

        Assert.Contains(SignAgreement.Statement, page.Text, StringComparison.Ordinal);
        Assert.Contains(hash, page.Text, StringComparison.Ordinal);
        Assert.Contains("Name of the principal", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("M", page.Document.QuerySelector("svg[role=img] path")!.GetAttribute("d"), StringComparison.Ordinal);
        Assert.Contains("is of this text", same.Text, StringComparison.Ordinal);
        Assert.Contains("is of another text", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_is_found_by_its_hash_at_its_own_agreement_alone()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.ReadyToSignAsync();
        await RecordAsync(stage, Role.LeadPoliceContact, Role.Principal, "scan.png", Png);
        var principal = await stage.AsAsync(Role.Principal);

        foreach (var (number, hash) in new[] { (1, new string('0', 64)), (2, AgreementFile.HashOf(Png)), (1, (await stage.AgreementAsync()).FrozenSha256!) })
        {
            using var answer = await principal.Client.GetAsync(new Uri(AgreementLinks.Scan(stage.Number, number, hash), UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static IEnumerable<string?> OptionsOf(Page page) => page.Document.QuerySelectorAll("[name='Input.Party']").Select(option => option.GetAttribute("value"));

    private static async Task<Page> RecordAsync(AgreementStage stage, Role confirmer, Role party, string name, byte[] file, string day = "24/11/2026")
    {
        var browser = await stage.AsAsync(confirmer);
        var page = await browser.GetAsync(AgreementLinks.Step(stage.Number, 1, AgreementStep.SignOnPaper));
        return await browser.UploadAsync(page, Record, "Input.Upload", name, file, new Dictionary<string, string>
        {
            ["Input.Party"] = party.ToString(),
            ["Input.TypedName"] = "Name on paper" + (party == Role.LeadPoliceContact ? " of Police" : ""),
            ["Input.Position"] = "Position on paper",
            ["Input.SignedOn"] = day,
            ["Input.Agrees"] = "true",
        });
    }
}

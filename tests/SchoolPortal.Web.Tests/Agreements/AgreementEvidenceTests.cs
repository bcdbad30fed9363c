using System.Net;
using System.Text;

using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Documents.Agreements;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Tests.Hosting;

using Xunit;

namespace SchoolPortal.Web.Tests.Agreements;

[Collection(nameof(ConsoleTests))]
public sealed class AgreementEvidenceTests
{
    [Fact]
    public async Task What_all_have_signed_is_proved_by_the_files_that_the_page_offers()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        var principal = await stage.AsAsync(Role.Principal);

        var page = await principal.GetAsync(AgreementLinks.Evidence(stage.Number, 1));
        var evidence = await EvidenceAsync(stage, Role.Principal);
        var agreement = await stage.AgreementAsync();

        Assert.Equal("Evidence of agreement 1", page.Heading);
        Assert.All(new[] { evidence.Fingerprint, evidence.FrozenSha256, evidence.SignedSha256!, "Name of the area supervisor", "passphrase" }, words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
        Assert.Equal((agreement.FrozenSha256, 4), (evidence.FrozenSha256, evidence.ValidSignatures.Count()));
        Assert.Equal(AnswersJson.Write(agreement.Answers()), AnswersJson.Write(evidence.Answers));
        foreach (var address in new[] { AgreementLinks.Record(stage.Number, 1), AgreementLinks.Frozen(stage.Number, 1) })
        {
            Assert.Contains(page.Document.QuerySelectorAll("a"), link => link.GetAttribute("href") == address);
            Assert.Empty(EvidenceCheck.Mismatches(await principal.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative)), evidence));
        }
    }

    [Fact]
    public async Task Void_signatures_stay_in_it_and_are_said_to_be_void()
    {
        await using var stage = await AgreementStage.SetAsync();
        var number = await stage.ReadyToSignAsync();
        await stage.SignAsync(Role.Principal);
        await stage.TakeAsync(Role.Principal, AgreementStep.Reopen, number, "A name was wrong");
        var open = await (await stage.AsAsync(Role.Principal)).GetAsync(AgreementLinks.Evidence(stage.Number, 1));
        await stage.AgreeAsync(number);

        var page = await (await stage.AsAsync(Role.Principal)).GetAsync(AgreementLinks.Evidence(stage.Number, 1));

        Assert.Contains("there is nothing to prove yet", open.Text, StringComparison.Ordinal);
        Assert.Contains("Void", page.Text, StringComparison.Ordinal);
        Assert.Contains("when the text was opened again", page.Text, StringComparison.Ordinal);
        Assert.Empty((await EvidenceAsync(stage, Role.Principal)).ValidSignatures);
    }

    [Fact]
    public async Task Who_may_not_read_all_of_it_gets_evidence_without_the_rest_and_none_of_the_kept_files()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        var viewer = await stage.AsAsync(Role.SchoolViewer);

        var page = await viewer.GetAsync(AgreementLinks.Evidence(stage.Number, 1));
        var evidence = await EvidenceAsync(stage, Role.SchoolViewer);
        using var frozen = await viewer.Client.GetAsync(new Uri(AgreementLinks.Frozen(stage.Number, 1), UriKind.Relative));
        using var record = await viewer.Client.GetAsync(new Uri(AgreementLinks.Record(stage.Number, 1), UriKind.Relative));
        using var ofDraft = await viewer.Client.GetAsync(new Uri(AgreementLinks.EvidenceFile(stage.Number, 2), UriKind.Relative));

        Assert.Contains("Parts that only named people may read are left out", page.Text, StringComparison.Ordinal);
        Assert.Equal(AgreementStage.Form.RestrictedKeys(), evidence.LeftOut);
        Assert.Empty(evidence.LeftOut.Intersect(evidence.Answers.Keys));
        Assert.Equal(HttpStatusCode.NotFound, frozen.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, record.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, ofDraft.StatusCode);
    }

    [Fact]
    public async Task The_command_tells_the_signed_file_from_any_other_without_records()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        var principal = await stage.AsAsync(Role.Principal);
        var folder = Directory.CreateTempSubdirectory("schoolportal-evidence-");
        var (file, kept) = (Path.Combine(folder.FullName, "agreement.docx"), Path.Combine(folder.FullName, "evidence.json"));
        var record = await principal.Client.GetByteArrayAsync(new Uri(AgreementLinks.Word(stage.Number, 1), UriKind.Relative));
        await File.WriteAllBytesAsync(file, record);
        await File.WriteAllBytesAsync(kept, await principal.Client.GetByteArrayAsync(new Uri(AgreementLinks.EvidenceFile(stage.Number, 1), UriKind.Relative)));

        var same = await RunAsync(file, kept);
        await File.WriteAllBytesAsync(file, new EditedFile(record).Edit(body => body.Cell("term.years").Type("1")).Bytes());
        var changed = await RunAsync(file, kept);
        await File.WriteAllTextAsync(kept, (await File.ReadAllTextAsync(kept))[..500]);
        var cut = await RunAsync(file, kept);
        var missing = await RunAsync(file, kept + "x");
        folder.Delete(recursive: true);

        Assert.Equal(0, same.Code);
        Assert.Contains("Everything matches", same.Words, StringComparison.Ordinal);
        Assert.Contains("the record with all signatures of agreement 1", same.Words, StringComparison.Ordinal);
        Assert.Equal((1, 1, 1), (changed.Code, cut.Code, missing.Code));
        Assert.Contains("Section 16, For how many years?: the file says “1”, the evidence says “3”.", changed.Words, StringComparison.Ordinal);
        Assert.Contains("The evidence is cut short", cut.Words, StringComparison.Ordinal);
        Assert.Contains("There is no file", missing.Words, StringComparison.Ordinal);
    }

    private static async Task<Evidence> EvidenceAsync(AgreementStage stage, Role role)
    {
        var browser = await stage.AsAsync(role);
        return Evidence.Read(Encoding.UTF8.GetString(await browser.Client.GetByteArrayAsync(new Uri(AgreementLinks.EvidenceFile(stage.Number, 1), UriKind.Relative))));
    }

    private static async Task<(int? Code, string Words)> RunAsync(params string[] files)
    {
        await using var nothing = new ServiceCollection().BuildServiceProvider();
        return await ConsoleTests.HearAsync(nothing, ["verify-agreement", .. files]);
    }
}

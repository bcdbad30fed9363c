using System.Net;
using System.Xml.Linq;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Agreements;

/// <summary>A draft goes out as a Word file, is changed there, and comes back.</summary>
public sealed class ReturnedFileTests
{
    private const string Read = "Read the file";
    private const string Save = "Save what you chose";

    [Fact]
    public async Task Answers_changed_in_Word_are_proposed_and_saved_when_somebody_says_so()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var file = await TakeAsync(stage);

        var review = await BringAsync(stage, Edit(file, body =>
        {
            body.Cell("purpose.local").Type("Written in Word", "on two lines");
            body.Cell("purpose.tiriti").Type("Not wanted after all");
        }));

        Assert.Equal("What the file would change", review.Heading);
        Assert.Contains("2 answers differ", review.Text, StringComparison.Ordinal);
        Assert.Contains("As we agreed when we met", review.Text, StringComparison.Ordinal);
        Assert.Null((await stage.AgreementAsync()).Answers()["purpose.local"]);

        var saved = await (await stage.AsAsync(Role.LeadPoliceContact)).SubmitAsync(review, Save, new Dictionary<string, string?> { ["choose.purpose.tiriti"] = null });

        Assert.Contains("1 answer from “draft.docx” saved", saved.Done, StringComparison.Ordinal);
        var answers = (await stage.AgreementAsync()).Answers();
        Assert.Equal("Written in Word\non two lines", answers["purpose.local"]?.Text);
        Assert.Equal("As we agreed when we met", answers["purpose.tiriti"]?.Text);
        Assert.Equal(
            "Took over 1 answer of agreement 1 from the Word file “draft.docx”",
            await stage.Portal.WithDbAsync(db => db.AuditEvents.Where(e => e.Changes!.Contains("Written in Word")).Select(e => e.What).SingleAsync()));
    }

    [Theory]
    [InlineData("portal", "Written in the portal")]
    [InlineData("0", "Written in Word")]
    public async Task What_was_changed_on_both_sides_is_chosen_and_what_only_the_portal_changed_stays(string kept, string expected)
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var file = await TakeAsync(stage);
        await SaveAsync(stage, "purpose", new() { ["purpose.local"] = "Written in the portal", ["purpose.tiriti"] = "Only the portal" });
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var review = await BringAsync(stage, Edit(file, body => body.Cell("purpose.local").Type("Written in Word")));

        Assert.Contains("Changed in the file, and in the portal too since the file was made.", review.Text, StringComparison.Ordinal);
        Assert.Contains("One answer was changed in the portal alone since the file was made: that stays.", review.Text, StringComparison.Ordinal);
        var unchosen = await officer.SubmitAsync(review, Save);
        Assert.Equal(HttpStatusCode.BadRequest, unchosen.Status);
        Assert.StartsWith("Choose which answer to keep for", Assert.Single(unchosen.Errors), StringComparison.Ordinal);

        await officer.SubmitAsync(unchosen, Save, new Dictionary<string, string?> { ["choose.purpose.local"] = kept });

        var answers = (await stage.AgreementAsync()).Answers();
        Assert.Equal(expected, answers["purpose.local"]?.Text);
        Assert.Equal("Only the portal", answers["purpose.tiriti"]?.Text);
    }

    [Fact]
    public async Task What_somebody_saves_while_the_comparison_is_open_is_not_overwritten()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var review = await BringAsync(stage, Edit(await TakeAsync(stage), body => body.Cell("purpose.local").Type("Written in Word")));
        await SaveAsync(stage, "purpose", new() { ["purpose.local"] = "Saved meanwhile" });

        var late = await (await stage.AsAsync(Role.LeadPoliceContact)).SubmitAsync(review, Save);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Changed in the file, and in the portal too", late.Text, StringComparison.Ordinal);
        Assert.Empty(late.Document.QuerySelectorAll("[name='choose.purpose.local'][checked]"));
        Assert.Equal("Saved meanwhile", (await stage.AgreementAsync()).Answers()["purpose.local"]?.Text);
    }

    [Fact]
    public async Task A_row_that_cannot_be_told_is_asked_about_and_what_was_not_read_is_said()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var review = await BringAsync(stage, Edit(await TakeAsync(stage), body =>
        {
            body.Cell("purpose.local").Type("Without its key");
            body.Cell("purpose.local", 2).Type("");
            body.Cell("term.start").Type("some day soon");
            body.Elements(EditedFile.W + "tbl").First().AddBeforeSelf(Edits.Paragraph("A note to the portal"));
        }));

        Assert.Contains("has lost its key purpose.local.", review.Text, StringComparison.Ordinal);
        Assert.Contains("must be a real date", review.Text, StringComparison.Ordinal);
        Assert.Contains("“some day soon”", review.Text, StringComparison.Ordinal);
        Assert.Contains("“A note to the portal” stands outside the answers", review.Text, StringComparison.Ordinal);

        await (await stage.AsAsync(Role.LeadPoliceContact)).SubmitAsync(review, Save, new Dictionary<string, string?> { ["choose.purpose.local"] = "0" });

        Assert.Equal("Without its key", (await stage.AgreementAsync()).Answers()["purpose.local"]?.Text);
    }

    [Fact]
    public async Task Leaving_loses_nothing_and_deciding_happens_once()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var bytes = Edit(await TakeAsync(stage), body => body.Cell("purpose.local").Type("Written in Word"));
        var first = await BringAsync(stage, bytes);
        Assert.Equal(first.Path, (await BringAsync(stage, bytes)).Path);
        var school = await stage.AsAsync(Role.Principal);
        var waiting = await school.GetAsync(AgreementLinks.Returned(stage.Number));
        var found = await school.GetAsync(waiting.Document.QuerySelector("main li a[href*='/returned/']")!.GetAttribute("href")!);

        await school.SubmitAsync(found, Save);
        var again = await (await stage.AsAsync(Role.LeadPoliceContact)).SubmitAsync(first, Save);

        Assert.Contains("This file is taken over", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, await stage.Portal.WithDbAsync(db => db.AuditEvents.CountAsync(e => e.Changes!.Contains("Written in Word"))));
        Assert.DoesNotContain("Waiting for a decision", (await school.GetAsync(AgreementLinks.Returned(stage.Number))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discarded_file_leaves_nothing_but_its_fingerprint()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var review = await BringAsync(stage, Edit(await TakeAsync(stage), body => body.Cell("purpose.local").Type("Written in Word")));

        var left = await (await stage.AsAsync(Role.LeadPoliceContact)).SubmitAsync(review, "Discard the file");

        Assert.Contains("nothing of it was saved", left.Done, StringComparison.Ordinal);
        var kept = await stage.Portal.WithDbAsync(db => db.ReturnedDrafts.SingleAsync());
        Assert.Equal((0, 64, ReturnedDraftState.Discarded), (kept.Bytes.Length, kept.Sha256.Length, kept.State));
        Assert.Null((await stage.AgreementAsync()).Answers()["purpose.local"]);
    }

    [Fact]
    public async Task The_same_draft_is_the_same_file_and_one_note()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();

        Assert.Equal(await TakeAsync(stage), await TakeAsync(stage));
        Assert.Equal(1, await stage.Portal.WithDbAsync(db => db.TakenDrafts.CountAsync()));
        await SaveAsync(stage, "purpose", new() { ["purpose.local"] = "Another text" });
        await TakeAsync(stage);
        Assert.Equal(2, await stage.Portal.WithDbAsync(db => db.TakenDrafts.CountAsync()));
    }

    public static TheoryData<string, string> Refusals() => new()
    {
        { "nothing chosen", "Choose the Word file that you changed" },
        { "picture", "This is a picture. Choose the Word file (DOCX) that you wrote in." },
        { "no identity", "This file does not say which form it is: its document properties and the line “Made by School Portal from” at its end are gone." },
        { "two identities", "This file says two things of itself: Partnership Agreement version 1 of school {school} (definition 1) in its properties, Partnership Agreement version 2 of school {school} (definition 1) in the line" },
        { "blank form", "This file is Partnership Agreement (definition 1), but no draft to bring back: it is a blank form or a finished record." },
        { "profile", "This file is School Profile (definition 1); this page takes the" },
        { "another school", "This file is Partnership Agreement version 1 of school 9999 (definition 1); this page is for school {school}," },
        { "made-up note", "This file says that it is Partnership Agreement version 1 of school {school} (definition 1), but the portal has no note of a draft that it was made from." },
        { "another version", "This file says that it is Partnership Agreement version 7 of school {school} (definition 1), but the portal made it as version 1 of definition 1." },
        { "sent meanwhile", "This file is agreement 1, which is with the school" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_not_this_draft_is_refused_and_not_kept(string what, string sentence)
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        var file = await TakeAsync(stage);
        var page = await (await stage.AsAsync(Role.LeadPoliceContact)).GetAsync(AgreementLinks.Returned(stage.Number));
        var note = await stage.Portal.WithDbAsync(db => db.TakenDrafts.Select(t => t.Id).SingleAsync());
        if (what == "sent meanwhile")
        {
            await stage.TakeAsync(Role.LeadPoliceContact, AgreementStep.SendToSchool);
        }

        var refused = await BringAsync(stage, Spoil(file, what, stage.Number, note), page);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith(sentence.Replace("{school}", $"{stage.Number}", StringComparison.Ordinal), Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await stage.Portal.WithDbAsync(db => db.ReturnedDrafts.CountAsync()));
    }

    private static byte[] Spoil(byte[] file, string what, int school, Guid note)
    {
        byte[] Said(Func<string, string> change) =>
            new EditedFile(file).Change("docProps/custom.xml", change).Edit(body => Identity(body).Value = change(Identity(body).Value)).Bytes();
        return what switch
        {
            "nothing chosen" => [],
            "picture" => [0x89, 0x50, 0x4E, 0x47],
            "no identity" => new EditedFile(file).Without("docProps/custom.xml").Edit(body => body.Row("portal.identity").Remove()).Bytes(),
            "two identities" => Edit(file, body => Identity(body).Value = Identity(body).Value.Replace("Version 1", "Version 2", StringComparison.Ordinal)),
            "blank form" => FormDocument.Write(FormContent.BlankOf(FormDefinitions.PartnershipAgreement)),
            "profile" => FormDocument.Write(FormContent.BlankOf(FormDefinitions.SchoolProfile)),
            "another school" => Said(text => text.Replace($"PortalSchool\"><vt:lpwstr>{school}<", "PortalSchool\"><vt:lpwstr>9999<", StringComparison.Ordinal).Replace($"school {school};", "school 9999;", StringComparison.Ordinal)),
            "made-up note" => Said(text => text.Replace(note.ToString("N"), Guid.Empty.ToString("N"), StringComparison.Ordinal)),
            "another version" => Said(text => text.Replace("Version 1", "Version 7", StringComparison.Ordinal)),
            _ => file,
        };
    }

    private static XElement Identity(XElement body) => body.Cell("portal.identity").Descendants(EditedFile.W + "t").First();

    private static byte[] Edit(byte[] file, Action<XElement> edit) => new EditedFile(file).Edit(edit).Bytes();

    private static async Task<byte[]> TakeAsync(AgreementStage stage) =>
        await (await stage.AsAsync(Role.LeadPoliceContact)).Client.GetByteArrayAsync(new Uri(AgreementLinks.Word(stage.Number, 1), UriKind.Relative));

    private static async Task<Page> BringAsync(AgreementStage stage, byte[] file, Page? page = null)
    {
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        page ??= await officer.GetAsync(AgreementLinks.Returned(stage.Number));
        return file.Length == 0 ? await officer.SubmitAsync(page, Read) : await officer.UploadAsync(page, Read, "Input.Upload", "draft.docx", file);
    }

    private static async Task SaveAsync(AgreementStage stage, string section, Dictionary<string, string?> typed)
    {
        var school = await stage.AsAsync(Role.LeadSchoolContact);
        await school.SubmitAsync(await school.GetAsync(AgreementLinks.Section(stage.Number, 1, section)), "Save and come back later", typed);
    }
}

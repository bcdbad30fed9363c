using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Templates;
using SchoolPortal.Web.Tests.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Templates;

/// <summary>A template goes out, is changed in Word, comes back, is checked, published and used.</summary>
public sealed class TemplatePagesTests
{
    private const string Check = "Check the template";
    private const string Ours = "We call 111 first, and each other next.";

    [Fact]
    public async Task A_template_changed_in_Word_is_checked_shown_and_published()
    {
        await using var stage = await AgreementStage.SetAsync();
        var national = await stage.AsAsync(Role.NationalCoordinator);

        var version = await BringAsync(stage, Changed(await StandardAsync(stage)));

        Assert.Equal("Version 1", version.Heading);
        Assert.Contains("All 81 questions are there", version.Text, StringComparison.Ordinal);
        Assert.Contains(Ours, version.Document.QuerySelector("caption")!.Parent!.Parent!.TextContent, StringComparison.Ordinal);
        foreach (var signed in new[] { false, true })
        {
            var preview = ReturnedFile.Open(await national.Client.GetByteArrayAsync(new Uri($"{version.Path}/preview.docx{(signed ? "?signed=true" : "")}", UriKind.Relative)));
            Assert.Equal("partnership-agreement", preview.Line?.Form);
        }

        var published = await national.SubmitAsync(version, "Publish version 1", new() { ["Input.From"] = "1 December 2026" });

        Assert.Contains("published from 1 December 2026", published.Done, StringComparison.Ordinal);
        Assert.Contains("From 1 December 2026", published.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Brought template version 1 of the Partnership Agreement", "Published template version 1 from 1 December 2026"],
            await stage.Portal.WithDbAsync(db => db.AuditEvents.Where(e => e.Subject == nameof(TemplateVersion)).OrderBy(e => e.Id).Select(e => e.What).ToListAsync()));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_what_was_typed_stays_and_nothing_is_kept()
    {
        await using var stage = await AgreementStage.SetAsync();
        var bad = new EditedFile(await StandardAsync(stage)).Edit(body =>
        {
            body.Row("parties.phone").Remove();
            body.Cell("term.years", 2).Type("term.decades");
        }).Bytes();

        var refused = await BringAsync(stage, bad);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            [
                "1 Parties and contacts: The row of “School phone” is not in the file. Put it back as it stands in the template that you downloaded.",
                "16 Term, review, variation and ending: The row of “For how many years?” has lost its key term.years. Put it back as it stands in the template that you downloaded.",
            ],
            refused.Errors);
        Assert.Equal("Clearer about emergencies", refused.Document.QuerySelector("input[name='Input.Note']")!.GetAttribute("value"));
        Assert.Equal(0, await stage.Portal.WithDbAsync(db => db.TemplateVersions.CountAsync()));
    }

    [Theory]
    [InlineData("Choose the Word file that you changed", false, "Clearer")]
    [InlineData("Say in one line what is different in it", true, "")]
    public async Task A_form_that_is_not_filled_in_is_refused(string sentence, bool withFile, string note)
    {
        await using var stage = await AgreementStage.SetAsync();
        var national = await stage.AsAsync(Role.NationalCoordinator);
        var page = await national.GetAsync(TemplateLinks.List);

        var refused = withFile
            ? await national.UploadAsync(page, Check, "Input.Upload", "ours.docx", await StandardAsync(stage), new() { ["Input.Note"] = note })
            : await national.SubmitAsync(page, Check, new Dictionary<string, string?> { ["Input.Note"] = note });

        Assert.Equal([sentence], refused.Errors);
    }

    [Theory]
    [InlineData("23 November 2026", "Enter today, 24 November 2026, or a later day: what was begun before stays as it is")]
    [InlineData("soon", "Enter a day like 14/5/2027, from which new ones are written in it")]
    public async Task A_day_that_cannot_be_is_refused_and_stays_typed(string day, string sentence)
    {
        await using var stage = await AgreementStage.SetAsync();
        var national = await stage.AsAsync(Role.NationalCoordinator);
        var version = await BringAsync(stage, Changed(await StandardAsync(stage)));

        var refused = await national.SubmitAsync(version, "Publish version 1", new() { ["Input.From"] = day });

        Assert.Equal([sentence], refused.Errors);
        Assert.Equal(day, refused.Document.QuerySelector("input[name='Input.From']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_not_in_use_yet_is_withdrawn_and_what_is_in_use_is_not()
    {
        await using var stage = await AgreementStage.SetAsync();
        var national = await stage.AsAsync(Role.NationalCoordinator);
        var later = await BringAsync(stage, Changed(await StandardAsync(stage)));
        await national.SubmitAsync(later, "Publish version 1", new() { ["Input.From"] = "1 December 2026" });

        var withdrawn = await national.SubmitAsync(await national.GetAsync(later.Path), "Withdraw version 1");
        Assert.Contains("The template is withdrawn", withdrawn.Done, StringComparison.Ordinal);

        var now = await BringAsync(stage, Changed(await StandardAsync(stage)));
        var open = await national.GetAsync(now.Path);
        await national.SubmitAsync(now, "Publish version 2", new() { ["Input.From"] = "24 November 2026" });
        Assert.Equal(HttpStatusCode.Conflict, (await national.SubmitAsync(open, "Withdraw version 2")).Status);
    }

    [Fact]
    public async Task New_agreements_take_it_old_ones_keep_theirs_and_a_draft_is_taken_over_when_somebody_says_so()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        await PublishAsync(stage);
        var national = await stage.AsAsync(Role.NationalCoordinator);
        var officer = await stage.AsAsync(Role.LeadPoliceContact);

        Assert.DoesNotContain(Ours, (await officer.GetAsync(AgreementLinks.Version(stage.Number, 1))).Text, StringComparison.Ordinal);
        Assert.Contains("One draft is written in an earlier version", (await national.GetAsync(TemplateLinks.List)).Text, StringComparison.Ordinal);
        Assert.Contains(stage.School.Facts.Name, (await national.GetAsync(TemplateLinks.DraftsOf(FormDefinitions.PartnershipAgreement.Key))).Text, StringComparison.Ordinal);
        var seen = await national.GetAsync(AgreementLinks.Template(stage.Number, 1));
        Assert.Contains(Ours, seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(seen.Document.QuerySelectorAll("button"), button => button.TextContent.StartsWith("Take over", StringComparison.Ordinal));

        var before = (await stage.AgreementAsync()).Answers();
        var file = await officer.Client.GetByteArrayAsync(new Uri(AgreementLinks.Word(stage.Number, 1), UriKind.Relative));
        var taken = await officer.SubmitAsync(await officer.GetAsync(AgreementLinks.Template(stage.Number, 1)), "Take over template version 1");

        Assert.Contains("Agreement 1 has the text of the template in use", taken.Done, StringComparison.Ordinal);
        Assert.Contains(Ours, (await officer.GetAsync(AgreementLinks.Version(stage.Number, 1))).Text, StringComparison.Ordinal);
        Assert.Equal(before, (await stage.AgreementAsync()).Answers());
        Assert.Contains("Took agreement 1 over to template version 1, from the standard template", (await officer.GetAsync($"/schools/{stage.Number}/history")).Text, StringComparison.Ordinal);
        Assert.Contains("Every draft is written in the version in use", (await national.GetAsync(TemplateLinks.DraftsOf(FormDefinitions.PartnershipAgreement.Key))).Text, StringComparison.Ordinal);
        var review = await officer.UploadAsync(
            await officer.GetAsync(AgreementLinks.Returned(stage.Number)), "Read the file", "Input.Upload", "draft.docx",
            new EditedFile(file).Edit(body => body.Cell("purpose.local").Type("Written before")).Bytes());
        Assert.Contains("One answer differs", review.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("was not read", review.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agreement_is_signed_in_its_own_template_and_its_draft_comes_back_from_Word()
    {
        await using var stage = await AgreementStage.SetAsync();
        await PublishAsync(stage);
        await stage.DraftAsync();
        var officer = await stage.AsAsync(Role.LeadPoliceContact);

        var draft = await officer.Client.GetByteArrayAsync(new Uri(AgreementLinks.Word(stage.Number, 1), UriKind.Relative));
        Assert.Contains(Ours, TextOf(draft), StringComparison.Ordinal);
        var review = await officer.UploadAsync(
            await officer.GetAsync(AgreementLinks.Returned(stage.Number)), "Read the file", "Input.Upload", "draft.docx",
            new EditedFile(draft).Edit(body => body.Cell("purpose.local").Type("Written in Word")).Bytes());
        Assert.Contains("One answer differs", review.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("was not read", review.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(review, "Save what you chose");
        Assert.Equal("Written in Word", (await stage.AgreementAsync()).Answers()["purpose.local"]?.Text);

        await stage.AgreeAsync(1);
        await stage.SignByAllAsync(1);
        var signed = await stage.Portal.WithDbAsync(db => db.AgreementFiles.Where(f => f.Kind == AgreementFileKind.Signed).Select(f => f.Bytes).SingleAsync());
        Assert.Contains(Ours, TextOf(signed), StringComparison.Ordinal);
        Assert.Contains("\"wording\"", await officer.Client.GetStringAsync(new Uri(AgreementLinks.EvidenceFile(stage.Number, 1), UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_came_into_use_meanwhile_is_shown_before_it_is_taken()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.DraftAsync();
        await PublishAsync(stage);
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var open = await officer.GetAsync(AgreementLinks.Template(stage.Number, 1));
        await PublishAsync(stage);

        var told = await officer.SubmitAsync(open, "Take over template version 1");

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("template version 2", told.Text, StringComparison.Ordinal);
        Assert.Null((await stage.AgreementAsync()).TemplateId);
    }

    private static async Task<byte[]> StandardAsync(AgreementStage stage) =>
        await (await stage.AsAsync(Role.NationalCoordinator)).Client.GetByteArrayAsync(new Uri(TemplateLinks.StandardOf(FormDefinitions.PartnershipAgreement.Key), UriKind.Relative));

    private static byte[] Changed(byte[] template) => new EditedFile(template)
        .Edit(body => body.Descendants(EditedFile.W + "t").First(t => t.Value.StartsWith("In an emergency", StringComparison.Ordinal)).Value = Ours)
        .Bytes();

    private static async Task<Page> BringAsync(AgreementStage stage, byte[] file)
    {
        var national = await stage.AsAsync(Role.NationalCoordinator);
        return await national.UploadAsync(
            await national.GetAsync(TemplateLinks.List), Check, "Input.Upload", "ours.docx", file, new() { ["Input.Note"] = "Clearer about emergencies" });
    }

    private static async Task PublishAsync(AgreementStage stage)
    {
        var version = await BringAsync(stage, Changed(await StandardAsync(stage)));
        await (await stage.AsAsync(Role.NationalCoordinator)).SubmitAsync(version, $"Publish {version.Heading.ToLowerInvariant()}", new() { ["Input.From"] = "24 November 2026" });
    }

    private static string TextOf(byte[] docx)
    {
        var text = "";
        new EditedFile(docx).Edit(body => text = body.Value);
        return text;
    }
}

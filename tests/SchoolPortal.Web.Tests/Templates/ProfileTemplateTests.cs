using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Profiles;
using SchoolPortal.Web.Pages.Templates;
using SchoolPortal.Web.Tests.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Templates;

/// <summary>A template of the profile goes the same way as one of the agreement.</summary>
public sealed class ProfileTemplateTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Ours = "The principal speaks for the school as a whole.";

    private static string List => TemplateLinks.ListOf(FormDefinitions.SchoolProfile.Key);

    [Fact]
    public async Task New_profiles_take_it_an_open_one_when_somebody_says_so_and_files_come_back_from_either()
    {
        using var national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var before = await ProfileCase.NewAsync(portal);
        using var earlier = await before.AsAsync(Role.Principal);
        await before.OpenAsync(earlier);
        var old = await TakeAsync(earlier, ProfileLinks.Word(before.Number, ProfileCase.Year));
        var version = await BringAsync(national);
        Assert.Contains($"All {ProfileCase.Form.Fields().Count()} questions are there", version.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A signed profile", version.Text, StringComparison.Ordinal);
        Assert.Contains(Ours, WordTexts.Of(await TakeAsync(national, $"{version.Path}/preview.docx")), StringComparison.Ordinal);
        await national.SubmitAsync(version, "Publish version 1", new() { ["Input.From"] = "24 November 2026" });

        Assert.Contains("One draft is written in an earlier version", (await national.GetAsync(List)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Ours, WordTexts.Of(await TakeAsync(earlier, ProfileLinks.Word(before.Number, ProfileCase.Year))), StringComparison.Ordinal);
        var taken = await earlier.SubmitAsync(await earlier.GetAsync(ProfileLinks.Template(before.Number, ProfileCase.Year)), "Take over template version 1");
        Assert.Equal(before.Home, taken.Path);
        Assert.Contains(Ours, WordTexts.Of(await TakeAsync(earlier, ProfileLinks.Word(before.Number, ProfileCase.Year))), StringComparison.Ordinal);
        await ComesBackAsync(earlier, before, old);

        var after = await ProfileCase.NewAsync(portal);
        using var later = await after.AsAsync(Role.Principal);
        await after.OpenAsync(later);
        var file = await TakeAsync(later, ProfileLinks.Word(after.Number, ProfileCase.Year));
        Assert.Contains(Ours, WordTexts.Of(file), StringComparison.Ordinal);
        Assert.Contains("☐", WordTexts.Of(file), StringComparison.Ordinal);
        await ComesBackAsync(later, after, file);
    }

    [Fact]
    public async Task A_template_of_the_other_form_is_refused_and_nothing_kept()
    {
        using var national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var agreement = await TakeAsync(national, TemplateLinks.StandardOf(FormDefinitions.PartnershipAgreement.Key));
        var kept = await portal.WithDbAsync(db => db.TemplateVersions.CountAsync());

        var refused = await national.UploadAsync(
            await national.GetAsync(List), "Check the template", "Input.Upload", "ours.docx", agreement, new() { ["Input.Note"] = "Another form" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(refused.Errors);
        Assert.Equal(kept, await portal.WithDbAsync(db => db.TemplateVersions.CountAsync()));
    }

    private static async Task<Page> BringAsync(PageBrowser national)
    {
        var standard = await TakeAsync(national, TemplateLinks.StandardOf(FormDefinitions.SchoolProfile.Key));
        var changed = new EditedFile(standard)
            .Edit(body => body.Descendants(EditedFile.W + "t").First(t => t.Value.StartsWith("The principal’s statement", StringComparison.Ordinal)).Value = Ours)
            .Bytes();
        return await national.UploadAsync(
            await national.GetAsync(List), "Check the template", "Input.Upload", "ours.docx", changed, new() { ["Input.Note"] = "Says it in short" });
    }

    private static async Task ComesBackAsync(PageBrowser browser, ProfileCase at, byte[] file)
    {
        var edited = new EditedFile(file).Edit(body => body.Cell("community.neighbours").Type("Written in Word")).Bytes();
        var review = await browser.UploadAsync(await browser.GetAsync(ProfileLinks.Returned(at.Number)), "Read the file", "Input.Upload", "profile.docx", edited);
        Assert.Contains("One answer differs", review.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("was not read", review.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(review, "Save what you chose");
        Assert.Equal("Written in Word", (await at.StoredAsync("community")).Answers()["community.neighbours"]?.Text);
    }

    private static Task<byte[]> TakeAsync(PageBrowser browser, string address) => browser.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
}

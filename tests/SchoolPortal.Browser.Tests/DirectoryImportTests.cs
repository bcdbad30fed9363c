using Microsoft.Playwright;

using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Browser.Tests;

/// <summary>A directory is brought, looked through, applied and undone in a real browser that runs no script, with a third value to decide.</summary>
public sealed class DirectoryImportTests(Chromium chromium, BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [Fact]
    public async Task A_directory_goes_from_file_to_undo_without_script()
    {
        var held = (await portal.SchoolAsync(16)).Facts.Telephone;
        await portal.WithDbAsync(async db =>
        {
            var change = new Change(Actor.Portal, portal.Clock.GetUtcNow().UtcDateTime, "Said");
            var school = db.Schools.Single(s => s.Number == 16);
            db.FactCorrections.Add(new FactCorrection(school, nameof(SchoolFacts.Telephone), "09 999 0000", Side.School, change));
            await db.SaveAsync(change, CancellationToken.None);
        });
        var national = await portal.PersonAsync(Role.NationalCoordinator);
        await using var scripted = await Visitor.ComeAsync(chromium, portal);
        await scripted.SignInAsync(national.Email, PortalHost.Passphrase);
        await using var visitor = await scripted.WithoutScriptAsync();

        await visitor.GoAsync("/admin/directory-import");
        await visitor.Page.GetByLabel("Schools directory").SetInputFilesAsync(new FilePayload
        {
            Name = "2026-11-01_directory.csv",
            MimeType = "text/csv",
            Buffer = "School_Id,Org_Name,Telephone,Email,Add1_Suburb,Add1_City\n16,Whangarei Girls' High School,09 111 1111,office@wghs.school.nz,Regent,Whangārei\n"u8.ToArray(),
        });
        await PressAsync(visitor, "Read the file");
        Assert.Contains("Decide what is to happen", await TextAsync(visitor), StringComparison.Ordinal);

        await visitor.OntoNextPageAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Decide what is to happen" }).ClickAsync());
        await visitor.Page.GetByLabel("What is to happen?").SelectOptionAsync("BothKept");
        await PressAsync(visitor, "Save the ticks and decisions of this page");
        await PressAsync(visitor, "Apply 1 ticked row");
        Assert.Contains("The directory is applied", await TextAsync(visitor), StringComparison.Ordinal);
        await visitor.GoAsync("/schools/16");
        Assert.Contains("The directory says 09 111 1111", await TextAsync(visitor), StringComparison.Ordinal);

        await visitor.GoAsync("/admin/directory-import");
        await visitor.OntoNextPageAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Schools Directory, 1 November 2026" }).ClickAsync());
        await visitor.OntoNextPageAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Undo this import" }).ClickAsync());
        Assert.Contains("Everything comes back.", await TextAsync(visitor), StringComparison.Ordinal);
        await PressAsync(visitor, "Undo the import");
        Assert.Contains("The import is undone", await TextAsync(visitor), StringComparison.Ordinal);
        await visitor.GoAsync("/schools/16");
        Assert.Contains($"The directory says {held}", await TextAsync(visitor), StringComparison.Ordinal);
    }

    private static Task<string> TextAsync(Visitor visitor) => visitor.Page.Locator("main").InnerTextAsync();

    private static Task PressAsync(Visitor visitor, string button) =>
        visitor.OntoNextPageAsync(() => visitor.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
}

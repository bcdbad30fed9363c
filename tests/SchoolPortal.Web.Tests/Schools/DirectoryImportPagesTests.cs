using System.Net;
using System.Text;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Schools;

public sealed class DirectoryImportPagesTests : IAsyncLifetime
{
    private const string Address = "/admin/directory-import";
    private const string October = DirectoryFiles.Of2021October;

    private readonly PortalHost portal = new();
    private PageBrowser administrator = null!;

    public async ValueTask InitializeAsync() => administrator = await portal.SignInAsync(await portal.PersonAsync(Role.Administrator));

    public async ValueTask DisposeAsync()
    {
        administrator.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task An_administrator_brings_a_later_directory_looks_through_it_applies_it_and_undoes_it()
    {
        var proposal = await BringAsync(October);
        Assert.Contains("nothing is changed yet", proposal.Done, StringComparison.Ordinal);
        Assert.Contains("Total roll: from", proposal.Text, StringComparison.Ordinal);

        var applied = await administrator.SubmitAsync(proposal, ApplyButton(proposal));
        Assert.Contains("The directory is applied", applied.Done, StringComparison.Ordinal);
        Assert.Equal("Schools Directory, 1 October 2021", (await portal.SchoolAsync(16)).Vintage);

        var preview = await administrator.GetAsync($"{applied.Path}/undo");
        Assert.Contains("The facts of 2,508 schools are what they were before", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Everything comes back.", preview.Text, StringComparison.Ordinal);
        var undone = await administrator.SubmitAsync(preview, "Undo the import");
        Assert.Contains("The import is undone", undone.Done, StringComparison.Ordinal);
        Assert.Equal("Schools Directory, 25 September 2021", (await portal.SchoolAsync(16)).Vintage);
        var history = (await administrator.GetAsync(Address)).Text;
        Assert.Contains("2,508 changed", history, StringComparison.Ordinal);
        Assert.Matches("Undone by .+ applied by ", history);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"{applied.Path}/undo")).Status);
    }

    [Fact]
    public async Task An_undo_tells_before_what_does_not_come_back_and_what_stands_in_its_way()
    {
        // The October file without school 16 closes it; its agreement ends, and another is said of a fact that the file agreed to.
        await portal.WithDbAsync(async db =>
        {
            var change = new Change(Actor.Portal, portal.Clock.UtcNow(), "Filled");
            var (closing, other) = (await db.Schools.SingleAsync(s => s.Number == 16), await db.Schools.SingleAsync(s => s.Number == 17));
            db.Agreements.Add(new Agreement(closing.Id, 1, FormDefinitions.PartnershipAgreement, FormDefinitions.PartnershipAgreement.StartingAnswers(), change));
            db.FactCorrections.Add(new FactCorrection(other, nameof(SchoolFacts.Telephone), "09 999 9999", Side.School, change));
            await db.SaveAsync(change, CancellationToken.None);
        });
        var lines = Encoding.UTF8.GetString(DirectoryFiles.Bytes(October)).Split('\n')
            .Where(line => !line.StartsWith("16,", StringComparison.Ordinal))
            .Select(line => line.StartsWith("17,", StringComparison.Ordinal) ? line.Replace("09 438 3950", "09 999 9999", StringComparison.Ordinal) : line);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var proposal = await UploadAsync(October, Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var applied = await administrator.SubmitAsync(proposal, ApplyButton(proposal));
        Assert.Contains("The directory is applied", applied.Done, StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.WithDbAsync(async db =>
        {
            var change = new Change(Actor.Portal, portal.Clock.UtcNow(), "Said again");
            db.FactCorrections.Add(new FactCorrection(await db.Schools.SingleAsync(s => s.Number == 17), nameof(SchoolFacts.Telephone), "09 888 8888", Side.School, change));
            await db.SaveAsync(change, CancellationToken.None);
        });
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<EndAgreements>().HandleAsync(CancellationToken.None);
        }

        var undo = await administrator.GetAsync($"{proposal.Path}/undo");
        Assert.Contains("1 school that it closed is open again", undo.Text, StringComparison.Ordinal);
        Assert.Contains("Whangarei Girls' High School, agreement 1", undo.Text, StringComparison.Ordinal);
        Assert.Contains("Pompallier Catholic College: Telephone", undo.Text, StringComparison.Ordinal);

        await portal.WithDbAsync(async db =>
        {
            (await db.Schools.SingleAsync(s => s.Number == 17)).TakeFacts(new SchoolFacts { Name = "Other" }, "Other", new DateOnly(2026, 11, 24));
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Changed"), CancellationToken.None);
        });
        var blocked = await administrator.GetAsync($"{proposal.Path}/undo");
        Assert.Contains("It cannot be undone. School 17 changed after this import was applied", blocked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(blocked.Document.QuerySelectorAll("main button"), button => button.TextContent.Contains("Undo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_that_are_unticked_are_left_out_and_the_ticks_of_a_page_are_kept()
    {
        var proposal = await BringAsync(October);
        var shown = proposal.Document.QuerySelectorAll("input[name=shown]").Select(input => input.GetAttribute("value")!).ToList();

        var ticked = await administrator.SubmitAsync(proposal, "Save the ticks of this page", [new("chosen", shown[1])]);

        Assert.Equal([shown[1]], ticked.Document.QuerySelectorAll("input[name=chosen][checked]").Select(input => input.GetAttribute("value")));
        var untickedAll = await administrator.SubmitAsync(ticked, "Untick all");
        Assert.DoesNotContain(untickedAll.Document.QuerySelectorAll("button"), button => button.TextContent.StartsWith("Apply", StringComparison.Ordinal));
        var one = await administrator.SubmitAsync(untickedAll, "Save the ticks of this page", [new("chosen", shown[0])]);
        await administrator.SubmitAsync(one, "Apply 1 ticked row");

        Assert.Equal(1, await portal.WithDbAsync(db => db.Schools.CountAsync(school => school.FactsAsAt == new DateOnly(2021, 10, 1))));
    }

    [Fact]
    public async Task A_part_of_a_directory_is_loudly_marked_and_closes_nothing()
    {
        var proposal = await BringAsync(DirectoryFiles.SampleOf2026);

        Assert.Contains("probably a part of a directory", proposal.Document.QuerySelector(".govuk-warning-text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("closes 0 schools", proposal.Text, StringComparison.Ordinal);
        var gone = await administrator.GetAsync(proposal.Path + "?show=Gone");
        Assert.Equal(25, gone.Document.QuerySelectorAll("input[name=chosen]").Length);
        Assert.Empty(gone.Document.QuerySelectorAll("input[name=chosen][checked]"));
    }

    [Fact]
    public async Task A_directory_older_than_the_one_in_force_says_so()
    {
        var proposal = await BringAsync(DirectoryFiles.Of2017);

        Assert.Contains("older than the Schools Directory, 25 September 2021", proposal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_directory_again_says_that_there_is_nothing_new()
    {
        var page = await BringAsync(DirectoryFiles.Of2021);

        Assert.Equal(Address, page.Path);
        Assert.Contains("says nothing that the portal does not hold already", page.Done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_that_is_put_aside_changes_nothing_and_cannot_be_applied()
    {
        var proposal = await BringAsync(October);
        var aside = await administrator.SubmitAsync(proposal, "Put the proposal aside");
        Assert.Contains("Nothing was changed", aside.Done, StringComparison.Ordinal);

        var late = await administrator.SubmitAsync(proposal, ApplyButton(proposal));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("discarded", Assert.Single(late.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a table", "Station,Area\nAkaroa,Mid South\n", "no row of headings")]
    [InlineData("nothing", "", "empty")]
    [InlineData("a cut file", "School_Id,Org_Name,Telephone,Fax,Email,URL\n1,Te Kao School,,,,\n2,Tai", "cut short")]
    public async Task A_file_that_is_no_directory_gets_one_sentence_beside_the_field_and_stores_nothing(string what, string text, string says)
    {
        var before = await portal.WithDbAsync(db => db.DirectoryImports.CountAsync());

        var page = await UploadAsync(what + ".csv", Encoding.UTF8.GetBytes(text));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(says, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(before, await portal.WithDbAsync(db => db.DirectoryImports.CountAsync()));
    }

    [Fact]
    public async Task A_form_without_a_file_and_one_with_a_strange_day_say_what_to_do()
    {
        var form = await administrator.GetAsync(Address);

        var nothing = await administrator.SubmitAsync(form, "Read the file");
        Assert.Equal(["Choose the directory’s CSV file"], nothing.Errors);

        var day = await administrator.UploadAsync(WithDay(form, "soon"), "Read the file", "Input.Upload", October, DirectoryFiles.Bytes(October));
        Assert.Contains("like 14/5/2026", Assert.Single(day.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_too_large_and_not_a_stale_form()
    {
        var page = await UploadAsync("big.csv", new byte[22 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("20 MB", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schools_of_a_split_area_are_put_in_the_district_that_a_person_picks()
    {
        await portal.WithDbAsync(db => db.Schools.Where(school => school.Facts.TerritorialAuthority == "Kaipara District")
            .ExecuteUpdateAsync(school => school.SetProperty(s => s.DistrictId, (Guid?)null)));
        var waitemata = await portal.WithDbAsync(db => db.Districts.SingleAsync(district => district.Name == "Waitematā"));
        var proposal = await BringAsync(October);
        var split = await administrator.GetAsync(proposal.Path + "?show=Split");
        Assert.Contains("Northland 22, Waitematā 1", split.Text, StringComparison.Ordinal);

        var area = await administrator.SubmitAsync(split, "Put all in this district: Kaipara District", new() { ["district"] = waitemata.Id.ToString() });
        var select = area.Document.QuerySelector("select[name^=districts]")!;
        var northland = select.QuerySelectorAll("option").First(option => option.TextContent == "Northland").GetAttribute("value")!;
        await administrator.SubmitAsync(area, "Save the districts of this page", new() { [select.GetAttribute("name")!] = northland });
        await administrator.SubmitAsync(proposal, ApplyButton(proposal));

        var districts = await portal.WithDbAsync(db => db.Schools
            .Where(school => school.Facts.TerritorialAuthority == "Kaipara District")
            .GroupBy(school => school.DistrictId)
            .ToDictionaryAsync(group => group.Key ?? Guid.Empty, group => group.Count()));
        Assert.Equal(1, districts[Guid.Parse(northland)]);
        Assert.True(districts[waitemata.Id] > 15);
    }

    [Theory]
    [InlineData(Role.Principal, 16)]
    [InlineData(Role.Auditor, null)]
    public async Task Others_may_not_come_here(Role role, int? school)
    {
        Guid? place = school is { } number ? (await portal.SchoolAsync(number)).Id : null;
        using var other = await portal.SignInAsync(await portal.PersonAsync(role, place));

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Address)).Status);
    }

    private static string ApplyButton(Page proposal) =>
        proposal.Document.QuerySelectorAll("button").Select(button => button.TextContent.Trim()).First(text => text.StartsWith("Apply ", StringComparison.Ordinal));

    private static Page WithDay(Page form, string day)
    {
        form.Document.QuerySelector("input[name='Input.AsAt']")!.SetAttribute("value", day);
        return form;
    }

    private Task<Page> BringAsync(string vintage) => UploadAsync(vintage, DirectoryFiles.Bytes(vintage));

    private async Task<Page> UploadAsync(string fileName, byte[] bytes) =>
        await administrator.UploadAsync(await administrator.GetAsync(Address), "Read the file", "Input.Upload", fileName, bytes);
}

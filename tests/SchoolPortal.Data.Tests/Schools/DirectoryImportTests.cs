using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using Xunit;

namespace SchoolPortal.Data.Tests.Schools;

public sealed class DirectoryImportTests : IDisposable
{
    private static readonly Actor Administrator = new(Guid.CreateVersion7(), "Aroha Administrator", "Administrator", []);

    private readonly TestDatabase database = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData(DirectoryFiles.Of2014, DirectoryFiles.Of2016, 24, 26)]
    [InlineData(DirectoryFiles.Of2016, DirectoryFiles.Of2017, 14, 14)]
    [InlineData(DirectoryFiles.Of2017, DirectoryFiles.Of2021, 36, 55)]
    [InlineData(DirectoryFiles.Of2021, DirectoryFiles.Of2021October, 0, 0)]
    public async Task The_next_vintage_adds_closes_and_renames_what_differs(string first, string next, int gone, int added)
    {
        await ImportAsync(first);

        var import = await ProposeAsync(next);

        Assert.Equal((gone, added, 0), (import.Gone, import.Added, import.Reopened));
        await using var db = database.Open();
        var renamed = (await db.DirectoryImportRows.Where(row => row.Kind == DirectoryRowKind.Changed).ToListAsync(Cancel))
            .Where(row => row.Changes.Any(change => change.Fact == nameof(SchoolFacts.Name)))
            .Select(row => row.Number!.Value);
        Assert.Equal(RenamedBetween(first, next), renamed.Order());
    }

    [Theory]
    [InlineData(DirectoryFiles.Of2014)]
    [InlineData(DirectoryFiles.Of2016)]
    [InlineData(DirectoryFiles.Of2017)]
    [InlineData(DirectoryFiles.Of2021)]
    [InlineData(DirectoryFiles.Of2021October)]
    [InlineData(DirectoryFiles.SampleOf2026)]
    public async Task The_same_file_twice_proposes_nothing(string vintage)
    {
        await ImportAsync(vintage);

        var again = await ProposeAsync(vintage);

        Assert.True(again.ProposesNothing);
        await using var db = database.Open();
        Assert.Equal(1, await db.DirectoryImports.CountAsync(Cancel));
    }

    [Fact]
    public async Task Two_files_of_one_year_differ_only_in_what_truly_differs()
    {
        await ImportAsync(DirectoryFiles.Of2021);
        await ProposeAsync(DirectoryFiles.Of2021October);

        await using var db = database.Open();
        var rows = await db.DirectoryImportRows.Where(row => row.Kind == DirectoryRowKind.Changed).ToListAsync(Cancel);
        var facts = rows.SelectMany(row => row.Changes).GroupBy(change => change.Fact).ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(3, facts[nameof(SchoolFacts.Name)]);
        string[] spelledDifferently =
        [
            nameof(SchoolFacts.Type), nameof(SchoolFacts.Authority), nameof(SchoolFacts.CoEducation), nameof(SchoolFacts.Donations),
            nameof(SchoolFacts.Definition), nameof(SchoolFacts.TerritorialAuthority), nameof(SchoolFacts.Postcode), nameof(SchoolFacts.Latitude),
            nameof(SchoolFacts.Longitude), nameof(SchoolFacts.Telephone), nameof(SchoolFacts.RegionalCouncil),
        ];
        Assert.All(spelledDifferently, fact => Assert.InRange(facts.GetValueOrDefault(fact), 0, 60));
    }

    [Fact]
    public async Task Undoing_the_latest_import_restores_every_school_exactly()
    {
        await ImportAsync(DirectoryFiles.Of2014);
        await ImportAsync(DirectoryFiles.Of2016);
        var before = await SchoolsAsync();
        var import = await ImportAsync(DirectoryFiles.Of2021);
        Assert.NotEqual(before, await SchoolsAsync());

        await UndoAsync(import);

        Assert.Equal(before, await SchoolsAsync());
        await using var db = database.Open();
        Assert.Equal(DirectoryImportState.Undone, (await db.DirectoryImports.SingleAsync(other => other.Id == import.Id, Cancel)).State);
    }

    [Fact]
    public async Task A_school_that_is_listed_again_is_reopened_and_an_undo_closes_it_on_its_old_day()
    {
        await ImportAsync(DirectoryFiles.Of2016);
        await ImportAsync(DirectoryFiles.Of2017);
        var closed = await SchoolsAsync();

        var back = await ImportAsync(DirectoryFiles.Of2016);
        Assert.Equal(14, back.Reopened);

        await UndoAsync(back);
        Assert.Equal(closed, await SchoolsAsync());
    }

    [Fact]
    public async Task An_import_on_which_a_later_one_builds_cannot_be_undone()
    {
        var first = await ImportAsync(DirectoryFiles.Of2016);
        await ImportAsync(DirectoryFiles.Of2017);

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => UndoAsync(first));

        Assert.Contains(DirectoryFiles.Of2017, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_whose_new_school_has_records_cannot_be_undone()
    {
        var import = await ImportAsync(DirectoryFiles.Of2021);
        await EditPlaceAsync(7, "Kaikohe");

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => UndoAsync(import));

        Assert.Contains("School 7 ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2558, (await SchoolsAsync()).Count);
    }

    [Fact]
    public async Task No_import_touches_what_the_Police_side_keeps()
    {
        await ImportAsync(DirectoryFiles.Of2014);
        await EditPlaceAsync(1, "Kaitaia");
        await ImportAsync(DirectoryFiles.Of2021);

        await using var db = database.Open();
        var school = await db.Schools.SingleAsync(school => school.Number == 1, Cancel);
        Assert.Equal(("Kaitaia", "Beside the hall", "Te Kura o Te Kao"), ((await db.Stations.SingleAsync(s => s.Id == school.StationId, Cancel)).Name, school.Notes, school.Facts.Name));
    }

    [Fact]
    public async Task A_row_that_is_unticked_stays_as_it_was_and_is_proposed_again()
    {
        await ImportAsync(DirectoryFiles.Of2016);
        var import = await ProposeAsync(DirectoryFiles.Of2017);
        await using (var db = database.Open())
        {
            foreach (var row in await db.DirectoryImportRows.Where(row => row.Kind != DirectoryRowKind.Changed).ToListAsync(Cancel))
            {
                row.Choose(false);
            }

            await db.SaveChangesAsync(Cancel);
        }

        await ApplyAsync(import);

        var again = await ProposeAsync(DirectoryFiles.Of2017);
        Assert.Equal((14, 14, 0), (again.Gone, again.Added, again.Changed));
        Assert.Equal(2539, (await SchoolsAsync()).Count);
    }

    [Fact]
    public async Task A_part_of_a_directory_closes_no_school_unless_a_person_ticks_it()
    {
        await ImportAsync(DirectoryFiles.Of2021);

        var import = await ProposeAsync(DirectoryFiles.SampleOf2026);

        Assert.True(import.ManyGone);
        Assert.InRange(import.Gone, 2500, 2558);
        await ApplyAsync(import);
        await using var db = database.Open();
        Assert.Equal(0, await db.Schools.CountAsync(school => school.Status == SchoolStatus.Closed, Cancel));
        Assert.Equal(42, await db.Schools.CountAsync(school => school.FactsAsAt == new DateOnly(2026, 6, 7), Cancel));
    }

    [Fact]
    public async Task Facts_that_a_later_file_does_not_tell_stay_as_they_were()
    {
        await ImportAsync(DirectoryFiles.Of2021);
        await ImportAsync(DirectoryFiles.SampleOf2026);

        await using var db = database.Open();
        var facts = (await db.Schools.SingleAsync(school => school.Number == 7, Cancel)).Facts;
        Assert.Equal((2, 516, new DateOnly(2026, 5, 1)), (facts.Decile, facts.Eqi, facts.RollDate));
    }

    [Fact]
    public async Task A_proposal_that_was_overtaken_is_refused_as_a_whole()
    {
        await ImportAsync(DirectoryFiles.Of2014);
        var overtaken = await ProposeAsync(DirectoryFiles.Of2017);
        await ImportAsync(DirectoryFiles.Of2016);
        var before = await SchoolsAsync();

        await Assert.ThrowsAsync<RuleBroken>(() => ApplyAsync(overtaken));

        Assert.Equal(before, await SchoolsAsync());
    }

    [Fact]
    public async Task An_import_is_applied_once()
    {
        var import = await ImportAsync(DirectoryFiles.Of2021);

        await Assert.ThrowsAsync<StepNotAllowed>(() => ApplyAsync(import));
    }

    [Fact]
    public async Task A_refused_file_stores_nothing()
    {
        await using var db = database.Open();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("Station,Area\nAkaroa,Mid South\n"));

        await Assert.ThrowsAsync<NotADirectoryException>(() =>
            new ProposeDirectoryImport(db, clock).HandleAsync(file, "x.csv", null, Administrator, Cancel));

        Assert.Equal(0, await db.DirectoryImports.CountAsync(Cancel) + await db.AuditEvents.CountAsync(Cancel));
    }

    [Fact]
    public async Task Every_school_that_an_import_touches_says_so_in_its_history()
    {
        await ImportAsync(DirectoryFiles.Of2021);
        await ImportAsync(DirectoryFiles.Of2021October);

        await using var db = database.Open();
        var renamed = await db.Schools.SingleAsync(school => school.Number == 16, Cancel);
        var lines = await db.AuditEvents.Where(line => line.SchoolId == renamed.Id).OrderBy(line => line.At).ToListAsync(Cancel);
        Assert.Equal(2558, await db.AuditEvents.CountAsync(line => line.What == "Took over the Schools Directory, 25 September 2021" && line.SchoolId != null, Cancel));
        Assert.Equal("Aroha Administrator", lines[0].Who);
        Assert.Contains(nameof(SchoolFacts.RollDate), lines[1].Changes!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_portal_begins_with_the_directory_that_is_shipped_with_it_and_its_districts()
    {
        await AddDistrictsAsync();
        await using var db = database.Open();

        var import = await new LoadFirstDirectory(db, clock).HandleAsync(Cancel);

        Assert.Equal((2558, new DateOnly(2021, 9, 25)), (import!.Added, import.AsAt));
        Assert.Null(await new LoadFirstDirectory(db, clock).HandleAsync(Cancel));
        var without = await db.Schools.Where(school => school.DistrictId == null).Select(school => school.Number).ToListAsync(Cancel);
        Assert.Equal([472, 498], without.Order());
        Assert.Equal(8, await db.DirectoryImportRows.Where(row => row.SplitArea != null).Select(row => row.SplitArea).Distinct().CountAsync(Cancel));
    }

    private async Task<DirectoryImport> ImportAsync(string vintage)
    {
        var import = await ProposeAsync(vintage);
        await ApplyAsync(import);
        return import;
    }

    private async Task<DirectoryImport> ProposeAsync(string vintage)
    {
        clock.Advance(TimeSpan.FromMinutes(1));
        await using var db = database.Open();
        using var file = new MemoryStream(DirectoryFiles.Bytes(vintage));
        return await new ProposeDirectoryImport(db, clock).HandleAsync(file, vintage, null, Administrator, Cancel);
    }

    private async Task ApplyAsync(DirectoryImport import)
    {
        clock.Advance(TimeSpan.FromMinutes(1));
        await using var db = database.Open();
        await new ApplyDirectoryImport(db, clock).HandleAsync(import.Id, Administrator, Cancel);
    }

    private async Task UndoAsync(DirectoryImport import)
    {
        clock.Advance(TimeSpan.FromMinutes(1));
        await using var db = database.Open();
        await new UndoDirectoryImport(db, clock).HandleAsync(import.Id, Administrator, Cancel);
    }

    private async Task EditPlaceAsync(int number, string station)
    {
        clock.Advance(TimeSpan.FromMinutes(1));
        await using var db = database.Open();
        var school = await db.Schools.SingleAsync(school => school.Number == number, Cancel);
        school.SettlePlace(null, db.Station(station).Id, "Beside the hall");
        await db.SaveAsync(new Change(Administrator, clock.GetUtcNow().UtcDateTime, "Settled the station"), Cancel);
    }

    private async Task AddDistrictsAsync()
    {
        await using var db = database.Open();
        var order = 0;
        db.Districts.AddRange(PoliceDistricts.All.Select(district => new District($"D{district.Code}", district.Name, ++order)));
        await db.SaveAsync(new Change(Actor.Portal, clock.GetUtcNow().UtcDateTime, "Listed the districts"), Cancel);
    }

    /// <summary>Everything that the portal keeps of its schools, in words that can be compared.</summary>
    private async Task<IReadOnlyList<string>> SchoolsAsync()
    {
        await using var db = database.Open();
        var schools = await db.Schools.AsNoTracking().OrderBy(school => school.Number).ToListAsync(Cancel);
        return [.. schools.Select(school =>
            $"{school.Number}|{school.Id}|{school.Status}|{school.ClosedOn}|{school.Vintage}|{school.FactsAsAt}|{school.DistrictId}|{school.StationId}|{school.SearchText}|"
            + string.Join('|', SchoolFact.All.Select(fact => fact.Keep(school.Facts))))];
    }

    /// <summary>From the files' own text, without the importer: names that differ once the mark of planned schools is off.</summary>
    private static IEnumerable<int> RenamedBetween(string first, string next)
    {
        var before = Names(first);
        return Names(next).Where(pair => before.TryGetValue(pair.Key, out var name) && name != pair.Value).Select(pair => pair.Key).Order();
    }

    private static Dictionary<int, string> Names(string vintage)
    {
        var rows = DirectoryFiles.Cells(vintage);
        var head = rows.First(row => row.Length > 30 && row.Any(cell => cell is "School ID" or "School_Id" or "School Number"));
        var (number, name) = (Array.FindIndex(head, cell => cell is "School ID" or "School_Id" or "School Number"), Array.FindIndex(head, cell => cell is "Name" or "Org_Name" or "School Name"));
        return rows.Where(row => row.Length > name && int.TryParse(row[number], out _))
            .ToDictionary(row => int.Parse(row[number]), row => row[name].Split("(Proposed")[0].Replace("  ", " ", StringComparison.Ordinal).Trim());
    }
}

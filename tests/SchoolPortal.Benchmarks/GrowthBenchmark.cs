using System.Diagnostics;
using System.Globalization;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

using SchoolPortal.Data;
using SchoolPortal.Data.Sqlite;
using SchoolPortal.Domain;
using SchoolPortal.Testing;

namespace SchoolPortal.Benchmarks;

/// <summary>
/// The pages of a profile's year on the directory's 2,558 schools and on 100,000: how the profiles come in, the task list of one
/// school, and a section saved. Seven of ten schools have a profile of this year, in every state, with all its sections.
/// </summary>
internal static class GrowthBenchmark
{
    private const int Many = 100_000;
    private const int Saves = 40;

    private static readonly Uri Address = new("http://localhost:5604");
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    private static readonly (string Name, string Path, string Who)[] Pages =
    [
        ("profiles of the nation", "/reports/profiles", "national"),
        ("profiles of a district", "/reports/profiles?district=CMD", "national"),
        ("schools behind, page 1", "/reports/profiles?state=Behind", "national"),
        ("profiles of an officer's schools", "/reports/profiles", "leadpolice"),
        ("task list of a profile", "/schools/1409/profile/{year}", "leadschool"),
    ];

    public static Task RunAsync(Report report) => RunAsync(report, Pages, saves: true);

    /// <summary>Other pages on the same records.</summary>
    public static async Task RunAsync(Report report, IReadOnlyList<(string Name, string Path, string Who)> pages, bool saves)
    {
        var folder = Directory.CreateTempSubdirectory("schoolportal-bench-");
        var options = PortalDatabase.Options<SqlitePortalDbContext>(DatabaseProvider.Sqlite, PortalDatabase.SqliteFile(Path.Combine(folder.FullName, "portal.db")));
        try
        {
            // The first start fills the folder with the directory and the demonstration.
            await StopAsync(await StartAsync(folder.FullName));
            await using (var db = new SqlitePortalDbContext(options))
            {
                await GrowAsync(db, schools: 0);
            }

            var few = await MeasureAsync(folder.FullName, pages, saves);
            await using (var db = new SqlitePortalDbContext(options))
            {
                await GrowAsync(db, Many);
            }

            foreach (var (name, time) in await MeasureAsync(folder.FullName, pages, saves))
            {
                report.Add($"{name}, p50, {Many.ToString("N0", CultureInfo.InvariantCulture)} schools", Report.Ms(time), $"2,558 schools {Report.Ms(few[name])}", time / few[name], "≤ 2");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Dictionary<string, double>> MeasureAsync(string folder, IReadOnlyList<(string Name, string Path, string Who)> pages, bool saves)
    {
        using var portal = await StartAsync(folder);
        var times = new Dictionary<string, double>(StringComparer.Ordinal);
        var year = NewZealandTime.Today(TimeProvider.System).Year.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, path, who) in pages)
        {
            using var handler = new HttpClientHandler { AllowAutoRedirect = false };
            using var browser = await SignInAsync(handler, who);
            var address = new Uri(Address, path.Replace("{year}", year, StringComparison.Ordinal));

            // Before anything is kept: what the page costs after each change of anything.
            var asked = Stopwatch.GetTimestamp();
            await browser.GetAsync(address.PathAndQuery);
            times[$"{name}, the first time"] = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
            times[name] = (await HttpLoad.RunAsync(portal, address, handler.CookieContainer.GetCookieHeader(Address), connections: 1, Length)).P50;
        }

        if (saves)
        {
            times["section saved, with the page after it"] = await SaveAsync(year);
        }

        await StopAsync(portal);
        return times;
    }

    private static async Task<double> SaveAsync(string year)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = await SignInAsync(handler, "leadschool");
        var times = new List<double>();
        for (var save = 0; save < Saves; save++)
        {
            var form = await browser.GetAsync($"/schools/1409/profile/{year}/events");
            var pressed = Stopwatch.GetTimestamp();
            await browser.SubmitAsync(form, "Save and come back later");
            times.Add(Stopwatch.GetElapsedTime(pressed).TotalMilliseconds);
        }

        return Median.Of(times[(Saves / 4)..]);
    }

    private static async Task<PageBrowser> SignInAsync(HttpClientHandler handler, string who)
    {
        var browser = new PageBrowser(new HttpClient(handler, disposeHandler: false) { BaseAddress = Address });
        var landed = await browser.SubmitAsync(await browser.GetAsync("/account/sign-in"), "Sign in", new()
        {
            ["Input.Email"] = $"{who}@demo.schoolportal.example",
            ["Input.Passphrase"] = "kowhai ferry lantern seven",
        });
        return landed.Path == "/today" ? browser : throw new InvalidOperationException($"{who} could not sign in: {landed.Text}");
    }

    private static async Task<Process> StartAsync(string folder)
    {
        var portal = PortalProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "SchoolPortal.Web.dll"), "--urls", Address.ToString()], folder);
        await PortalProcess.WaitAsync(new Uri(Address, "/health/ready"));
        return portal;
    }

    private static async Task StopAsync(Process portal)
    {
        portal.Kill();
        await portal.WaitForExitAsync();
    }

    /// <summary>Copies the directory's schools until there are so many, and gives seven of ten without one a profile of this year: copies of a confirmed one.</summary>
    private static async Task GrowAsync(PortalDbContext db, int schools)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        const string NewId = "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))";
        await using var together = await db.Database.BeginTransactionAsync();
        var there = await db.Schools.CountAsync();
        for (var copy = 1; there < schools; copy++)
        {
            there += await CopyAsync(db, "Schools", $"\"Schools\" AS r WHERE r.\"Number\" < 10000 LIMIT {schools - there}", new() { ["Id"] = NewId, ["Number"] = $"r.\"Number\" + {copy * 10000}" });
        }

        await CopyAsync(
            db,
            "Profiles",
            """
            "Schools" AS s CROSS JOIN (SELECT * FROM "Profiles" WHERE "State" = 'Confirmed' ORDER BY "Year" DESC LIMIT 1) AS r
            WHERE s."Id" NOT IN (SELECT "SchoolId" FROM "Profiles" WHERE "Year" = r."Year") AND abs(random()) % 10 < 7
            """,
            new() { ["Id"] = NewId, ["SchoolId"] = "s.\"Id\"", ["State"] = "CASE abs(random()) % 10 WHEN 0 THEN 'NotStarted' WHEN 1 THEN 'Draft' WHEN 2 THEN 'Draft' WHEN 3 THEN 'Returned' WHEN 4 THEN 'Submitted' ELSE 'Confirmed' END" });
        await CopyAsync(
            db,
            "ProfileSections",
            """
            "Profiles" AS p JOIN "ProfileSections" AS r ON r."ProfileId" = (SELECT "ProfileId" FROM "ProfileSections" WHERE "ProfileId" IN (SELECT "Id" FROM "Profiles" WHERE "State" = 'Confirmed') LIMIT 1)
            WHERE p."Id" NOT IN (SELECT "ProfileId" FROM "ProfileSections")
            """,
            new() { ["Id"] = NewId, ["ProfileId"] = "p.\"Id\"", ["SchoolId"] = "p.\"SchoolId\"" });

        // From December on the portal would open next year for all of them while it is measured.
        var next = NewZealandTime.Today(TimeProvider.System).Year + 1;
        await CopyAsync(
            db,
            "Profiles",
            $"""
            "Schools" AS s CROSS JOIN (SELECT * FROM "Profiles" ORDER BY "Year" DESC LIMIT 1) AS r
            WHERE s."Id" NOT IN (SELECT "SchoolId" FROM "Profiles" WHERE "Year" = {next})
            """,
            new() { ["Id"] = NewId, ["SchoolId"] = "s.\"Id\"", ["Year"] = $"{next}", ["State"] = "'NotStarted'" });
        await together.CommitAsync();
    }

    /// <summary>Inserts copies of rows <c>r</c>, with some columns made anew.</summary>
    private static async Task<int> CopyAsync(PortalDbContext db, string table, string from, Dictionary<string, string> anew)
    {
        var columns = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync();
        var into = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var values = string.Join(", ", columns.Select(column => anew.GetValueOrDefault(column, $"r.\"{column}\"")));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = string.Join(' ', "INSERT INTO", table, "(", into, ") SELECT", values, "FROM", from);
        return await command.ExecuteNonQueryAsync();
    }
}

using System.Diagnostics;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Data.Sqlite;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Assignments;

namespace SchoolPortal.Benchmarks;

/// <summary>Who covers which schools, at the directory's 2,558 schools and at 100,000; and 500 schools that change hands in one step.</summary>
internal static class CoverageBenchmark
{
    private const int Reassigned = 500;

    private static readonly Uri Address = new("http://localhost:5605");

    private static readonly (string Name, string Path, string Who)[] Pages =
    [
        ("coverage of the nation", "/reports/coverage", "national"),
        ("schools without a lead, page 1", "/reports/coverage?gap=NoLead", "national"),
        ("coverage of a district", "/reports/coverage?district=CMD", "district"),
        ("coverage of a day that is over", "/reports/coverage?asAt=2025-05-12", "national"),
    ];

    public static async Task RunAsync(Report report)
    {
        await ReassignAsync(report);
        await GrowthBenchmark.RunAsync(report, Pages, saves: false);
    }

    private static async Task ReassignAsync(Report report)
    {
        var folder = Directory.CreateTempSubdirectory("schoolportal-bench-");
        try
        {
            // The first start fills the folder with the directory and the demonstration.
            using (var portal = PortalProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "SchoolPortal.Web.dll"), "--urls", Address.ToString()], folder.FullName))
            {
                await PortalProcess.WaitAsync(new Uri(Address, "/health/ready"));
                portal.Kill();
                await portal.WaitForExitAsync();
            }

            var options = PortalDatabase.Options<SqlitePortalDbContext>(DatabaseProvider.Sqlite, PortalDatabase.SqliteFile(Path.Combine(folder.FullName, "portal.db")));
            var times = new List<double>();
            for (var run = 0; run < 5; run++)
            {
                await using var db = new SqlitePortalDbContext(options);
                times.Add(await ReassignAsync(db, run));
            }

            report.Add($"{Reassigned} schools change hands", Report.Ms(Median.Of(times)), "2 s", Median.Of(times) / 2000, "≤ 1");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> ReassignAsync(PortalDbContext db, int run)
    {
        var clock = TimeProvider.System;
        var national = await db.Grants.Where(g => g.Role == Role.NationalCoordinator).Select(g => g.PersonId).FirstAsync();
        var actor = await db.ActorOf(national, clock.Today(), CancellationToken.None);
        var officer = await db.Officers.Where(o => o.ActiveTo == null && o.Rank == Rank.SeniorConstable).OrderBy(o => o.Email).Skip(run).Select(o => o.Id).FirstAsync();
        var numbers = await db.Schools.Where(s => s.Status == SchoolStatus.Open).OrderBy(s => s.SortName).Skip(run * Reassigned).Take(Reassigned).Select(s => s.Number).ToListAsync();
        var plan = new HandsPlan(
            Guid.CreateVersion7(), clock.Today(), [.. numbers.Select(number => new HandOver(number, AssignmentKind.LeadPoliceContact, officer))], done => $"Assigned {done}");
        var begun = Stopwatch.GetTimestamp();
        var outcomes = await new ChangeHands(db, new NoteNewContacts(db, clock), clock).HandleAsync(actor!, plan, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        var refused = outcomes.Values.Count(o => o is not (ChangeHands.Assigned or ChangeHands.AlreadyTheirs));
        return refused < Reassigned / 2 ? took : throw new InvalidOperationException($"{refused} of {Reassigned} were refused.");
    }
}

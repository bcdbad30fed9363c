using System.Diagnostics;
using System.Globalization;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Sqlite;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;

namespace SchoolPortal.Benchmarks;

/// <summary>
/// The agreements of all schools in one zip, and their profiles of this year, as the running portal makes them: read from the records, written, hashed and saved.
/// Each school has one of each with every text answered. Memory is what the process holds beyond what it holds idle.
/// </summary>
internal static class BulkBenchmark
{
    private static readonly Uri Address = new("http://localhost:5603");

    /// <param name="report">Gets the figures.</param>
    /// <param name="theirs">Milliseconds that docxtemplater needs for one agreement, or null.</param>
    public static async Task RunAsync(Report report, double? theirs)
    {
        var folder = Directory.CreateTempSubdirectory("schoolportal-bench-");
        var options = PortalDatabase.Options<SqlitePortalDbContext>(DatabaseProvider.Sqlite, PortalDatabase.SqliteFile(Path.Combine(folder.FullName, "portal.db")));
        await using var db = new SqlitePortalDbContext(options);
        try
        {
            await StopAsync(await StartAsync(folder.FullName));
            await SeedAsync(db);
            using var portal = await StartAsync(folder.FullName);
            var cold = await MeasureAsync(db, portal, times: 1);
            var once = await MeasureAsync(db, portal, times: 1);
            await StopAsync(portal);
            using var anew = await StartAsync(folder.FullName);
            var tenTimes = await MeasureAsync(db, anew, times: 10);
            await StopAsync(anew);
            using var third = await StartAsync(folder.FullName);
            var profiles = await MeasureAsync(db, third, times: 1, JobKind.ProfileFiles, Year.ToString(CultureInfo.InvariantCulture));
            await StopAsync(third);

            report.Add($"{once.Files} agreements in one zip", $"{once.PerSecond:0}/s", theirs is null ? "docxtemplater is not installed" : $"docxtemplater {1000 / theirs:0}/s",
                once.PerSecond * theirs / 1000 ?? double.NaN, "≥ 8, ≥ 400/s");
            report.Add($"{profiles.Files} profiles in one zip", $"{profiles.PerSecond:0}/s", $"agreements {cold.PerSecond:0}/s, cold too", profiles.PerSecond / cold.PerSecond, "");
            report.Add($"{profiles.Files} profiles in one zip, memory over idle", Megabytes(profiles.Peak - profiles.Idle), $"idle {Megabytes(profiles.Idle)}", (double)profiles.Peak / profiles.Idle, "≤ 100 MB");
            report.Add($"{once.Files} agreements in one zip, memory over idle", Megabytes(once.Peak - cold.Idle), $"idle {Megabytes(cold.Idle)}", (double)once.Peak / cold.Idle, "≤ 100 MB");
            report.Add($"{tenTimes.Files} agreements in one zip, peak memory", Megabytes(tenTimes.Peak), Megabytes(once.Peak), (double)tenTimes.Peak / once.Peak, "≤ 1.10");
            report.Add($"{tenTimes.Files} agreements in one zip", $"{tenTimes.PerSecond:0}/s", $"{once.PerSecond:0}/s", tenTimes.PerSecond / once.PerSecond, "");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The portal on these records, running and at rest.</summary>
    private static async Task<Process> StartAsync(string folder)
    {
        var portal = PortalProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "SchoolPortal.Web.dll"), "--urls", Address.ToString()], folder);
        await PortalProcess.WaitAsync(new Uri(Address, "/health/ready"));
        await Task.Delay(TimeSpan.FromSeconds(10));
        return portal;
    }

    private static async Task StopAsync(Process portal)
    {
        portal.Kill();
        await portal.WaitForExitAsync();
    }

    private static int Year => NewZealandTime.Today(TimeProvider.System).Year;

    /// <summary>Every text answered.</summary>
    private static Answers AnswersOf(FormDefinition form) => form.Fields()
        .Where(f => f.Field.Kind is FieldKind.Text or FieldKind.LongText)
        .Aggregate(form.StartingAnswers(), (all, f) => all.With(f.Field.Key, Answer.Of($"Answer to {f.Field.Key}, with a macron: Ōtāhuhu & friends.")));

    private static async Task SeedAsync(PortalDbContext db)
    {
        var form = FormDefinitions.PartnershipAgreement;
        var answers = AnswersOf(form);
        var change = new Change(Actor.Portal, TimeProvider.System.UtcNow(), "Filled in for the measurement");
        var without = await db.Schools.Where(s => !db.Agreements.Any(a => a.SchoolId == s.Id)).Select(s => s.Id).ToListAsync();
        var agreements = without.ConvertAll(id => new Agreement(id, 1, form, answers, change));
        await using var together = await db.Database.BeginTransactionAsync();
        await db.BulkInsertAsync(agreements, CancellationToken.None);
        await db.BulkInsertAsync([.. agreements.SelectMany(a => a.Sections)], CancellationToken.None);
        var profile = FormDefinitions.SchoolProfile;
        var (filled, unopened) = (AnswersOf(profile), await db.Schools.Where(s => !db.Profiles.Any(p => p.SchoolId == s.Id && p.Year == Year)).Select(s => s.Id).ToListAsync());
        var profiles = unopened.ConvertAll(id => new Profile(id, Year, profile, filled, new DateOnly(Year, 3, 31), change));
        await db.BulkInsertAsync(profiles, CancellationToken.None);
        await db.BulkInsertAsync([.. profiles.SelectMany(p => p.Sections)], CancellationToken.None);
        var area = await db.Grants.Where(g => g.Role == Role.AreaSupervisor).Select(g => g.PlaceId).FirstAsync();
        await db.Schools.ExecuteUpdateAsync(s => s.SetProperty(x => x.AreaId, area));
        await db.Agreements.Where(a => without.Contains(a.SchoolId)).ExecuteUpdateAsync(a => a.SetProperty(x => x.State, AgreementState.Active));
        await together.CommitAsync();
    }

    /// <summary>One job over all schools, so many times each.</summary>
    private static async Task<Figures> MeasureAsync(PortalDbContext db, Process portal, int times, JobKind kind = JobKind.AgreementFiles, string? edition = null)
    {
        db.ChangeTracker.Clear();
        // The nation sees no profiles; whoever supervises an area does, so every school lies in one here.
        var role = kind == JobKind.ProfileFiles ? Role.AreaSupervisor : Role.NationalCoordinator;
        var asker = await db.Grants.Where(g => g.Role == role).Select(g => g.PersonId).FirstAsync();
        var schools = await db.Schools.OrderBy(s => s.SortName).Select(s => s.Id).ToListAsync();
        var change = new Change(new Actor(asker, "", "", []), TimeProvider.System.UtcNow(), "Asked for a job to measure");
        var job = new Job(kind, edition, "All", schools.Count * times, change);
        portal.Refresh();
        var idle = portal.WorkingSet64;
        await File.WriteAllTextAsync($"/proc/{portal.Id}/clear_refs", "5");
        await using (var together = await db.Database.BeginTransactionAsync())
        {
            db.Jobs.Add(job);
            await db.SaveAsync(change, CancellationToken.None);
            await db.BulkInsertAsync([.. Enumerable.Repeat(schools, times).SelectMany(all => all).Select((school, at) => new JobItem(job.Id, at, school))], CancellationToken.None);
            await together.CommitAsync();
        }

        while (await db.Jobs.AsNoTracking().Where(j => j.Id == job.Id).Select(j => j.State).SingleAsync() is JobState.Waiting or JobState.Running)
        {
            await Task.Delay(500);
        }

        portal.Refresh();
        var told = await db.AuditEvents.Where(e => e.SubjectId == job.Id).OrderBy(e => e.At).Select(e => e.At).ToListAsync();
        var files = await db.JobItems.CountAsync(i => i.JobId == job.Id && i.State == JobItemState.Done);
        await db.JobFileParts.Where(p => p.JobId == job.Id).ExecuteDeleteAsync();
        return new Figures(files, (told[^1] - told[1]).TotalSeconds, idle, portal.PeakWorkingSet64);
    }

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0", CultureInfo.InvariantCulture) + " MB";

    private sealed record Figures(int Files, double Seconds, long Idle, long Peak)
    {
        public double PerSecond => Files / Seconds;
    }
}

using System.Diagnostics;
using System.Globalization;

using CsvHelper;

using Microsoft.Data.Sqlite;

using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;

namespace SchoolPortal.Benchmarks;

/// <summary>A whole directory of 2,558 schools: first time, a later vintage, and the same file again.</summary>
internal static class ImportBenchmark
{
    public static async Task RunAsync(Report report)
    {
        const int Runs = 5;
        List<double> first = [], again = [], later = [], raw = [];
        for (var run = 0; run <= Runs; run++)
        {
            using var database = new TestDatabase();
            var times = new[]
            {
                await ImportAsync(database, DirectoryFiles.Of2021),
                await ImportAsync(database, DirectoryFiles.Of2021),
                await ImportAsync(database, DirectoryFiles.Of2021October),
                Raw(DirectoryFiles.Of2021),
            };
            if (run > 0)
            {
                first.Add(times[0]);
                again.Add(times[1]);
                later.Add(times[2]);
                raw.Add(times[3]);
            }
        }

        var baseline = Median.Of(raw);
        var named = $"read and insert as text {Report.Ms(baseline)}";
        report.Add("directory import, first time, applied", Report.Ms(Median.Of(first)), named, Median.Of(first) / baseline, "≤ 300 ms");
        report.Add("directory import, a later vintage, applied", Report.Ms(Median.Of(later)), named, Median.Of(later) / baseline, "≤ 300 ms");
        report.Add("directory import, the same file again", Report.Ms(Median.Of(again)), named, Median.Of(again) / baseline, "");
    }

    private static async Task<double> ImportAsync(TestDatabase database, string file)
    {
        var started = Stopwatch.GetTimestamp();
        await using var db = database.Open();
        using var bytes = new MemoryStream(DirectoryFiles.Bytes(file));
        var import = await new ProposeDirectoryImport(db, TimeProvider.System).HandleAsync(bytes, file, null, Actor.Portal, CancellationToken.None);
        if (!import.ProposesNothing)
        {
            await new ApplyDirectoryImport(db, TimeProvider.System).HandleAsync(import.Id, Actor.Portal, CancellationToken.None);
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>The least one could do: read the file and insert every cell as text by one prepared statement. No check, no history.</summary>
    private static double Raw(string file)
    {
        var path = Path.GetTempFileName();
        var started = Stopwatch.GetTimestamp();
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        using (var csv = new CsvReader(new StringReader(DirectoryFiles.Text(file)), CultureInfo.InvariantCulture))
        {
            connection.Open();
            csv.Read();
            csv.ReadHeader();
            var width = csv.HeaderRecord!.Length;
            using var create = connection.CreateCommand();
            create.CommandText = $"PRAGMA journal_mode = WAL; CREATE TABLE rows ({string.Join(',', Enumerable.Range(0, width).Select(i => $"c{i} TEXT"))});";
            create.ExecuteNonQuery();
            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.CommandText = $"INSERT INTO rows VALUES ({string.Join(',', Enumerable.Range(0, width).Select(i => $"$c{i}"))})";
            var cells = Enumerable.Range(0, width).Select(i => insert.Parameters.Add($"$c{i}", SqliteType.Text)).ToArray();
            while (csv.Read())
            {
                for (var i = 0; i < width; i++)
                {
                    cells[i].Value = csv[i] ?? "";
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        File.Delete(path);
        return elapsed;
    }
}

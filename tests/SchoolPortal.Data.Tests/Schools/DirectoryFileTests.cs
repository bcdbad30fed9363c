using System.Collections.Concurrent;
using System.Text;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using Xunit;

namespace SchoolPortal.Data.Tests.Schools;

public sealed class DirectoryFileTests
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly ConcurrentDictionary<string, Lazy<DirectoryReading>> Readings = new(StringComparer.Ordinal);

    public static TheoryData<string, int, string> Vintages => new()
    {
        { DirectoryFiles.Of2014, 2537, "2014-11-05" },
        { DirectoryFiles.Of2016, 2539, "2016-05-01" },
        { DirectoryFiles.Of2017, 2539, "2017-07-01" },
        { DirectoryFiles.Of2021, 2558, "2021-09-25" },
        { DirectoryFiles.Of2021October, 2558, "2021-10-01" },
        { DirectoryFiles.SampleOf2026, 42, "2026-06-07" },
    };

    public static TheoryData<string, string> VintagesInEveryShape()
    {
        var data = new TheoryData<string, string>();
        foreach (var vintage in DirectoryFiles.All)
        {
            foreach (var shape in Shapes.Keys)
            {
                data.Add(vintage, shape);
            }
        }
        return data;
    }

    private static readonly Dictionary<string, Func<string, byte[]>> Shapes = new(StringComparer.Ordinal)
    {
        ["UTF-8 with a mark"] = name => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(DirectoryFiles.Text(name))],
        ["UTF-16"] = name => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(DirectoryFiles.Text(name))],
        ["UTF-16 without a mark"] = name => Encoding.Unicode.GetBytes(DirectoryFiles.Text(name)),
        ["UTF-16 big endian"] = name => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(DirectoryFiles.Text(name))],
        ["UTF-16 big endian without a mark"] = name => Encoding.BigEndianUnicode.GetBytes(DirectoryFiles.Text(name)),
        ["CRLF"] = name => Encoding.UTF8.GetBytes(DirectoryFiles.Text(name).ReplaceLineEndings("\r\n")),
        ["CR"] = name => Encoding.UTF8.GetBytes(DirectoryFiles.Text(name).ReplaceLineEndings("\r")),
        ["columns in another order"] = name => Encoding.UTF8.GetBytes(DirectoryFiles.Join(Reversed(DirectoryFiles.Cells(name)))),
        ["semicolons"] = name => Encoding.UTF8.GetBytes(DirectoryFiles.Join(DirectoryFiles.Cells(name), ';')),
        ["tabs"] = name => Encoding.UTF8.GetBytes(DirectoryFiles.Join(DirectoryFiles.Cells(name), '\t')),
        ["no last line end"] = name => Encoding.UTF8.GetBytes(DirectoryFiles.Text(name).TrimEnd()),
    };

    [Theory]
    [MemberData(nameof(Vintages))]
    public void Every_vintage_is_read_whole(string vintage, int schools, string asAt)
    {
        var reading = AsFound(vintage);

        Assert.Equal(schools, reading.Rows.Count);
        Assert.Equal(DateOnly.Parse(asAt), reading.AsAt);
        Assert.Empty(reading.UnmatchedColumns);
        Assert.All(reading.Unreadable, cell => Assert.Equal((3802, "School website"), (cell.Number, cell.Column)));
    }

    [Theory]
    [MemberData(nameof(VintagesInEveryShape))]
    public void The_shape_of_a_file_makes_no_difference(string vintage, string shape) =>
        AssertSame(AsFound(vintage), DirectoryFile.Read(Shapes[shape](vintage), vintage));

    [Theory]
    [MemberData(nameof(Vintages))]
    public void Windows_1252_keeps_what_it_can_hold(string vintage, int schools, string asAt)
    {
        var holdable = Windows1252.GetString(Windows1252.GetBytes(DirectoryFiles.Text(vintage)));
        var expected = DirectoryFile.Read(Encoding.UTF8.GetBytes(holdable), vintage);

        var reading = DirectoryFile.Read(Windows1252.GetBytes(holdable), vintage);

        Assert.Equal(schools, reading.Rows.Count);
        Assert.Equal(DateOnly.Parse(asAt), reading.AsAt);
        AssertSame(expected, reading);
    }

    [Theory]
    [MemberData(nameof(Vintages))]
    public void No_cell_of_any_vintage_becomes_garbage(string vintage, int schools, string asAt)
    {
        var reading = AsFound(vintage);

        Assert.Equal((schools, DateOnly.Parse(asAt)), (reading.Rows.Count, reading.AsAt));
        foreach (var (_, number, facts, _) in reading.Rows)
        {
            var words = SchoolFact.All.Select(fact => fact.Keep(facts)).OfType<string>().ToList();
            Assert.All(words, word =>
            {
                Assert.Equal(word, word.Trim());
                Assert.NotEqual("", word);
                Assert.DoesNotContain(word, char.IsControl);
                Assert.True(word.IsNormalized(NormalizationForm.FormC));
                Assert.DoesNotContain("Not Applicable", word, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("(Proposed", word, StringComparison.OrdinalIgnoreCase);
                Assert.False(word.StartsWith("1900-01-01", StringComparison.Ordinal));
            });
            Assert.InRange(number, 1, 9999);
            Assert.True(facts.Decile is null or (>= 1 and <= 10));
            Assert.True(facts.Eqi is null or (>= 344 and <= 569));
            Assert.True(facts.Postcode is null or { Length: 4 });
            Assert.True(facts.Latitude is null or (>= -47.5 and <= -34));
            Assert.True(facts.Longitude is null or (>= 166 and <= 179) or (>= -177 and <= -176));
            Assert.True(facts.RollDate is null || facts.RollTotal is not null);
            Assert.True(facts.Website is null || Uri.TryCreate(facts.Website, UriKind.Absolute, out _));
        }
    }

    [Fact]
    public void The_Chatham_Islands_stay_across_the_date_line()
    {
        var rows = AsFound(DirectoryFiles.Of2021).Rows;

        Assert.All(rows.Where(row => row.Number is 3387 or 3476 or 3553), row => Assert.InRange(row.Facts.Longitude!.Value, -177, -176));
    }

    [Theory]
    [InlineData(DirectoryFiles.Of2014, 5)]
    [InlineData(DirectoryFiles.Of2016, 8)]
    [InlineData(DirectoryFiles.Of2021, 9)]
    public void A_planned_school_is_listed_as_proposed_with_its_day(string vintage, int planned)
    {
        var rows = AsFound(vintage).Rows.Where(row => row.Facts.Listed == DirectoryStatus.Proposed).ToList();

        Assert.Equal(planned, rows.Count);
        Assert.All(rows, row => Assert.NotNull(row.Facts.ProposedOpening));
        Assert.All(rows, row => Assert.Contains(row.Notes, note => note.Fact == nameof(SchoolFacts.Name)));
    }

    [Fact]
    public void Zeros_that_a_spreadsheet_dropped_from_postcodes_come_back_with_a_note()
    {
        var kept = AsFound(DirectoryFiles.Of2016).Rows.ToDictionary(row => row.Number);
        var lost = AsFound(DirectoryFiles.Of2017).Rows;

        var restored = lost.Where(row => row.Notes.Any(note => note.Fact == nameof(SchoolFacts.Postcode)) && row.Facts.Postcode is not null).ToList();

        Assert.Equal(354, restored.Count);
        Assert.All(restored.Where(row => kept.ContainsKey(row.Number) && kept[row.Number].Facts.PostalLine == row.Facts.PostalLine),
            row => Assert.Equal(kept[row.Number].Facts.Postcode, row.Facts.Postcode));
    }

    [Fact]
    public void A_decile_of_99_and_a_roll_that_nobody_counted_are_blank()
    {
        var rows = AsFound(DirectoryFiles.Of2021).Rows;

        Assert.Equal(38, rows.Count(row => row.Facts.Decile is null && row.Notes.Any(note => note.Fact == nameof(SchoolFacts.Decile))));
        Assert.Equal(51, rows.Count(row => row.Facts.RollTotal is null && row.Facts.RollDate is null));
        Assert.Equal(827_757, rows.Sum(row => row.Facts.RollTotal ?? 0));
    }

    [Fact]
    public void Every_area_of_every_vintage_is_one_of_the_known_areas_or_blank()
    {
        var unknown = DirectoryFiles.All
            .SelectMany(vintage => AsFound(vintage).Rows)
            .Where(row => row.Facts.TerritorialAuthority is { } area && TerritorialAreas.Find(area)?.Name != area)
            .Select(row => (row.Number, row.Facts.TerritorialAuthority));

        Assert.All(unknown, row => Assert.Equal((498, "Correspondence School"), row));
    }

    [Fact]
    public void Eight_areas_are_split_between_police_districts()
    {
        Assert.Equal(87, TerritorialAreas.All.Count);
        Assert.Equal(8, TerritorialAreas.All.Count(area => area.IsSplit));
        Assert.Equal("Waitematā", TerritorialAreas.Find("Auckland- Rodney")!.District);
    }

    private static DirectoryReading AsFound(string vintage) =>
        Readings.GetOrAdd(vintage, name => new Lazy<DirectoryReading>(() => DirectoryFile.Read(DirectoryFiles.Bytes(name), name))).Value;

    private static IEnumerable<IEnumerable<string>> Reversed(IReadOnlyList<string[]> rows)
    {
        var width = rows.Max(row => row.Length);
        return rows.Select(row => row.Length == width ? row.Reverse() : row);
    }

    private static void AssertSame(DirectoryReading expected, DirectoryReading actual)
    {
        Assert.Equal(expected.AsAt, actual.AsAt);
        Assert.Equal(expected.Told.Select(fact => fact.Key), actual.Told.Select(fact => fact.Key));
        Assert.Equal(expected.Rows.Select(Words), actual.Rows.Select(Words));
    }

    private static string Words(DirectoryRow row) =>
        $"{row.Number}|{string.Join('|', SchoolFact.All.Select(fact => fact.Keep(row.Facts)))}|{row.Notes.Count}";
}

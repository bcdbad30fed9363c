using System.Text;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using Xunit;

namespace SchoolPortal.Data.Tests.Schools;

public sealed class DirectoryHostileFileTests
{
    private const string Head = "School_Id,Org_Name,Telephone,Email,URL,Org_Type,Decile,Roll_Date,Total,Longitude,Latitude,Add2_Postal_Code\n";

    public static TheoryData<string, byte[], string> OtherFiles => new()
    {
        { "nothing", [], "empty" },
        { "a picture", [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13], "picture" },
        { "a photograph", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "picture" },
        { "a workbook", [.. "PK\u0003\u0004"u8, 20, 0, 6, 0], "workbook" },
        { "a PDF", "%PDF-1.7\n"u8.ToArray(), "PDF" },
        { "zeros", new byte[5000], "not a text file" },
        { "a letter", "Dear Sir or Madam,\n\nplease find attached the directory.\n"u8.ToArray(), "no row of headings" },
        { "blank lines", "\n\n\n,,,\n"u8.ToArray(), "no row of headings" },
        { "a table of something else", "Station,Area,District\nAkaroa,Mid South,Canterbury\n"u8.ToArray(), "no row of headings" },
        { "headings alone", Encoding.UTF8.GetBytes(Head), "no schools" },
        { "headings too late", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("title\n", 60)) + Head + "1,Te Kao School,,,,,,,,,,\n"), "no row of headings" },
        { "rows without numbers", Encoding.UTF8.GetBytes(Head + "x,A School,,,,,,,,,,\ny,B School,,,,,,,,,,\n"), "None of the 2 rows" },
        { "mostly torn rows", Encoding.UTF8.GetBytes(Head + "1,A School,,,,,,,,,,\n2,B\n3,C\n4,D School,,,,,,,,,,x,y\n5,E School,,,,,,,,,,\n"), "damaged" },
    };

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void A_file_that_is_no_directory_gets_one_sentence(string what, byte[] bytes, string says)
    {
        var refusal = Assert.Throws<NotADirectoryException>(() => DirectoryFile.Read(bytes, what + ".csv"));

        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DirectoryFiles.Of2014)]
    [InlineData(DirectoryFiles.Of2021)]
    [InlineData(DirectoryFiles.SampleOf2026)]
    public void A_file_that_is_cut_short_within_a_row_is_refused_wherever_it_is_cut(string vintage)
    {
        var bytes = DirectoryFiles.Bytes(vintage);
        var text = Encoding.UTF8.GetString(bytes);
        var lastRow = text.TrimEnd('\n').LastIndexOf('\n') + 1;
        var lastComma = text.LastIndexOf(',');

        Assert.All(Enumerable.Range(lastRow + 1, lastComma - lastRow - 1).Where(cut => cut % 7 == 0), cut =>
        {
            var refusal = Assert.Throws<NotADirectoryException>(() => DirectoryFile.Read(Encoding.UTF8.GetBytes(text[..cut]), vintage));
            Assert.Contains("cut short", refusal.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_file_of_300_MB_is_refused_without_being_held()
    {
        using var endless = new EndlessStream(300L * 1024 * 1024);

        var refusal = await Assert.ThrowsAsync<NotADirectoryException>(() => DirectoryFile.ReadAsync(endless, "big.csv"));

        Assert.Contains("20 MB", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Position, 0, DirectoryFile.MostBytes + 200_000);
    }

    [Fact]
    public void Quotation_marks_line_breaks_and_control_characters_within_cells_are_read()
    {
        var text = Head + "1,\"The \"\"Old\"\"\nSchool\u0000\u200B\u202E \",,,,,,,,,,\n2, Nga\u0304ti\u00A0School ,,,,,,,,,,\n".Replace("\u0000", "\u0007", StringComparison.Ordinal);

        var rows = DirectoryFile.Read(Encoding.UTF8.GetBytes(text), "x.csv").Rows;

        Assert.Equal([(2, "The \"Old\" School"), (4, "Ngāti School")], rows.Select(row => (row.Line, row.Facts.Name)));
    }

    [Fact]
    public void A_number_that_stands_twice_is_read_once_and_told()
    {
        var reading = DirectoryFile.Read(Encoding.UTF8.GetBytes(Head + "7,A School,,,,,,,,,,\n8,B School,,,,,,,,,,\n7,C School,,,,,,,,,,\n"), "x.csv");

        Assert.Equal(["A School", "B School"], reading.Rows.Select(row => row.Facts.Name));
        Assert.Equal(new UnreadableCell(4, "School_Id", "School number 7 stands already on line 2; this second row is left out.", 7), Assert.Single(reading.Unreadable));
    }

    [Theory]
    [InlineData("URL", "javascript:alert(1)")]
    [InlineData("URL", "http://")]
    [InlineData("Email", "office at school.nz")]
    [InlineData("Email", "a@b@c.nz")]
    [InlineData("Org_Type", "Hogwarts")]
    [InlineData("Decile", "11")]
    [InlineData("Decile", "four")]
    [InlineData("Roll_Date", "32/13/2021")]
    [InlineData("Total", "-5")]
    [InlineData("Total", "9999999999999")]
    [InlineData("Longitude", "18.4")]
    [InlineData("Longitude", "NaN")]
    [InlineData("Latitude", "36.8")]
    [InlineData("Add2_Postal_Code", "12345")]
    [InlineData("Telephone", "ring the bell")]
    public void A_cell_that_makes_no_sense_is_left_blank_and_told_with_line_and_column(string column, string cell)
    {
        var headings = Head.Trim().Split(',');
        var row = headings.Select(heading => heading == "School_Id" ? "7" : heading == "Org_Name" ? "A School" : heading == column ? cell : "");

        var reading = DirectoryFile.Read(Encoding.UTF8.GetBytes(Head + string.Join(',', row) + "\n"), "x.csv");

        var told = Assert.Single(reading.Unreadable);
        Assert.Equal((2, column, 7), (told.Line, told.Column, told.Number));
        Assert.Contains(cell[..Math.Min(cell.Length, 40)], told.Reason, StringComparison.Ordinal);
        Assert.Equal(["Name", "Listed"], SchoolFact.All.Where(fact => fact.Keep(Assert.Single(reading.Rows).Facts) is not null).Select(fact => fact.Key));
    }

    [Theory]
    [InlineData("Telephone", "09-4019030", "09 401 9030")]
    [InlineData("Telephone", "07-5441088 ", "07 544 1088")]
    [InlineData("Telephone", "07 886 6109 Ext 706", "07 886 6109 ext 706")]
    [InlineData("Telephone", "0800 65 99 88", "0800 659 988")]
    [InlineData("Telephone", "+64 21 123 4567", "021 123 4567")]
    [InlineData("URL", "hhttp://www.a.school.nz", "http://www.a.school.nz")]
    [InlineData("URL", "www.riseuptrust.org.nz", "https://www.riseuptrust.org.nz")]
    [InlineData("Email", "OFFICE@A.School.NZ", "office@a.school.nz")]
    [InlineData("Decile", "99", null)]
    [InlineData("Decile", "10", "10")]
    [InlineData("Roll_Date", "1900-01-01 00:00:00.0000000", null)]
    [InlineData("Add2_Postal_Code", "484", "0484")]
    [InlineData("Add2_Postal_Code", "0", null)]
    [InlineData("Org_Type", "N/A", null)]
    [InlineData("Longitude", "-176.46", "-176.46")]
    public void The_habits_of_directories_become_clean_values_or_blanks(string column, string cell, string? kept)
    {
        var headings = Head.Trim().Split(',');
        var row = headings.Select(heading => heading == "School_Id" ? "7" : heading == "Org_Name" ? "A School" : heading == column ? cell : "");

        var reading = DirectoryFile.Read(Encoding.UTF8.GetBytes(Head + string.Join(',', row) + "\n"), "x.csv");

        var fact = SchoolFact.All.Single(fact => fact.Headings.Contains(SchoolFact.FoldHeading(column)));
        Assert.Empty(reading.Unreadable);
        Assert.Equal(kept, fact.Keep(Assert.Single(reading.Rows).Facts));
    }

    /// <summary>A stream that says one letter over and over.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            buffer.AsSpan(offset, read).Fill((byte)'a');
            Position += read;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

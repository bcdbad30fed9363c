using System.Net;
using System.Text;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Admin.DirectoryImports.Watch;

using Xunit;

namespace SchoolPortal.Web.Tests.Schools;

/// <summary>Directories that come by themselves become proposals, once; what fails is told with what to do; nothing is ever applied.</summary>
public sealed class WatchDirectoryTests(WatchDirectoryTests.Fixture fixture) : IClassFixture<WatchDirectoryTests.Fixture>, IDisposable
{
    private readonly PortalHost portal = fixture.Portal;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watched");

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "nothing", [], "This file is empty" },
        { "another table", "Station,Area\nAkaroa,Mid South\n"u8.ToArray(), "no row of headings" },
        { "a web page", "<!doctype html><title>Sign in</title>"u8.ToArray(), "no row of headings" },
        { "a workbook", "PK\u0003\u0004 and more"u8.ToArray(), "workbook or a zip file" },
        { "a program", [0x4D, 0x5A, 0x00, 0x00, 0x01, 0x02], "not a text file" },
        { "cut short", "School_Id,Org_Name,Telephone,Fax,Email,URL\n1,Te Kao School,,,,\n2,Tai"u8.ToArray(), "cut short" },
        { "an open quotation mark", Encoding.UTF8.GetBytes("School_Id,Org_Name,Telephone,Fax,Email,URL\n1,\"Te Kao School,,,,\n" + new string('x', 30_000)), "damaged" },
    };

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_new_file_becomes_one_proposal_by_the_watched_folder_and_changes_nothing()
    {
        var before = await portal.SchoolAsync(16);
        await LookAsync(folder.FullName);
        Put("2021-10-01_directory.csv", DirectoryFiles.Bytes(DirectoryFiles.Of2021October), minutesOld: 0);
        await LookAsync(folder.FullName);
        Assert.Empty(await OctoberAsync());

        Put("2021-10-01_directory.csv", DirectoryFiles.Bytes(DirectoryFiles.Of2021October), minutesOld: 5);
        await LookAsync(folder.FullName);
        await LookAsync(folder.FullName);
        Put("the same again.csv", DirectoryFiles.Bytes(DirectoryFiles.Of2021October), minutesOld: 3);
        await LookAsync(folder.FullName);

        var import = Assert.Single(await OctoberAsync());
        Assert.Equal((DirectoryImportState.Proposed, "watched folder", "2021-10-01_directory.csv"), (import.State, import.BroughtBy, import.FileName));
        Assert.Equal(before.Vintage, (await portal.SchoolAsync(16)).Vintage);
        using var national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        Assert.Contains("See what it proposes", (await national.GetAsync("/admin/directory-import")).Text, StringComparison.Ordinal);

        async Task<List<DirectoryImport>> OctoberAsync() => (await FromHereAsync()).FindAll(import => import.FileName is "2021-10-01_directory.csv" or "the same again.csv");
    }

    [Fact]
    public async Task Nodes_that_look_at_the_same_moment_make_one_proposal()
    {
        await LookAsync(folder.FullName);
        Put("for all.csv", "School_Id,Org_Name,Telephone,Email,Add1_Suburb,Add1_City\n90,For all nodes,09 111 1111,,Regent,Auckland\n"u8.ToArray(), minutesOld: 5);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await LookAsync(folder.FullName);
            }
            catch (ChangedMeanwhile)
            {
                // As the day's work takes it: another node was quicker.
            }
        })));
        Assert.Single(await FromHereAsync(), import => import.FileName == "for all.csv");
        Assert.Null(await FaultAsync(folder.FullName));
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_file_that_is_no_directory_is_refused_once_and_told_until_another_is_there(string what, byte[] bytes, string sentence)
    {
        var imports = await portal.WithDbAsync(db => db.DirectoryImports.CountAsync());
        Put($"{what}.csv", bytes, minutesOld: 5);
        await LookAsync(folder.FullName);
        await LookAsync(folder.FullName);
        Assert.Contains(sentence, await FaultAsync(folder.FullName), StringComparison.Ordinal);
        Assert.Equal(imports, await portal.WithDbAsync(db => db.DirectoryImports.CountAsync()));

        Put("right.csv", DirectoryFiles.Bytes(DirectoryFiles.Of2021), minutesOld: 2);
        await LookAsync(folder.FullName);
        Assert.Null(await FaultAsync(folder.FullName));
    }

    [Fact]
    public async Task A_folder_that_is_a_file_or_may_not_be_read_is_told()
    {
        Put("file.csv", "School_Id\n"u8.ToArray(), minutesOld: 5);
        var file = Path.Combine(folder.FullName, "file.csv");
        await LookAsync(file);
        Assert.Contains("The folder", await FaultAsync(file), StringComparison.Ordinal);

        // Whoever runs the tests as root may read everything.
        if (!OperatingSystem.IsWindows() && Environment.UserName != "root")
        {
            File.SetUnixFileMode(file, UnixFileMode.None);
            await LookAsync(folder.FullName);
            Assert.Contains("may not read", await FaultAsync(folder.FullName), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public async Task A_spreadsheet_may_have_saved_it_in_an_old_encoding(string encoding)
    {
        var text = "School_Id,Org_Name,Telephone,Email,Add1_Suburb,Add1_City\n90,Écolé of " + encoding + ",09 111 1111,,Regent,Auckland\n";
        var saved = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        Put($"{encoding}.csv", [.. saved.GetPreamble(), .. saved.GetBytes(text)], minutesOld: 5);
        await LookAsync(folder.FullName);
        Assert.Null(await FaultAsync(folder.FullName));
        Assert.Equal($"Écolé of {encoding}", await portal.WithDbAsync(async db => (await db.DirectoryImportRows.SingleAsync(row =>
            row.Number == 90 && db.DirectoryImports.Any(import => import.Id == row.ImportId && import.FileName == $"{encoding}.csv"))).Name));
    }

    [Fact]
    public async Task A_file_of_300_MB_is_not_read_to_its_end()
    {
        var file = Path.Combine(folder.FullName, "huge.csv");
        await using (var stream = File.Create(file))
        {
            stream.SetLength(300_000_000);
        }

        File.SetLastWriteTimeUtc(file, portal.Clock.UtcNow().AddMinutes(-5));
        var before = GC.GetTotalAllocatedBytes();
        await LookAsync(folder.FullName);
        Assert.Contains("larger than 20 MB", await FaultAsync(folder.FullName), StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 150_000_000);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_refused_in_seconds_and_formulas_are_kept_as_text()
    {
        Put("many.csv", Schools(100_000), minutesOld: 5);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await LookAsync(folder.FullName);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.Contains("many.csv: ", await FaultAsync(folder.FullName), StringComparison.Ordinal);

        Put("formulas.csv", Schools(3_000), minutesOld: 3);
        await LookAsync(folder.FullName);
        var import = (await FromHereAsync()).Single(import => import.FileName == "formulas.csv");
        Assert.Equal((3_000, 3_000), (import.Listed, import.Unreadable));
        Assert.Equal("=cmd|' /C calc'!A0", await portal.WithDbAsync(async db =>
            (await db.DirectoryImportRows.FirstAsync(row => row.ImportId == import.Id && row.Kind == DirectoryRowKind.Added)).Forward(new SchoolFacts()).Suburb));
    }

    [Theory]
    [InlineData("Folder", "/no/such/folder/anywhere", "The folder is not there")]
    [InlineData("Address", "http://example.org/schools.csv", "must begin with https://")]
    [InlineData("Address", "https://somebody:secret@example.org/schools.csv", "must begin with https://")]
    [InlineData("Address", "nonsense", "must begin with https://")]
    [InlineData("Address", "https://127.0.0.1/schools.csv", "leads into a private network")]
    [InlineData("Address", "https://localhost/schools.csv", "leads into a private network")]
    [InlineData("Address", "https://[::1]/schools.csv", "leads into a private network")]
    [InlineData("Address", "https://[::ffff:10.0.0.1]/schools.csv", "leads into a private network")]
    [InlineData("Address", "https://2130706433/schools.csv", "leads into a private network")]
    [InlineData("Address", "https://nowhere.invalid/schools.csv", "There is no nowhere.invalid")]
    public async Task A_place_that_cannot_be_looked_at_is_told_on_the_import_page_and_as_a_task_until_it_is_not_set_any_more(string kind, string place, string sentence)
    {
        await LookAsync(place, kind);
        Assert.Contains(sentence, await FaultAsync(kind == "Folder" ? place : WatchedAddress.Shown(place)), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", WatchedAddress.Shown(place), StringComparison.Ordinal);
        using var administrator = await portal.SignInAsync(await portal.PersonAsync(Role.Administrator));
        Assert.Contains(sentence, (await administrator.GetAsync("/admin/directory-import")).Text, StringComparison.Ordinal);
        Assert.Contains(sentence, (await administrator.GetAsync("/today")).Text, StringComparison.Ordinal);

        await LookAsync("", kind);
        Assert.DoesNotContain(sentence, (await administrator.GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/gone", "has no such file any more")]
    [InlineData("/broken", "answered 500")]
    [InlineData("/page", "answered with a web page")]
    [InlineData("/page.csv", "no row of headings")]
    [InlineData("/empty", "This file is empty")]
    [InlineData("/elsewhere", "leads on to https://169.254.169.254, which is not followed")]
    [InlineData("/plain", "which is not followed")]
    [InlineData("/round", "leads on and on")]
    [InlineData("/silent", "had not given the whole file after 1 seconds")]
    [InlineData("/drip", "had not given the whole file after 1 seconds")]
    [InlineData("/declared", "larger than 20 MB")]
    [InlineData("/endless", "larger than 20 MB")]
    [InlineData("/cut", "broke off")]
    public async Task An_address_that_does_not_give_a_directory_is_told(string path, string sentence)
    {
        var imports = await portal.WithDbAsync(db => db.DirectoryImports.CountAsync());
        await LookAsync(fixture.Far.Address + path, "Address");
        Assert.Contains(sentence, await FaultAsync(fixture.Far.Address + path), StringComparison.Ordinal);
        Assert.Equal(imports, await portal.WithDbAsync(db => db.DirectoryImports.CountAsync()));
    }

    [Fact]
    public async Task An_address_is_asked_once_a_day_and_what_it_gives_becomes_a_proposal()
    {
        var address = fixture.Far.Address + "/moved";
        await LookAsync(address, "Address");
        var asked = fixture.Far.Asked;
        Assert.Null(await FaultAsync(address));
        var import = (await portal.WithDbAsync(db => db.DirectoryImports.Where(i => i.FileName == "good.csv").ToListAsync())).Single();
        Assert.Equal((DirectoryImportState.Proposed, "watched address"), (import.State, import.BroughtBy));

        await LookAsync(address, "Address");
        Assert.Equal(asked, fixture.Far.Asked);
        portal.Clock.Advance(TimeSpan.FromHours(25));
        await LookAsync(address, "Address");
        Assert.True(fixture.Far.Asked > asked);
        Assert.Equal(1, await portal.WithDbAsync(db => db.DirectoryImports.CountAsync(i => i.FileName == "good.csv")));
    }

    [Fact]
    public async Task A_certificate_that_nobody_knows_is_not_trusted()
    {
        await LookAsync(fixture.Far.Address + "/october.csv", "Address", trusts: false);
        Assert.Contains("does not show a certificate that this machine trusts", await FaultAsync(fixture.Far.Address + "/october.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("203.97.1.1", true)]
    [InlineData("2404:4400::1", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.9.9.9", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_the_open_internet_is_asked(string address, bool open) => Assert.Equal(open, PublicAddress.Is(IPAddress.Parse(address)));

    /// <summary>Telephone numbers and suburbs that a spreadsheet would reckon.</summary>
    private static byte[] Schools(int count)
    {
        var text = new StringBuilder("School_Id,Org_Name,Telephone,Add1_Suburb,Add1_City,Email\n");
        for (var i = 1; i <= count; i++)
        {
            text.Append(i).Append(",School ").Append(i).Append(",=1+1,=cmd|' /C calc'!A0,Auckland,\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Put(string name, byte[] bytes, int minutesOld)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(file, bytes);
        File.SetLastWriteTimeUtc(file, portal.Clock.UtcNow().AddMinutes(-minutesOld));
    }

    private Task<string?> FaultAsync(string place) => portal.WithDbAsync(db => db.WatchedDirectories.Where(w => w.Place == place).Select(w => w.Fault).SingleAsync());

    private Task<List<DirectoryImport>> FromHereAsync() =>
        portal.WithDbAsync(db => db.DirectoryImports.Where(i => i.BroughtBy == "watched folder").ToListAsync());

    private Task LookAsync(string place, string kind = "Folder", bool trusts = true) => portal.WithDbAsync(async db =>
    {
        var settings = new WatchSettings(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new($"Directory:Watch:{kind}", place), new("Directory:Watch:Seconds", place.EndsWith("/silent", StringComparison.Ordinal) || place.EndsWith("/drip", StringComparison.Ordinal) ? "1" : "60"),
            new("Directory:Watch:OwnNetwork", place.StartsWith(fixture.Far.Address, StringComparison.Ordinal) ? "true" : "false"),
        ]).Build());
        var address = new WatchedAddress(settings, trusts ? (_, shown, _, _) => fixture.Far.Trusts(shown) : null);
        await new WatchDirectory(db, new ProposeDirectoryImport(db, portal.Clock), settings, address, portal.Clock).HandleAsync(CancellationToken.None);
    });

    public sealed class Fixture : IAsyncLifetime
    {
        public PortalHost Portal { get; } = new();

        internal FarSide Far { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Far = await FarSide.StartAsync();

        public async ValueTask DisposeAsync()
        {
            await Far.DisposeAsync();
            await Portal.DisposeAsync();
        }
    }
}

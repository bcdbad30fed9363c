using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Hosting;

using Xunit;

namespace SchoolPortal.Web.Tests.Hosting;

/// <summary>Commands speak through the console, of which the program has one.</summary>
[CollectionDefinition(nameof(ConsoleTests), DisableParallelization = true)]
public sealed class ConsoleTests
{
    /// <summary>Runs a command and gives what it says.</summary>
    internal static async Task<(int? Code, string Words)> HearAsync(IServiceProvider services, params string[] words)
    {
        var (usual, usualError) = (Console.Out, Console.Error);
        using var heard = new StringWriter();
        try
        {
            Console.SetOut(heard);
            Console.SetError(heard);
            return (await Commands.RunAsync(services, words), heard.ToString());
        }
        finally
        {
            Console.SetOut(usual);
            Console.SetError(usualError);
        }
    }
}

[Collection(nameof(ConsoleTests))]
public sealed class CommandsTests : IDisposable
{
    private readonly PortalHost portal = new();
    private readonly string folder = Directory.CreateTempSubdirectory("schoolportal-commands-").FullName;

    public void Dispose()
    {
        portal.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("explode")]
    [InlineData("Migrate")]
    [InlineData("help")]
    public async Task An_unknown_command_names_every_command(string verb)
    {
        var told = await RunAsync(verb);

        Assert.Equal(2, told.Code);
        Assert.All(
            new[] { "migrate", "import-directory FILE [--apply]", "create-administrator EMAIL", "new-passphrase EMAIL", "backup FILE", "restore FILE [--replace]", "verify-agreement FILE EVIDENCE", "health" },
            usage => Assert.Contains(usage, told.Words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--urls")]
    [InlineData("")]
    public async Task Without_a_command_the_portal_starts(string word) =>
        Assert.Null(await Commands.RunAsync(portal.Services, word.Length == 0 ? [] : [word]));

    [Theory]
    [InlineData("create-administrator")]
    [InlineData("create-administrator", "nobody")]
    [InlineData("create-administrator", "one@portal.example", "two@portal.example")]
    [InlineData("new-passphrase")]
    [InlineData("backup")]
    [InlineData("backup", "--now")]
    [InlineData("restore", "--replace")]
    [InlineData("import-directory")]
    [InlineData("verify-agreement", "agreement.docx")]
    public async Task A_command_written_wrongly_says_how_it_is_written(params string[] words)
    {
        var told = await RunAsync(words);

        Assert.Equal(2, told.Code);
        Assert.Contains($"Write: {words[0]} ", told.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_administrator_signs_in_with_the_passphrase_that_was_printed()
    {
        var told = await RunAsync("create-administrator", "first@portal.example");
        var passphrase = told.Words.Split('\n').Select(line => line.Trim()).Single(line => line.Count(c => c == '-') == 5);

        using var browser = await portal.SignInAsync("first@portal.example", passphrase);

        Assert.Equal(0, told.Code);
        Assert.Equal("People and roles", (await browser.GetAsync("/admin/people")).Heading);
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_no_second_one()
    {
        await RunAsync("create-administrator", "first@portal.example");

        var told = await RunAsync("create-administrator", "FIRST@portal.example");

        Assert.Equal(1, told.Code);
        Assert.Contains("There is an account with this email address already", told.Words, StringComparison.Ordinal);
        Assert.Equal(1, await portal.WithDbAsync(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task A_new_passphrase_ends_every_session_and_the_old_passphrase()
    {
        var person = await portal.PersonAsync(Role.Auditor);
        using var before = await portal.SignInAsync(person);

        var told = await RunAsync("new-passphrase", person.Email);
        var passphrase = told.Words.Split('\n').Select(line => line.Trim()).Single(line => line.Count(c => c == '-') == 5);

        Assert.Equal("/account/sign-in", (await before.GetAsync("/today")).Path.Split('?')[0]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.SignInAsync(person));
        using var after = await portal.SignInAsync(person.Email, passphrase);
        Assert.Equal("Today", (await after.GetAsync("/today")).Heading);
    }

    [Fact]
    public async Task Nobody_gets_a_passphrase_without_an_account() =>
        Assert.Equal(1, (await RunAsync("new-passphrase", "nobody@portal.example")).Code);

    [Fact]
    public async Task A_backup_brings_everything_back_and_ends_the_sign_ins_of_its_time()
    {
        var administrator = await portal.PersonAsync(Role.Administrator);
        using var browser = await portal.SignInAsync(administrator);
        var file = Path.Combine(folder, "portal.backup");
        Assert.Equal(0, (await RunAsync("backup", file)).Code);
        await portal.PersonAsync(Role.Auditor);

        var told = await RunAsync("restore", file, "--replace");

        Assert.Equal(0, told.Code);
        Assert.Equal([administrator.Id], await portal.WithDbAsync(db => db.People.Select(p => p.Id).ToListAsync()));
        Assert.Equal("/account/sign-in", (await browser.GetAsync("/today")).Path.Split('?')[0]);
    }

    [Fact]
    public async Task A_portal_with_people_is_replaced_only_when_told()
    {
        var file = Path.Combine(folder, "portal.backup");
        await RunAsync("backup", file);
        var somebody = await portal.PersonAsync(Role.Auditor);

        var told = await RunAsync("restore", file);

        Assert.Equal(1, told.Code);
        Assert.Contains("--replace", told.Words, StringComparison.Ordinal);
        Assert.Equal([somebody.Id], await portal.WithDbAsync(db => db.People.Select(p => p.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_backup_writes_over_no_file()
    {
        var file = Path.Combine(folder, "letter.docx");
        await File.WriteAllTextAsync(file, "a letter");

        Assert.Equal(1, (await RunAsync("backup", file)).Code);
        Assert.Equal("a letter", await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("This is a letter and no database at all.")]
    [InlineData("")]
    public async Task What_is_no_backup_is_refused_and_nothing_is_lost(string contents)
    {
        var file = Path.Combine(folder, "other");
        await File.WriteAllTextAsync(file, contents);
        var schools = await portal.WithDbAsync(db => db.Schools.CountAsync());

        var told = await RunAsync("restore", file, "--replace");

        Assert.Equal(1, told.Code);
        Assert.Contains("is not a whole backup of a portal", told.Words, StringComparison.Ordinal);
        Assert.Equal(schools, await portal.WithDbAsync(db => db.Schools.CountAsync()));
    }

    [Fact]
    public async Task Health_answers_for_the_records()
    {
        var told = await RunAsync("health");

        Assert.Equal(0, told.Code);
        Assert.Contains("up to date", told.Words, StringComparison.Ordinal);
    }

    private Task<(int? Code, string Words)> RunAsync(params string[] words)
    {
        _ = portal.Server;
        return ConsoleTests.HearAsync(portal.Services, words);
    }
}

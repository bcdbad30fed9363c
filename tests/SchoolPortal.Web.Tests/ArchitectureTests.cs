using System.Text.RegularExpressions;
using System.Xml.Linq;

using Microsoft.AspNetCore.Http;

using Xunit;

namespace SchoolPortal.Web.Tests;

/// <summary>How the house is laid out: the arrows between the projects, the names of folders, the size of files.</summary>
public sealed class ArchitectureTests
{
    private const int LongestFile = 400;
    private const int LongestPage = 150;

    private static readonly string Root = FindRoot();

    private static readonly HashSet<string> NotOurs = ["bin", "obj", ".git", "node_modules", "App_Data"];

    private static readonly string[] NamesThatSayNothing = ["Helpers", "Managers", "Common", "Services", "Models", "Interfaces", "Utils", "Utilities"];

    public static TheoryData<string, string[], string[]?> Arrows => new()
    {
        { "SchoolPortal.Domain", [], [] },
        { "SchoolPortal.Data", ["SchoolPortal.Domain"], null },
        { "SchoolPortal.Documents", ["SchoolPortal.Domain"], ["DocumentFormat.OpenXml"] },
        { "SchoolPortal.Web", ["SchoolPortal.Data", "SchoolPortal.Documents"], null },
    };

    public static TheoryData<string, string[]> Unknown => new()
    {
        { "SchoolPortal.Domain", ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Data", "DocumentFormat"] },
        { "SchoolPortal.Documents", ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Data", "SchoolPortal.Data", "SchoolPortal.Web"] },
        { "SchoolPortal.Data", ["DocumentFormat", "SchoolPortal.Documents", "SchoolPortal.Web", "Microsoft.AspNetCore.Mvc"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_project_refers_to_those_it_may_and_to_no_other(string project, string[] projects, string[]? packages)
    {
        var file = XDocument.Load(Path.Combine(Root, "src", project, $"{project}.csproj"));
        string[] Includes(string element) => [.. file.Descendants(element).Select(e => e.Attribute("Include")!.Value).Order(StringComparer.Ordinal)];

        Assert.Equal(projects, Includes("ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p)!));
        if (packages is not null)
        {
            Assert.Equal(packages, Includes("PackageReference"));
            Assert.Empty(Includes("FrameworkReference"));
        }
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public void A_project_knows_nothing_of_what_lies_beyond_it(string project, string[] unknown)
    {
        var known = System.Reflection.Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(known, name => unknown.Any(u => name.StartsWith(u, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_folder_and_no_class_has_a_name_that_says_nothing()
    {
        var folders = Directory.EnumerateDirectories(Root, "*", SearchOption.AllDirectories)
            .Where(IsOurs)
            .Select(d => Path.GetFileName(d));
        Assert.Empty(folders.Intersect(NamesThatSayNothing, StringComparer.OrdinalIgnoreCase));

        var endings = NamesThatSayNothing.Select(n => n.TrimEnd('s')).ToList();
        var types = Sources().Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Where(name => !name.EndsWith("TagHelper", StringComparison.Ordinal))
            .Where(name => endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)));
        Assert.Empty(types);
    }

    [Fact]
    public void Files_stay_short_enough_to_read()
    {
        var tooLong = from file in Sources()
                      let lines = File.ReadLines(file).Count(IsRead)
                      let most = file.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? LongestPage : LongestFile
                      where lines > most
                      select $"{Path.GetRelativePath(Root, file)}: {lines} lines, at most {most}";
        Assert.Empty(tooLong);
    }

    [Theory]
    [InlineData(@"catch\s*(\(Exception\s*\w*\)\s*)?$", "an exception of every kind is caught")]
    [InlineData(@"\bHtml\.Raw\b", "markup is written past the encoder")]
    [InlineData(@"\bIsSqlite\(|\bIsSqlServer\(|\.ProviderName\b", "something asks which database it is")]
    [InlineData(@"\bTODO\b|\bFIXME\b|\bHACK\b", "something is left for later")]
    [InlineData(@"\bDateTime\.(Now|UtcNow|Today)\b|\bDateTimeOffset\.(Now|UtcNow)\b", "the system clock is read")]
    public void The_source_holds_none_of_what_we_do_without(string pattern, string what)
    {
        var found = from file in Sources().Concat(Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cshtml", SearchOption.AllDirectories))
                    from line in File.ReadLines(file).Select((text, at) => (Text: text, Number: at + 1))
                    where !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line.Text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))
                    select $"{Path.GetRelativePath(Root, file)}:{line.Number}: {what}";
        Assert.Empty(found);
    }

    [Fact]
    public void A_use_case_never_sees_the_web()
    {
        Type[] webby = [typeof(HttpContext), typeof(IHttpContextAccessor), typeof(HttpRequest), typeof(HttpResponse)];
        var useCases = typeof(Program).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("SchoolPortal.Web.Pages", StringComparison.Ordinal) == true && t.GetMethod("HandleAsync") is not null)
            .ToList();

        Assert.NotEmpty(useCases);
        Assert.Empty(
            from useCase in useCases
            from parameter in useCase.GetConstructors().SelectMany(c => c.GetParameters()).Concat(useCase.GetMethods().SelectMany(m => m.GetParameters()))
            where webby.Any(w => w.IsAssignableFrom(parameter.ParameterType))
            select $"{useCase.Name} takes {parameter.ParameterType.Name}");
    }

    // Nobody reads blank lines and usings.
    private static bool IsRead(string line) => line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal);

    /// <summary>Migrations, and the model that SQLite starts with.</summary>
    private static readonly Regex WrittenByTools = new(@"[\\/](Migrations|Sqlite[\\/]Model)[\\/]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => IsOurs(f) && !WrittenByTools.IsMatch(Path.GetRelativePath(Root, f)));

    private static bool IsOurs(string path) =>
        !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(NotOurs.Contains);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SchoolPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run within the project's folder.");
    }
}

using System.Reflection;

namespace SchoolPortal.Domain.Forms;

/// <summary>The form definitions that ship with the product, each read and checked once.</summary>
public static class FormDefinitions
{
    private static readonly IReadOnlyList<(FormDefinition Form, string Json)> Shipped = [.. ReadEmbedded()];

    /// <summary>Every shipped definition, of every version.</summary>
    public static IReadOnlyList<FormDefinition> All { get; } = [.. Shipped.Select(each => each.Form)];

    /// <summary>The Partnership Agreement in its latest version.</summary>
    public static FormDefinition PartnershipAgreement { get; } = Latest("partnership-agreement");

    /// <summary>The School Profile in its latest version.</summary>
    public static FormDefinition SchoolProfile { get; } = Latest("school-profile");

    /// <summary>The definition that an answer set is pinned to, or null.</summary>
    public static FormDefinition? Find(string key, int version) =>
        All.FirstOrDefault(form => form.Key == key && form.Version == version);

    /// <summary>The file that a shipped definition was read from.</summary>
    public static string JsonOf(FormDefinition form) => Shipped.First(each => each.Form == form).Json;

    private static FormDefinition Latest(string key) =>
        All.Where(form => form.Key == key).MaxBy(form => form.Version)
        ?? throw new FormDefinitionException($"No definition of the form {key} is shipped.");

    private static IEnumerable<(FormDefinition Form, string Json)> ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var file = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var json = file.ReadToEnd();
            yield return (FormDefinitionFile.Read(json), json);
        }
    }
}

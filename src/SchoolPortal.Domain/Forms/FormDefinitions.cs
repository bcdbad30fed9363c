using System.Reflection;

namespace SchoolPortal.Domain.Forms;

/// <summary>The form definitions that ship with the product, each read and checked once.</summary>
public static class FormDefinitions
{
    /// <summary>Every shipped definition, of every version.</summary>
    public static IReadOnlyList<FormDefinition> All { get; } = [.. ReadEmbedded()];

    /// <summary>The Partnership Agreement in its latest version.</summary>
    public static FormDefinition PartnershipAgreement { get; } = Latest("partnership-agreement");

    /// <summary>The School Profile in its latest version.</summary>
    public static FormDefinition SchoolProfile { get; } = Latest("school-profile");

    /// <summary>The definition that an answer set is pinned to, or null.</summary>
    public static FormDefinition? Find(string key, int version) =>
        All.FirstOrDefault(form => form.Key == key && form.Version == version);

    private static FormDefinition Latest(string key) =>
        All.Where(form => form.Key == key).MaxBy(form => form.Version)
        ?? throw new FormDefinitionException($"No definition of the form {key} is shipped.");

    private static IEnumerable<FormDefinition> ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var file = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return FormDefinitionFile.Read(file.ReadToEnd());
        }
    }
}

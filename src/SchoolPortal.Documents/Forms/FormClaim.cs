using System.Globalization;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// What a file says of itself. Only a claim: what it names is looked up and held against what the portal noted, and who
/// may do what is decided by who is signed in.
/// </summary>
/// <param name="Form">Key of the form.</param>
/// <param name="Definition">Version of its definition, or null when none can be read.</param>
/// <param name="School">The Ministry's number, or null on a blank form.</param>
/// <param name="Edition">As people say it: <c>Version 3</c>, <c>2026</c>; null on a blank form.</param>
/// <param name="Draft">The portal's note of the draft it was made from; null for whatever is not to be brought back.</param>
public sealed record FormClaim(string Form, int? Definition, int? School, string? Edition, Guid? Draft)
{
    /// <summary>The claim that these properties make, or null when they name no form.</summary>
    internal static FormClaim? Of(IReadOnlyDictionary<string, string> properties) =>
        properties.GetValueOrDefault("PortalForm") is { Length: > 0 } form
            ? new FormClaim(
                form,
                Number(properties.GetValueOrDefault("PortalDefinition")),
                Number(properties.GetValueOrDefault("PortalSchool")),
                properties.GetValueOrDefault("PortalEdition"),
                Guid.TryParse(properties.GetValueOrDefault("PortalDraft"), out var draft) ? draft : null)
            : null;

    /// <summary>The claim that the visible line makes (<see cref="FormIdentityText.Of"/>), or null.</summary>
    internal static FormClaim? Of(string line) => Of(line.Split(';')
        .Select(part => part.Trim().Split(' ', 2))
        .Where(pair => pair.Length == 2)
        .GroupBy(pair => $"Portal{pair[0]}", pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase));

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

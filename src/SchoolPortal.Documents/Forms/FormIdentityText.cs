using System.Globalization;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// What a file says it is: in custom properties, in a row of its own in plain sight, and in the core subject. Read back,
/// it is a claim; who may do what is decided by who is signed in.
/// </summary>
public static class FormIdentityText
{
    /// <summary>Key of the visible row.</summary>
    public const string Key = "portal.identity";

    /// <summary>Names and values of the custom properties; those without a value are left out.</summary>
    public static IEnumerable<(string Name, string Value)> Properties(FormContent content)
    {
        yield return ("PortalForm", content.Form.Key);
        yield return ("PortalDefinition", content.Form.Version.ToString(CultureInfo.InvariantCulture));
        if (content.Identity.SchoolNumber is { } number)
        {
            yield return ("PortalSchool", number.ToString(CultureInfo.InvariantCulture));
        }

        if (content.Identity.Edition is { } edition)
        {
            yield return ("PortalEdition", edition);
        }

        if (content.Identity.BaseHash is { } hash)
        {
            yield return ("PortalBase", hash);
        }

        if (content.Identity.Draft is { } draft)
        {
            yield return ("PortalDraft", draft.ToString("N"));
        }
    }

    /// <summary>The same as one line: <c>form school-profile; definition 1; school 1404; edition 2026; base 3f2a…</c>.</summary>
    public static string Of(FormContent content) =>
        string.Join("; ", Properties(content).Select(p => $"{p.Name["Portal".Length..].ToLowerInvariant()} {p.Value}"));
}

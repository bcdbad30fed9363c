using System.Text.RegularExpressions;

namespace SchoolPortal.Domain.Public;

/// <summary>
/// Blanks that a content page's text may hold, such as <c>{help-address}</c>: the portal fills them in from its settings each
/// time the page is shown, so that an address changes in one place.
/// </summary>
public static partial class ContentBlanks
{
    /// <summary>The address people write to for help, as a link.</summary>
    public const string HelpAddress = "help-address";

    /// <summary>The address for those who find a fault in the portal's security, as a link.</summary>
    public const string SecurityAddress = "security-address";

    /// <summary>Phone, postal and street address of those who run the portal, as a list; nothing where they have not said.</summary>
    public const string OtherWays = "other-ways-to-reach-us";

    /// <summary>Where the facts about schools come from: source, date and licence.</summary>
    public const string Source = "source-of-school-facts";

    /// <summary>The licence of the public register's own figures.</summary>
    public const string RegisterLicence = "register-licence";

    /// <summary>Every blank there is.</summary>
    public static IReadOnlyList<string> All { get; } = [HelpAddress, SecurityAddress, OtherWays, Source, RegisterLicence];

    /// <summary>The text with its blanks filled in; braces round anything else stay as they are.</summary>
    /// <param name="text">Markdown.</param>
    /// <param name="fill">What stands for a blank, as Markdown.</param>
    public static string Fill(string text, Func<string, string> fill) =>
        Blank().Replace(text, found => All.Contains(found.Groups["name"].Value) ? fill(found.Groups["name"].Value) : found.Value);

    /// <summary>What is wrong with the blanks of a line, or null.</summary>
    internal static string? FaultOf(string line)
    {
        if (Blank().Matches(line).Select(found => found.Groups["name"].Value).FirstOrDefault(name => !All.Contains(name)) is { } unknown)
        {
            return $"the portal cannot fill in {{{unknown}}}. It fills in {string.Join(", ", All.Select(name => $"{{{name}}}"))}";
        }

        return BlankInLink().IsMatch(line) ? "what the portal fills in cannot stand inside a link. It makes its own" : null;
    }

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\[[^\]]*\{|\]\([^)]*\{", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex BlankInLink();
}

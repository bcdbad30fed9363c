using System.Text.RegularExpressions;

using SchoolPortal.Domain.Public;
using SchoolPortal.Web.Pages.Shared;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>Fills the blanks of a content page's Markdown from what the operator set.</summary>
internal static partial class FilledBlanks
{
    /// <summary>The text as readers get it.</summary>
    public static string In(string text, PortalFacts facts) => ContentBlanks.Fill(text, name => name switch
    {
        ContentBlanks.HelpAddress => MailLink(facts.HelpAddress),
        ContentBlanks.SecurityAddress => MailLink(facts.SecurityAddress),
        ContentBlanks.OtherWays => OtherWays(facts),
        ContentBlanks.Source => Plain(facts.Attribution),
        ContentBlanks.RegisterLicence => Plain(facts.RegisterLicence),
        _ => throw new ArgumentOutOfRangeException(nameof(text), name, "A blank without anything to fill it."),
    });

    private static string MailLink(string address) => $"[{Plain(address)}](<mailto:{Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal)}>)";

    private static string OtherWays(PortalFacts facts) => string.Join(
        '\n',
        from way in new[] { (Label: "Phone", Text: facts.Phone), (Label: "Postal address", Text: facts.PostalAddress), (Label: "Street address", Text: facts.StreetAddress) }
        where !string.IsNullOrWhiteSpace(way.Text)
        select $"- **{way.Label}:** {Plain(way.Text)}");

    // What an operator set is words: nothing in it is Markdown, and an address of several lines stays one item.
    private static string Plain(string words) =>
        Marks().Replace(string.Join(", ", words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), @"\$0");

    [GeneratedRegex(@"[\\`*_{}\[\]<>()#|!&]", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Marks();
}

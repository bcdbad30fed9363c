using System.Xml.Linq;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// A Word file that came back, taken apart and not yet understood: what it says it is, and its text as rows and
/// paragraphs. Any writer may have saved it; it need not be valid, and nothing in it is trusted.
/// </summary>
public sealed class ReturnedFile
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const int MostBytes = UntrustedPackage.MostBytes;

    private ReturnedFile(UntrustedPackage package)
    {
        var body = package.Main(WordText.IsFormatting).Child("body")
            ?? throw new UnreadableFileException("This Word file has no text in it. Choose the file that you wrote in.");
        Blocks = [.. BlocksOf(body)];
        foreach (var element in body.Descendants())
        {
            HasTrackedChanges |= element.Name.LocalName is "ins" or "del" or "moveFrom" or "moveTo";
            HasComments |= element.Name.LocalName is "commentReference" or "footnoteReference" or "endnoteReference";
        }

        Properties = FormClaim.Of(PropertiesOf(package.Named("/custom-properties")));
        Line = Rows.Where(row => row.Key == FormIdentityText.Key && row.Cells.Count > 1)
            .Select(row => FormClaim.Of(TypedText.CleanLine(row.Cells[1])))
            .FirstOrDefault();
    }

    /// <summary>What its document properties say it is, or null when a writer dropped them.</summary>
    public FormClaim? Properties { get; }

    /// <summary>What its visible line says it is, or null when somebody took it out.</summary>
    public FormClaim? Line { get; }

    /// <summary>Changes are tracked in it and neither accepted nor rejected.</summary>
    internal bool HasTrackedChanges { get; }

    /// <summary>Comments or notes stand in it.</summary>
    internal bool HasComments { get; }

    /// <summary>Its text from top to bottom.</summary>
    internal IReadOnlyList<WordBlock> Blocks { get; }

    /// <summary>The rows of all its tables.</summary>
    internal IEnumerable<WordRow> Rows => Blocks.OfType<WordRow>();

    /// <summary>Takes a file apart. Refuses with an <see cref="UnreadableFileException"/> whatever is no Word file or cannot be read safely.</summary>
    public static ReturnedFile Open(byte[] bytes) => new(UntrustedPackage.Open(bytes));

    private static IEnumerable<WordBlock> BlocksOf(XElement body)
    {
        var table = 0;
        foreach (var element in Outermost(body, "tbl", "p"))
        {
            if (element.Name.LocalName == "p")
            {
                foreach (var box in element.Descendants().Where(e => e.Name.LocalName == "txbxContent" && !IsFallback(e)))
                {
                    yield return new WordParagraph(TypedText.CleanLine(WordText.Of(box)));
                }

                yield return new WordParagraph(TypedText.CleanLine(WordText.Of(element)));
                continue;
            }

            table++;
            foreach (var row in Outermost(element, "tr").Where(row => !WordText.IsDeleted(row.Child("trPr"))))
            {
                yield return WordRow.Of(table, row, Outermost(row, "tc"));
            }
        }
    }

    /// <summary>The first of these on each way down, whatever wrappers (controls, tracked changes) stand between.</summary>
    private static IEnumerable<XElement> Outermost(XElement parent, params string[] names) => parent.Elements().SelectMany(element =>
        names.Contains(element.Name.LocalName) ? [element]
        : element.Name.LocalName is "Fallback" or "del" or "moveFrom" ? []
        : Outermost(element, names));

    private static bool IsFallback(XElement element) => element.Ancestors().Any(e => e.Name.LocalName == "Fallback");

    private static Dictionary<string, string> PropertiesOf(XElement? custom) =>
        (custom?.Elements() ?? [])
            .Where(property => property.Value("name") is not null)
            .GroupBy(property => property.Value("name")!, property => property.Value.Trim(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}

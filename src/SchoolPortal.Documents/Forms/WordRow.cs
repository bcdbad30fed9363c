using System.Xml.Linq;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>One thing that stands in a text from top to bottom: a row of a table, or a paragraph outside of tables.</summary>
internal abstract record WordBlock;

/// <summary>A paragraph outside of tables, on one line.</summary>
internal sealed record WordParagraph(string Text) : WordBlock;

/// <summary>A row of a table, with whatever it can be found by.</summary>
/// <param name="Table">Which table: rows of one table share the number.</param>
/// <param name="Cells">Text of each cell.</param>
/// <param name="Bookmarks">Names of the bookmarks in it.</param>
/// <param name="Tags">Tags of the controls in it.</param>
/// <param name="Aliases">Aliases of the controls in it.</param>
/// <param name="HasPicture">A picture or shape stands in it.</param>
internal sealed record WordRow(
    int Table, IReadOnlyList<string> Cells, IReadOnlyList<string> Bookmarks, IReadOnlyList<string> Tags, IReadOnlyList<string> Aliases, bool HasPicture)
    : WordBlock
{
    /// <summary>What stands in the last cell, as a key: in small letters, without blanks.</summary>
    internal string Key { get; } = Cells.Count == 0 ? "" : string.Concat(TypedText.Clean(Cells[^1]).ToLowerInvariant().Where(c => !char.IsWhiteSpace(c) && c != '\u200B' && c != '\u00AD'));

    /// <summary>It names the columns of a table with keys.</summary>
    internal bool IsHead => Cells.Count > 1 && Folded.Of(Cells[^1]) == Folded.Of(RowNames.KeyHead);

    /// <summary>All of it on one line.</summary>
    internal string Text => TypedText.CleanLine(string.Join(' ', Cells));

    /// <summary>Reads a row of the format.</summary>
    internal static WordRow Of(int table, XElement row, IEnumerable<XElement> cells)
    {
        List<string> bookmarks = [], tags = [], aliases = [];
        var picture = false;
        foreach (var element in row.Descendants())
        {
            switch (element.Name.LocalName)
            {
                case "bookmarkStart":
                    bookmarks.Add(element.Value("name") ?? "");
                    break;
                case "tag" when element.Parent?.Name.LocalName == "sdtPr":
                    tags.Add(element.Value("val") ?? "");
                    break;
                case "alias" when element.Parent?.Name.LocalName == "sdtPr":
                    aliases.Add(element.Value("val") ?? "");
                    break;
                case "drawing" or "pict" or "object":
                    picture = true;
                    break;
                default:
                    break;
            }
        }

        return new WordRow(table, [.. cells.Select(WordText.Of)], bookmarks, tags, aliases, picture);
    }
}

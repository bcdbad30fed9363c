using System.Text;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>A part of a template cut at its marks, once: what stays as it is, and what is filled in, left out or repeated.</summary>
internal abstract record TemplatePiece
{
    private static readonly byte[] Opening = "<?portal "u8.ToArray();
    private static readonly byte[] Closing = "?>"u8.ToArray();

    /// <summary>Cuts a part.</summary>
    /// <param name="part">Its markup with marks.</param>
    /// <param name="form">The form whose questions the marks name.</param>
    internal static IReadOnlyList<TemplatePiece> Cut(ReadOnlySpan<byte> part, FormDefinition form)
    {
        var fields = form.Fields().ToDictionary(place => place.Field.Key, place => place.Field, StringComparer.Ordinal);
        var open = new Stack<(TemplateMark Mark, string Key, List<TemplatePiece> Inner)>();
        var pieces = new List<TemplatePiece>();
        for (var at = part.IndexOf(Opening); at >= 0; at = part.IndexOf(Opening))
        {
            Keep(part[..at], pieces);
            part = part[(at + Opening.Length)..];
            var end = part.IndexOf(Closing);
            var words = Encoding.UTF8.GetString(part[..end]).Split(' ');
            var (mark, key) = (Enum.Parse<TemplateMark>(words[0]), words.Length > 1 ? words[1] : "");
            part = part[(end + Closing.Length)..];
            switch (mark)
            {
                case TemplateMark.End:
                    var region = open.Pop();
                    region.Inner.Add(new TemplateRegion(region.Mark, region.Key, fields.GetValueOrDefault(region.Key), pieces));
                    pieces = region.Inner;
                    break;
                case < TemplateMark.End:
                    open.Push((mark, key, pieces));
                    pieces = [];
                    break;
                default:
                    pieces.Add(new TemplatePlace(mark, key, fields.GetValueOrDefault(key)));
                    break;
            }
        }

        Keep(part, pieces);
        return pieces;
    }

    private static void Keep(ReadOnlySpan<byte> markup, List<TemplatePiece> pieces)
    {
        if (!markup.IsEmpty)
        {
            pieces.Add(new TemplateMarkup(markup.ToArray()));
        }
    }
}

/// <summary>Markup that is the same in every document.</summary>
internal sealed record TemplateMarkup(byte[] Utf8) : TemplatePiece;

/// <summary>Something that is filled in.</summary>
/// <param name="Mark">With what.</param>
/// <param name="Key">Which.</param>
/// <param name="Field">The question of that key, or null.</param>
internal sealed record TemplatePlace(TemplateMark Mark, string Key, FieldDefinition? Field) : TemplatePiece;

/// <summary>Something that may be left out or repeated.</summary>
/// <param name="Mark">When.</param>
/// <param name="Key">Of what.</param>
/// <param name="Field">The question of that key, or null.</param>
/// <param name="Inner">What stands in it.</param>
internal sealed record TemplateRegion(TemplateMark Mark, string Key, FieldDefinition? Field, IReadOnlyList<TemplatePiece> Inner) : TemplatePiece;

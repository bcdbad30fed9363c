using System.Collections.Frozen;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>
/// The Word file that documents of a form are written into, taken apart once: parts that never change stay compressed, the
/// others are cut at their marks. Either the standard one, laid out from the definition, or one that somebody made in Word
/// (<see cref="OwnTemplate"/>). Safe to keep and to use from several threads.
/// </summary>
public sealed class FormTemplate
{
    private static readonly ConditionalWeakTable<FormDefinition, FormTemplate> Standards = [];
    private static readonly ConditionalWeakTable<FormDefinition, FormTemplate> Comparisons = [];

    private readonly PackageTemplate package;
    private readonly FrozenDictionary<string, IReadOnlyList<TemplatePiece>> filled;
    private readonly int lastId;

    /// <param name="form">The form with its fixed text as this template has it.</param>
    /// <param name="package">The whole file.</param>
    /// <param name="marked">The parts that are filled, by name, with their marks.</param>
    /// <param name="lastId">The highest id of a bookmark in them.</param>
    internal FormTemplate(FormDefinition form, PackageTemplate package, IReadOnlyDictionary<string, byte[]> marked, int lastId)
    {
        (Form, this.package, this.lastId) = (form, package, lastId);
        filled = marked.ToFrozenDictionary(part => part.Key, part => TemplatePiece.Cut(part.Value, form), StringComparer.Ordinal);
    }

    /// <summary>The form in the words of this template.</summary>
    public FormDefinition Form { get; }

    /// <summary>The one that the portal lays out from the definition.</summary>
    public static FormTemplate Standard(FormDefinition form) => Standards.GetValue(form, static form => LaidOut(form, compared: false));

    /// <summary>The one that this content is written into. A comparison is always laid out by the portal.</summary>
    internal static FormTemplate For(FormContent content) =>
        content.Earlier is not null ? Comparisons.GetValue(content.Form, static form => LaidOut(form, compared: true))
        : content.Template ?? Standard(content.Form);

    /// <summary>All parts of one document, in writing order.</summary>
    internal PackagePart[] Fill(FormContent content)
    {
        using var xml = new XmlText();
        return package.With(name =>
        {
            xml.Clear();
            if (filled.TryGetValue(name, out var pieces))
            {
                new FormFilling(content, xml, lastId).Fill(pieces);
            }
            else
            {
                FormParts.WriteProperties(name, content, xml);
            }

            return PackagePart.Of(name, xml.Written, CompressionLevel.Fastest);
        });
    }

    private static FormTemplate LaidOut(FormDefinition form, bool compared) => LaidOut(form, word => new FormBody(form, compared, word).Write());

    /// <summary>The letterhead with a body of one's own.</summary>
    internal static FormTemplate LaidOut(FormDefinition form, Action<WordMarkup> writeBody)
    {
        using var xml = new XmlText();
        var word = new WordMarkup(xml);
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        Keep(FormParts.Body, () => writeBody(word));
        Keep(FormParts.Header, () => FormParts.WriteHeader(form, word, xml));
        Keep(FormParts.Footer, () => FormParts.WriteFooter(word, xml));
        return new FormTemplate(form, Letterhead.For(form), parts, word.LastId);

        void Keep(string name, Action write)
        {
            xml.Clear();
            write();
            parts[name] = xml.Written.ToArray();
        }
    }
}

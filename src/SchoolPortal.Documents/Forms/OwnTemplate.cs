using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SchoolPortal.Documents.Packages;

namespace SchoolPortal.Documents.Forms;

/// <summary>What was found in a template that somebody made in Word.</summary>
/// <param name="Template">What documents can be written into; null when there is a problem.</param>
/// <param name="Problems">Why it is not taken, a sentence each with its place, all of them.</param>
public sealed record TemplateCheck(FormTemplate? Template, IReadOnlyList<string> Problems);

/// <summary>
/// Takes in a template that somebody made in Word out of the one that the portal gives away. Looks and fixed text are theirs; the
/// questions must all be there, each once, in their words. Nothing of the file is followed or run, and of its parts only those
/// that documents need are taken over.
/// </summary>
public static class OwnTemplate
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const int MostBytes = UntrustedPackage.MostBytes;

    private const int MostProblems = 60;

    /// <summary>Reads the whole file. Nothing in it makes this throw.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="blank">What the portal gave away: <see cref="FormContent.TemplateOf"/>.</param>
    /// <param name="id">The template version that the form will say it is worded by.</param>
    public static TemplateCheck Check(byte[] bytes, FormContent blank, Guid id)
    {
        try
        {
            var problems = new List<string>();
            var template = Read(UntrustedPackage.Open(bytes), blank, id, problems);
            if (problems.Count == 0)
            {
                problems.AddRange(Flaws(template, blank));
            }

            return new TemplateCheck(problems.Count == 0 ? template : null, problems.Count <= MostProblems
                ? problems
                : [.. problems.Take(MostProblems), $"{problems.Count - MostProblems} more places are not right."]);
        }
        catch (UnreadableFileException unreadable)
        {
            return new TemplateCheck(null, [unreadable.Message]);
        }
    }

    /// <summary>One that was found right before, without asking again what documents in it would be like.</summary>
    /// <inheritdoc cref="Check"/>
    public static FormTemplate Open(byte[] bytes, FormContent blank, Guid id)
    {
        var problems = new List<string>();
        var template = Read(UntrustedPackage.Open(bytes), blank, id, problems);
        return problems.Count == 0 ? template : throw new UnreadableFileException(string.Join(' ', problems));
    }

    private static FormTemplate Read(UntrustedPackage package, FormContent blank, Guid id, List<string> problems)
    {
        var main = package.Part(package.MainPart)!;
        if (main.Name != WordNames.W + "document" || main.Element(WordNames.W + "body") is not { } body)
        {
            throw new UnreadableFileException(main.Name.LocalName == "document" && main.Child("body") is not null
                ? "This file is saved as Strict Open XML. Open it in Word, save it as a Word document (DOCX) and choose that file."
                : "This Word file has no text in it. Choose the template that you changed.");
        }

        var parts = new TemplateParts(package, problems);
        var text = new TemplateBody(body, blank, parts.Styles, problems);
        var form = text.Mark().In(blank.Form, id);
        parts.Add(main);
        return new FormTemplate(form, parts.Package(), parts.Marked, text.LastId);
    }

    /// <summary>What the format's own rules say against a document written into it.</summary>
    private static IEnumerable<string> Flaws(FormTemplate template, FormContent blank)
    {
        var sample = FormDocument.Write(FormSample.Of(template, blank.Signatures.Select(signature => signature.Role)));
        using var word = WordprocessingDocument.Open(new MemoryStream(sample), isEditable: false);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word)
                .Select(error => $"Word would find the part {error.Part?.Uri.OriginalString.TrimStart('/')} broken: {error.Description} Open the file in Word, save it under a new name and choose that one.")
                .Distinct(),
        ];
    }

    /// <summary>A part as text in which marks stand.</summary>
    internal static byte[] Written(XElement part)
    {
        using var file = new MemoryStream();
        using (var writer = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize }))
        {
            writer.WriteStartDocument(standalone: true);
            part.WriteTo(writer);
        }

        return file.ToArray();
    }
}

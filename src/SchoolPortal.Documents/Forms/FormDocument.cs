using SchoolPortal.Documents.Packages;

namespace SchoolPortal.Documents.Forms;

/// <summary>A form as a Word file: content in, bytes out. Identical content gives identical bytes.</summary>
public static class FormDocument
{
    /// <summary>What the bytes are, for the answer that carries them.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The whole file.</summary>
    public static byte[] Write(FormContent content) => PackageWriter.ToBytes(FormTemplate.For(content).Fill(content));

    /// <summary>Writes the whole file to a stream that need not seek.</summary>
    public static void Write(FormContent content, Stream output) => PackageWriter.Write(FormTemplate.For(content).Fill(content), output);

    /// <summary>
    /// A name to save it under, in lower-case ASCII: form, school number, edition and the day the text is of, such as
    /// <c>school-profile-1404-2026-2026-03-05.docx</c>; a blank form is <c>school-profile-blank.docx</c>, a template
    /// <c>school-profile-template.docx</c>.
    /// </summary>
    public static string FileName(FormContent content)
    {
        var words = content.Standing is DocumentStanding.Blank or DocumentStanding.Template
            ? $"{content.Form.Key} {content.Identity.SchoolNumber} {content.Standing}"
            : $"{content.Form.Key} {content.Identity.SchoolNumber} {content.Identity.Edition} {(content.Earlier is null ? "" : "compared")} {content.Date:yyyy-MM-dd}";
        var safe = words.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ').ToArray();
        return string.Join('-', new string(safe).Split(' ', StringSplitOptions.RemoveEmptyEntries)) + ".docx";
    }
}

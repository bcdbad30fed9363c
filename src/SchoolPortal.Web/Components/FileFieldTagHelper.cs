using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>
/// A file to upload; the form needs <c>enctype="multipart/form-data"</c>. Type and size are stated before choosing.
/// <c>&lt;file-field for="Upload" label="Returned agreement" accept=".docx" hint="A Word file (DOCX), up to 10 MB" /&gt;</c>.
/// </summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileFieldTagHelper : FieldTagHelper
{
    /// <summary>The endings offered first, such as <c>.docx</c>. The server checks again.</summary>
    public string? Accept { get; set => field = Markup.OrNull(value); }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Control("input", "govuk-file-upload").With("type", "file").With("accept", Accept);
        WriteGroup(output, input);
    }
}

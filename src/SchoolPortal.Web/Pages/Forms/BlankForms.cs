using System.Collections.Concurrent;

using Microsoft.Net.Http.Headers;

using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>Blank forms as Word files, open to anybody: made once, then answered from memory.</summary>
public static class BlankForms
{
    private static readonly ConcurrentDictionary<FormDefinition, byte[]> Written = new();

    /// <summary>Maps <c>/forms/{key}.docx</c>, in the version in use.</summary>
    public static void MapBlankForm(this IEndpointRouteBuilder app, string key)
    {
        var shipped = new DateTimeOffset(File.GetLastWriteTimeUtc(typeof(FormDefinition).Assembly.Location), TimeSpan.Zero);
        app.MapGet(AddressOf(key), (KnownForms forms) => Results.File(
                BytesOf(forms.Newest(key)),
                FormDocument.MediaType,
                FormDocument.FileName(FormContent.BlankOf(forms.Newest(key))),
                lastModified: shipped,
                entityTag: new EntityTagHeaderValue($"\"{AgreementFile.HashOf(BytesOf(forms.Newest(key)))[..16]}\"")))
            .AllowAnonymous();
    }

    /// <summary>Where the blank form is.</summary>
    public static string AddressOf(string key) => $"/forms/{key}.docx";

    /// <summary>How large it is, such as "41 KB".</summary>
    public static string SizeOf(FormDefinition form) => FileSizeText.Of(BytesOf(form).Length);

    private static byte[] BytesOf(FormDefinition form) => Written.GetOrAdd(form, _ => FormDocument.Write(FormContent.BlankOf(form)));
}

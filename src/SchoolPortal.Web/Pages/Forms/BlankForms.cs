using System.Collections.Concurrent;

using Microsoft.Net.Http.Headers;

using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>Blank forms as Word files, open to anybody: made once, then answered from memory.</summary>
public static class BlankForms
{
    private static readonly ConcurrentDictionary<string, byte[]> Written = new();

    /// <summary>Maps <c>/forms/{key}.docx</c>.</summary>
    public static void MapBlankForm(this IEndpointRouteBuilder app, FormDefinition form)
    {
        var name = FormDocument.FileName(FormContent.BlankOf(form));
        var shipped = new DateTimeOffset(File.GetLastWriteTimeUtc(typeof(FormDefinition).Assembly.Location), TimeSpan.Zero);
        app.MapGet(AddressOf(form), () => Results.File(
                BytesOf(form),
                FormDocument.MediaType,
                name,
                lastModified: shipped,
                entityTag: new EntityTagHeaderValue($"\"{AgreementFile.HashOf(BytesOf(form))[..16]}\"")))
            .AllowAnonymous();
    }

    /// <summary>Where the blank form is.</summary>
    public static string AddressOf(FormDefinition form) => $"/forms/{form.Key}.docx";

    /// <summary>How large it is, such as "41 KB".</summary>
    public static string SizeOf(FormDefinition form) => $"{(BytesOf(form).Length + 1023) / 1024} KB";

    private static byte[] BytesOf(FormDefinition form) => Written.GetOrAdd(form.Key, _ => FormDocument.Write(FormContent.BlankOf(form)));
}

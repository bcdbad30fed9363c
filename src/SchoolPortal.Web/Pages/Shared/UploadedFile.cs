namespace SchoolPortal.Web.Pages.Shared;

/// <summary>A file that came with a form, whose page bounds its size.</summary>
internal static class UploadedFile
{
    /// <summary>All of it.</summary>
    public static async Task<byte[]> BytesAsync(this IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }
}

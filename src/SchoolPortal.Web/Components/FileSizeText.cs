using SchoolPortal.Domain;

namespace SchoolPortal.Web.Components;

/// <summary>How large a file is, for the link that leads to it.</summary>
public static class FileSizeText
{
    /// <summary><c>12 KB</c>, never less than 1.</summary>
    public static string Of(long bytes) => $"{Math.Max(1, (bytes + 1023) / 1024).ToString("N0", NewZealandTime.Culture)} KB";
}

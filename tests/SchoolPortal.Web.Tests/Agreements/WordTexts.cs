using System.IO.Compression;

namespace SchoolPortal.Web.Tests.Agreements;

/// <summary>What a part of a Word file says, markup and all; its text when no part is named.</summary>
internal static class WordTexts
{
    public static string Of(byte[] word, string part = "word/document.xml")
    {
        using var package = new ZipArchive(new MemoryStream(word));
        using var text = new StreamReader(package.GetEntry(part)!.Open());
        return text.ReadToEnd();
    }
}

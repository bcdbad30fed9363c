using System.IO.Compression;

namespace SchoolPortal.Web.Tests.Agreements;

/// <summary>What a Word file says, markup and all.</summary>
internal static class WordTexts
{
    public static string Of(byte[] word)
    {
        using var package = new ZipArchive(new MemoryStream(word));
        using var text = new StreamReader(package.GetEntry("word/document.xml")!.Open());
        return text.ReadToEnd();
    }
}

using System.Globalization;

using DocumentFormat.OpenXml.Packaging;

using SchoolPortal.Documents.Packages;

namespace SchoolPortal.Documents.Public;

/// <summary>What Word files and slide shows of hand-outs share: the mark, the properties, and bytes that are the same for the same content.</summary>
internal static class HandOutPackage
{
    internal const string MarkWords = "School Portal: two rings that overlap, the school and the Police";

    /// <summary>The portal's mark.</summary>
    internal static Stream Mark() => typeof(HandOutPackage).Assembly.GetManifestResourceStream("mark.png")!;

    /// <summary>Title, language and day, as every reader of files shows them.</summary>
    internal static void WriteProperties(CoreFilePropertiesPart part, HandOut handOut)
    {
        using var xml = new XmlText();
        xml.Markup("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>
            """u8).Value(handOut.Title);
        if (handOut.For is { } whose)
        {
            xml.Markup(": "u8).Value(whose);
        }

        var day = handOut.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        xml.Markup("</dc:title><dc:creator>School Portal</dc:creator><dc:description>"u8).Value(handOut.Summary)
            .Markup("</dc:description><dc:language>en-NZ</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">"u8).Value(day)
            .Markup("T00:00:00Z</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">"u8).Value(day)
            .Markup("T00:00:00Z</dcterms:modified></cp:coreProperties>"u8);
        using var written = new MemoryStream(xml.Written.ToArray());
        part.FeedData(written);
    }

    /// <summary>The file without anything of the moment it was made at.</summary>
    internal static byte[] ToBytes(MemoryStream file)
    {
        file.Position = 0;
        return PackageWriter.ToBytes(PackageTemplate.Read(file, []).With(name => throw new InvalidOperationException(name)));
    }
}

using System.Xml;
using System.Xml.Linq;

namespace SchoolPortal.Documents.Packages;

/// <summary>
/// Reads XML from outside: no document type, nothing fetched, no deeper and no larger than any form could be
/// (requirements R49 and R50). The bounds hold while it is read, so that a part made to be slow is given up at once.
/// </summary>
internal static class UntrustedXml
{
    /// <summary>Word nests a few dozen deep.</summary>
    private const int Deepest = 200;

    /// <summary>A full form has some 10,000.</summary>
    private const int MostElements = 300_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The part's elements, attributes and text as a tree; walking down it is safe, since its depth is bounded.</summary>
    /// <param name="name">Name of the part, for messages.</param>
    /// <param name="part">Its bytes.</param>
    /// <param name="leaveOut">Tells by the local names of parent and child what is passed over with all that is in it.</param>
    /// <param name="keepPrefixes">The tree will be written again: markup of this format refers to prefixes by name.</param>
    internal static XElement Read(string name, byte[] part, Func<string, string, bool>? leaveOut = null, bool keepPrefixes = false)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(part), Settings);
            return Tree(name, reader, leaveOut ?? ((_, _) => false), keepPrefixes);
        }
        catch (XmlException broken)
        {
            throw new UnreadableFileException(
                $"The file’s part {name} is broken in line {broken.LineNumber}, so nothing was read. Open the file in Word, save it under a new name and choose that one.");
        }
    }

    private static XElement Tree(string name, XmlReader reader, Func<string, string, bool> leaveOut, bool keepPrefixes)
    {
        var root = new XElement("part");
        var parent = root;
        var elements = 0;
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.Depth > Deepest || (reader.NodeType == XmlNodeType.Element && ++elements > MostElements))
            {
                throw new UnreadableFileException(
                    $"The file’s part {name} holds far more than a form can, so nothing was read. Download it from the portal again and write into that copy.");
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element when leaveOut(parent.Name.LocalName, reader.LocalName):
                    reader.Skip();
                    continue;
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    var element = ElementAt(reader, keepPrefixes);
                    parent.Add(element);
                    parent = isEmpty ? parent : element;
                    break;
                case XmlNodeType.EndElement:
                    parent = parent.Parent!;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    parent.Add(reader.Value);
                    break;
                default:
                    break;
            }

            reader.Read();
        }

        var top = root.Elements().First();
        top.Remove();
        return top;
    }

    private static XElement ElementAt(XmlReader reader, bool keepPrefixes)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName)
            {
                element.Add(new XAttribute(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value));
            }
            else if (keepPrefixes)
            {
                element.Add(new XAttribute(reader.Prefix.Length == 0 ? "xmlns" : XNamespace.Xmlns + reader.LocalName, reader.Value));
            }
        }

        reader.MoveToElement();
        return element;
    }
}

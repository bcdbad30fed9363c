using System.Text;
using System.Xml.Linq;
using SchoolPortal.Documents.Packages;
using Xunit;

namespace SchoolPortal.Documents.Tests.Packages;

public sealed class XmlTextTests
{
    [Fact]
    public void Every_character_there_is_comes_back_or_is_dropped_and_the_xml_stays_readable()
    {
        using var xml = new XmlText();
        for (var character = 0; character <= 0x10FFFF; character++)
        {
            var text = character < 0x10000 ? ((char)character).ToString() : char.ConvertFromUtf32(character);
            if (character % 251 == 0 || character < 0x3000 || character > 0xD700 && character < 0x10010)
            {
                xml.Clear();
                var read = XElement.Parse(Encoding.UTF8.GetString(
                    xml.Markup("<t a=\""u8).Value(text).Markup("\">"u8).Value($"a{text}b").Markup("</t>"u8).Written)).Value;

                Assert.True(read == $"a{text}b" || read == "ab" || read == "a b", $"U+{character:X4} was read as {read}");
            }
        }
    }

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\r\ntwo")]
    [InlineData("one\rtwo")]
    [InlineData("one\vtwo")]
    [InlineData("one\u2028two")]
    public void A_line_break_of_any_kind_becomes_one_break(string text)
    {
        using var xml = new XmlText();

        Assert.Equal("""one</w:t><w:br/><w:t xml:space="preserve">two""", Encoding.UTF8.GetString(xml.Words(text).Written));
    }

    [Fact]
    public void Room_grows_with_the_text()
    {
        using var xml = new XmlText();
        var text = string.Concat(Enumerable.Repeat("ā😊&", 100_000));

        xml.Value(text);

        Assert.Equal(text.Replace("&", "&amp;", StringComparison.Ordinal), Encoding.UTF8.GetString(xml.Written));
    }
}

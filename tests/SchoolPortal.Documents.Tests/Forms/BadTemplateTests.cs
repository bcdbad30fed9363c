using System.Xml.Linq;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Testing;
using Xunit;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>What somebody did to a template, and every sentence that they are told.</summary>
public sealed class BadTemplateTests
{
    private const string Back = "Put it back as it stands in the template that you downloaded.";
    private const string BodyRelations = "word/_rels/document.xml.rels";
    private const string HeaderRelations = "word/_rels/header1.xml.rels";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XNamespace W = EditedFile.W;

    private static readonly FormContent Blank = FormContent.TemplateOf(SampleForm.Definition, ["Principal", "Area supervisor"]);

    private static readonly byte[] Good = FormDocument.Write(Blank);

    private static readonly Dictionary<string, (Action<EditedFile> Change, string[] Sentences)> Table = new()
    {
        ["row gone"] = (InBody(body => body.Row("about.motto").Remove()), [$"1 About the school: The row of “Motto” is not in the file. {Back}"]),
        ["row doubled"] = (InBody(body => body.Row("about.motto").AddAfterSelf(new XElement(body.Row("about.motto")))), [$"1 About the school: The row of “Motto” stands in the file more than once. {Back}"]),
        ["key gone"] = (InBody(body => body.Cell("about.motto", 2).Type("")), [$"1 About the school: The row of “Motto” has lost its key about.motto. {Back}"]),
        ["keys swapped"] = (InBody(body =>
        {
            var other = body.Cell("about.story", 2);
            body.Cell("about.motto", 2).Type("about.story");
            other.Type("about.motto");
        }), [$"1 About the school: The question “Motto” and its key about.motto stand in different rows. {Back}", $"1 About the school: The question “Local story” and its key about.story stand in different rows. {Back}"]),
        ["two columns"] = (InBody(body => body.Cell("about.motto").Remove()), ["1 About the school: The row of “Motto” does not have its three columns any more: question, answer, key."]),
        ["question in other words"] = (InBody(body => Say(body.Cell("about.motto", 0), "Motto", "Slogan")), ["1 About the school: The question “Motto” (about.motto) reads “Slogan (needed) One line.” in the file. Schools have answered it as it was, so let it begin so."]),
        ["question elsewhere"] = (InBody(body =>
        {
            var row = body.Row("about.motto");
            row.Remove();
            body.Row("travel.main").AddAfterSelf(row);
        }), ["2 Getting to school: The row of “Motto” (about.motto) stands there; it belongs under “1 About the school”."]),
        ["unknown question"] = (InBody(body => body.Row("about.motto").AddAfterSelf(Row("Favourite colour", "", "about.colour"))), ["1 About the school: The row “Favourite colour about.colour” has the key about.colour, and the form has no such question. Take the row out, or its key if it is fixed text."]),
        ["cells joined downwards"] = (InBody(body => body.Cell("about.motto", 0).Element(W + "tcPr")!.Add(new XElement(W + "vMerge"))), ["1 About the school: Cells of the row of “Motto” are joined with the row above or below. Split them again."]),
        ["row for items gone"] = (InBody(body => ItemRow(body).Remove()), ["2 Getting to school: The table “Bus routes” needs one empty row of 5 cells below its columns, by which the portal lays out every row."]),
        ["columns in other words"] = (InBody(body => Say(body, "Since", "From")), ["2 Getting to school: The columns of “Bus routes” are not those of the form any more: Route, Since, Full, Kind, Key."]),
        ["heading gone"] = (InBody(body => Heading(body, "Getting to school").Remove()),
        [
            "The heading “2 Getting to school” is not in the file. Put it back, as a paragraph of its own outside tables.",
            "1 About the school: The row of “Main way” (travel.main) stands there; it belongs under “2 Getting to school”.",
            "1 About the school: The row of “All ways” (travel.all) stands there; it belongs under “2 Getting to school”.",
            "1 About the school: The row of “Bus routes” (travel.routes) stands there; it belongs under “2 Getting to school”.",
            "1 About the school: The row of “Shares” (travel.shares) stands there; it belongs under “2 Getting to school”.",
        ]),
        ["heading in other words"] = (InBody(body => Say(body, "Getting to school", "Travel")), ["The heading “2 Getting to school” reads “2 Travel” in the file. It stands on the portal’s pages too, so let it begin as it was."]),
        ["heading doubled"] = (InBody(body => Heading(body, "Getting to school").AddAfterSelf(new XElement(Heading(body, "Getting to school")))), ["The heading “2 Getting to school” stands in the file 2 times. Keep one of them."]),
        ["sections in another order"] = (InBody(body =>
        {
            var last = Heading(body, "People");
            List<XElement> section = [last, .. last.ElementsAfterSelf().TakeWhile(e => e != Heading(body, "Signed by"))];
            section.Remove();
            Heading(body, "Getting to school").AddBeforeSelf(section);
        }), ["The heading “2 Getting to school” stands below “3 People”. Put the sections back in their order."]),
        ["signatures gone"] = (InBody(body => Heading(body, "Signed by").ElementsAfterSelf(W + "tbl").First().Remove()), ["Signed by: The table of signatures needs a row of headings and one row below it, each of four cells: role, name and position, when, statement."]),
        ["identity gone"] = (InBody(body => body.Row("portal.identity").Remove()), ["About this file: The row with the key portal.identity must stand there once, with its three columns. By it a file says what it is."]),
        ["standing gone"] = (InBody(body => Styled(body, "Standing").Remove()), ["The first page: The line that says what a document is (Draft, Signed, Superseded) is not there. Put back a line with the word Template in the style Standing."]),
        ["text on the first page"] = (InBody(body => Styled(body, "Standing").AddAfterSelf(Edits.Paragraph("Between us"))), ["The first page: “Between us” stands there, and the page where people sign would not show it. Write it into one of the sections, or give it the style Introduction if it only helps to fill the form in."]),
        ["text below the signatures"] = (InBody(body => body.Elements(W + "sectPr").Single().AddBeforeSelf(Edits.Paragraph("Small print"))), ["About this file: “Small print” stands there, and the page where people sign would not show it. Write it into one of the sections, or give it the style Introduction if it only helps to fill the form in."]),
        ["tracked changes"] = (InBody(body => Clause(body).Add(new XElement(W + "ins", new XAttribute(W + "id", 900), new XAttribute(W + "author", "A"), Edits.Run("more")))), ["1 About the school: Changes are tracked there. Accept or reject all of them, save the file and choose it again."]),
        ["comment"] = (InBody(body => Clause(body).Add(new XElement(W + "r", new XElement(W + "commentReference", new XAttribute(W + "id", 1))))), ["1 About the school: Comments stand there, which would go into every agreement. Delete all of them, save the file and choose it again."]),
        ["footnote"] = (InBody(body => Clause(body).Add(new XElement(W + "r", new XElement(W + "footnoteReference", new XAttribute(W + "id", 1))))), ["1 About the school: A footnote stands there. Write its text as a paragraph, save the file and choose it again."]),
        ["text box"] = (InBody(body => Clause(body).Add(new XElement(W + "r", new XElement(W + "pict", new XElement(W + "txbxContent", Edits.Paragraph("In a box")))))), ["1 About the school: The text “In a box” stands in a text box, which the portal’s page cannot show. Write it as a paragraph."]),
        ["field from elsewhere"] = (InBody(body => Clause(body).Add(new XElement(W + "fldSimple", new XAttribute(W + "instr", " INCLUDETEXT c:\\x.docx "), Edits.Run("x")))), [@"1 About the school: The field “INCLUDETEXT c:\x.docx” takes its text from elsewhere or changes by itself. Write the text itself."]),
        ["field in pieces"] = (InBody(body => Clause(body).Add(
            FieldRun("begin"), new XElement(W + "r", new XElement(W + "instrText", " DA")), new XElement(W + "r", new XElement(W + "instrText", "TE ")), FieldRun("separate"), Edits.Run("today"), FieldRun("end"))), ["1 About the school: The field “DATE” takes its text from elsewhere or changes by itself. Write the text itself."]),
        ["link"] = (file => Relate(file, BodyRelations, "hyperlink", "https://example.org/", external: true), ["The text: The link to “https://example.org/” leads out of the file. A signed document must say everything itself: write the address as plain text, without a link."]),
        ["picture of another kind"] = (file => Relate(file.With("word/media/drawing.emf", "x"), HeaderRelations, "image", "media/drawing.emf"), ["The picture word/media/drawing.emf is none that every program shows. Save it as PNG or JPEG and put it in again."]),
        ["picture that is not there"] = (file => Relate(file, HeaderRelations, "image", "media/none.png"), ["The picture word/media/none.png is none that every program shows. Save it as PNG or JPEG and put it in again."]),
        ["large pictures"] = (file => Relate(file.With("word/media/large.png", [0x89, (byte)'P', (byte)'N', (byte)'G', .. new byte[3_000_000]]), HeaderRelations, "image", "media/large.png"), ["The pictures and styles of the file come to 3.0 MB, which every agreement would carry. Make the pictures smaller: together up to 2 MB."]),
        ["something embedded"] = (InBody(body => Clause(body).Add(new XElement(W + "r", new XElement(W + "object", new XAttribute(XName.Get("id", Office), "rIdLost"))))),
        [
            "1 About the school: Something of another program is embedded there. Put it in as text or as a picture, save the file and choose it again.",
            "The text: Something that the portal does not take over stands there (object rIdLost). Take out whatever is no text, table or picture (PNG, JPEG or GIF).",
        ]),
        ["no header"] = (InBody(body => body.Descendants(W + "headerReference").Remove()), ["The header: The file has no header. The portal writes DRAFT and SUPERSEDED across each page by it; type something into that header, or change that setting."]),
        ["no footer"] = (InBody(body => body.Descendants(W + "footerReference").Remove()), ["The footer: The file has no footer, in which the portal says who may read it. Type something into the footer."]),
        ["first page without a header"] = (InBody(body => body.Element(W + "sectPr")!.Add(new XElement(W + "titlePg"))), ["The header: The file has no header for the first page, which is set to have one of its own. The portal writes DRAFT and SUPERSEDED across each page by it; type something into that header, or change that setting."]),
        ["no styles"] = (file => file.Change(BodyRelations, rels => rels.Replace("/styles\"", "/nothing\"", StringComparison.Ordinal)), ["The file has no styles, by which the portal lays out answers. Open it in Word, save it under a new name and choose that one."]),
        ["against the format"] = (InBody(body => Clause(body).Element(W + "pPr")!.Add(new XElement(W + "jc", new XAttribute(W + "val", "sideways")))), ["Word would find the part word/document.xml broken: "]),
        ["macros"] = (file => file.With("word/vbaProject.bin", "x"), ["This file has macros in it, so it was not read. Save it as a Word document without macros (DOCX) and choose that file."]),
        ["template from elsewhere"] = (file => Relate(file, BodyRelations, "attachedTemplate", "https://example.org/x.dotm", external: true), ["This file takes a template, picture or text from elsewhere (https://example.org/x.dotm), so it was not read. Take that out, save the file and choose it again."]),
        ["broken part"] = (file => file.Change(EditedFile.Body, xml => xml.Replace("</w:body>", "", StringComparison.Ordinal)), ["The file’s part word/document.xml is broken in line 2, so nothing was read. Open the file in Word, save it under a new name and choose that one."]),
        ["strict"] = (file => file.Change(EditedFile.Body, xml => xml.Replace(W.NamespaceName, "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal)), ["This file is saved as Strict Open XML. Open it in Word, save it as a Word document (DOCX) and choose that file."]),
        ["no text"] = (file => file.With(EditedFile.Body, $"<w:document xmlns:w=\"{W.NamespaceName}\"/>"), ["This Word file has no text in it. Choose the template that you changed."]),
    };

    public static TheoryData<string> Kinds() => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Everything_that_is_wrong_is_told_with_its_place(string kind)
    {
        var (change, sentences) = Table[kind];
        var file = new EditedFile(Good);
        change(file);

        var check = OwnTemplate.Check(file.Bytes(), Blank, Guid.Empty);

        Assert.Null(check.Template);
        Assert.Equal(sentences.Length, check.Problems.Count);
        Assert.All(sentences.Zip(check.Problems), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void Several_things_are_told_at_once()
    {
        var file = new EditedFile(Good).Edit(body =>
        {
            body.Row("about.motto").Remove();
            body.Cell("travel.main").Remove();
            Say(body, "People", "Persons");
        });

        Assert.Equal(3, OwnTemplate.Check(file.Bytes(), Blank, Guid.Empty).Problems.Count);
    }

    private static Action<EditedFile> InBody(Action<XElement> change) => file => file.Edit(change);

    private static void Relate(EditedFile file, string part, string purpose, string target, bool external = false) => file.Change(part, rels => rels.Replace(
        "</Relationships>", $"<Relationship Id=\"rIdX\" Type=\"{Office}/{purpose}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/></Relationships>", StringComparison.Ordinal));

    private static XElement Heading(XElement body, string words) => body.Elements(W + "p").First(p => Styled(p) is "Heading1" or "Heading2" && p.Value.Contains(words, StringComparison.Ordinal));

    private static XElement Styled(XElement body, string style) => body.Elements(W + "p").First(p => Styled(p) == style);

    private static string? Styled(XElement paragraph) => (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val");

    private static XElement Clause(XElement body) => Styled(body, "Clause");

    private static XElement ItemRow(XElement body) => body.Row("travel.routes").ElementsAfterSelf(W + "tr").Last();

    private static XElement Row(params string[] cells) => new(W + "tr", cells.Select(text => new XElement(W + "tc", Edits.Paragraph(text))));

    private static XElement FieldRun(string type) => new(W + "r", new XElement(W + "fldChar", new XAttribute(W + "fldCharType", type)));

    private static void Say(XElement part, string words, string others) => part.Descendants(W + "t").First(t => t.Value == words).Value = others;
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Testing;
using Xunit;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>A template that somebody changed in Word: what it looks like and says, every document written into it looks like and says.</summary>
public sealed class OwnTemplateTests
{
    private static readonly Guid Id = new("0199aaaa-bbbb-7ccc-8ddd-eeeeffff0009");

    private static readonly Dictionary<string, FormContent> Blanks = new[] { SampleForm.Definition, FormDefinitions.PartnershipAgreement, FormDefinitions.SchoolProfile }
        .ToDictionary(form => form.Key, form => FormContent.TemplateOf(form, ["Principal", "Area supervisor"]));

    public static TheoryData<string> Keys() => [.. Blanks.Keys];

    public static TheoryData<string, DocumentStanding, string> Matrix()
    {
        var data = new TheoryData<string, DocumentStanding, string>();
        foreach (var standing in Enum.GetValues<DocumentStanding>().Except([DocumentStanding.Template, DocumentStanding.Compared]))
        {
            foreach (var kind in SampleAnswers.Kinds)
            {
                data.Add(SampleForm.Definition.Key, standing, kind);
            }
        }

        data.Add(FormDefinitions.PartnershipAgreement.Key, DocumentStanding.Draft, "full");
        data.Add(FormDefinitions.SchoolProfile.Key, DocumentStanding.Confirmed, "long");
        return data;
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_standard_template_is_taken_as_it_is_and_says_what_the_form_says(string key)
    {
        var blank = Blanks[key];

        var check = OwnTemplate.Check(FormDocument.Write(blank), blank, Id);

        Assert.Empty(check.Problems);
        Assert.Equal(FormWording.Of(blank.Form).Write(), FormWording.Of(check.Template!.Form).Write());
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void A_document_reads_as_one_in_the_standard_template_does(string key, DocumentStanding standing, string kind)
    {
        var content = SampleForm.Content(Blanks[key].Form, standing, SampleAnswers.Of(Blanks[key].Form, kind));
        foreach (var leftOut in new[] { new HashSet<string>(), content.Form.RestrictedKeys().ToHashSet() })
        {
            var standard = WordReader.Written(content with { LeftOut = leftOut });
            var own = WordReader.Written(content with { LeftOut = leftOut, Template = TemplateOf(key) });

            Assert.Equal(standard.Paragraphs, own.Paragraphs);
            Assert.Equal(standard.Keys, own.Keys);
            Assert.Equal(standard.Bookmarks, own.Bookmarks);
            Assert.Equal(standard.Values("tag"), own.Values("tag"));
            Assert.Equal(standard.Part("word/header1.xml").Root!.Value, own.Part("word/header1.xml").Root!.Value);
            Assert.Equal(standard.Part("word/footer1.xml").Root!.Value, own.Part("word/footer1.xml").Root!.Value);
        }
    }

    private static FormTemplate TemplateOf(string key) => OwnTemplate.Check(FormDocument.Write(Blanks[key]), Blanks[key], Id).Template!;
}

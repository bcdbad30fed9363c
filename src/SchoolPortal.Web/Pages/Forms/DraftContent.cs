using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>The Word file of a draft that may be changed and brought back: the same from its note as when it was taken.</summary>
internal static class DraftContent
{
    /// <param name="template">What it is written in.</param>
    /// <param name="text">What stands in it.</param>
    /// <param name="note">The portal's note of that text.</param>
    public static FormContent Of(FormTemplate template, DraftText text, Guid note) => new(
        template.Form,
        text.Answers,
        text.Facts,
        IdentityOf(text.Facts, text.Edition, AnswersJson.HashOf(text.Answers)) with { Draft = note },
        DocumentStanding.Draft,
        FormContent.TemplateOf(template.Form, StoredTemplates.SignedBy(template.Form)).Signatures,
        text.Date,
        text.LeftOut)
    {
        Template = template,
        NothingToReport = NothingToReportField.SectionsOf(template.Form, text.Answers),
    };

    /// <summary>Whose text a file is, and which.</summary>
    public static FormIdentity IdentityOf(IReadOnlyDictionary<string, FactValue> facts, string edition, string hash) => new(
        int.Parse(facts[FactKeys.SchoolNumber].Text, NewZealandTime.Culture), facts[FactKeys.SchoolName].Text, edition, hash);
}

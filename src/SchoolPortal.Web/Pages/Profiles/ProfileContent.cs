using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>What goes into the Word file of a profile that is to be read.</summary>
internal static class ProfileContent
{
    /// <param name="reading">The profile.</param>
    /// <param name="template">What it is written in.</param>
    /// <param name="access">Its reader.</param>
    /// <param name="leftOut">Keys of the sections and fields to leave out: at least those that the reader may not see.</param>
    /// <param name="facts">Live ones.</param>
    public static FormContent Of(
        ProfileReading reading, FormTemplate template, ProfileAccess access, IReadOnlySet<string> leftOut, IReadOnlyDictionary<string, FactValue> facts)
    {
        var (profile, form) = (reading.Profile, template.Form);
        var shown = form.Sections.Where(section => !leftOut.Contains(section.Key))
            .Select(section => section with { Fields = [.. section.Fields.Where(field => !leftOut.Contains(field.Key))] });
        var answers = access.Shown(form, reading.AnswersOf(shown));
        return new FormContent(
            form,
            answers,
            facts,
            DraftContent.IdentityOf(facts, $"{profile.Year}", AnswersJson.HashOf(answers)),
            profile.ConfirmedAt is null ? DocumentStanding.Draft : DocumentStanding.Confirmed,
            Signatures: [],
            reading.Date,
            leftOut)
        {
            Template = template,
            NothingToReport = reading.NothingToReport,
        };
    }
}

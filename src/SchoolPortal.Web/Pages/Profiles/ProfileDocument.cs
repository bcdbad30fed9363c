using System.Security.Cryptography;
using System.Text;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>A year's profile as the content of a Word file, without what its reader may not see.</summary>
public sealed class ProfileDocument(PortalDbContext db, TimeProvider clock, Actor actor, ProfileViews views)
{
    /// <summary>The content, or null when there is no such profile.</summary>
    public async Task<FormContent?> OfYearAsync(CurrentSchool school, int year, CancellationToken cancel)
    {
        var reading = await ProfileReading.LoadAsync(db, school, year, cancel);
        if (reading is null)
        {
            return null;
        }

        var profile = reading.Profile;
        var access = new ProfileAccess(actor, school.Place);
        var readable = profile.Form.Sections.Select(access.Readable).OfType<SectionDefinition>().ToList();
        var answers = access.Shown(profile.Form, reading.AnswersOf(readable));
        var facts = await LiveFacts.OfAsync(db, school.Id, clock.Today(), school.May(Operation.ViewRestricted), cancel);
        await views.RecordAsync(school, profile.Id, year, readable, cancel);
        return new FormContent(
            profile.Form,
            answers,
            facts,
            new FormIdentity(school.Number, school.Name, $"{year}", HashOf(answers)),
            profile.ConfirmedAt is null ? DocumentStanding.Draft : DocumentStanding.Confirmed,
            Signatures: [],
            NewZealandTime.DayOf(profile.AmendedAt ?? profile.ConfirmedAt ?? reading.Sections.Values.Max(s => s.SavedAt) ?? profile.StateSince),
            access.LeftOut(profile.Form))
        {
            NothingToReport = readable
                .Where(section => reading.Sections[section.Key].State == SectionState.NothingToReport)
                .Select(section => section.Key)
                .ToHashSet(StringComparer.Ordinal),
        };
    }

    private static string HashOf(Answers answers) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AnswersJson.Write(answers))));
}

/// <summary>The profile's Word files.</summary>
internal static class ProfileDownloads
{
    /// <summary>A year's profile of a school.</summary>
    public static async Task<IResult> OfYearAsync(int year, CurrentSchool school, ProfileDocument document, CancellationToken cancel) =>
        FileOf(await document.OfYearAsync(school, year, cancel));

    /// <summary>Two years of a school with tracked changes.</summary>
    public static async Task<IResult> ComparedAsync(int from, int to, CompareProfileYears compare, CancellationToken cancel) =>
        FileOf(await compare.WriteAsync(from, to, cancel));

    private static IResult FileOf(FormContent? content) => content is null
        ? Results.NotFound()
        : Results.File(FormDocument.Write(content), FormDocument.MediaType, FormDocument.FileName(content));
}

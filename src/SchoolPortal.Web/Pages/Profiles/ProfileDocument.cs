using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Templates;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>A year's profile as the content of a Word file, without what its reader may not see.</summary>
public sealed class ProfileDocument(PortalDbContext db, NoteTakenDraft note, TimeProvider clock, Actor actor, ProfileViews views)
{
    /// <summary>
    /// The content, or null when there is no such profile. While the school fills it in, those who do so may bring the file back.
    /// </summary>
    public async Task<FormContent?> OfYearAsync(CurrentSchool school, int year, CancellationToken cancel)
    {
        var access = new ProfileAccess(actor, school.Place);
        return await ProfileReading.LoadAsync(db, school, year, cancel) switch
        {
            null => null,
            { Profile: { IsOpen: true, ConfirmedAt: null } profile } reading when access.MayEditAny => await DraftAsync(school, reading, access.LeftOut(profile.Form), cancel),
            var reading => await CopyAsync(school, access, reading, cancel),
        };
    }

    /// <summary>The content as a copy to read, or null when there is no such profile.</summary>
    public async Task<FormContent?> ToReadAsync(CurrentSchool school, int year, CancellationToken cancel) =>
        await ProfileReading.LoadAsync(db, school, year, cancel) is { } reading
            ? await CopyAsync(school, new ProfileAccess(actor, school.Place), reading, cancel)
            : null;

    /// <summary>What the person fills in of it, to be brought back; null when there is no such profile, or it cannot be changed now or by them.</summary>
    public async Task<FormContent?> ToFillInAsync(CurrentSchool school, int year, CancellationToken cancel)
    {
        var access = new ProfileAccess(actor, school.Place);
        return access.MayEditAny && await ProfileReading.LoadAsync(db, school, year, cancel) is { Profile.IsOpen: true } reading
            ? await DraftAsync(school, reading, access.NotTheirs(reading.Profile.Form), cancel)
            : null;
    }

    private async Task<FormContent> CopyAsync(CurrentSchool school, ProfileAccess access, ProfileReading reading, CancellationToken cancel)
    {
        var profile = reading.Profile;
        var readable = profile.Form.Sections.Select(access.Readable).OfType<SectionDefinition>();
        await views.RecordAsync(school, profile.Id, profile.Year, readable, cancel);
        return ProfileContent.Of(reading, await db.TemplateOfAsync(profile, cancel), access, access.LeftOut(profile.Form), await FactsAsync(school, cancel));
    }

    private async Task<FormContent> DraftAsync(CurrentSchool school, ProfileReading reading, IReadOnlySet<string> leftOut, CancellationToken cancel)
    {
        var template = await db.TemplateOfAsync(reading.Profile, cancel);
        var form = template.Form;
        var answers = NothingToReportField.SaidIn(form, reading.AnswersOf(form.Sections), reading.NothingToReport);
        var text = new DraftText($"{reading.Profile.Year}", answers, await FactsAsync(school, cancel), reading.Date, leftOut);
        var notes = await note.HandleAsync(actor, [new DraftToTake(school.Id, reading.Profile.Id, form, text)], cancel);
        return DraftContent.Of(template, text, notes[reading.Profile.Id]);
    }

    private Task<IReadOnlyDictionary<string, FactValue>> FactsAsync(CurrentSchool school, CancellationToken cancel) =>
        LiveFacts.OfAsync(db, school.Id, clock.Today(), school.May(Operation.ViewRestricted), cancel);
}

/// <summary>The profile's Word files.</summary>
internal static class ProfileDownloads
{
    /// <summary>A year's profile of a school.</summary>
    public static async Task<IResult> OfYearAsync(int year, CurrentSchool school, ProfileDocument document, CancellationToken cancel) =>
        FileOf(await document.OfYearAsync(school, year, cancel));

    /// <summary>What one may fill in of it.</summary>
    public static async Task<IResult> ToFillInAsync(int year, CurrentSchool school, ProfileDocument document, CancellationToken cancel) =>
        FileOf(await document.ToFillInAsync(school, year, cancel));

    /// <summary>Two years of a school with tracked changes.</summary>
    public static async Task<IResult> ComparedAsync(int from, int to, CompareProfileYears compare, CancellationToken cancel) =>
        FileOf(await compare.WriteAsync(from, to, cancel));

    private static IResult FileOf(FormContent? content) => content is null
        ? Results.NotFound()
        : Results.File(FormDocument.Write(content), FormDocument.MediaType, FormDocument.FileName(content));
}

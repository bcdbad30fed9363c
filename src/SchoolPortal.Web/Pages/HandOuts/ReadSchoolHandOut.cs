using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Public;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Profiles;
using SchoolPortal.Web.Pages.Public;
using SchoolPortal.Web.Pages.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.HandOuts;

/// <summary>Puts the summary for everybody together with what is true of one school, for one audience.</summary>
public sealed class ReadSchoolHandOut(PortalDbContext db, PublishedContent content, Actor actor, TimeProvider clock)
{
    /// <summary>Answers that tell of prevention and of no weakness; asked of the newest questions.</summary>
    private static readonly string[] Told = ["traffic-team.kinds", "traffic-team.last-training", "programmes.taught", "programmes.planned"];

    /// <summary>The hand-out.</summary>
    /// <param name="school">The school.</param>
    /// <param name="audience">For whom.</param>
    /// <param name="root">Where people find the portal.</param>
    /// <param name="cancel">Stops the queries.</param>
    public async Task<HandOut> HandleAsync(CurrentSchool school, Audience audience, string root, CancellationToken cancel)
    {
        var summary = PublicHandOut.All[0];
        var page = (await content.FindAsync(db, summary.PageKey, cancel))!;
        var words = await WordsAsync(school, cancel);
        var sections = new HandOutReader(root).Sections(page.Text);
        return new HandOut(
            $"{summary.Name}-{school.Number}-{audience.ToString().ToLowerInvariant()}",
            page.Words.Title,
            page.Words.Summary,
            $"{school.Name} · for {Words.Of(audience)}",
            clock.Today(),
            [
                sections[0],
                words.Contacts(audience),
                words.Agreement(),
                words.Profile(audience),
                .. await OfProfileAsync(school, audience, cancel),
                .. sections.Skip(1),
                NotHere(audience),
            ]);
    }

    /// <summary>The school in words, as this person may know it.</summary>
    internal async Task<SchoolInWords> WordsAsync(CurrentSchool school, CancellationToken cancel)
    {
        var sheet = await school.Readings.OfAsync(0, () => SchoolSheet.LoadAsync(db, school.Id, clock.Today(), cancel));
        return new SchoolInWords(sheet, await LiveFacts.OfAsync(db, school.Id, clock.Today(), emergency: false, cancel));
    }

    /// <summary>What the profile of the year says about prevention, for staff and the board and only as this person may read it.</summary>
    internal async Task<IReadOnlyList<HandOutSection>> OfProfileAsync(CurrentSchool school, Audience audience, CancellationToken cancel)
    {
        if (audience == Audience.Parents || !school.May(Operation.ViewProfile) || await ProfileReading.LoadAsync(db, school, clock.Today().Year, cancel) is not { } reading)
        {
            return [];
        }

        var access = new ProfileAccess(actor, school.Place);
        var form = reading.Profile.Form;
        var keys = Told.Select(key => db.ProfileKey(form.Version, key)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var readable = form.Sections.Where(section => section.Sensitivity != Sensitivity.Restricted).Select(access.Readable).OfType<SectionDefinition>()
            .Select(section => section with { Fields = [.. section.Fields.Where(field => keys.Contains(field.Key) && field.Sensitivity != Sensitivity.Restricted)] })
            .Where(section => section.Fields.Count > 0)
            .ToList();
        var answers = reading.AnswersOf(readable);
        return
        [
            .. from section in readable
               let lines = section.Fields.Select(field => (field.Label, Lines: AnswerText.Lines(field, answers[field.Key]))).Where(line => line.Lines.Count > 0).ToList()
               where lines.Count > 0
               select new HandOutSection($"{section.Title} at our school", [new HandOutList(IsNumbered: false, [.. lines.Select(line => HandOutRun.Of(line.Label.TrimEnd('?'), string.Join("; ", line.Lines)))])]),
        ];
    }

    private static HandOutSection NotHere(Audience audience) => new(
        "What is not in here",
        [
            new HandOutParagraph(HandOutRun.Of("The portal does not hold the plan of the year, its goals and results, or visits yet, so this hand-out is silent on them.")),
            new HandOutParagraph(HandOutRun.Of(audience == Audience.Parents
                ? "Names of officers, phone numbers and e-mail addresses of persons, and everything about the safety of the site are left out."
                : "Restricted parts, emergency contacts and mobile numbers are left out.")),
        ]);
}

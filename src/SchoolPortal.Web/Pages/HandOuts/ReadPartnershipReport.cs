using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Public;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.HandOuts;

/// <summary>The year's report on the partnership, for the board: what the portal holds of it, and honestly what it does not.</summary>
public sealed class ReadPartnershipReport(PortalDbContext db, ReadSchoolHandOut handOuts, TimeProvider clock)
{
    private const int MostDeeds = 60;

    /// <summary>Kinds of records whose changes a board wants to read of.</summary>
    private static readonly string[] Told = [nameof(Domain.Agreements.Agreement), nameof(Signature), nameof(Profile), nameof(OfficerAssignment), nameof(SchoolContact)];

    private static readonly string[] NotRecorded =
        ["the plan of the year, its goals and results", "visits of officers and meetings", "programmes as they were taught", "training of traffic safety teams"];

    /// <summary>The report of this calendar year.</summary>
    public async Task<HandOut> HandleAsync(CurrentSchool school, CancellationToken cancel)
    {
        var today = clock.Today();
        var words = await handOuts.WordsAsync(school, cancel);
        return new HandOut(
            $"partnership-report-{school.Number}",
            $"Partnership report {today.Year}",
            "What school and Police agreed, who looks after it, and what was done this year.",
            $"{school.Name} · for the board",
            today,
            [
                words.Agreement(),
                words.Profile(Audience.Board),
                .. await handOuts.OfProfileAsync(school, Audience.Board, cancel),
                words.Contacts(Audience.Board),
                await DeedsAsync(school, today, cancel),
                new HandOutSection(
                    "What is not recorded yet",
                    [
                        new HandOutParagraph(HandOutRun.Of("The portal does not hold these yet. Ask your Lead School Contact and your Lead Police Contact for them:")),
                        new HandOutList(IsNumbered: false, [.. NotRecorded.Select(HandOutRun.Of)]),
                        new HandOutParagraph(HandOutRun.Of("Restricted parts, emergency contacts and mobile numbers are left out. The report names no student and describes no case.")),
                    ]),
            ]);
    }

    private async Task<HandOutSection> DeedsAsync(CurrentSchool school, DateOnly today, CancellationToken cancel)
    {
        var from = NewZealandTime.StartOf(new DateOnly(today.Year, 1, 1));
        var lines = await db.AuditEvents.AsNoTracking()
            .Where(e => e.SchoolId == school.Id && e.At >= from && !e.Restricted && Told.Contains(e.Subject))
            .Select(e => new { e.At, e.What })
            .ToListAsync(cancel);
        var deeds = lines.Select(line => (Day: NewZealandTime.DayOf(line.At), line.What)).Distinct().OrderBy(deed => deed.Day).ToList();
        var rows = deeds.TakeLast(MostDeeds).Select(deed => (IReadOnlyList<string>)[NewZealandTime.Show(deed.Day), deed.What]).ToList();
        const string Title = "What was done this year";
        return new HandOutSection(
            Title,
            rows.Count == 0
                ? [new HandOutParagraph(HandOutRun.Of("Nothing is recorded for this year."))]
                :
                [
                    .. deeds.Count > MostDeeds ? [new HandOutParagraph(HandOutRun.Of($"The last {MostDeeds} of {deeds.Count} entries; the school’s history has them all."))] : Array.Empty<HandOutBlock>(),
                    new HandOutTable(Title, ["Day", "What"], rows),
                ]);
    }
}

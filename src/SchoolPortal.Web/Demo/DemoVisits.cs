using SchoolPortal.Data;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Domain.Visits;

namespace SchoolPortal.Web.Demo;

/// <summary>Visits of the last year: some schools often, one not for terms, some never.</summary>
internal sealed class DemoVisits(PortalDbContext db, DemoDays days, DemoPeople people)
{
    // Days ago, at the schools in the order of their numbers; a school without is one that nobody visited.
    private static readonly int[][] DaysAgo = [[6, 41, 120, 203], [], [12, 90], [230], [20, 75, 160], [9, 62], [], [3, 55, 260], [210, 290], [48], [8, 64, 150, 270], [25]];

    private static readonly (VisitPurpose Purpose, int Minutes, ContactPosition[] Met, string? Notes)[] Kinds =
    [
        (VisitPurpose.Relationship, 30, [ContactPosition.Principal, ContactPosition.LeadSchoolContact], "The crossing in front of the school, and who to ring after hours."),
        (VisitPurpose.ClassSession, 50, [], "Year 6, safer internet; the teacher led the lesson."),
        (VisitPurpose.TrafficTeam, 60, [ContactPosition.TrafficTeamTeacher], "Refresher for the patrol."),
        (VisitPurpose.EmergencyPlanning, 45, [ContactPosition.Principal, ContactPosition.Office], "Walked the lockdown plan through."),
        (VisitPurpose.Planning, 40, [ContactPosition.LeadSchoolContact], null),
    ];

    public async Task HandleAsync(IEnumerable<School> schools, CancellationToken cancel)
    {
        var kind = 0;
        var by = DemoPeople.As(people.LeadPolice);
        foreach (var (school, ago) in schools.OrderBy(s => s.Number).Zip(DaysAgo))
        {
            foreach (var day in ago)
            {
                var (purpose, minutes, met, notes) = Kinds[kind++ % Kinds.Length];
                db.Visits.Add(new Visit(school.Id, new VisitDays(days.Today, school.Facts.DateOpened, null), new VisitTold(OnAWeekday(days.Ago(day)), by.Name, purpose, minutes, met, notes), by));
            }
        }

        await db.SaveAsync(new Change(by, DemoDays.At(days.Ago(1), "visits"), "Entered visits"), cancel);
    }

    private static DateOnly OnAWeekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };
}

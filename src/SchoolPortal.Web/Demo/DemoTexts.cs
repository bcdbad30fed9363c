using System.Collections.Frozen;
using System.Globalization;

using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Demo;

/// <summary>What people of a school might write. No text names anybody or tells of a case.</summary>
internal static class DemoTexts
{
    private static readonly FrozenDictionary<string, string[]> Texts = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["about.day-starts"] = ["8:50am", "8:45am", "8:55am"],
        ["about.day-ends"] = ["3pm", "3:05pm", "2:55pm"],
        ["about.breaks"] = ["Morning tea 10:40am to 11am, lunch 12:40pm to 1:30pm", "Interval 10:30am to 10:55am, lunch 12:55pm to 1:45pm"],
        ["people.best-time"] = ["Before 8:30am or after 3:15pm. Wednesday afternoons are staff meetings.", "Mid-morning. The office is quiet between 9:30am and 10:30am."],
        ["community.kahui-ako"] = ["The primary and intermediate schools that our students come from, and the college they go on to."],
        ["community.hire"] = ["A church uses the hall on Sundays. Junior rugby league trains on the field on two evenings.", "The hall is let for language classes on Saturdays. The field is open to the neighbourhood."],
        ["community.neighbours"] = ["Busy shops across the road; a bus interchange five minutes away.", "Mostly homes. The walkway behind the school is dark after 5pm in winter.", "A railway line on one side. Trucks use the street as a short cut in the mornings."],
        ["travel.hot-spots"] = ["Double parking at the main gate from 8:30am to 9am and again at 2:55pm.", "Cars turn in the driveway of the flats opposite at pick-up time.", "The side street is narrow; buses and cars meet there after school."],
        ["traffic-team.needs"] = ["Two new sets of jackets, and a refresher for the adult supervisors.", "Somebody to train next year’s leaders in Term 4."],
        ["climate.strengths"] = ["Students look out for each other. Playground leaders have made breaks calmer.", "Families come to us early, and most worries are sorted out before they grow.", "Attendance has risen for two terms in a row."],
        ["policies.help-what"] = ["An example of a procedure for searches that is short enough to use.", "Somebody to look over the wording on online safety."],
        ["programmes.wishes"] = ["A short session for new teachers on how the programmes work.", "Material that has more of our students’ languages in it."],
        ["whole-school.learned"] = ["Small steps that everybody keeps to do more than a big plan.", "It went better once the students had chosen the goal themselves."],
        ["site.gates"] = ["Main gate open from 7:30am to 4pm; the two side gates are locked from 9am to 2:45pm.", "One vehicle gate and three foot gates; all are locked at 5pm by the caretaker."],
        ["site.alarm-company"] = ["A monitoring company; its number is with the office and the caretaker."],
        ["site.weak-points"] = ["The back fence by the reserve is low. Lighting near the bike shed fails often.", "The relocatable classrooms cannot be seen from the street."],
        ["site.holidays"] = ["The caretaker walks the site each morning; neighbours ring the office number, which is put through.", "Blinds closed, ladders locked away, a light left on in the hall."],
        ["readiness.evacuation"] = ["The far side of the field, by the fence.", "The netball courts; in heavy rain the hall."],
        ["readiness.reunification"] = ["The hall, by year level. The neighbouring church car park if the hall cannot be used.", "At the main gate, class by class, signed out by the teacher."],
        ["readiness.site-map"] = ["On the inside of the office door, and with the fire panel.", "In the red folder at reception."],
        ["readiness.access"] = ["Two classrooms have steps only. The lift key is at the office.", "One block is reached by a ramp from the car park; the upper floor by stairs alone."],
        ["readiness.nearby"] = ["The kindergarten next door and the intermediate down the road."],
        ["events.ball"] = ["A plan is agreed with Police and parents each year: tickets, bags, taxis home, no after-party run by the school."],
        ["police.helped"] = ["Knowing whom to ring, and getting an answer the same day.", "The officer coming to the whānau evening.", "Help with parking at the gate in the first weeks of term."],
        ["police.change"] = ["Earlier word when a visit has to be moved.", "Nothing at the moment."],
        ["police.requests-more"] = ["Speed checks by the side gate in Term 1, and a talk with the new staff.", "Somebody at the gala in Term 4."],
        ["sign-off.statement"] = ["We are glad of the partnership and want to keep it simple.", "This is a fair picture of our school this year."],
        ["parties.after-hours"] = ["The principal’s number is with the Lead Police Contact; Police are reached through 105 or the station.", "A message to both lead contacts; whoever reads it first answers the next working morning."],
        ["purpose.local"] = ["That people know each other before they need each other.", "Safe journeys, calm breaks, and families who feel welcome to ask."],
        ["purpose.tiriti"] = ["We plan with whānau from the start, begin and end together with karakia, and say names right.", "Whānau hui come before decisions; tikanga of the school guides how officers are welcomed."],
        ["outcomes.own"] = ["Families know their officer by sight."],
        ["police-part.local"] = ["Come to the whānau evening in Term 1 and to the leaders’ assembly."],
        ["school-part.local"] = ["Tell the Lead Police Contact of events with more than 300 visitors two weeks before."],
        ["communication.holidays"] = ["The school office is closed for two weeks at New Year; the principal’s mobile is for what cannot wait."],
        ["communication.local"] = ["A short call on the first Monday of each term."],
        ["prevention.local"] = ["Mornings work better than afternoons; Years 7 and 8 have many new students each year."],
        ["offending.local"] = ["The principal rings; others keep the room and the people in it calm."],
        ["on-site.room"] = ["The meeting room beside the office", "The dean’s room, by arrangement"],
        ["on-site.local"] = ["Officers park on the street rather than in the turning circle."],
        ["sharing.local"] = ["Nothing about people by e-mail to shared inboxes."],
        ["property.place"] = ["The locked cupboard in the principal’s office", "The office safe"],
        ["emergencies.nearby"] = ["The kindergarten next door and the two schools within a kilometre."],
        ["emergencies.local"] = ["The office and reception answer every call as real until it is known not to be."],
        ["concerns.local"] = ["A concern is answered within five working days."],
        ["term.local"] = ["We look at it together in the last weeks of Term 4."],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What may be written into the field.</summary>
    public static IReadOnlyList<string> Of(string key) => Texts.GetValueOrDefault(key) ?? [];

    /// <summary>True when the demonstration knows what to say, or the field is not answered in words.</summary>
    public static bool Knows(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Text or FieldKind.LongText => Texts.ContainsKey(field.Key),
        FieldKind.Table => Rows(field.Key, 2000, isSecondary: true).Count > 0,
        FieldKind.Date => !field.Key.StartsWith("about.", StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>The rows of a table in a year; none where the demonstration leaves it empty.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string key, int year, bool isSecondary) => key switch
    {
        "community.groups" => [Row(("name", "Community patrol"), ("what", "Looks in at the grounds on weekend evenings")), Row(("name", "Local marae"), ("what", "Noho for senior classes"))],
        "travel.crossings" => [Row(("road", "Street of the main gate"), ("kind", "kea"), ("patrolled", "yes")), Row(("road", "Side street"), ("kind", "refuge"), ("patrolled", "no"))],
        "traffic-team.crossings" => [Row(("place", "Main gate"), ("team", "patrol"), ("times", "8:20am to 8:50am, 2:55pm to 3:15pm"))],
        "programmes.taught" => [Row(("programme", "kia-kaha"), ("years", "7–8"), ("students", "112"), ("officer", "yes")), Row(("programme", "road-safe"), ("years", "4–6"), ("students", "96"), ("officer", "no"))],
        "programmes.planned" => [Row(("programme", "kos"), ("years", "4–6"), ("term", "2")), Row(("programme", isSecondary ? "loves-me-not" : "role"), ("years", isSecondary ? "12" : "0–1"), ("term", "3"))],
        "whole-school.interventions" => [Row(("issue", "Parking at the gate"), ("goal", "Half as many cars on the yellow lines by Term 4"), ("since", Day(year, 2, 20)))],
        "events.planned" => Events(year, isSecondary),
        "prevention.planned" => [Row(("activity", "Kia Kaha"), ("year-levels", "7–8"), ("when", "Term 2")), Row(("activity", "Training of the school patrol"), ("year-levels", "6"), ("when", "Term 4"))],
        "emergencies.tree" => [Row(("caller", "Principal"), ("called", "111, then the office"), ("means", "Mobile")), Row(("caller", "Office"), ("called", "Every block, then the kindergarten next door"), ("means", "Speakers and radio")), Row(("caller", "Deputy principal"), ("called", "Presiding member"), ("means", "Mobile"))],
        _ => [],
    };

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Events(int year, bool isSecondary) => isSecondary
        ?
        [
            Row(("event", "School ball"), ("kind", "ball"), ("date", Day(year, 6, 13)), ("place", "Function centre"), ("people", "420"), ("police", "yes")),
            Row(("event", "Senior prize-giving"), ("kind", "leavers"), ("date", Day(year, 10, 30)), ("place", "Hall"), ("people", "600"), ("police", "no")),
        ]
        :
        [
            Row(("event", "Gala"), ("kind", "gala"), ("date", Day(year, 11, 7)), ("place", "School field"), ("people", "800"), ("police", "yes")),
            Row(("event", "Cultural evening"), ("kind", "cultural"), ("date", Day(year, 8, 20)), ("place", "Hall"), ("people", "350"), ("police", "no")),
        ];

    private static Dictionary<string, string> Row(params (string Column, string Text)[] cells) =>
        cells.ToDictionary(cell => cell.Column, cell => cell.Text, StringComparer.Ordinal);

    private static string Day(int year, int month, int day) => new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

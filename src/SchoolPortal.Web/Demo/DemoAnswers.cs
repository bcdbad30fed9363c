using System.Globalization;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Demo;

/// <summary>
/// Answers any form of the product for a school and a year: believable, always the same, and from year to year mostly as
/// before. What people would write in their own words comes from <see cref="DemoTexts"/>.
/// </summary>
internal sealed class DemoAnswers(School school, IReadOnlyList<SchoolContact> contacts)
{
    private const int PercentOptional = 75;
    private const int PercentChanging = 18;

    private readonly DemoDice schoolDice = new(school.Number);

    /// <summary>The answers to one section; nothing is missing from it.</summary>
    /// <param name="section">The section.</param>
    /// <param name="on">The day on which they are given.</param>
    /// <param name="soFar">Answers to begin with; they stay as they are.</param>
    public Answers Of(SectionDefinition section, DateOnly on, Answers soFar) =>
        section.Fields
            .Where(field => field.Kind != FieldKind.Fact && soFar[field.Key] is null && IsAnswered(field))
            .Aggregate(soFar.Of(section), (answers, field) => answers.With(field.Key, Of(field, on)));

    private bool IsAnswered(FieldDefinition field) =>
        field.Required || (DemoTexts.Knows(field) && schoolDice.Falls(field.Key, PercentOptional));

    private Answer? Of(FieldDefinition field, DateOnly on)
    {
        var chance = DiceOf(field, on.Year);
        return field.Kind switch
        {
            FieldKind.Text or FieldKind.LongText => Answer.Of(chance.Pick(field.Key, DemoTexts.Of(field.Key))),
            FieldKind.Number => Answer.Of(Number(field, chance, on).ToString(CultureInfo.InvariantCulture)),
            FieldKind.Date => Answer.Of(Iso(on.AddDays(-14 - chance.Roll(field.Key, 400)))),
            FieldKind.YesNo => Answer.Of(IsYes(field, chance) ? "yes" : "no"),
            FieldKind.Choice => Answer.Of(chance.Pick(field.Key, [.. field.Options.Where(IsPlain)]).Key),
            FieldKind.Several => Answer.OfItems(Several(field, chance)),
            FieldKind.Percentages => Answer.OfRows([Percentages(field, chance)]),
            FieldKind.Table => Answer.OfRows(DemoTexts.Rows(field.Key, on.Year, DemoSchools.IsSecondary(school))),
            FieldKind.Contact => Person(field.Key)?.ToAnswer(),
            _ => null,
        };
    }

    /// <summary>The same chance as in the year in which the answer last changed.</summary>
    private DemoDice DiceOf(FieldDefinition field, int year)
    {
        var dice = schoolDice;
        var changed = Enumerable.Range(0, 3).Select(back => year - back).FirstOrDefault(y => dice.Falls($"{field.Key} {y}", PercentChanging));
        return new DemoDice(school.Number + (changed * 10_000));
    }

    /// <summary>A count is a little different each year; the year of a review stays until there is another.</summary>
    private int Number(FieldDefinition field, DemoDice chance, DateOnly on)
    {
        var isYear = field.Key.StartsWith("policies.", StringComparison.Ordinal);
        var (least, most) = field.Key switch
        {
            "police.visits" => (3, 26),
            "programmes.trained" => (2, 14),
            "traffic-team.members" => (12, 44),
            "traffic-team.adults" => (2, 7),
            _ when isYear => (on.Year - 3, on.Year),
            _ => (field.Limits.Min ?? 0, field.Limits.Max ?? 20),
        };
        var number = least + chance.Roll(field.Key, most - least + 1);
        return isYear ? number : Math.Clamp(number + new DemoDice(school.Number + on.Year).Roll(field.Key, 9) - 4, least, most);
    }

    private static bool IsYes(FieldDefinition field, DemoDice chance) => field.Key switch
    {
        "travel.buses" or "traffic-team.authority" or "programmes.parents" => chance.Falls(field.Key, 70),
        "travel.plan" or "readiness.mataara" => chance.Falls(field.Key, 60),
        _ => true,
    };

    private static bool IsPlain(FieldOption option) => option.Key is not ("other" or "none" or "not-shared" or "new");

    private static IEnumerable<string> Several(FieldDefinition field, DemoDice chance)
    {
        var options = field.Options.Where(IsPlain).ToList();
        var wanted = Math.Clamp(2 + chance.Roll(field.Key, 3), field.Limits.Min ?? 1, Math.Min(field.Limits.Max ?? 6, options.Count));
        var chosen = options.OrderBy(option => chance.Roll(field.Key + option.Key, 1000)).Take(wanted).ToHashSet();
        return options.Where(chosen.Contains).Select(option => option.Key);
    }

    /// <summary>Most walk or are driven; together they make a hundred.</summary>
    private static Dictionary<string, string> Percentages(FieldDefinition field, DemoDice chance)
    {
        var shares = field.Options.ToDictionary(option => option.Key, option => chance.Roll(field.Key + option.Key, 8), StringComparer.Ordinal);
        var first = field.Options[0].Key;
        shares[first] = 0;
        shares["car"] = 30 + chance.Roll(field.Key, 20);
        shares[first] = 100 - shares.Values.Sum();
        return shares.ToDictionary(share => share.Key, share => share.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    private ContactChoice? Person(string key)
    {
        var position = key switch
        {
            "people.pastoral" => ContactPosition.PastoralLead,
            "people.child-protection" => ContactPosition.ChildProtectionLead,
            "people.guidance" => ContactPosition.GuidanceCounsellor,
            "people.office" => ContactPosition.Office,
            "travel.bus-controller" => ContactPosition.BusController,
            "traffic-team.teacher" => ContactPosition.TrafficTeamTeacher,
            "site.keyholder-1" => ContactPosition.Caretaker,
            "readiness.leader" => ContactPosition.Principal,
            _ => ContactPosition.DeputyPrincipal,
        };
        var person = contacts.FirstOrDefault(contact => contact.Position == position);
        return person is null ? null : new ContactChoice(person.Id.ToString(), person.Name, Words.Of(position));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>The facts of the directory as one reader may see them.</summary>
/// <param name="facts">The facts.</param>
/// <param name="showsSmallCounts">
/// False for those who look across many schools: a count under five could point to a student, so it is not told.
/// </param>
public sealed class FactPanel(SchoolFacts facts, bool showsSmallCounts)
{
    private static readonly HashSet<string> Groups =
    [
        nameof(SchoolFacts.RollEuropean), nameof(SchoolFacts.RollMaori), nameof(SchoolFacts.RollPacific), nameof(SchoolFacts.RollAsian),
        nameof(SchoolFacts.RollMelaa), nameof(SchoolFacts.RollOther), nameof(SchoolFacts.RollInternational),
    ];

    private static readonly string[] Main =
    [
        nameof(SchoolFacts.Authority), nameof(SchoolFacts.CoEducation), nameof(SchoolFacts.Telephone), nameof(SchoolFacts.Email),
        nameof(SchoolFacts.Website), nameof(SchoolFacts.ColName),
    ];

    /// <summary>What most readers come for, on the page itself. The roll and the address are put together.</summary>
    public IEnumerable<Line> Few() =>
        new[]
        {
            new Line("Roll", Roll()),
            new Line("Address", string.Join(", ", new[] { facts.Street, facts.Suburb, facts.City }.OfType<string>().Distinct(StringComparer.Ordinal))),
        }
        .Concat(Main.Select(SchoolFact.Find).Select(fact => new Line(fact.Label, fact.Show(facts) ?? "")))
        .Where(line => line.Text.Length > 0);

    /// <summary>All that the directory says, group by group.</summary>
    public IEnumerable<(string Title, IReadOnlyList<Line> Lines)> All() =>
        from fact in SchoolFact.All
        let text = Show(fact)
        where text is not null && fact.Key != nameof(SchoolFacts.Name)
        group new Line(fact.Label, text) by fact.Group into lines
        select (TitleOf(lines.Key), (IReadOnlyList<Line>)[.. lines]);

    /// <summary>A fact as text, without a small count of students where that is not to be told.</summary>
    public static string Tell(SchoolFact fact, string text, bool withSmallCounts) =>
        withSmallCounts || !Groups.Contains(fact.Key) ? text : SmallCounts.Tell(text);

    private string? Show(SchoolFact fact) =>
        fact.Show(facts) is { } text ? Tell(fact, text, showsSmallCounts) : null;

    private string Roll() => SchoolFact.Find(nameof(SchoolFacts.RollTotal)).Show(facts) is { } total
        ? total + (SchoolFact.Find(nameof(SchoolFacts.RollDate)).Show(facts) is { } day ? $" on {day}" : "")
        : "";

    private static string TitleOf(SchoolFactGroup group) => group switch
    {
        SchoolFactGroup.School => "The school",
        SchoolFactGroup.Contact => "Contact",
        SchoolFactGroup.Address => "Address",
        SchoolFactGroup.Place => "Places it belongs to",
        _ => "Roll",
    };

    /// <summary>One fact.</summary>
    public sealed record Line(string Label, string Text);
}

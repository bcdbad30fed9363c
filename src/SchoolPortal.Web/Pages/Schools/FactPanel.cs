using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>The facts of the directory, with what is said beside it, as one reader may see them.</summary>
/// <param name="said">The facts.</param>
/// <param name="showsSmallCounts">
/// False for those who look across many schools: a count under five could point to a student, so it is not told.
/// </param>
public sealed class FactPanel(SaidFacts said, bool showsSmallCounts)
{
    private static readonly HashSet<string> Groups =
    [
        nameof(SchoolFacts.RollEuropean), nameof(SchoolFacts.RollMaori), nameof(SchoolFacts.RollPacific), nameof(SchoolFacts.RollAsian),
        nameof(SchoolFacts.RollMelaa), nameof(SchoolFacts.RollOther), nameof(SchoolFacts.RollInternational),
    ];

    private static readonly SchoolFact[] Address =
        [SchoolFact.Find(nameof(SchoolFacts.Street)), SchoolFact.Find(nameof(SchoolFacts.Suburb)), SchoolFact.Find(nameof(SchoolFacts.City))];

    private static readonly SchoolFact[] RollAndDay = [SchoolFact.Find(nameof(SchoolFacts.RollTotal)), SchoolFact.Find(nameof(SchoolFacts.RollDate))];

    private readonly SchoolFacts facts = said.Leading;

    private static readonly string[] Main =
    [
        nameof(SchoolFacts.Authority), nameof(SchoolFacts.CoEducation), nameof(SchoolFacts.Telephone), nameof(SchoolFacts.Email),
        nameof(SchoolFacts.Website), nameof(SchoolFacts.ColName),
    ];

    /// <summary>What most readers come for, on the page itself. The roll and the address are put together.</summary>
    public IEnumerable<Line> Few() =>
        new[]
        {
            new Line("Roll", Roll(), said.Beside(RollAndDay, named: true)),
            new Line("Address", string.Join(", ", Address.Select(part => part.Show(facts)).OfType<string>().Distinct(StringComparer.Ordinal)), said.Beside(Address, named: true)),
        }
        .Concat(Main.Select(SchoolFact.Find).Select(LineOf))
        .Where(line => line.Text.Length > 0 || line.Beside.Count > 0);

    /// <summary>All that the directory says, group by group.</summary>
    public IEnumerable<(string Title, IReadOnlyList<Line> Lines)> All() =>
        from fact in SchoolFact.All
        let line = LineOf(fact)
        where (line.Text.Length > 0 || line.Beside.Count > 0) && fact.Key != nameof(SchoolFacts.Name)
        group line by fact.Group into lines
        select (TitleOf(lines.Key), (IReadOnlyList<Line>)[.. lines]);

    /// <summary>A fact as text, without a small count of students where that is not to be told.</summary>
    public static string Tell(SchoolFact fact, string text, bool withSmallCounts) =>
        withSmallCounts || !Groups.Contains(fact.Key) ? text : SmallCounts.Tell(text);

    private Line LineOf(SchoolFact fact) =>
        new(fact.Label, fact.Show(facts) is { } text ? Tell(fact, text, showsSmallCounts) : said.Of(fact) is null ? "" : "None", said.Beside([fact], named: true));

    private string Roll() => SchoolFact.Find(nameof(SchoolFacts.RollTotal)).Show(facts) is { } total
        ? total + (SchoolFact.Find(nameof(SchoolFacts.RollDate)).Show(facts) is { } day ? $" on {day}" : "")
        : "";

    /// <summary>What a group of facts is called.</summary>
    public static string TitleOf(SchoolFactGroup group) => group switch
    {
        SchoolFactGroup.School => "The school",
        SchoolFactGroup.Contact => "Contact",
        SchoolFactGroup.Address => "Address",
        SchoolFactGroup.Place => "Places it belongs to",
        _ => "Roll",
    };

    /// <summary>One fact, and the other value with who says it, where two differ.</summary>
    public sealed record Line(string Label, string Text, IReadOnlyList<OtherValue> Beside);
}

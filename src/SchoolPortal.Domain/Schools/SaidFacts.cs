using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Schools;

/// <summary>What the directory says of a school together with what the school and Police say where they differ from it.</summary>
public sealed class SaidFacts
{
    private readonly SchoolFacts directory;
    private readonly Dictionary<string, FactCorrection> said;

    /// <param name="directory">What the directory says.</param>
    /// <param name="standing">What stands beside it.</param>
    public SaidFacts(SchoolFacts directory, IEnumerable<FactCorrection> standing)
    {
        this.directory = directory;
        said = standing.Where(correction => !correction.IsAgreedTo(directory)).ToDictionary(correction => correction.Fact, StringComparer.Ordinal);
        Leading = said.Count == 0 ? directory : directory.Copy();
        foreach (var correction in said.Values.Where(correction => correction.Leads))
        {
            SchoolFact.Find(correction.Fact).Restore(Leading, correction.Value);
        }
    }

    /// <summary>Each fact as the one says it whose word leads.</summary>
    public SchoolFacts Leading { get; }

    /// <summary>What the school or Police say of a fact; null where nobody differs from the directory.</summary>
    public FactCorrection? Of(SchoolFact fact) => said.GetValueOrDefault(fact.Key);

    /// <summary>The other value of a fact, with who says so and when, as a sentence; null where nobody differs.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="named">True to name the person, for those who see the school's records.</param>
    public string? Beside(SchoolFact fact, bool named) => Of(fact) is not { } other ? null
        : other.Leads ? $"{Who(other, named)} said so on {NewZealandTime.Show(NewZealandTime.DayOf(other.SaidAt))}; the directory says {fact.Show(directory) ?? "nothing"}"
        : $"{Who(other, named)} said on {NewZealandTime.Show(NewZealandTime.DayOf(other.SaidAt))}: {fact.ShowKept(other.Value) ?? "none"}";

    /// <summary>The other values of several facts that are shown as one, each with its name.</summary>
    public string? Beside(IEnumerable<SchoolFact> facts, bool named) =>
        string.Join(". ", facts.Where(fact => Of(fact) is not null).Select(fact => $"{fact.Label}: {Beside(fact, named)}")) is { Length: > 0 } all ? all : null;

    private static string Who(FactCorrection said, bool named) =>
        (said.Side == Side.School ? "The school" : "Police") + (named ? $" ({said.SaidBy})" : "");
}

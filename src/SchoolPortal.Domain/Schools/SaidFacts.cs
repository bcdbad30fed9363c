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

    /// <summary>The other value of each of these facts of which two things are said.</summary>
    /// <param name="facts">The facts; where there are several, each is told with its name.</param>
    /// <param name="named">True to name the person, for those who see the school's records.</param>
    public IReadOnlyList<OtherValue> Beside(IReadOnlyList<SchoolFact> facts, bool named) =>
        [.. facts.Where(fact => Of(fact) is not null).Select(fact => Beside(fact, Of(fact)!, facts.Count > 1 ? $"{fact.Label}: " : "", named))];

    private OtherValue Beside(SchoolFact fact, FactCorrection other, string label, bool named)
    {
        var day = NewZealandTime.Show(NewZealandTime.DayOf(other.SaidAt));
        var (who, says) = other.Side == Side.School ? ("the school", "The school says") : ("Police", "Police say");
        return other.Leads
            ? new($"{label}The directory says {fact.Show(directory) ?? "nothing"}", $"; {who}{(named ? $" ({other.SaidBy})" : "")} said otherwise on {day}")
            : new($"{label}{says} {fact.ShowKept(other.Value) ?? "none"}", $" ({(named ? $"{other.SaidBy}, " : "")}{day})");
    }
}

/// <summary>What somebody else says of a fact.</summary>
/// <param name="Says">The value, as "The directory says 09 259 0109".</param>
/// <param name="Since">Who differs and since when, to be read after it.</param>
public sealed record OtherValue(string Says, string Since)
{
    public override string ToString() => Says + Since;
}

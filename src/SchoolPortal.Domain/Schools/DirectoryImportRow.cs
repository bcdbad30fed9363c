using System.ComponentModel.DataAnnotations;

namespace SchoolPortal.Domain.Schools;

/// <summary>What an import proposes for one school, or a place of the file that could not be read.</summary>
public enum DirectoryRowKind
{
    /// <summary>The portal does not hold the school yet.</summary>
    Added,

    /// <summary>Some facts differ.</summary>
    Changed,

    /// <summary>The portal holds the school as closed and the file lists it.</summary>
    Reopened,

    /// <summary>The portal holds the school as open and the file does not list it.</summary>
    Gone,

    /// <summary>A row or a cell of the file could not be read.</summary>
    Unreadable,
}

/// <summary>One fact before and after, as <see cref="SchoolFact.Keep"/> writes it; null is blank.</summary>
/// <param name="Fact">The key of the fact.</param>
/// <param name="From">What the portal held.</param>
/// <param name="To">What the file says.</param>
public sealed record FactChange(string Fact, string? From, string? To);

/// <summary>One row of a proposal, which a person may leave out.</summary>
public sealed class DirectoryImportRow
{
    private DirectoryImportRow()
    {
    }

    /// <summary>A proposal for one school.</summary>
    public DirectoryImportRow(Guid importId, DirectoryRowKind kind, int number, string name)
    {
        ImportId = importId;
        Kind = kind;
        Number = number;
        Name = name;
        Chosen = true;
    }

    /// <summary>A place of the file that could not be read.</summary>
    public DirectoryImportRow(Guid importId, UnreadableCell cell)
    {
        ImportId = importId;
        Kind = DirectoryRowKind.Unreadable;
        Number = cell.Number;
        Line = cell.Line;
        Column = cell.Column is { Length: > ColumnLength } column ? column[..ColumnLength] : cell.Column;
        Notes = [new DirectoryNote("", cell.Reason, Unreadable: true)];
    }

    private const int ColumnLength = 100;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ImportId { get; private set; }

    public DirectoryRowKind Kind { get; private set; }

    /// <summary>The school's number; null only when the row of the file has none.</summary>
    public int? Number { get; private set; }

    /// <summary>The school's name, in the file or, when it is gone from there, in the portal.</summary>
    [MaxLength(120)] public string Name { get; private set; } = "";

    /// <summary>The line of the file, counted from 1; null when the school is not in it.</summary>
    public int? Line { get; init; }

    /// <summary>The heading above a cell that could not be read.</summary>
    [MaxLength(ColumnLength)] public string? Column { get; private set; }

    /// <summary>Field by field, what differs.</summary>
    public IReadOnlyList<FactChange> Changes { get; init; } = [];

    /// <summary>The file brings a third value: neither what the portal holds nor what the school or Police say.</summary>
    public bool Contested { get; init; }

    /// <summary>What a person decided of such facts; once the row is applied, what became of each.</summary>
    public IReadOnlyList<FactRuling> Rulings { get; private set; } = [];

    /// <summary>The differences that are taken over.</summary>
    public IEnumerable<FactChange> Taken => Changes.Where(change => !Rulings.Any(ruling => ruling.Fact == change.Fact && ruling.Ruling == Ruling.LeftOut));

    /// <summary>What had to be put right or left out.</summary>
    public IReadOnlyList<DirectoryNote> Notes { get; init; } = [];

    /// <summary>To be applied with the import; once it is applied, whether the row was.</summary>
    public bool Chosen { get; private set; }

    /// <summary>The territorial area, when its schools lie in several police districts and a person is to settle which.</summary>
    [MaxLength(80)] public string? SplitArea { get; init; }

    /// <summary>The police district to put the school in when it has none.</summary>
    public Guid? DistrictId { get; private set; }

    /// <summary>What the facts cited before the import, so that an undo can say so again.</summary>
    [MaxLength(80)] public string? VintageBefore { get; init; }

    /// <summary>The day for which the facts spoke before the import.</summary>
    public DateOnly? AsAtBefore { get; init; }

    /// <summary>The day on which the school had closed before the import reopened it.</summary>
    public DateOnly? ClosedBefore { get; init; }

    public void Choose(bool chosen) => Chosen = chosen && Kind != DirectoryRowKind.Unreadable;

    /// <summary>A person decides about a third value. Refuses a fact that does not differ, and to decide what the file settles itself.</summary>
    public void Decide(FactCorrection said, Ruling ruling)
    {
        if (ruling == Ruling.Agreed || !Changes.Any(change => change.Fact == said.Fact && change.To != said.Value))
        {
            throw new RuleBroken("", "Choose what becomes of a value that differs from both others");
        }

        Rulings = [.. Rulings.Where(before => before.Fact != said.Fact), new FactRuling(said.Fact, said.Id, ruling)];
    }

    /// <summary>
    /// The row is about to be applied: says what becomes of each fact of which something else was said, ends what ends, and
    /// unticks the row when nothing of it is left to take over.
    /// </summary>
    /// <param name="import">The import that is applied.</param>
    /// <param name="standing">What stands at the school today.</param>
    /// <param name="at">When, in UTC.</param>
    public void Settle(DirectoryImport import, IEnumerable<FactCorrection> standing, DateTime at)
    {
        var settled = new List<FactRuling>();
        foreach (var said in standing)
        {
            if (Changes.FirstOrDefault(change => change.Fact == said.Fact) is not { } change)
            {
                continue;
            }

            var ruling = change.To == said.Value ? Ruling.Agreed : Rulings.FirstOrDefault(decided => decided.CorrectionId == said.Id)?.Ruling ?? Ruling.LeftOut;
            settled.Add(new FactRuling(said.Fact, said.Id, ruling));
            if (ruling is Ruling.Agreed or Ruling.DirectoryRight)
            {
                said.EndWith(import, at);
            }
        }

        Rulings = settled;
        if (Kind == DirectoryRowKind.Changed && !Taken.Any())
        {
            Choose(false);
        }
    }

    public void ChooseDistrict(Guid? districtId) => DistrictId = districtId;

    /// <summary>The facts with this row's changes made.</summary>
    public SchoolFacts Forward(SchoolFacts facts) => With(facts, change => change.To);

    /// <summary>The facts as they were before this row's changes.</summary>
    public SchoolFacts Back(SchoolFacts facts) => With(facts, change => change.From);

    /// <summary>The facts are still those from which this row was made.</summary>
    public bool Fits(SchoolFacts facts) => Changes.All(change => SchoolFact.Find(change.Fact).Keep(facts) == change.From);

    /// <summary>The facts are still those that this row made.</summary>
    public bool Stands(SchoolFacts facts) => Taken.All(change => SchoolFact.Find(change.Fact).Keep(facts) == change.To);

    private SchoolFacts With(SchoolFacts facts, Func<FactChange, string?> value)
    {
        var changed = facts.Copy();
        foreach (var change in Taken)
        {
            SchoolFact.Find(change.Fact).Restore(changed, value(change));
        }

        return changed;
    }
}

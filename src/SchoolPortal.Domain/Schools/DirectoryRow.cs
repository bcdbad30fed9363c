using System.Text.RegularExpressions;

namespace SchoolPortal.Domain.Schools;

/// <summary>One school as a directory file lists it.</summary>
/// <param name="Line">The line of the file on which the row begins, counted from 1.</param>
/// <param name="Number">The Ministry's school number, 1 to 9999.</param>
/// <param name="Facts">What the row says, tidied.</param>
/// <param name="Notes">What had to be put right or left out.</param>
public sealed partial record DirectoryRow(int Line, int Number, SchoolFacts Facts, IReadOnlyList<DirectoryNote> Notes)
{
    /// <summary>The smallest and the largest number that a school can have.</summary>
    public const int LeastNumber = 1, MostNumber = 9999;

    /// <summary>
    /// Puts right what only the whole row tells: a name that says “(Proposed…)”, a roll of 0 that nobody counted, boarding
    /// that older files tell in the definition.
    /// </summary>
    public static void Settle(SchoolFacts facts, ICollection<DirectoryNote> notes)
    {
        SettleName(facts, notes);
        SettleRoll(facts, notes);
        if (facts.Boarding is null && facts.Definition?.Contains("Boarding", StringComparison.OrdinalIgnoreCase) == true)
        {
            facts.Boarding = true;
        }
    }

    private static void SettleName(SchoolFacts facts, ICollection<DirectoryNote> notes)
    {
        var marks = ProposedMark().Matches(facts.Name);
        if (marks.Count == 0)
        {
            return;
        }
        foreach (var date in marks.Select(mark => FactKinds.FindDate(mark.Groups["date"].Value)))
        {
            facts.ProposedOpening = date ?? facts.ProposedOpening;
        }
        facts.Listed = DirectoryStatus.Proposed;
        var listed = facts.Name;
        facts.Name = ProposedMark().Replace(listed, "").Trim();
        notes.Add(new DirectoryNote(nameof(SchoolFacts.Name), $"Listed as “{listed}”: the school is proposed, and its name is kept without the mark."));
    }

    private static void SettleRoll(SchoolFacts facts, ICollection<DirectoryNote> notes)
    {
        if (facts.RollTotal is not 0 || facts.RollDate is not null)
        {
            return;
        }
        facts.RollTotal = facts.RollEuropean = facts.RollMaori = facts.RollPacific = facts.RollAsian = null;
        facts.RollMelaa = facts.RollOther = facts.RollInternational = null;
        notes.Add(new DirectoryNote(nameof(SchoolFacts.RollTotal), "A roll of 0 without a date stands for “not known”, so the roll is blank."));
    }

    [GeneratedRegex(@"\s*\(\s*Proposed(?: open(?:ing)? date:)?\s*(?<date>[^)]*?)\s*\)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProposedMark();
}

/// <summary>A row, or a cell of a row, that could not be read.</summary>
/// <param name="Line">The line of the file, counted from 1.</param>
/// <param name="Column">The heading of the column; null when it is the row as a whole.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="Number">The school number, when the row has one.</param>
public sealed record UnreadableCell(int Line, string? Column, string Reason, int? Number = null);

/// <summary>What a directory file says, before it is compared with the schools that the portal holds.</summary>
/// <param name="AsAt">The day for which the file speaks, when it says so.</param>
/// <param name="Rows">The schools, in the file's order.</param>
/// <param name="Told">The facts that this file tells; of all others it says nothing.</param>
/// <param name="Unreadable">Rows and cells that could not be read.</param>
/// <param name="UnmatchedColumns">Headings that mean nothing here.</param>
public sealed record DirectoryReading(
    DateOnly? AsAt,
    IReadOnlyList<DirectoryRow> Rows,
    IReadOnlyList<SchoolFact> Told,
    IReadOnlyList<UnreadableCell> Unreadable,
    IReadOnlyList<string> UnmatchedColumns);

/// <summary>A file that is not a schools directory, or not a whole one.</summary>
/// <param name="message">One sentence that says what was found and what to do.</param>
public sealed class NotADirectoryException(string message) : Exception(message);

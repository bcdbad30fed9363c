using System.Globalization;
using CsvHelper;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>Gathers the rows below the headings, and what could not be read of them.</summary>
internal sealed class DirectoryRows(DirectoryHeader header, DirectoryDates dates)
{
    private readonly List<DirectoryRow> rows = [];
    private readonly List<UnreadableCell> unreadable = [];
    private readonly Dictionary<int, int> lineByNumber = [];
    private int unreadableRows;
    private int lastLine;
    private bool lastRowIsWhole = true;

    public void Add(CsvParser csv)
    {
        var line = csv.RawRow - csv.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');
        if (IsBlank(csv))
        {
            return;
        }
        lastLine = line;
        lastRowIsWhole = HasAllCells(csv) && csv.RawRecord.AsSpan().Count('"') % 2 == 0;
        if (!HasAllCells(csv))
        {
            Refuse(line, null, $"The row has {csv.Count} cells; the headings have {header.Headings.Count}.");
        }
        else if (ReadNumber(csv, line) is { } number)
        {
            ReadFacts(csv, line, number);
        }
    }

    public DirectoryReading Finish()
    {
        if (!lastRowIsWhole)
        {
            throw new NotADirectoryException(
                $"This file is cut short: its last row, on line {lastLine}, is not whole. Fetch the directory again and choose the new file.");
        }
        if (rows.Count == 0)
        {
            throw new NotADirectoryException(unreadableRows == 0
                ? "This file has the headings of a schools directory and no schools. Fetch the directory again and choose the new file."
                : $"None of the {unreadableRows} rows of this file could be read; the first, on line {unreadable[0].Line}: {unreadable[0].Reason}");
        }
        if (unreadableRows > rows.Count)
        {
            throw new NotADirectoryException(
                $"This file is damaged: {unreadableRows} of its {unreadableRows + rows.Count} rows could not be read. Fetch the directory again and choose the new file.");
        }
        return new DirectoryReading(
            dates.AsAt ?? rows.Max(row => row.Facts.RollDate), rows, Told(), unreadable, header.Unmatched);
    }

    /// <summary>What the columns tell, and what follows from them: a new total makes an older roll date untrue.</summary>
    private List<SchoolFact> Told() =>
    [
        .. SchoolFact.All.Where(fact => header.Tells(fact.Key) || fact.Key switch
        {
            nameof(SchoolFacts.Listed) or nameof(SchoolFacts.ProposedOpening) => true,
            nameof(SchoolFacts.RollDate) => header.Tells(nameof(SchoolFacts.RollTotal)),
            nameof(SchoolFacts.Boarding) => header.Tells(nameof(SchoolFacts.Definition)),
            _ => false,
        }),
    ];

    private bool HasAllCells(CsvParser csv)
    {
        for (var column = header.Headings.Count; column < csv.Count; column++)
        {
            if (csv[column].Length > 0)
            {
                return false;
            }
        }
        return csv.Count >= header.Headings.Count;
    }

    private int? ReadNumber(CsvParser csv, int line)
    {
        var cell = DirectoryCell.Tidy(csv[header.NumberColumn]);
        var column = header.Headings[header.NumberColumn];
        if (!int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number is < DirectoryRow.LeastNumber or > DirectoryRow.MostNumber)
        {
            Refuse(line, column, cell.Length == 0 ? "The row has no school number." : $"“{cell}” is not a school number from 1 to 9999.");
            return null;
        }
        if (!lineByNumber.TryAdd(number, line))
        {
            Refuse(line, column, $"School number {number} stands already on line {lineByNumber[number]}; this second row is left out.", number);
            return null;
        }
        return number;
    }

    private void ReadFacts(CsvParser csv, int line, int number)
    {
        var facts = new SchoolFacts();
        var notes = new List<DirectoryNote>();
        for (var column = 0; column < header.Columns.Count; column++)
        {
            if (header.Columns[column] is { } fact && fact.Read(DirectoryCell.Tidy(csv[column]), facts) is { } note)
            {
                notes.Add(note);
                if (note.Unreadable)
                {
                    unreadable.Add(new UnreadableCell(line, header.Headings[column], note.Text, number));
                }
            }
        }
        facts.TerritorialAuthority = TerritorialAreas.Unify(facts.TerritorialAuthority);
        DirectoryRow.Settle(facts, notes);
        if (facts.RollTotal is not null && !header.Tells(nameof(SchoolFacts.RollDate)))
        {
            facts.RollDate = dates.Roll;
        }
        if (facts.Name.Length == 0)
        {
            Refuse(line, null, "The row has no name for the school.", number);
            return;
        }
        rows.Add(new DirectoryRow(line, number, facts, notes));
    }

    private void Refuse(int line, string? column, string reason, int? number = null)
    {
        unreadableRows++;
        unreadable.Add(new UnreadableCell(line, column, reason, number));
    }

    private static bool IsBlank(CsvParser csv)
    {
        for (var column = 0; column < csv.Count; column++)
        {
            if (!string.IsNullOrWhiteSpace(csv[column]))
            {
                return false;
            }
        }
        return true;
    }
}

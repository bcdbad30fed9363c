using System.Globalization;
using CsvHelper;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>Gathers the rows below the headings, and what could not be read of them.</summary>
internal sealed class DirectoryRows(DirectoryHeader header, DirectoryDates dates)
{
    private readonly List<DirectoryRow> _rows = [];
    private readonly List<UnreadableCell> _unreadable = [];
    private readonly Dictionary<int, int> _lineByNumber = [];
    private int _unreadableRows;
    private int _lastLine;
    private bool _lastRowIsWhole = true;

    public void Add(CsvParser csv)
    {
        var line = csv.RawRow - csv.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');
        if (IsBlank(csv))
        {
            return;
        }
        _lastLine = line;
        _lastRowIsWhole = HasAllCells(csv) && csv.RawRecord.AsSpan().Count('"') % 2 == 0;
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
        if (!_lastRowIsWhole)
        {
            throw new NotADirectoryException(
                $"This file is cut short: its last row, on line {_lastLine}, is not whole. Fetch the directory again and choose the new file.");
        }
        if (_rows.Count == 0)
        {
            throw new NotADirectoryException(_unreadableRows == 0
                ? "This file has the headings of a schools directory and no schools. Fetch the directory again and choose the new file."
                : $"None of the {_unreadableRows} rows of this file could be read; the first, on line {_unreadable[0].Line}: {_unreadable[0].Reason}");
        }
        if (_unreadableRows > _rows.Count)
        {
            throw new NotADirectoryException(
                $"This file is damaged: {_unreadableRows} of its {_unreadableRows + _rows.Count} rows could not be read. Fetch the directory again and choose the new file.");
        }
        return new DirectoryReading(
            dates.AsAt ?? _rows.Max(row => row.Facts.RollDate), _rows, Told(), _unreadable, header.Unmatched);
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
        if (!_lineByNumber.TryAdd(number, line))
        {
            Refuse(line, column, $"School number {number} stands already on line {_lineByNumber[number]}; this second row is left out.", number);
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
                    _unreadable.Add(new UnreadableCell(line, header.Headings[column], note.Text, number));
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
        _rows.Add(new DirectoryRow(line, number, facts, notes));
    }

    private void Refuse(int line, string? column, string reason, int? number = null)
    {
        _unreadableRows++;
        _unreadable.Add(new UnreadableCell(line, column, reason, number));
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

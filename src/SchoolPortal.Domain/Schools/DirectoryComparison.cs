namespace SchoolPortal.Domain.Schools;

/// <summary>The police district in which a territorial area's schools lie, or most of them.</summary>
/// <param name="Area">The area's name.</param>
/// <param name="DistrictId">The district, or the main one.</param>
/// <param name="IsSplit">Its schools lie in several districts, so a person settles which.</param>
public sealed record DistrictOfArea(string Area, Guid DistrictId, bool IsSplit);

/// <summary>Compares what a directory file says with the schools that the portal holds.</summary>
/// <param name="importId">The import.</param>
/// <param name="districtOf">The police district of a territorial area.</param>
/// <param name="said">What schools and Police say beside the directory, by school.</param>
public sealed class DirectoryComparison(Guid importId, Func<string?, DistrictOfArea?> districtOf, ILookup<Guid, FactCorrection> said)
{
    private static readonly SchoolFacts NoFacts = new();

    /// <summary>More of the open schools than <see cref="DirectoryImport.MostGone"/> are not in the file.</summary>
    public bool ManyGone { get; private set; }

    /// <summary>The proposal, row by row: schools in the file's order, then those that are gone, then what could not be read.</summary>
    public IReadOnlyList<DirectoryImportRow> Compare(DirectoryReading reading, IReadOnlyCollection<School> schools)
    {
        var rows = new List<DirectoryImportRow>();
        var held = schools.ToDictionary(school => school.Number);
        foreach (var row in reading.Rows)
        {
            if (!held.Remove(row.Number, out var school))
            {
                rows.Add(Added(row));
            }
            else if (Differing(row, school, reading.Told) is { } differing)
            {
                rows.Add(differing);
            }
        }

        rows.AddRange(Gone(reading, schools, held.Values));
        rows.AddRange(reading.Unreadable.Select(cell => new DirectoryImportRow(importId, cell)));
        return rows;
    }

    private DirectoryImportRow Added(DirectoryRow row) =>
        New(DirectoryRowKind.Added, row, null, Changes(NoFacts, row.Facts, SchoolFact.All));

    private DirectoryImportRow? Differing(DirectoryRow row, School school, IReadOnlyList<SchoolFact> told)
    {
        var changes = Changes(school.Facts, row.Facts, told);
        var reopened = school.Status == SchoolStatus.Closed && row.Facts.Listed != DirectoryStatus.Closed;
        return changes.Count > 0 || reopened
            ? New(reopened ? DirectoryRowKind.Reopened : DirectoryRowKind.Changed, row, school, changes)
            : null;
    }

    /// <summary>A row that is not readable in the file says nothing of its school, so the school is not gone.</summary>
    private IEnumerable<DirectoryImportRow> Gone(DirectoryReading reading, IReadOnlyCollection<School> schools, IEnumerable<School> notListed)
    {
        var mentioned = reading.Unreadable.Select(cell => cell.Number).OfType<int>().ToHashSet();
        var gone = notListed.Where(school => IsOpen(school) && !mentioned.Contains(school.Number)).OrderBy(school => school.Number).ToList();
        ManyGone = gone.Count > schools.Count(IsOpen) * DirectoryImport.MostGone;
        foreach (var school in gone)
        {
            var row = new DirectoryImportRow(importId, DirectoryRowKind.Gone, school.Number, school.Facts.Name)
            {
                VintageBefore = school.Vintage,
                AsAtBefore = school.FactsAsAt,
            };
            row.Choose(!ManyGone);
            yield return row;
        }
    }

    private DirectoryImportRow New(DirectoryRowKind kind, DirectoryRow row, School? school, IReadOnlyList<FactChange> changes)
    {
        var district = school?.DistrictId is null ? districtOf(row.Facts.TerritorialAuthority) : null;
        var proposed = new DirectoryImportRow(importId, kind, row.Number, row.Facts.Name)
        {
            Line = row.Line,
            Changes = changes,
            Contested = school is not null && said[school.Id].Any(other => changes.Any(change => change.Fact == other.Fact && change.To != other.Value)),
            Notes = [.. row.Notes.Where(note => note.Unreadable || changes.Any(change => change.Fact == note.Fact))],
            SplitArea = district is { IsSplit: true } ? district.Area : null,
            VintageBefore = school?.Vintage,
            AsAtBefore = school?.FactsAsAt,
            ClosedBefore = school?.ClosedOn,
        };
        proposed.ChooseDistrict(district?.DistrictId);
        return proposed;
    }

    private static List<FactChange> Changes(SchoolFacts held, SchoolFacts listed, IReadOnlyList<SchoolFact> told)
    {
        var changes = new List<FactChange>();
        foreach (var fact in told)
        {
            if (fact.Differs(held, listed))
            {
                changes.Add(new FactChange(fact.Key, fact.Keep(held), fact.Keep(listed)));
            }
        }

        return changes;
    }

    private static bool IsOpen(School school) => school.Status is SchoolStatus.Open or SchoolStatus.Proposed;
}

using System.ComponentModel.DataAnnotations;

namespace SchoolPortal.Domain.Schools;

/// <summary>Where an import of a directory stands.</summary>
public enum DirectoryImportState
{
    /// <summary>Read and compared; nothing of it is in force.</summary>
    Proposed,

    /// <summary>In force.</summary>
    Applied,

    /// <summary>Was in force and has been taken back.</summary>
    Undone,

    /// <summary>Put aside without being applied.</summary>
    Discarded,
}

/// <summary>
/// One directory file that somebody brought, and what came of it. It begins as a proposal; nothing changes until a person
/// applies it.
/// </summary>
public sealed class DirectoryImport : Entity
{
    /// <summary>When more of the open schools than this would close, the file is probably a part of a directory.</summary>
    public const double MostGone = 0.05;

    private DirectoryImport()
    {
    }

    /// <summary>Begins a proposal.</summary>
    /// <param name="fileName">The name under which the file came; only its last part is kept.</param>
    /// <param name="sha256">The SHA-256 of its bytes, in hexadecimal digits.</param>
    /// <param name="asAt">The day for which the file speaks.</param>
    /// <param name="broughtBy">The person who brought it.</param>
    /// <param name="broughtAt">When, in UTC.</param>
    public DirectoryImport(string fileName, string sha256, DateOnly asAt, string broughtBy, DateTime broughtAt)
    {
        FileName = Last(fileName, 200);
        Sha256 = sha256;
        AsAt = asAt;
        BroughtBy = broughtBy;
        BroughtAt = broughtAt;
    }

    /// <summary>The name under which the file came.</summary>
    [MaxLength(200)] public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the file's bytes, in hexadecimal digits.</summary>
    [MaxLength(64)] public string Sha256 { get; private set; } = "";

    /// <summary>The day for which the file speaks.</summary>
    public DateOnly AsAt { get; private set; }

    /// <summary>The name of the person who brought the file.</summary>
    [MaxLength(200)] public string BroughtBy { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime BroughtAt { get; private set; }

    public DirectoryImportState State { get; private set; }

    /// <summary>Who applied it; stays when it is undone.</summary>
    [MaxLength(200)] public string? AppliedBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTime? AppliedAt { get; private set; }

    /// <summary>Who applied or discarded it, and later who took it back.</summary>
    [MaxLength(200)] public string? SettledBy { get; private set; }

    /// <summary>When it was applied or discarded, in UTC.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>Schools that the file lists.</summary>
    public int Listed { get; private set; }

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Reopened { get; private set; }

    public int Gone { get; private set; }

    public int Unreadable { get; private set; }

    /// <summary>So many open schools are not in the file that it is probably only a part of a directory.</summary>
    public bool ManyGone { get; private set; }

    /// <summary>Headings of the file that mean nothing here, separated by line ends.</summary>
    [MaxLength(4000)] public string UnmatchedColumns { get; private set; } = "";

    /// <summary>What the facts of a school cite: <c>Schools Directory, 25 September 2021</c>.</summary>
    public string Vintage => DirectorySource.Vintage(AsAt);

    /// <summary>The file lists nothing that the portal does not hold already.</summary>
    public bool ProposesNothing => Added + Changed + Reopened + Gone == 0;

    /// <summary>Counts what the comparison found.</summary>
    /// <param name="reading">What the file says.</param>
    /// <param name="rows">The rows of the proposal.</param>
    /// <param name="manyGone">More than <see cref="MostGone"/> of the open schools are not in the file.</param>
    public void Count(DirectoryReading reading, IReadOnlyCollection<DirectoryImportRow> rows, bool manyGone)
    {
        Listed = reading.Rows.Count;
        Added = rows.Count(row => row.Kind == DirectoryRowKind.Added);
        Changed = rows.Count(row => row.Kind == DirectoryRowKind.Changed);
        Reopened = rows.Count(row => row.Kind == DirectoryRowKind.Reopened);
        Gone = rows.Count(row => row.Kind == DirectoryRowKind.Gone);
        Unreadable = rows.Count(row => row.Kind == DirectoryRowKind.Unreadable);
        ManyGone = manyGone;
        UnmatchedColumns = Last(string.Join('\n', reading.UnmatchedColumns), 4000);
    }

    /// <summary>Puts the chosen rows in force.</summary>
    public void Apply(string by, DateTime at)
    {
        Settle(DirectoryImportState.Proposed, DirectoryImportState.Applied, by, at);
        (AppliedBy, AppliedAt) = (by, at);
    }

    /// <summary>Puts the proposal aside.</summary>
    public void Discard(string by, DateTime at) => Settle(DirectoryImportState.Proposed, DirectoryImportState.Discarded, by, at);

    /// <summary>Takes back what was in force.</summary>
    public void Undo(string by, DateTime at) => Settle(DirectoryImportState.Applied, DirectoryImportState.Undone, by, at);

    private void Settle(DirectoryImportState from, DirectoryImportState to, string by, DateTime at)
    {
        if (State != from)
        {
            throw new StepNotAllowed($"This import is {Words.Of(State)}, so it cannot be {Words.Of(to)} now. Open it again to see where it stands.");
        }

        State = to;
        SettledBy = by;
        SettledAt = at;
    }

    private static string Last(string text, int length) => text.Length <= length ? text : text[^length..];
}

/// <summary>Whose directory it is, as its licence asks to be told.</summary>
public static class DirectorySource
{
    /// <summary>The attribution of CC BY 4.0 without the vintage.</summary>
    public const string Attribution =
        "Source: Ministry of Education, New Zealand, Schools Directory, educationcounts.govt.nz and data.govt.nz, licensed CC BY 4.0";

    /// <summary><c>Schools Directory, 25 September 2021</c>.</summary>
    public static string Vintage(DateOnly asAt) => $"Schools Directory, {NewZealandTime.Show(asAt)}";
}

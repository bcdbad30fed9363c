namespace SchoolPortal.Domain.Schools;

/// <summary>Which register of Police a file is for.</summary>
public enum RegisterKind
{
    /// <summary>Police stations.</summary>
    Stations,

    /// <summary>Officers who work with schools.</summary>
    Officers,
}

/// <summary>Where a file for a register stands.</summary>
public enum RegisterImportState
{
    /// <summary>Brought; nothing is changed.</summary>
    Proposed,

    /// <summary>In force.</summary>
    Applied,

    /// <summary>Put aside without being applied.</summary>
    Discarded,
}

/// <summary>
/// A file of stations or officers that somebody brought. The file itself is kept, and compared with the register each time
/// it is looked at: what it proposes is never older than the register.
/// </summary>
public sealed class RegisterImport : Entity
{
    /// <summary>A file of 5,000 rows has about 1 MB.</summary>
    public const int MostBytes = 5_000_000;

    private RegisterImport()
    {
    }

    /// <summary>Begins a proposal.</summary>
    /// <param name="kind">The register.</param>
    /// <param name="fileName">The name under which the file came; its last 200 characters are kept.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="broughtBy">Who brought it.</param>
    /// <param name="broughtAt">When, in UTC.</param>
    public RegisterImport(RegisterKind kind, string fileName, byte[] bytes, string broughtBy, DateTime broughtAt)
    {
        Kind = kind;
        FileName = fileName.Length <= 200 ? fileName : fileName[^200..];
        Bytes = bytes;
        BroughtBy = broughtBy;
        BroughtAt = broughtAt;
    }

    /// <summary>The register.</summary>
    public RegisterKind Kind { get; private set; }

    /// <summary>The name under which the file came.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The file.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Who brought it.</summary>
    public string BroughtBy { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime BroughtAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public RegisterImportState State { get; private set; }

    /// <summary>Who applied or discarded it.</summary>
    public string? SettledBy { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>How many it added; 0 while it is a proposal.</summary>
    public int Added { get; private set; }

    /// <summary>How many it changed; 0 while it is a proposal.</summary>
    public int Changed { get; private set; }

    /// <summary>Puts it in force, all of it; refuses when it is no proposal any more.</summary>
    public void Apply(int added, int changed, string by, DateTime at)
    {
        Settle(RegisterImportState.Applied, by, at);
        (Added, Changed) = (added, changed);
    }

    /// <summary>Puts it aside; refuses when it is no proposal any more.</summary>
    public void Discard(string by, DateTime at) => Settle(RegisterImportState.Discarded, by, at);

    private void Settle(RegisterImportState to, string by, DateTime at)
    {
        if (State != RegisterImportState.Proposed)
        {
            throw new StepNotAllowed($"This file is {Words.Of(State)} already. Open it again to see where it stands.");
        }

        (State, SettledBy, SettledAt) = (to, by, at);
    }
}

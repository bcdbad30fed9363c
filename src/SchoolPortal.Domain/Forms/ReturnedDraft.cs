using System.Security.Cryptography;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Forms;

/// <summary>What became of a returned file.</summary>
public enum ReturnedDraftState
{
    /// <summary>Nobody has decided yet.</summary>
    Waiting,

    /// <summary>What was chosen of it is saved.</summary>
    TakenOver,

    /// <summary>Nothing of it was taken.</summary>
    Discarded,
}

/// <summary>
/// A Word file that came back, kept as it came until somebody decides, so that leaving the page loses nothing. What was taken
/// over keeps its bytes as evidence; what was discarded keeps only its fingerprint.
/// </summary>
public sealed class ReturnedDraft : Entity, IOfSchool
{
    private const int LongestName = 200;

    private ReturnedDraft()
    {
    }

    /// <summary>Keeps a file that could be read.</summary>
    /// <param name="taken">The draft that it was made from.</param>
    /// <param name="fileName">Its name as the browser gave it: shown, never used as a path.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="change">Who and when.</param>
    public ReturnedDraft(TakenDraft taken, string fileName, byte[] bytes, Change change)
    {
        TakenId = taken.Id;
        SchoolId = taken.SchoolId;
        RecordId = taken.RecordId;
        FileName = NameOf(fileName);
        Bytes = bytes;
        Sha256 = HashOf(bytes);
        ReturnedAt = change.At;
        ReturnedBy = change.Who.Name;
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>The agreement or the profile.</summary>
    public Guid RecordId { get; private set; }

    /// <summary>The <see cref="TakenDraft"/> it was made from.</summary>
    public Guid TakenId { get; private set; }

    /// <summary>Its name, for people.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The file; empty once discarded.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime ReturnedAt { get; private set; }

    /// <summary>Name of who brought it.</summary>
    public string ReturnedBy { get; private set; } = "";

    /// <summary>What became of it.</summary>
    public ReturnedDraftState State { get; private set; }

    /// <summary>When that was decided, UTC.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>Name of who decided.</summary>
    public string? SettledBy { get; private set; }

    /// <summary>What was chosen of it is saved. Refuses a second time.</summary>
    public void TakeOver(Change change) => Settle(ReturnedDraftState.TakenOver, change);

    /// <summary>Nothing of it is taken. Refuses a second time.</summary>
    public void Discard(Change change)
    {
        Settle(ReturnedDraftState.Discarded, change);
        Bytes = [];
    }

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private void Settle(ReturnedDraftState state, Change change)
    {
        if (State != ReturnedDraftState.Waiting)
        {
            throw new StepNotAllowed($"{SettledBy} has decided about this file already: it is {Words.Of(State)}. Nothing more was changed.");
        }

        State = state;
        SettledAt = change.At;
        SettledBy = change.Who.Name;
    }

    private static string NameOf(string fileName)
    {
        var name = TypedText.CleanLine(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..]);
        return name.Length == 0 ? "Word file" : name.Length <= LongestName ? name : TypedText.Clean(name[..LongestName]);
    }
}

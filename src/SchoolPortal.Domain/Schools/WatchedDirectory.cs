using System.ComponentModel.DataAnnotations;

namespace SchoolPortal.Domain.Schools;

/// <summary>A folder or address in which the portal looks for new directories by itself, and what it found there last.</summary>
public sealed class WatchedDirectory : Entity
{
    /// <summary>A node that took a file up and was not done with it by then will not be.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(30);

    private WatchedDirectory()
    {
    }

    /// <summary>A place that was never looked at.</summary>
    /// <param name="place">The folder or address as people are told it: no more than <see cref="LongestPlace"/> characters, no secrets.</param>
    public WatchedDirectory(string place) => Place = place;

    /// <summary>How long the name of a place may be.</summary>
    public const int LongestPlace = 400;

    /// <summary>The folder or address.</summary>
    [MaxLength(LongestPlace)] public string Place { get; private set; } = "";

    /// <summary>It is still set; false once it is not, so that nobody is told of its faults.</summary>
    public bool IsWatched { get; private set; } = true;

    /// <summary>When it was last looked at for a new file, in UTC; kept only where something came of it.</summary>
    public DateTime? LookedAt { get; private set; }

    /// <summary>SHA-256 of the newest file that was taken up there; the same file is read once.</summary>
    [MaxLength(64)] public string? Sha256 { get; private set; }

    /// <summary>When it was read, in UTC; null while a node is at it.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>What came of it; null when it said nothing new or could not be read.</summary>
    public Guid? ImportId { get; private set; }

    /// <summary>Why there is no new directory from there, and what to do, in sentences; null when all is well.</summary>
    [MaxLength(400)] public string? Fault { get; private set; }

    /// <summary>The fault is the file's, so it stays until another file is there.</summary>
    public bool IsFaultOfFile { get; private set; }

    /// <summary>Nobody has read this file, or a node began to and never came to an end.</summary>
    public bool IsNew(string sha256, DateTime now) => sha256 != Sha256 || (ReadAt is null && !(LookedAt > now - Abandoned));

    /// <summary>A node takes a new file up; another that does the same moment is told that it was too late.</summary>
    public void TakeUp(string sha256, DateTime now) => (Sha256, LookedAt, ReadAt, ImportId, Fault, IsFaultOfFile, IsWatched) = (sha256, now, null, null, null, false, true);

    /// <summary>The file was read.</summary>
    public void Read(Guid? importId, DateTime now) => (ImportId, ReadAt) = (importId, now);

    /// <summary>The file cannot be read.</summary>
    public void RefuseFile(string fault, DateTime now) => (Fault, IsFaultOfFile, ReadAt) = (Short(fault), true, now);

    /// <summary>The place cannot be looked at.</summary>
    public void RefusePlace(string fault, DateTime now) => (Fault, IsFaultOfFile, LookedAt, IsWatched) = (Short(fault), false, now, true);

    /// <summary>It was looked at, and nothing new was there.</summary>
    public void FindNothing(DateTime now)
    {
        (LookedAt, IsWatched) = (now, true);
        Fault = IsFaultOfFile ? Fault : null;
    }

    /// <summary>It is not set any more. When it is set again, it is looked at at once.</summary>
    public void Leave() => (IsWatched, Fault, IsFaultOfFile, LookedAt) = (false, null, false, null);

    private static string Short(string text) => text.Length <= 400 ? text : text[..400];
}

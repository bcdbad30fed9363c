using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Jobs;

/// <summary>
/// One piece of work on many schools that somebody asked for and need not wait for. Each school is an item with an outcome
/// of its own. Its steps are those of <see cref="JobLifecycle"/>.
/// </summary>
public sealed class Job : Entity
{
    /// <summary>Schools of one job: every school of the country ten times over, and a zip of them stays below 4 GiB.</summary>
    public const int Most = 30_000;

    /// <summary>How often it is taken up without getting on before it is given up.</summary>
    public const int MostTries = 3;

    /// <summary>How long the file it made is kept.</summary>
    public static TimeSpan KeepsFile { get; } = TimeSpan.FromHours(24);

    private Job()
    {
    }

    /// <summary>Asks for it.</summary>
    /// <param name="kind">What to do to each school.</param>
    /// <param name="edition">Which of several, such as the year of profiles; null where there is but one.</param>
    /// <param name="chosen">How the schools were chosen, in words.</param>
    /// <param name="total">How many there are: 1 to <see cref="Most"/>.</param>
    /// <param name="change">Who asks, and when.</param>
    public Job(JobKind kind, string? edition, string chosen, int total, Change change)
    {
        if (total is < 1 or > Most)
        {
            throw new RuleBroken("", $"Choose between 1 and {Most.ToString("N0", NewZealandTime.Culture)} schools; {total.ToString("N0", NewZealandTime.Culture)} were chosen");
        }

        PersonId = change.Who.PersonId;
        Kind = kind;
        Edition = edition;
        Chosen = chosen.Length <= LongestChosen ? chosen : chosen[..(LongestChosen - 1)] + "\u2026";
        Total = total;
        AskedAt = change.At;
        StateSince = change.At;
    }

    /// <summary>Characters of <see cref="Chosen"/>.</summary>
    public const int LongestChosen = 400;

    /// <summary>Who asked for it: the only one who sees it, and with whose permissions it is done.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>What is done to each school.</summary>
    public JobKind Kind { get; private set; }

    /// <summary>Which of several it is about, such as the year of profiles; null where there is but one.</summary>
    public string? Edition { get; private set; }

    /// <summary>How the schools were chosen, in words.</summary>
    public string Chosen { get; private set; } = "";

    /// <summary>How many schools there are.</summary>
    public int Total { get; private set; }

    /// <summary>When it was asked for, UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; private set; } = JobState.Waiting;

    /// <summary>Since when, UTC.</summary>
    public DateTime StateSince { get; private set; }

    /// <summary>Why it was called off or given up.</summary>
    public string? StateReason { get; private set; }

    /// <summary>How often it was taken up since it last got on.</summary>
    public int Tries { get; private set; }

    /// <summary>Who works on it: an id made anew each time it is taken up. Kept by the database, not by history.</summary>
    public Guid? Holder { get; private set; }

    /// <summary>Until when, UTC; whoever gets on with it moves this ahead, so a moment in the past means that the holder has gone.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>Bytes of the file it made; null when it makes none or is not done.</summary>
    public long? FileLength { get; private set; }

    /// <summary>When that file is deleted, UTC.</summary>
    public DateTime? FileUntil { get; private set; }

    /// <summary>Something is still to be done.</summary>
    public bool IsUnfinished => JobLifecycle.Unfinished.Contains(State);

    /// <summary>The file it made can still be had.</summary>
    public bool HasFile(DateTime now) => FileUntil > now;

    /// <summary>A node that holds it begins, or goes on where another stopped. Gives it up when that happened too often.</summary>
    public void TakeUp(Change change)
    {
        if (Tries >= MostTries)
        {
            Take(JobStep.GiveUp, change with { Why = $"It stopped {MostTries} times at the same place. Whoever looks after the portal finds the reason in its log." });
            return;
        }

        Take(JobStep.TakeUp, change);
        Tries++;
    }

    /// <summary>Each school is done or refused.</summary>
    /// <param name="fileLength">Bytes of the file it made, or null.</param>
    /// <param name="change">When.</param>
    public void Finish(long? fileLength, Change change)
    {
        Take(JobStep.Finish, change);
        FileLength = fileLength;
        FileUntil = fileLength is null ? null : change.At + KeepsFile;
    }

    /// <summary>Calls it off. Refuses anybody but the person who asked for it, or the portal when they have no account any more.</summary>
    public void Cancel(Change change)
    {
        if (!change.Who.IsPortal && change.Who.PersonId != PersonId)
        {
            throw new StepNotAllowed("Only the person who asked for a job can cancel it.");
        }

        Take(JobStep.Cancel, change);
    }

    private void Take(JobStep step, Change change)
    {
        var roles = change.Who.Authorities.Select(a => a.Role).ToHashSet();
        var to = JobLifecycle.Table.Take(step, State, change.Who, roles, change.Why);
        if (to != State)
        {
            (State, StateSince, StateReason) = (to, change.At, change.Why);
        }
    }
}

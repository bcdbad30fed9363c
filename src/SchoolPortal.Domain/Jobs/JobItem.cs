namespace SchoolPortal.Domain.Jobs;

/// <summary>How one school of a job went.</summary>
public enum JobItemState
{
    /// <summary>Not yet looked at.</summary>
    Waiting,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Could not be done; a sentence says why.</summary>
    Refused,
}

/// <summary>
/// One school of a job, with how it went. It has no history of its own: what was done to the school stands in the school's,
/// and the item is settled in the same transaction, so that nothing is done twice.
/// </summary>
public sealed class JobItem
{
    /// <summary>Characters of <see cref="Sentence"/>.</summary>
    public const int LongestSentence = 1000;

    private JobItem()
    {
    }

    /// <summary>A school waits for its turn.</summary>
    /// <param name="jobId">Of which job.</param>
    /// <param name="position">Its place in the order, from 0.</param>
    /// <param name="schoolId">The school.</param>
    public JobItem(Guid jobId, int position, Guid schoolId)
    {
        JobId = jobId;
        Position = position;
        SchoolId = schoolId;
    }

    /// <summary>Of which job.</summary>
    public Guid JobId { get; private set; }

    /// <summary>Its place in the order, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    /// <summary>How it went.</summary>
    public JobItemState State { get; private set; } = JobItemState.Waiting;

    /// <summary>What was done, or why it was not.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>Name of its file in the zip; null when there is none.</summary>
    public string? FileName { get; private set; }

    /// <summary>Which text the file holds, such as "Version 3".</summary>
    public string? Edition { get; private set; }

    /// <summary>Where that stood when the file was made, such as "In force".</summary>
    public string? Standing { get; private set; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>CRC-32 of the file, as the zip's directory has it.</summary>
    public long? Checksum { get; private set; }

    /// <summary>Bytes of the file.</summary>
    public int? Length { get; private set; }

    /// <summary>Where the file begins in the zip.</summary>
    public long? Offset { get; private set; }

    /// <summary>It was done.</summary>
    public void Do(string sentence) => Settle(JobItemState.Done, sentence);

    /// <summary>Its file was made.</summary>
    public void Do(MadeFile file)
    {
        Settle(JobItemState.Done, file.Name);
        (FileName, Edition, Standing) = (file.Name, file.Edition, file.Standing);
        (Sha256, Checksum, Length, Offset) = (file.Sha256, file.Checksum, file.Length, file.Offset);
    }

    /// <summary>It could not be done.</summary>
    public void Refuse(string sentence) => Settle(JobItemState.Refused, sentence);

    private void Settle(JobItemState state, string sentence)
    {
        if (State != JobItemState.Waiting)
        {
            throw new StepNotAllowed("This school of the job is settled already.");
        }

        State = state;
        Sentence = sentence.Length <= LongestSentence ? sentence : sentence[..(LongestSentence - 1)] + "\u2026";
    }
}

/// <summary>A file within a job's zip.</summary>
/// <param name="Name">Its name, 1–150 characters of ASCII.</param>
/// <param name="Edition">Which text it holds, such as "Version 3".</param>
/// <param name="Standing">Where that stands, such as "In force".</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Checksum">CRC-32.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Offset">Where it begins in the zip.</param>
public sealed record MadeFile(string Name, string Edition, string Standing, string Sha256, uint Checksum, int Length, long Offset);

/// <summary>
/// A piece of a job's zip, saved together with the outcomes of the schools in it: whoever goes on after a stop goes on after the last piece.
/// Deleted when the file's time is over.
/// </summary>
public sealed class JobFilePart
{
    private JobFilePart()
    {
    }

    /// <summary>Keeps the next piece.</summary>
    /// <param name="jobId">Of which job.</param>
    /// <param name="start">Where it begins in the zip.</param>
    /// <param name="bytes">The piece.</param>
    public JobFilePart(Guid jobId, long start, byte[] bytes)
    {
        JobId = jobId;
        Start = start;
        Bytes = bytes;
        End = start + bytes.Length;
    }

    /// <summary>Of which job.</summary>
    public Guid JobId { get; private set; }

    /// <summary>Where it begins in the zip.</summary>
    public long Start { get; private set; }

    /// <summary>Where the next one begins.</summary>
    public long End { get; private set; }

    /// <summary>The piece.</summary>
    public byte[] Bytes { get; private set; } = [];
}

using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Forms;

/// <summary>How far a section has come.</summary>
public enum SectionState
{
    /// <summary>Nothing entered yet.</summary>
    NotStarted,

    /// <summary>Filled in from last year or from known facts; somebody must look at it.</summary>
    ToCheck,

    /// <summary>Begun, with required answers missing.</summary>
    InProgress,

    /// <summary>Everything required is there.</summary>
    Complete,

    /// <summary>There is nothing to say, and somebody said so.</summary>
    NothingToReport,

    /// <summary>Sent back with a reason.</summary>
    Returned,

    /// <summary>A newer version of the form asks it no more; its answers went to other sections.</summary>
    Retired,
}

/// <summary>The answers of one section of one agreement or profile: saved, and fought over, section by section.</summary>
public abstract class AnsweredSection : Entity, IOfSchool
{
    private protected AnsweredSection()
    {
    }

    private protected AnsweredSection(Guid schoolId, string key, Answers answers, SectionState state)
    {
        SchoolId = schoolId;
        Key = key;
        AnswersJson = Forms.AnswersJson.Write(answers);
        State = state;
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>The agreement or profile that it is of.</summary>
    public abstract Guid RecordId { get; }

    /// <summary>The section's key in its form definition.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Canonical JSON of the answers.</summary>
    public string AnswersJson { get; private set; } = "{}";

    /// <summary>How far it has come.</summary>
    public SectionState State { get; private set; }

    /// <summary>When it was last saved, UTC.</summary>
    public DateTime? SavedAt { get; private set; }

    /// <summary>Name of who saved it last.</summary>
    public string? SavedBy { get; private set; }

    /// <summary>Why it was sent back, until it is saved again.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>The answers.</summary>
    public Answers Answers() => Forms.AnswersJson.Read(AnswersJson);

    /// <summary>True when nothing more is asked before submitting.</summary>
    public bool IsDone => State is SectionState.Complete or SectionState.NothingToReport;

    internal void Save(Answers answers, SectionState state, Guid basedOn, Change change)
    {
        if (basedOn != Token)
        {
            throw new ChangedMeanwhile(
                $"{SavedBy ?? "Somebody else"} saved this section after you opened it. Both texts are shown; choose what to keep.");
        }

        AnswersJson = Forms.AnswersJson.Write(answers);
        State = state;
        SavedAt = change.At;
        SavedBy = change.Who.Name;
        ReturnReason = null;
    }

    /// <summary>Has it asked as a newer version of the form asks it. A section in which nothing differs stays as it is, token and all.</summary>
    internal void Bring(Answers answers, SectionState state)
    {
        AnswersJson = Forms.AnswersJson.Write(answers);
        State = state;
    }

    internal void SendBack(string reason)
    {
        State = SectionState.Returned;
        ReturnReason = reason;
    }
}

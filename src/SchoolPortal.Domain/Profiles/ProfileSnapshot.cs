using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Domain.Profiles;

/// <summary>
/// A year's profile as it stood when it was due. Nothing is locked on that day: the profile lives on, and this says what it
/// said. One a profile; never changed.
/// </summary>
public sealed class ProfileSnapshot : Entity, IOfSchool
{
    /// <summary>
    /// Days after the due date within which it may still be taken, should the portal not have run on the day. Later it would
    /// say something else than it claims.
    /// </summary>
    public const int DaysToTake = 14;

    private ProfileSnapshot()
    {
    }

    /// <summary>Takes it.</summary>
    /// <param name="profile">The profile, with its sections.</param>
    /// <param name="at">When, UTC.</param>
    public ProfileSnapshot(Profile profile, DateTime at)
    {
        SchoolId = profile.SchoolId;
        ProfileId = profile.Id;
        FormVersion = profile.FormVersion;
        State = profile.State;
        SectionsDone = profile.SectionsDone;
        TakenAt = at;
        Kept = AnswersJson.Write(profile.Answers());
        NothingToReport = string.Join(' ', profile.Sections.Where(s => s.State == SectionState.NothingToReport).Select(s => s.Key).Order(StringComparer.Ordinal));
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>Of which profile.</summary>
    public Guid ProfileId { get; private set; }

    /// <summary>The form definition that it was answered under.</summary>
    public int FormVersion { get; private set; }

    /// <summary>The profile's state then.</summary>
    public ProfileState State { get; private set; }

    /// <summary>Sections that were complete or had nothing to report.</summary>
    public int SectionsDone { get; private set; }

    /// <summary>When it was taken, UTC.</summary>
    public DateTime TakenAt { get; private set; }

    /// <summary>Canonical JSON of all answers.</summary>
    public string Kept { get; private set; } = "{}";

    /// <summary>Keys of the sections with nothing to report, separated by blanks.</summary>
    public string NothingToReport { get; private set; } = "";

    /// <summary>The answers.</summary>
    public Answers Answers() => AnswersJson.Read(Kept);
}

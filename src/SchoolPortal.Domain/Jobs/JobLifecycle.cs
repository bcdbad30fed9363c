using System.ComponentModel.DataAnnotations;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Jobs;

/// <summary>What a job does to each of its schools.</summary>
public enum JobKind
{
    /// <summary>Writes the Word file of each school's agreement into one zip.</summary>
    [Display(Name = "make Word files of agreements")]
    AgreementFiles,

    /// <summary>Begins the draft of the next term.</summary>
    [Display(Name = "renew agreements")]
    RenewAgreements,

    /// <summary>Sends each draft to its school.</summary>
    [Display(Name = "send drafts to the schools")]
    SendAgreements,

    /// <summary>Writes the Word file of each school's profile of one year into one zip.</summary>
    [Display(Name = "make Word files of profiles")]
    ProfileFiles,

    /// <summary>Asks each school that is behind to get on with its profile.</summary>
    [Display(Name = "nudge schools about their profiles")]
    NudgeSchools,

    /// <summary>Writes what a new Lead Police Contact takes over at each school into one zip.</summary>
    [Display(Name = "make handover packs")]
    HandoverFiles,
}

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Nobody has begun it.</summary>
    Waiting,

    /// <summary>A node works on it.</summary>
    [Display(Name = "under way")]
    Running,

    /// <summary>Each school is done or refused.</summary>
    Done,

    /// <summary>Called off; what was done by then stays done.</summary>
    Cancelled,

    /// <summary>Given up after it stopped several times without getting on.</summary>
    BrokenOff,
}

/// <summary>Steps of a job.</summary>
public enum JobStep
{
    /// <summary>A node takes it up, for the first time or after another one has gone.</summary>
    TakeUp,

    /// <summary>Each school is done or refused.</summary>
    Finish,

    /// <summary>Whoever asked for it calls it off.</summary>
    Cancel,

    /// <summary>It stops again and again.</summary>
    GiveUp,
}

/// <summary>The life of a job as one table.</summary>
public static class JobLifecycle
{
    /// <summary>States in which something is still to be done.</summary>
    public static IReadOnlyList<JobState> Unfinished { get; } = [JobState.Waiting, JobState.Running];

    /// <summary>The table. Steps without roles are the portal's own.</summary>
    public static Lifecycle<JobState, JobStep> Table { get; } = new(
        "job",
        new(JobStep.TakeUp, Unfinished, JobState.Running, [], "Take up", "no other node works on it: it is new, or the time that another had it for is over"),
        new(JobStep.Finish, [JobState.Running], JobState.Done, [], "Finish", "each school is done or refused"),
        new(JobStep.Cancel, Unfinished, JobState.Cancelled, Roles.All, "Cancel", "only by the person who asked for it"),
        new(JobStep.GiveUp, [JobState.Running], JobState.BrokenOff, [], "Give up", $"it was taken up {Job.MostTries} times without getting on"));
}

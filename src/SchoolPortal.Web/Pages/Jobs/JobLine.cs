using System.Linq.Expressions;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>A job as its page and the list of jobs show it.</summary>
public sealed record JobLine(
    Guid Id, JobKind Kind, string? Edition, JobState State, string? StateReason, string Chosen, int Total, DateTime AskedAt, DateTime StateSince,
    long? FileLength, DateTime? FileUntil, int Done, int Refused)
{
    /// <summary>What is done: "Make Word files of profiles, 2026".</summary>
    public string Name { get; } = Edition is null ? Words.Capital(Kind) : $"{Words.Capital(Kind)}, {Edition}";

    /// <summary>Something is still to be done.</summary>
    public bool IsUnfinished => JobLifecycle.Unfinished.Contains(State);

    /// <summary>How many schools are settled.</summary>
    public int Settled => Done + Refused;

    /// <summary>How many still wait.</summary>
    public int Waiting => Total - Settled;

    /// <summary>Its state as a tag.</summary>
    public TagColour Colour => State switch
    {
        JobState.Done => TagColour.Green,
        JobState.BrokenOff => TagColour.Red,
        JobState.Cancelled => TagColour.Grey,
        _ => TagColour.Blue,
    };

    /// <summary><c>1,204 done, 14 refused, 1,340 to do</c>; what is none is left out.</summary>
    public string InNumbers
    {
        get
        {
            (int Count, string Text)[] parts = [(Done, "done"), (Refused, "refused"), (Waiting, State == JobState.Cancelled ? "not done" : "to do")];
            var said = parts.Where(p => p.Count > 0).Select(p => $"{p.Count.ToString("N0", NewZealandTime.Culture)} {p.Text}");
            return string.Join(", ", said);
        }
    }

    /// <summary>The file can still be had.</summary>
    public bool HasFile(DateTime now) => FileUntil > now;

    /// <summary>Its size, such as "112 MB".</summary>
    public string FileSize => FileLength >= Megabyte
        ? $"{(FileLength.Value / (double)Megabyte).ToString("0.#", NewZealandTime.Culture)} MB"
        : $"{(FileLength + 1023) / 1024} KB";

    /// <summary>Read from the records.</summary>
    public static Expression<Func<Job, JobLine>> Of(PortalDbContext db) => j => new JobLine(
        j.Id, j.Kind, j.Edition, j.State, j.StateReason, j.Chosen, j.Total, j.AskedAt, j.StateSince, j.FileLength, j.FileUntil,
        db.JobItems.Count(i => i.JobId == j.Id && i.State == JobItemState.Done),
        db.JobItems.Count(i => i.JobId == j.Id && i.State == JobItemState.Refused));

    private const int Megabyte = 1024 * 1024;
}

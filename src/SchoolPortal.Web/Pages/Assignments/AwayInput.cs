using System.ComponentModel.DataAnnotations;

using SchoolPortal.Domain;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>The days of somebody who goes, and who follows.</summary>
public sealed class AwayInput
{
    public string? Last { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    /// <summary>Who takes every duty for which nobody is chosen by itself.</summary>
    public string? All { get; set; }

    /// <summary>Who takes which duty, by <see cref="DutyToHand.Key"/>.</summary>
    public Dictionary<string, string?> Choices { get; set; } = [];

    [StringLength(DutyInput.LongestNote, ErrorMessage = "The handover note must be 1,000 characters or fewer")]
    public string? Note { get; set; }

    /// <summary>Made with the form, so that a second click does nothing more.</summary>
    public Guid? Batch { get; set; }

    /// <summary>Days were entered.</summary>
    public bool Asked(bool isLeave) => !string.IsNullOrWhiteSpace(isLeave ? From + To : Last);

    /// <summary>The first and the last day away; of who leaves, both the last day with schools. Refuses what is no day.</summary>
    public (DateOnly From, DateOnly To) Read(bool isLeave, DateOnly today)
    {
        if (!isLeave)
        {
            var last = DutyInput.DayOf(Last, nameof(Last), today);
            return (last, last);
        }

        return (DutyInput.DayOf(From, nameof(From), today), DutyInput.DayOf(To, nameof(To), today));
    }

    /// <summary>The days can be read, the last not before the first.</summary>
    public bool TryRead(bool isLeave, DateOnly today)
    {
        try
        {
            var (from, to) = Read(isLeave, today);
            return to >= from;
        }
        catch (RuleBroken)
        {
            return false;
        }
    }
}

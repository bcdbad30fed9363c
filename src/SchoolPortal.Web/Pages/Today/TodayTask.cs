using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Today;

/// <summary>Something this person can do now.</summary>
/// <param name="Text">What, such as "Sign the agreement with Fairburn School".</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Hint">Since when, and how far it is.</param>
/// <param name="Due">The day it is due, or null when no rule says one.</param>
/// <param name="School">The school's number; null for what is about no single school.</param>
public sealed record TodayTask(string Text, string Href, string Hint, DateOnly? Due = null, int? School = null)
{
    private const int SoonDays = 14;

    /// <summary>Past its day.</summary>
    public bool IsOverdue(DateOnly today) => Due < today;

    /// <summary>The words of its tag, or null.</summary>
    public string? Status(DateOnly today) => Due is not { } due ? null
        : due < today ? "Overdue"
        : due == today ? "Due today"
        : $"Due {TodayWords.Day(due, today)}";

    /// <summary>The colour of its tag.</summary>
    public TagColour Colour(DateOnly today) => Due is not { } due ? TagColour.Plain
        : due < today ? TagColour.Red
        : due.DayNumber - today.DayNumber <= SoonDays ? TagColour.Orange
        : TagColour.Yellow;
}

/// <summary>Something that waits for the other side.</summary>
/// <param name="Number">The school's number.</param>
/// <param name="School">Its name.</param>
/// <param name="What">What they are asked to do.</param>
/// <param name="Side">Who is asked.</param>
/// <param name="Since">Since when; null when nobody knows.</param>
public sealed record TodayWaiting(int Number, string School, string What, Side Side, DateOnly? Since);

/// <summary>A day's work at some schools.</summary>
/// <param name="Tasks">For this person, the most urgent first.</param>
/// <param name="Waiting">For the other side, the longest waiting first.</param>
public sealed record TodayWork(IReadOnlyList<TodayTask> Tasks, IReadOnlyList<TodayWaiting> Waiting);

/// <summary>How days read on this page.</summary>
internal static class TodayWords
{
    /// <summary><c>25 November</c>, with the year where it is another one.</summary>
    public static string Day(DateOnly day, DateOnly today) =>
        day.Year == today.Year ? day.ToString("d MMMM", NewZealandTime.Culture) : NewZealandTime.Show(day);

    /// <summary><c>1 school</c>, <c>2 schools</c>.</summary>
    public static string Count(int number, string one, string many) =>
        $"{number.ToString("N0", NewZealandTime.Culture)} {(number == 1 ? one : many)}";
}

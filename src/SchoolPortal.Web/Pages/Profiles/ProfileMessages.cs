using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>What notices about the yearly profile say: which school, what waits, and where.</summary>
internal static class ProfileMessages
{
    /// <summary>Somebody asks a school to get on with it.</summary>
    public static Message Nudge(int school, string name, int year, DateOnly due, DateOnly today) => new(
        $"The {year} profile of {name} waits for you",
        $"Your Police partners ask you to look at the {year} profile of {name}. {Due(due, today)} Most of it is filled in already: check it, change what has changed, and submit it.",
        ProfileLinks.Years(school));

    /// <summary>The portal reminds a school.</summary>
    public static Message Reminder(int school, string name, int year, DateOnly due, DateOnly today) => new(
        $"The {year} profile of {name} {(today > due ? "was" : "is")} due on {NewZealandTime.Show(due)}",
        $"The {year} profile of {name} waits for the school. {Due(due, today)} Most of it is filled in already: check it, change what has changed, and submit it to Police. Nothing is locked on that day.",
        ProfileLinks.Years(school));

    /// <summary>The portal reminds the Lead Police Contact.</summary>
    public static Message ToConfirm(int school, string name, int year, DateOnly due, DateOnly today) => new(
        $"The {year} profile of {name} waits for you to confirm",
        $"{name} has submitted its {year} profile. {Due(due, today)} Read it, then confirm it or send it back with reasons.",
        ProfileLinks.Year(school, year));

    /// <summary>A new term: the link that follows lets the school say that all is still right.</summary>
    public static Message AskReadiness(string name, int term) => new(
        $"Are the emergency details of {name} still right?",
        $"Term {term} has begun. Police rely on the contacts and the emergency readiness of {name}. The link asks two questions, needs no sign-in, works once and for 14 days. You may forward it within the school: it shows no names, no numbers and no answers.",
        Path: null);

    /// <summary>The term is under way and nobody has said so.</summary>
    public static Message RemindReadiness(int school, string name) => new(
        $"Nobody has confirmed the emergency details of {name} this term",
        $"The people and the emergency readiness of {name} were last confirmed before this term. Sign in and confirm them: it is one press for each.",
        ProfileLinks.Years(school));

    private static string Due(DateOnly due, DateOnly today) => today > due ? $"It was due on {NewZealandTime.Show(due)}." : $"It is due on {NewZealandTime.Show(due)}.";
}

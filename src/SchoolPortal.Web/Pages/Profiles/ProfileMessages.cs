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

    private static string Due(DateOnly due, DateOnly today) => today > due ? $"It was due on {NewZealandTime.Show(due)}." : $"It is due on {NewZealandTime.Show(due)}.";
}

using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Domain.Profiles;

/// <summary>When the years of the profile begin (domain §8 and §13).</summary>
public static class ProfileYears
{
    /// <summary>From 1 December a school may look at next year, while the people who know this one are still there.</summary>
    private const int OpensInMonth = 12;

    /// <summary>The newest year that may be opened on a day.</summary>
    public static int Newest(DateOnly today) => today.Month == OpensInMonth ? today.Year + 1 : today.Year;

    /// <summary>
    /// The year that the portal opens by itself for every school: from 1 December until it is due. A school without one after
    /// that opens it by hand, since nobody is helped by a profile that is overdue as it begins.
    /// </summary>
    public static int? ToOpen(DateOnly today, SchoolCalendar calendar) =>
        Newest(today) is var year && today <= calendar.ProfileDue(year) ? year : null;
}

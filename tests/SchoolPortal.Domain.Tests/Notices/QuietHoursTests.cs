using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Domain.Tests.Agreements;
using Xunit;

namespace SchoolPortal.Domain.Tests.Notices;

public sealed class QuietHoursTests
{
    /// <summary>New Zealand time, and when it may leave.</summary>
    [Theory]
    [InlineData("2026-11-24 10:00", "2026-11-24 10:00", "a school day in the morning")]
    [InlineData("2026-11-24 06:59", "2026-11-24 07:00", "before seven")]
    [InlineData("2026-11-24 07:00", "2026-11-24 07:00", "at seven")]
    [InlineData("2026-11-24 18:59", "2026-11-24 18:59", "just before they begin")]
    [InlineData("2026-11-24 19:00", "2026-11-25 07:00", "in the evening")]
    [InlineData("2026-11-27 19:00", "2026-11-30 07:00", "on Friday evening")]
    [InlineData("2026-11-28 10:00", "2026-11-30 07:00", "on a Saturday")]
    [InlineData("2026-10-26 10:00", "2026-10-27 07:00", "on Labour Day")]
    [InlineData("2026-04-02 20:00", "2026-04-20 07:00", "on the evening before Easter and the holidays")]
    [InlineData("2026-07-10 12:00", "2026-07-20 07:00", "in the holidays")]
    [InlineData("2026-12-24 12:00", "2027-01-25 07:00", "in the summer before a year that nobody entered")]
    [InlineData("2026-09-27 12:00", "2026-10-12 07:00", "on the day that clocks go forward")]
    public void A_notice_waits_for_seven_in_the_morning_of_the_next_school_day(string now, string leaves, string when) =>
        Assert.True(Utc(leaves) == QuietHours.Over(Utc(now), AgreementIn.Terms), when);

    [Fact]
    public void At_any_hour_of_six_years_it_leaves_between_seven_and_seven_on_a_school_day_and_not_before_its_time()
    {
        var calendar = AgreementIn.Terms;
        for (var now = Utc("2026-01-01 00:30"); now < Utc("2032-01-01 00:00"); now = now.AddHours(5))
        {
            var leaves = QuietHours.Over(now, calendar);
            var (day, time) = (NewZealandTime.DayOf(leaves), NewZealandTime.ClockOf(leaves));
            Assert.True(leaves >= now, $"{now:u} leaves {leaves:u}");
            Assert.True(calendar.IsSchoolDay(day) && time >= new TimeOnly(7, 0) && time < new TimeOnly(19, 0), $"{now:u} leaves {leaves:u}");
            Assert.Equal(leaves, QuietHours.Over(leaves, calendar));
        }
    }

    [Fact]
    public void The_profile_is_never_due_on_a_holiday() =>
        Assert.Equal(
            ["2024-03-28", "2025-03-31", "2026-03-31", "2027-03-31", "2028-03-31", "2029-03-29", "2030-03-29", "2031-03-31"],
            Enumerable.Range(2024, 8).Select(year => $"{new SchoolCalendar([]).ProfileDue(year):yyyy-MM-dd}"));

    private static DateTime Utc(string local)
    {
        var at = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return NewZealandTime.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
    }
}

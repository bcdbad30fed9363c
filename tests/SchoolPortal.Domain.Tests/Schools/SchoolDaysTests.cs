using SchoolPortal.Domain.Schools;
using SchoolPortal.Domain.Tests.Agreements;
using Xunit;

namespace SchoolPortal.Domain.Tests.Schools;

public sealed class SchoolDaysTests
{
    /// <summary>Days within terms on which schools were or will be closed, as published.</summary>
    [Theory]
    [InlineData(2024, "02-06 03-29 04-01 04-02 04-25 06-03 06-28 10-28")]
    [InlineData(2025, "02-06 04-18 04-21 04-22 04-25 06-02 06-20 10-27")]
    [InlineData(2026, "02-06 04-03 04-06 04-07 04-27 06-01 07-10 10-26")]
    [InlineData(2027, "02-08 03-26 03-29 03-30 04-26 06-07 06-25 10-25")]
    public void Holidays_are_those_published(int year, string days) =>
        Assert.Equal(days.Split(' '), SchoolHolidays.Of(year).Order().Select(day => $"{day:MM-dd}"));

    [Theory]
    [InlineData("2026-05-04", 20, "2026-06-02")]
    [InlineData("2026-10-12", 20, "2026-11-10")]
    [InlineData("2026-09-25", 1, "2026-10-12")]
    [InlineData("2026-07-03", 5, "2026-07-24")]
    [InlineData("2026-12-11", 5, "2026-12-18")]
    [InlineData("2026-12-11", 6, "2027-01-25")]
    [InlineData("2026-12-18", 10, "2027-02-05")]
    [InlineData("2026-11-24", 0, "2026-11-24")]
    public void School_days_are_counted_within_terms_without_weekends_and_holidays(string from, int count, string last) =>
        Assert.Equal(Day(last), AgreementIn.Terms.SchoolDaysAfter(Day(from), count));

    [Fact]
    public void Each_school_day_more_is_a_later_weekday()
    {
        var day = new DateOnly(2026, 1, 1);
        for (var count = 1; count < 400; count++)
        {
            var next = AgreementIn.Terms.SchoolDaysAfter(new DateOnly(2026, 1, 1), count);
            Assert.True(next > day);
            Assert.False(next.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            day = next;
        }
    }

    [Fact]
    public void Without_any_terms_every_weekday_but_the_holidays_counts() =>
        Assert.Equal(Day("2026-02-09"), new SchoolCalendar([]).SchoolDaysAfter(Day("2026-02-05"), 1));

    private static DateOnly Day(string text) => DateOnly.Parse(text, NewZealandTime.Culture);
}

using System.Globalization;

using Xunit;

namespace SchoolPortal.Domain.Tests;

public sealed class NewZealandTimeTests
{
    [Theory]
    [InlineData("2027-04-03T10:59:59Z", "3 April 2027")]
    [InlineData("2027-04-03T11:00:00Z", "4 April 2027")]
    [InlineData("2027-04-04T11:59:59Z", "4 April 2027")]
    [InlineData("2027-04-04T12:00:00Z", "5 April 2027")]
    [InlineData("2027-09-25T11:59:59Z", "25 September 2027")]
    [InlineData("2027-09-25T12:00:00Z", "26 September 2027")]
    [InlineData("2027-09-26T10:59:59Z", "26 September 2027")]
    [InlineData("2027-09-26T11:00:00Z", "27 September 2027")]
    [InlineData("2028-02-28T11:00:00Z", "29 February 2028")]
    public void R73_A_day_begins_at_midnight_in_New_Zealand_on_both_sides_of_a_clock_change(string instant, string day)
    {
        var utc = DateTime.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

        Assert.Equal(day, NewZealandTime.Show(NewZealandTime.DayOf(utc)));
        Assert.InRange(utc, NewZealandTime.StartOf(NewZealandTime.DayOf(utc)), NewZealandTime.StartOf(NewZealandTime.DayOf(utc).AddDays(1)).AddTicks(-1));
    }
}

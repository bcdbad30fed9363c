using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Domain.Tests.Agreements;
using Xunit;

namespace SchoolPortal.Domain.Tests.Profiles;

/// <summary>On which days of six years a school is reminded and asked.</summary>
public sealed class ReminderTests
{
    private static readonly SchoolCalendar Calendar = AgreementIn.Terms;

    public static TheoryData<int, string> FirstDays => new()
    {
        { 2026, "03-10 03-24 03-31 04-14" },
        { 2027, "03-10 03-24 03-31 04-14" },
        { 2028, "03-10 03-24 03-31 04-14" },
        { 2029, "03-08 03-22 03-29 04-12" },
        { 2030, "03-08 03-22 03-29 04-12" },
        { 2031, "03-10 03-24 03-31 04-14" },
    };

    [Theory]
    [MemberData(nameof(FirstDays))]
    public void Each_reminder_of_a_year_begins_on_its_day_and_is_made_up_for_within_a_week(int year, string firstDays)
    {
        var due = Calendar.ProfileDue(year);
        var reminded = DaysOf(year).Select(day => (Day: day, Reminder: ProfileReminders.On(day, due))).Where(each => each.Reminder is not null).GroupBy(each => each.Reminder!.Value).ToList();

        Assert.Equal(ProfileReminders.Days, reminded.Select(days => days.Key));
        Assert.Equal(firstDays.Split(' '), reminded.Select(days => $"{days.First().Day:MM-dd}"));
        Assert.All(reminded, days => Assert.Equal(ProfileReminders.MadeUpWithin, days.Count()));
        Assert.Equal(reminded.Count, reminded.Select(days => ProfileReminders.Occasion(year, days.Key)).Distinct().Count());
    }

    [Fact]
    public void Each_term_of_six_years_is_asked_once_reminded_once_and_late_from_its_fourth_week_on()
    {
        for (var year = 2026; year <= 2031; year++)
        {
            var terms = DaysOf(year).Select(day => (Day: day, Term: Calendar.TermOn(day))).Where(each => each.Term is not null).GroupBy(each => each.Term!.Value).ToList();
            Assert.Equal([1, 2, 3, 4], terms.Select(term => term.Key.Number));
            foreach (var days in terms)
            {
                Assert.Equal(days.Key.Start, days.First().Day);
                Assert.Equal(Enumerable.Range(0, 7), Since(days, day => TermReadiness.On(day, days.Key.Start) == ReadinessTurn.Ask));
                Assert.Equal(Enumerable.Range(14, 7), Since(days, day => TermReadiness.On(day, days.Key.Start) == ReadinessTurn.Remind));
                Assert.Equal(21, Since(days, day => TermReadiness.IsLate(day, days.Key.Start)).Min());
            }
        }
    }

    [Theory]
    [InlineData("2026-04-03", null)]
    [InlineData("2026-04-20", "2 2026-04-20")]
    [InlineData("2026-12-18", "4 2026-10-12")]
    [InlineData("2026-12-19", null)]
    [InlineData("2027-02-10", "1 2027-01-25")]
    [InlineData("2029-05-30", "2 2029-04-16")]
    public void A_day_lies_in_its_term_or_in_none(string day, string? term) =>
        Assert.Equal(term, Calendar.TermOn(DateOnly.Parse(day, NewZealandTime.Culture)) is { } known ? $"{known.Number} {known.Start:yyyy-MM-dd}" : null);

    private static IEnumerable<int> Since(IGrouping<(int Number, DateOnly Start), (DateOnly Day, (int, DateOnly)? Term)> days, Func<DateOnly, bool> which) =>
        days.Where(each => which(each.Day)).Select(each => each.Day.DayNumber - days.Key.Start.DayNumber);

    private static IEnumerable<DateOnly> DaysOf(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(day => new DateOnly(year, 1, 1).AddDays(day));
}

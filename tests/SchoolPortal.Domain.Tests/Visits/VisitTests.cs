using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Domain.Visits;

using Xunit;

namespace SchoolPortal.Domain.Tests.Visits;

public sealed class VisitTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Actor Officer = new(Guid.CreateVersion7(), "Aroha Ngata", "Constable", []);
    private static readonly Actor Other = new(Guid.CreateVersion7(), "Tāne O’Brien", "Constable", []);

    /// <summary>Days from today, minutes, length of who came, length of the notes, the field that is refused.</summary>
    [Theory]
    [InlineData(0, 30, 10, 0, null)]
    [InlineData(1, 5, 1, 1000, null)]
    [InlineData(-100, 480, 200, 1, null)]
    [InlineData(2, 30, 10, 0, "On")]
    [InlineData(-101, 30, 10, 0, "On")]
    [InlineData(0, 4, 10, 0, "Minutes")]
    [InlineData(0, 481, 10, 0, "Minutes")]
    [InlineData(0, 30, 0, 0, "Officers")]
    [InlineData(0, 30, 201, 0, "Officers")]
    [InlineData(0, 30, 10, 1001, "Notes")]
    public void A_visit_has_its_bounds(int day, int minutes, int officers, int notes, string? field)
    {
        var told = new VisitTold(Today.AddDays(day), new string('a', officers), VisitPurpose.Planning, minutes, [], notes == 0 ? null : new string('n', notes));
        var refused = Record.Exception(() => new Visit(Guid.CreateVersion7(), new VisitDays(Today, Today.AddDays(-100), null), told, Officer)) as RuleBroken;
        Assert.Equal(field, refused?.Field);
    }

    [Fact]
    public void A_closed_school_is_not_visited_after_its_last_day()
    {
        var days = new VisitDays(Today, null, Today.AddDays(-3));
        Assert.Equal("On", Assert.Throws<RuleBroken>(() => new Visit(Guid.CreateVersion7(), days, Told(Today.AddDays(-2)), Officer)).Field);
        Assert.NotNull(new Visit(Guid.CreateVersion7(), days, Told(Today.AddDays(-3)), Officer));
    }

    [Fact]
    public void Only_who_entered_it_corrects_it_and_takes_it_back()
    {
        var days = new VisitDays(Today, null, null);
        var visit = new Visit(Guid.CreateVersion7(), days, Told(Today), Officer);
        Assert.Throws<RuleBroken>(() => visit.Correct(days, Told(Today), Other));
        Assert.Throws<RuleBroken>(() => visit.TakeBack(Other));
        visit.Correct(days, Told(Today.AddDays(-1)) with { Met = [ContactPosition.Office, ContactPosition.Principal, ContactPosition.Office] }, Officer);
        Assert.Equal([ContactPosition.Principal, ContactPosition.Office], visit.MetPositions);
        visit.TakeBack(Officer);
        Assert.Throws<RuleBroken>(() => visit.Correct(days, Told(Today), Officer));
    }

    /// <summary>In this term or the one before is not long ago; the holidays belong to the term before them.</summary>
    [Theory]
    [InlineData("2026-11-24", "2026-07-04")]
    [InlineData("2026-12-24", "2026-09-26")]
    [InlineData("2026-07-10", "2026-04-03")]
    [InlineData("2026-02-10", "0001-01-01")]
    public void A_term_ago_is_told_by_the_calendar(string day, string termAgo)
    {
        var calendar = new SchoolCalendar([Term(1, 1, 29, 4, 2), Term(2, 4, 20, 7, 3), Term(3, 7, 20, 9, 25), Term(4, 10, 12, 12, 18)]);
        Assert.Equal(DateOnly.Parse(termAgo, NewZealandTime.Culture), calendar.TermAgo(DateOnly.Parse(day, NewZealandTime.Culture)));

        static SchoolTerm Term(int number, int month, int first, int lastMonth, int last) => new(2026, number, new DateOnly(2026, month, first), new DateOnly(2026, lastMonth, last));
    }

    private static VisitTold Told(DateOnly on) => new(on, "Aroha Ngata", VisitPurpose.Relationship, 30, [], null);
}

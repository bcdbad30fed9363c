using System.Globalization;
using CsCheck;
using SchoolPortal.Domain.Forms;
using Xunit;

namespace SchoolPortal.Domain.Tests.Forms;

public sealed class TypedTextTests
{
    private static readonly DateOnly Today = AnswerGenerator.Today;

    [Theory]
    [InlineData("3/2/26", "2026-02-03")]
    [InlineData("3/2/2026", "2026-02-03")]
    [InlineData("03.02.2026", "2026-02-03")]
    [InlineData(" 3 - 2 - 2026 ", "2026-02-03")]
    [InlineData("3 Feb 2026", "2026-02-03")]
    [InlineData("3 feb", "2026-02-03")]
    [InlineData("3rd February, 2026", "2026-02-03")]
    [InlineData("Feb 3 2026", "2026-02-03")]
    [InlineData("Tuesday 3 February 2026", "2026-02-03")]
    [InlineData("2026-02-03", "2026-02-03")]
    [InlineData("2026/2/3", "2026-02-03")]
    [InlineData("1 Sept 99", "1999-09-01")]
    [InlineData("29 2 2028", "2028-02-29")]
    public void A_date_is_read_as_people_write_it(string typed, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), TypedText.Date(typed, Today));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("30 2 2026")]
    [InlineData("29 2 2027")]
    [InlineData("13 13 2026")]
    [InlineData("0 1 2026")]
    [InlineData("1 1 1899")]
    [InlineData("1 1 2101")]
    [InlineData("1 1 026")]
    [InlineData("3 February 2026 or so")]
    [InlineData("-3 2 20261")]
    [InlineData("٣/٢/٢٠٢٦")]
    public void What_is_not_a_day_is_not_guessed(string typed) => Assert.Null(TypedText.Date(typed, Today));

    [Fact]
    public void A_day_as_shown_is_read_back_as_the_same_day()
    {
        var field = new FieldDefinition("a.x", "X", null, FieldKind.Date, false, FieldLimits.None, [], [], null, null, Sensitivity.Partners, null);
        Gen.Int[0, 73_000].Select(days => new DateOnly(1900, 1, 1).AddDays(days)).Sample(day =>
        {
            var shown = AnswerText.Lines(field, Answer.Of(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            Assert.Equal(day, TypedText.Date(Assert.Single(shown), Today));
        });
    }

    [Theory]
    [InlineData("Yes", true)]
    [InlineData(" y ", true)]
    [InlineData("āe", true)]
    [InlineData("ĀE", true)]
    [InlineData("ae", true)]
    [InlineData("☒", true)]
    [InlineData("✓", true)]
    [InlineData("1", true)]
    [InlineData("no", false)]
    [InlineData("kāo", false)]
    [InlineData("Kao", false)]
    [InlineData("☐", false)]
    [InlineData("0", false)]
    [InlineData("maybe", null)]
    [InlineData("", null)]
    public void Yes_and_no_are_read_in_both_languages(string typed, bool? meant) => Assert.Equal(meant, TypedText.YesNo(typed));

    [Theory]
    [InlineData("1 212", 1212)]
    [InlineData("1,212", 1212)]
    [InlineData(" 7 ", 7)]
    [InlineData("-3", -3)]
    [InlineData("1.5", null)]
    [InlineData("99999999999", null)]
    [InlineData("seven", null)]
    public void A_number_may_have_blanks(string typed, int? number) => Assert.Equal(number, TypedText.Number(typed));

    [Theory]
    [InlineData("  Ōtāhuhu\r\nkura\r", "Ōtāhuhu\nkura")]
    [InlineData("a\u0000b\u001bc\u202ed", "abcd")]
    [InlineData("a\tb", "a b")]
    [InlineData("o\u0304", "ō")]
    [InlineData("\ud83dx", "x")]
    public void Text_is_kept_without_what_nobody_can_see(string typed, string kept) => Assert.Equal(kept, TypedText.Clean(typed));

    [Fact]
    public void Cleaning_twice_changes_nothing_and_nothing_throws() =>
        Gen.String[Gen.Char, 0, 60].Sample(text =>
        {
            var once = TypedText.Clean(text);
            Assert.Equal(once, TypedText.Clean(once));
            Assert.Equal(TypedText.CleanLine(text), TypedText.CleanLine(TypedText.CleanLine(text)));
        });
}

using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Schools;

using Xunit;

namespace SchoolPortal.Domain.Tests.Contacts;

public sealed class OfficerTests
{
    private static readonly Station Home = new(Guid.CreateVersion7(), "Ōtāhuhu");
    private static readonly DateOnly Begin = new(2026, 2, 1);

    [Theory]
    [InlineData("maori")]
    [InlineData("oneill")]
    [InlineData("hmaori@police.govt.nz")]
    public void A_search_finds_name_and_address_whatever_the_marks(string word) =>
        Assert.Contains(Folded.Of(word), Make().SearchText, StringComparison.Ordinal);

    [Theory]
    [InlineData(" ", "a@police.govt.nz", "Name")]
    [InlineData("Hana", " ", "Email")]
    public void Name_and_address_are_needed(string name, string email, string field) =>
        Assert.Equal(field, Assert.Throws<RuleBroken>(() => new Officer(name, Rank.Constable, Home, email, null, Begin)).Field);

    [Fact]
    public void A_last_day_lies_not_before_the_first_and_can_be_taken_back()
    {
        var officer = Make();
        Assert.Equal("ActiveTo", Assert.Throws<RuleBroken>(() => officer.Leave(Begin.AddDays(-1))).Field);

        officer.Leave(Begin);
        Assert.True(officer.IsActive(Begin));
        Assert.False(officer.IsActive(Begin.AddDays(1)));

        officer.Stay();
        Assert.True(officer.IsActive(Begin.AddYears(30)));
    }

    [Fact]
    public void Every_rank_is_sworn_but_authorised_officers_and_employees() =>
        Assert.Equal(
            [Rank.AuthorisedOfficer, Rank.Employee],
            Enum.GetValues<Rank>().Where(r => !new Officer("Hana", r, Home, "a@police.govt.nz", null, Begin).IsSworn));

    private static Officer Make() => new("Hana Māori O\u2019Neill", Rank.SeniorConstable, Home, "H.Maori@police.govt.nz", " ", Begin);
}

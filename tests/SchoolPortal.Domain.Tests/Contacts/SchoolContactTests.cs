using SchoolPortal.Domain.Contacts;
using Xunit;

namespace SchoolPortal.Domain.Tests.Contacts;

public sealed class SchoolContactTests
{
    private static readonly Guid School = Guid.CreateVersion7();
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Reach Office = new("office@example.school.nz", null, null);

    public static TheoryData<ContactPosition> Positions => [.. Enum.GetValues<ContactPosition>()];

    [Theory]
    [MemberData(nameof(Positions))]
    public void A_newcomer_takes_over_on_their_first_day_where_one_person_holds_the_position(ContactPosition position)
    {
        var people = new SchoolPositions(School, []);
        var before = people.Name(position, "Aroha Ngata", Office, false, Today.AddDays(-200));

        var after = people.Name(position, "Tāne Pōtae", Office, false, Today);

        Assert.Equal(SchoolContact.IsSingle(position) ? Today.AddDays(-1) : null, before.To);
        Assert.Equal(SchoolContact.IsSingle(position) ? [after] : [before, after], people.On(Today).OrderBy(c => c.From));
        Assert.Contains(before, people.On(Today.AddDays(-1)));
        Assert.DoesNotContain(after, people.On(Today.AddDays(-1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nobody_is_named_to_a_position_of_one_before_somebody_who_is_named_already(int days)
    {
        var people = new SchoolPositions(School, []);
        people.Name(ContactPosition.Principal, "Aroha Ngata", Office, false, Today);

        var refused = Assert.Throws<RuleBroken>(() => people.Name(ContactPosition.Principal, "Tāne Pōtae", Office, false, Today.AddDays(days)));

        Assert.Equal("From", refused.Field);
        Assert.Contains("Aroha Ngata is named as principal from 24 November 2026", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_withdrawn_before_they_began_is_in_nobodys_way()
    {
        var people = new SchoolPositions(School, []);
        people.Name(ContactPosition.Principal, "Aroha Ngata", Office, false, Today.AddDays(7)).End(Today.AddDays(6));

        Assert.Equal("Tāne Pōtae", people.Name(ContactPosition.Principal, "Tāne Pōtae", Office, false, Today).Name);
        Assert.Empty(people.After(Today));
    }

    [Fact]
    public void What_is_missing_is_named_until_it_is_there()
    {
        var people = new SchoolPositions(School, []);
        Assert.Equal([ContactGap.NoPrincipal, ContactGap.NoLeadSchoolContact, ContactGap.FewEmergencyContacts], people.Gaps(Today));

        people.Name(ContactPosition.Principal, "Aroha Ngata", Office, false, Today);
        people.Name(ContactPosition.Emergency1, "Mere Pōtae", Office, true, Today);
        Assert.Equal([ContactGap.NoLeadSchoolContact, ContactGap.FewEmergencyContacts], people.Gaps(Today));

        people.Name(ContactPosition.LeadSchoolContact, "Tāne Pōtae", Office, false, Today);
        people.Name(ContactPosition.Emergency2, "Hēmi Tahi", Office, true, Today.AddDays(1));
        Assert.Equal([ContactGap.FewEmergencyContacts], people.Gaps(Today));
        Assert.Empty(people.Gaps(Today.AddDays(1)));
    }

    [Theory]
    [InlineData(84, false)]
    [InlineData(85, true)]
    public void A_contact_is_stale_when_nobody_confirmed_it_for_longer_than_a_term(int days, bool stale)
    {
        var contact = new SchoolPositions(School, []).Name(ContactPosition.Office, "Office", Office, false, Today.AddDays(-days));
        Assert.Equal(stale, contact.IsStale(Today));

        contact.Confirm(Today);
        Assert.False(contact.IsStale(Today));
    }

    [Fact]
    public void Nobody_is_named_without_a_name_or_a_way_to_reach_them()
    {
        var people = new SchoolPositions(School, []);
        Assert.Equal("Name", Assert.Throws<RuleBroken>(() => people.Name(ContactPosition.Office, " ", Office, false, Today)).Field);
        Assert.Equal("Email", Assert.Throws<RuleBroken>(() => people.Name(ContactPosition.Office, "Office", new Reach(null, null, null), false, Today)).Field);
    }

    [Fact]
    public void A_contact_ends_on_a_day_of_their_time_or_is_withdrawn_before_it()
    {
        var contact = new SchoolPositions(School, []).Name(ContactPosition.Office, "Office", Office, false, Today);
        Assert.Equal("To", Assert.Throws<RuleBroken>(() => contact.End(Today.AddDays(-2))).Field);

        contact.End(Today.AddDays(-1));
        Assert.False(contact.Covers(Today));
    }
}

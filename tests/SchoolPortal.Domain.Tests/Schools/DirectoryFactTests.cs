using System.ComponentModel.DataAnnotations;
using System.Reflection;
using CsCheck;
using SchoolPortal.Domain.Schools;
using Xunit;

namespace SchoolPortal.Domain.Tests.Schools;

public sealed class DirectoryFactTests
{
    private static readonly PropertyInfo[] Properties = typeof(SchoolFacts).GetProperties();

    public static TheoryData<string> Keys => [.. SchoolFact.All.Select(fact => fact.Key)];

    [Fact]
    public void Every_property_is_a_fact_of_the_table_and_every_text_has_a_length()
    {
        Assert.Equal(Properties.Select(property => property.Name).Order(), SchoolFact.All.Select(fact => fact.Key).Order());
        Assert.All(Properties.Where(property => property.PropertyType == typeof(string)), property => Assert.NotNull(property.GetCustomAttribute<MaxLengthAttribute>()));
    }

    [Fact]
    public void No_heading_means_two_facts()
    {
        var headings = SchoolFact.All.SelectMany(fact => fact.Headings.Distinct()).ToList();

        Assert.Equal(headings.Distinct().Count(), headings.Count);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_fact_that_is_kept_and_restored_is_the_same_fact(string key)
    {
        var fact = SchoolFact.Find(key);

        AnyFacts.Sample(facts =>
        {
            var restored = new SchoolFacts();
            fact.Restore(restored, fact.Keep(facts));
            Assert.False(fact.Differs(facts, restored));
            Assert.Equal(fact.Show(facts), fact.ShowKept(fact.Keep(facts)));
        });
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Any_cell_is_read_as_a_value_or_a_blank_that_fits_and_never_fails(string key)
    {
        var fact = SchoolFact.Find(key);
        var most = typeof(SchoolFacts).GetProperty(key)!.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? int.MaxValue;

        Gen.String[0, 400].Sample(cell =>
        {
            var facts = new SchoolFacts();
            var note = fact.Read(cell.Trim(), facts);
            var kept = fact.Keep(facts);
            Assert.True(kept is null || kept.Length <= most);
            Assert.True(note is not { Unreadable: true } || !fact.Differs(facts, new SchoolFacts()));
        });
    }

    [Theory]
    [InlineData("Te Manawa ō Pāpāmoa School (Proposed opening date: 2022-01-01)", "Te Manawa ō Pāpāmoa School", "2022-01-01")]
    [InlineData("Milldale Primary School (Proposed) (Proposed opening date: 2023-01-01)", "Milldale Primary School", "2023-01-01")]
    [InlineData("Rawhiti School (Proposed open date: 01JAN2015 )", "Rawhiti School", "2015-01-01")]
    [InlineData("Kauri Flats School (Proposed open date: 30 Jan 2017 )", "Kauri Flats School", "2017-01-30")]
    [InlineData("Some School (Proposed)", "Some School", null)]
    public void The_mark_of_a_planned_school_comes_off_its_name(string listed, string name, string? opening)
    {
        var facts = new SchoolFacts { Name = listed };
        var notes = new List<DirectoryNote>();

        DirectoryRow.Settle(facts, notes);

        Assert.Equal((name, DirectoryStatus.Proposed, opening is null ? null : DateOnly.Parse(opening)), (facts.Name, facts.Listed, facts.ProposedOpening));
        Assert.Contains(listed, Assert.Single(notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_in_brackets_is_no_plan()
    {
        var facts = new SchoolFacts { Name = "St Joseph's School (Waihi)" };

        DirectoryRow.Settle(facts, []);

        Assert.Equal(("St Joseph's School (Waihi)", DirectoryStatus.Open), (facts.Name, facts.Listed));
    }

    private static readonly Gen<SchoolFacts> AnyFacts =
        from text in Gen.String[1, 80]
        from number in Gen.Int[1, 10]
        from measure in Gen.Double[-180, 180]
        from day in Gen.Int[0, 100_000]
        from yes in Gen.Bool
        from blank in Gen.Bool
        select Fill(text, number, measure, new DateOnly(1850, 1, 1).AddDays(day), yes, blank);

    private static SchoolFacts Fill(string text, int number, double measure, DateOnly day, bool yes, bool blank)
    {
        var facts = new SchoolFacts();
        foreach (var property in Properties)
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            var mayBeBlank = property.Name is not (nameof(SchoolFacts.Name) or nameof(SchoolFacts.Listed));
            property.SetValue(facts, blank && mayBeBlank ? null
                : type == typeof(string) ? text
                : type == typeof(int) ? number
                : type == typeof(double) ? measure
                : type == typeof(DateOnly) ? day
                : type == typeof(bool) ? yes
                : Enum.GetValues(type).GetValue(number % Enum.GetValues(type).Length));
        }

        return facts;
    }
}

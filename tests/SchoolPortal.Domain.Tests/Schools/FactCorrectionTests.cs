using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using Xunit;

namespace SchoolPortal.Domain.Tests.Schools;

/// <summary>
/// Whose word on a fact stands after a directory: every fact, said by nobody, the school or Police, in a file that is silent, the
/// same, agrees or brings a third value, with every decision. What should happen is said once, in <see cref="Expected"/>.
/// </summary>
public sealed class FactCorrectionTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Actor Somebody = new(Guid.CreateVersion7(), "Aroha", "Principal", []);

    private static readonly string[] Cells =
    [
        "Yes", "No", "1", "2", "3", "345", "346", "347", "2020-01-01", "2021-01-01", "2022-01-01", "-41.1", "-42.1", "-43.1", "174.1", "173.1", "172.1",
        "09 111 1111", "09 222 2222", "09 333 3333", "0601", "0602", "0603", "a@example.school.nz", "b@example.school.nz", "c@example.school.nz",
        "https://a.school.nz", "https://b.school.nz", "https://c.school.nz", "One", "Two", "Three",
    ];

    public enum FileSays
    {
        Nothing,
        TheSame,
        WhatWasSaid,
        Third,
        Blank,
    }

    public static TheoryData<string> Facts => [.. SchoolFact.All.Where(fact => fact.CanBeCorrected).Select(fact => fact.Key)];

    [Fact]
    public void Every_fact_has_an_owner_and_all_owners_have_facts()
    {
        Assert.Equal(Enum.GetValues<FactOwner>(), SchoolFact.All.Select(fact => fact.Owner).Distinct().Order());
        Assert.Equal(["Fax", "Office email", "Principal", "Telephone", "Website"], SchoolFact.All.Where(fact => fact.Group == SchoolFactGroup.Contact && fact.Owner == FactOwner.School).Select(fact => fact.Label).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void No_directory_overwrites_or_drops_what_was_said(string key)
    {
        var fact = SchoolFact.Find(key);
        var values = Values(fact);
        foreach (var side in new Side?[] { null, Side.School, Side.Police })
        {
            foreach (var file in Enum.GetValues<FileSays>().Where(file => file != FileSays.Third || values.Count == 3))
            {
                foreach (var decided in new Ruling?[] { null, Ruling.LeftOut, Ruling.BothKept, Ruling.DirectoryRight })
                {
                    Check(fact, values, side, file, decided);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void Both_values_are_told_and_the_owner_leads(string key)
    {
        var fact = SchoolFact.Find(key);
        var values = Values(fact);
        var school = SchoolWith(fact, values[0].Cell);
        var said = new FactCorrection(school, key, values[1].Cell, Side.School, new Change(Somebody, Now, "Said"));
        var both = new SaidFacts(school.Facts, [said]);

        Assert.Equal(fact.Owner == FactOwner.Ministry ? values[0].Kept : values[1].Kept, fact.Keep(both.Leading));
        var other = fact.ShowKept(fact.Owner == FactOwner.Ministry ? values[1].Kept : values[0].Kept)!;
        var told = Assert.Single(both.Beside([fact], named: true));
        Assert.Contains(other, told.Says, StringComparison.Ordinal);
        Assert.Contains("Aroha", told.Since, StringComparison.Ordinal);
        Assert.Contains("24 November 2026", told.Since, StringComparison.Ordinal);
        Assert.DoesNotContain("Aroha", Assert.Single(both.Beside([fact], named: false)).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void The_other_side_does_not_take_back_the_owners_word(string key)
    {
        var fact = SchoolFact.Find(key);
        var values = Values(fact);
        foreach (var (said, by) in from one in Enum.GetValues<Side>() from other in Enum.GetValues<Side>() select (one, other))
        {
            var correction = new FactCorrection(SchoolWith(fact, values[0].Cell), key, values[1].Cell, said, new Change(Somebody, Now, "Said"));
            if (said != by && fact.Owner.ToString() == said.ToString())
            {
                Assert.Throws<StepNotAllowed>(() => correction.End(by, Now));
                Assert.Null(correction.EndedAt);
            }
            else
            {
                correction.End(by, Now);
                Assert.Equal(Now, correction.EndedAt);
            }
        }
    }

    [Theory]
    [InlineData(nameof(SchoolFacts.Name), "Another", "Choose a fact from the list")]
    [InlineData(nameof(SchoolFacts.RollMaori), "4", "Choose a fact from the list")]
    [InlineData("Nonsense", "4", "Choose a fact from the list")]
    [InlineData(nameof(SchoolFacts.Telephone), "", "Enter what is right, or tick that there is none")]
    [InlineData(nameof(SchoolFacts.Telephone), "N/A", "Enter what is right, or tick that there is none")]
    [InlineData(nameof(SchoolFacts.Telephone), "ring us", "\u201cring us\u201d is not a telephone number")]
    [InlineData(nameof(SchoolFacts.Website), "javascript:alert(1)", "\u201cjavascript:alert(1)\u201d is not a web address")]
    [InlineData(nameof(SchoolFacts.RollTotal), "-1", "\u201c-1\u201d is not a whole number from 0 to 20000")]
    [InlineData(nameof(SchoolFacts.Fax), null, "The directory says the same, so nothing needs to be put right")]
    public void What_makes_no_sense_is_refused(string fact, string? typed, string sentence)
    {
        var school = SchoolWith(SchoolFact.Find(nameof(SchoolFacts.Suburb)), "Ōtāhuhu");
        Assert.Equal(sentence, Assert.Throws<RuleBroken>(() => new FactCorrection(school, fact, typed, Side.School, new Change(Somebody, Now, "Said"))).Message);
    }

    [Fact]
    public void Of_a_closed_school_nothing_is_said()
    {
        var school = SchoolWith(SchoolFact.Find(nameof(SchoolFacts.Suburb)), "Ōtāhuhu");
        school.Close(new DateOnly(2026, 1, 1));
        Assert.Throws<StepNotAllowed>(() => new FactCorrection(school, nameof(SchoolFacts.City), "Auckland", Side.School, new Change(Somebody, Now, "Said")));
    }

    /// <summary>What the directory's value is afterwards, by its place in the values (3 is blank), and whether what was said stands.</summary>
    private static (int Held, bool Stands) Expected(Side? said, FileSays file, Ruling? decided) => (said, file, decided) switch
    {
        (_, FileSays.Nothing or FileSays.TheSame, _) => (0, said is not null),
        (null, FileSays.WhatWasSaid, _) => (1, false),
        (null, FileSays.Third, _) => (2, false),
        (null, FileSays.Blank, _) => (3, false),
        (_, FileSays.WhatWasSaid, _) => (1, false),
        (_, _, null or Ruling.LeftOut) => (0, true),
        (_, FileSays.Third, Ruling.BothKept) => (2, true),
        (_, FileSays.Third, _) => (2, false),
        (_, _, Ruling.BothKept) => (3, true),
        _ => (3, false),
    };

    private static void Check(SchoolFact fact, List<(string Cell, string Kept)> values, Side? side, FileSays file, Ruling? decided)
    {
        var which = $"{fact.Key}, said by {side}, the file says {file}, decided {decided}";
        var school = SchoolWith(fact, values[0].Cell);
        var said = side is { } by ? new FactCorrection(school, fact.Key, values[1].Cell, by, new Change(Somebody, Now, "Said")) : null;
        var standing = said is null ? [] : new[] { said };
        var import = new DirectoryImport("file.csv", "", new DateOnly(2026, 11, 1), "Aroha", Now);
        var row = Compare(import, school, fact, file switch { FileSays.TheSame => values[0].Cell, FileSays.WhatWasSaid => values[1].Cell, FileSays.Third => values[2].Cell, _ => "" }, file != FileSays.Nothing, standing);
        var third = said is not null && file is (FileSays.Third or FileSays.Blank);

        Assert.True((row is not null) == (file is not (FileSays.Nothing or FileSays.TheSame)), which);
        Assert.True((row?.Contested ?? false) == third, which);
        if (row is not null)
        {
            if (third && decided is { } ruling)
            {
                row.Decide(said!, ruling);
            }

            row.Settle(import, standing, Now);
        }

        var after = row is { Chosen: true } ? row.Forward(school.Facts) : school.Facts;
        var expected = Expected(side, file, decided);
        Assert.True((expected.Held == 3 ? null : values[expected.Held].Kept) == fact.Keep(after), which);
        Assert.True(expected.Stands == (said is { EndedAt: null }), which);
        Assert.True(row is null || !row.Chosen || row.Stands(after), which);
        Assert.Equal(values[0].Kept, fact.Keep(row is { Chosen: true } ? row.Back(after) : after));
    }

    private static DirectoryImportRow? Compare(DirectoryImport import, School school, SchoolFact fact, string cell, bool told, FactCorrection[] standing)
    {
        var listed = school.Facts.Copy();
        fact.Restore(listed, null);
        fact.Read(cell, listed);
        var reading = new DirectoryReading(null, [new DirectoryRow(2, school.Number, listed, [])], told ? [fact] : [SchoolFact.Find(nameof(SchoolFacts.Name))], [], []);
        var comparison = new DirectoryComparison(import.Id, _ => null, standing.ToLookup(other => other.SchoolId));
        return comparison.Compare(reading, [school]).SingleOrDefault();
    }

    private static School SchoolWith(SchoolFact fact, string cell)
    {
        var facts = new SchoolFacts { Name = "Ōtāhuhu School" };
        fact.Read(cell, facts);
        return new School(1409, facts, "Schools Directory, 25 September 2021", new DateOnly(2021, 9, 25));
    }

    /// <summary>Three cells that this fact reads as three different values, or two where there are no more.</summary>
    private static List<(string Cell, string Kept)> Values(SchoolFact fact)
    {
        return (fact.Choices ?? Cells).Select(cell =>
        {
            var facts = new SchoolFacts();
            fact.Read(cell, facts);
            return (Cell: cell, Kept: fact.Keep(facts));
        }).Where(value => value.Kept is not null).DistinctBy(value => value.Kept).Take(3).Select(value => (value.Cell, value.Kept!)).ToList();
    }
}

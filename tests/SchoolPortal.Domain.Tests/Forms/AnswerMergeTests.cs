using CsCheck;
using SchoolPortal.Domain.Forms;
using Xunit;

namespace SchoolPortal.Domain.Tests.Forms;

public sealed class AnswerMergeTests
{
    private static readonly IReadOnlyList<SectionDefinition> Sections = FormDefinitions.SchoolProfile.Sections;

    // Few different answers to each question, so that both sides often say the same.
    private static readonly Gen<Answers> Some = Sections.SelectMany(s => s.Fields).Where(f => f.Kind != FieldKind.Fact).Aggregate(
        Gen.Const(Answers.None),
        (all, field) => Gen.Select(all, Gen.OneOfConst("", "a", "b"), (answers, text) => answers.With(field.Key, Answer.Of(text))));

    [Theory]
    [InlineData("a", "a", "a", MergeOutcome.Unchanged)]
    [InlineData("a", "a", "b", MergeOutcome.Proposed)]
    [InlineData("a", "a", "", MergeOutcome.Proposed)]
    [InlineData("", "", "b", MergeOutcome.Proposed)]
    [InlineData("a", "b", "a", MergeOutcome.Kept)]
    [InlineData("a", "", "a", MergeOutcome.Kept)]
    [InlineData("a", "b", "b", MergeOutcome.Agreed)]
    [InlineData("a", "", "", MergeOutcome.Agreed)]
    [InlineData("a", "b", "c", MergeOutcome.Conflict)]
    [InlineData("a", "", "c", MergeOutcome.Conflict)]
    [InlineData("", "b", "c", MergeOutcome.Conflict)]
    public void Each_answer_is_compared_three_ways(string taken, string portal, string returned, MergeOutcome outcome)
    {
        var section = FormDefinitions.SchoolProfile.Section("travel")!;
        var field = section.Fields.First(f => f.Kind != FieldKind.Fact);
        Answers With(string text) => Answers.None.With(field.Key, Answer.Of(text));

        var merge = AnswerMerge.Of([section], With(taken), With(portal), With(returned)).Single(m => m.Field == field);

        Assert.Equal(outcome, merge.Outcome);
        Assert.Equal(outcome is MergeOutcome.Proposed or MergeOutcome.Conflict, merge.IsOpen);
    }

    [Fact]
    public void A_file_that_nobody_changed_changes_nothing() =>
        Gen.Select(Some, Some).Sample((taken, portal) =>
            Assert.Equal(portal, Merged(taken, portal, taken)));

    [Fact]
    public void A_portal_that_nobody_changed_takes_the_file_whole() =>
        Gen.Select(Some, Some).Sample((taken, returned) =>
            Assert.Equal(returned, Merged(taken, taken, returned)));

    [Fact]
    public void Merging_again_changes_nothing_more() =>
        Gen.Select(Some, Some, Some).Sample((taken, portal, returned) =>
            Assert.Equal(Merged(taken, portal, returned), Merged(taken, Merged(taken, portal, returned), returned)));

    [Fact]
    public void The_same_is_in_conflict_whoever_changed_it_where() =>
        Gen.Select(Some, Some, Some).Sample((taken, one, other) =>
            Assert.Equal(Conflicts(taken, one, other), Conflicts(taken, other, one)));

    [Fact]
    public void Where_nothing_is_in_conflict_it_does_not_matter_which_side_is_which() =>
        Gen.Select(Some, Some, Some).Sample((taken, one, other) =>
        {
            var same = Conflicts(taken, one, other).Aggregate(other, (all, key) => all.With(key, one[key]));
            Assert.Equal(Merged(taken, one, same), Merged(taken, same, one));
        });

    [Fact]
    public void What_is_not_taken_stays_as_the_portal_has_it() =>
        Gen.Select(Some, Some, Some).Sample((taken, portal, returned) =>
            Assert.Equal(portal, AnswerMerge.Settle(portal, AnswerMerge.Of(Sections, taken, portal, returned), _ => false)));

    private static Answers Merged(Answers taken, Answers portal, Answers returned) =>
        AnswerMerge.Settle(portal, AnswerMerge.Of(Sections, taken, portal, returned), merge => merge.Outcome == MergeOutcome.Proposed);

    private static IEnumerable<string> Conflicts(Answers taken, Answers portal, Answers returned) =>
        AnswerMerge.Of(Sections, taken, portal, returned).Where(merge => merge.Outcome == MergeOutcome.Conflict).Select(merge => merge.Field.Key);
}

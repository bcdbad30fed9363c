using CsCheck;

using SchoolPortal.Domain.Forms;

using Xunit;

namespace SchoolPortal.Domain.Tests.Forms;

public sealed class TextDifferenceTests
{
    private static readonly Gen<string> Word = Gen.OneOfConst("Police", "kura", "Ōtāhuhu", "visit", "twice", ",", ".", "a", "𝄞", "e\u0304");

    private static readonly Gen<string> Text = Gen.Select(Word.Array[0, 12], Gen.OneOfConst(" ", "  ", "\n"), (words, space) => string.Join(space, words));

    [Fact]
    public void What_was_not_added_is_the_earlier_text_and_what_was_not_removed_the_later() =>
        Gen.Select(Text, Text).Sample((before, after) =>
        {
            var pieces = TextDifference.Of(before, after);

            Assert.Equal(before, Joined(pieces, TextFate.Added));
            Assert.Equal(after, Joined(pieces, TextFate.Removed));
            Assert.All(pieces, piece => Assert.NotEmpty(piece.Text));
            Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.NotEqual(pair.First.Fate, pair.Second.Fate));
        });

    [Fact]
    public void A_text_and_itself_differ_in_nothing() =>
        Text.Where(text => text.Length > 0).Sample(text => Assert.Equal([new TextPiece(TextFate.Kept, text)], TextDifference.Of(text, text)));

    [Fact]
    public void A_changed_word_is_marked_and_its_neighbours_are_not() =>
        Assert.Equal(
            [
                new(TextFate.Kept, "Police visit "),
                new(TextFate.Removed, "once"),
                new(TextFate.Added, "twice"),
                new(TextFate.Kept, " a term, and"),
                new(TextFate.Added, " always"),
                new(TextFate.Kept, " sign in."),
            ],
            TextDifference.Of("Police visit once a term, and sign in.", "Police visit twice a term, and always sign in."));

    [Fact]
    public void Two_texts_too_long_to_match_are_removed_and_added_whole()
    {
        var before = string.Join(' ', Enumerable.Repeat("one", TextDifference.MostWords));
        var after = string.Join(' ', Enumerable.Repeat("two", TextDifference.MostWords));

        Assert.Equal([new(TextFate.Removed, before), new TextPiece(TextFate.Added, after)], TextDifference.Of(before, after));
    }

    private static string Joined(IEnumerable<TextPiece> pieces, TextFate without) =>
        string.Concat(pieces.Where(piece => piece.Fate != without).Select(piece => piece.Text));
}

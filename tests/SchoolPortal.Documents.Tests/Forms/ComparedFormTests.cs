using System.Xml.Linq;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;
using Xunit;

namespace SchoolPortal.Documents.Tests.Forms;

/// <summary>A comparison holds both texts: accept every tracked change and the later one stands there, reject them and the earlier one does.</summary>
public sealed class ComparedFormTests
{
    private static readonly IReadOnlyList<FormDefinition> Forms = [SampleForm.Definition, FormDefinitions.PartnershipAgreement, FormDefinitions.SchoolProfile];

    public static TheoryData<string, string, string> Pairs()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var form in Forms)
        {
            foreach (var earlier in SampleAnswers.Kinds)
            {
                foreach (var later in SampleAnswers.Kinds)
                {
                    data.Add(form.Key, earlier, later);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Accepting_all_gives_the_later_text_and_rejecting_all_the_earlier(string key, string earlier, string later)
    {
        var form = Forms.Single(f => f.Key == key);
        var content = SampleForm.Content(form, DocumentStanding.Compared, SampleAnswers.Of(form, later));
        var before = new FormRecord(form, SampleAnswers.Of(form, earlier), content.Facts);
        var after = new FormRecord(form, content.Answers, content.Facts);

        var word = WordReader.Written(content with { Earlier = new EarlierText("Standard text", before, new TrackedBy("School Portal", new DateOnly(2026, 11, 24))) });

        Assert.All(form.Fields().Select(place => place.Field), field =>
        {
            var cell = word.CellByKey(field.Key);
            Assert.Equal(AsRead(after, field), Text(cell, without: "del"));
            Assert.Equal(AsRead(before, field), Text(cell, without: "ins"));
        });
        var changes = word.Body.Descendants().Where(e => e.Name == WordReader.W + "ins" || e.Name == WordReader.W + "del").ToList();
        Assert.Equal(earlier == later, changes.Count == 0);
        Assert.Distinct(changes.Select(change => (string?)change.Attribute(WordReader.W + "id")));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Nothing_to_report_is_tracked_where_only_one_of_the_texts_says_it(bool before, bool after)
    {
        var said = new HashSet<string> { "travel" };
        var none = new HashSet<string>();
        var content = SampleForm.Content(DocumentStanding.Compared, Answers.None);
        var earlier = new FormRecord(SampleForm.Definition, Answers.None, content.Facts) { NothingToReport = before ? said : none };

        var word = WordReader.Written(content with
        {
            NothingToReport = after ? said : none,
            Earlier = new EarlierText("2025 profile", earlier, new TrackedBy("School Portal", new DateOnly(2026, 11, 24))),
        });

        Assert.Equal(after, Text(word.Body.Root!, without: "del").Contains("Nothing to report.", StringComparison.Ordinal));
        Assert.Equal(before, Text(word.Body.Root!, without: "ins").Contains("Nothing to report.", StringComparison.Ordinal));
    }

    private static string AsRead(FormRecord record, FieldDefinition field) =>
        string.Join('\n', record.Lines(field.Key))
            .Replace(SampleAnswers.Hostile, SampleAnswers.HostileRead, StringComparison.Ordinal)
            .Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Text(XElement cell, string without) => string.Concat(cell.Descendants()
        .Where(e => !e.Ancestors(WordReader.W + without).Any())
        .Select(e => e.Name.LocalName switch
        {
            "t" or "delText" => e.Value,
            "br" => "\n",
            "tab" when e.Parent?.Name == WordReader.W + "r" => "\t",
            _ => "",
        }));
}

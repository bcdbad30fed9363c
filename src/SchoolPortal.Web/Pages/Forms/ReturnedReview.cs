using System.Globalization;

using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>One question about which the person decides: what the portal has, and what the file offers instead.</summary>
/// <param name="Section">Where the question stands.</param>
/// <param name="Field">The question.</param>
/// <param name="Portal">What the portal has now.</param>
/// <param name="Offers">What the file may mean; one, unless its row cannot be told for sure.</param>
/// <param name="Sentence">Why it must be looked at; null for a change that nothing speaks against.</param>
public sealed record ReturnedChoice(SectionDefinition Section, FieldDefinition Field, Answer? Portal, IReadOnlyList<Answer?> Offers, string? Sentence)
{
    /// <summary>Value that keeps what the portal has.</summary>
    public const string KeepPortal = "portal";

    /// <summary>Value that takes a proposed change. No choice has it: what has come into conflict since is chosen anew.</summary>
    public const string TakeProposed = "take";

    /// <summary>Name of its input.</summary>
    public string Name => $"choose.{Field.Key}";

    /// <summary>The texts to set side by side.</summary>
    public IReadOnlyList<NamedText> Texts =>
    [
        new("In the portal now", AnswerText.Lines(Field, Portal)),
        .. Offers.Select((offer, i) => new NamedText(Offers.Count == 1 ? "In the file" : $"In the file, row {i + 1}", AnswerText.Lines(Field, offer))),
    ];

    /// <summary>What to look at again before taking it (<see cref="FreeTextGuard"/>).</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Value that takes an offer.</summary>
    public static string Take(int offer) => offer.ToString(CultureInfo.InvariantCulture);

    /// <summary>A change that is proposed together with others; unticked, the portal's answer stays.</summary>
    public bool IsProposed => Sentence is null;

    /// <summary>The offer that was chosen, or null.</summary>
    public int? OfferIn(string? posted) =>
        IsProposed ? (posted == TakeProposed ? 0 : null)
        : int.TryParse(posted, NumberStyles.None, CultureInfo.InvariantCulture, out var offer) && offer < Offers.Count ? offer : null;
}

/// <summary>
/// A returned file beside the portal, as <c>_ReturnedReview</c> draws it inside the page's own form: changes proposed
/// together, what must be chosen, and what was not read. It knows no route, and serves every form.
/// </summary>
public sealed class ReturnedReview
{
    private ReturnedReview(IReadOnlyList<ReturnedChoice> choices, IReadOnlyList<RowQuestion> unread, IReadOnlyList<string> remarks, int kept) =>
        (Choices, Unread, Remarks, Kept) = (choices, unread, remarks, kept);

    /// <summary>Everything to decide about, in the order of the form.</summary>
    public IReadOnlyList<ReturnedChoice> Choices { get; }

    /// <summary>Rows that could not be read; the portal's answers stay.</summary>
    public IReadOnlyList<RowQuestion> Unread { get; }

    /// <summary>What else stands in the file and was not read.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>Answers that were changed in the portal alone since the file was made: they stay.</summary>
    public int Kept { get; }

    /// <summary>Sections in which something is to be decided, in order.</summary>
    public IEnumerable<SectionDefinition> Sections => Choices.Select(choice => choice.Section).DistinctBy(section => section.Key);

    /// <summary>What is to be decided in one section.</summary>
    public IEnumerable<ReturnedChoice> ChoicesIn(SectionDefinition section) => Choices.Where(choice => choice.Section.Key == section.Key);

    /// <summary>Name of the hidden input with the token of a section as it was when the page was shown.</summary>
    public static string TokenName(string sectionKey) => $"basedOn.{sectionKey}";

    /// <summary>Compares three ways.</summary>
    /// <param name="reading">What was read in the file.</param>
    /// <param name="form">All that may stand in the file.</param>
    /// <param name="now">The answers now, and which of them this person may change.</param>
    /// <param name="taken">The answers when the file was made.</param>
    /// <param name="today">Today in New Zealand.</param>
    public static ReturnedReview Of(
        FormReading reading, FormDefinition form, DraftNow now, Answers taken, DateOnly today)
    {
        var merges = AnswerMerge.Of(now.MayChange.Select(NothingToReportField.AskedIn), taken, now.Answers, reading.Answers);
        var asked = reading.Questions.ToDictionary(question => question.Field.Key, StringComparer.Ordinal);
        return new ReturnedReview(
            [
                .. from merge in merges
                   let choice = asked.TryGetValue(merge.Field.Key, out var question) ? Asked(merge, question) : Open(merge, now.Answers)
                   where choice is not null
                   select choice with { Warnings = Warnings(choice, today) },
            ],
            [.. reading.Questions.Where(question => question.Readings.Count == 0 && merges.Any(merge => merge.Field.Key == question.Field.Key))],
            [.. Refused(reading, form, now, taken), .. reading.Remarks],
            merges.Count(merge => merge.Outcome == MergeOutcome.Kept));
    }

    /// <summary>A problem for each question that must be chosen and is not.</summary>
    public IEnumerable<FieldProblem> Undecided(Func<string, string?> posted) => Choices
        .Where(choice => !choice.IsProposed && posted(choice.Name) != ReturnedChoice.KeepPortal && choice.OfferIn(posted(choice.Name)) is null)
        .Select(choice => new FieldProblem(choice.Field.Key, choice.Name, $"Choose which answer to keep for “{choice.Field.Label}”."))
        .Concat(Contradicting(posted));

    /// <summary>The answers of the file that were chosen.</summary>
    public IReadOnlyList<ChosenAnswer> Chosen(Func<string, string?> posted) =>
    [
        .. from choice in Choices
           let offer = choice.OfferIn(posted(choice.Name))
           where offer is not null
           select new ChosenAnswer(choice.Section.Key, choice.Field.Key, choice.Offers[offer.Value]),
    ];

    private IEnumerable<FieldProblem> Contradicting(Func<string, string?> posted)
    {
        var chosen = Chosen(posted);
        return
            from choice in Choices
            where choice.Field.Key == NothingToReportField.KeyOf(choice.Section)
            let answers = chosen.Where(answer => answer.SectionKey == choice.Section.Key).ToLookup(answer => answer.FieldKey == choice.Field.Key, answer => answer.Answer)
            where answers[true].Any(NothingToReportField.IsYes) && answers[false].Any(answer => answer is not null)
            select new FieldProblem(choice.Field.Key, choice.Name, $"“{choice.Section.Title}” cannot have answers and nothing to report: choose one or the other.");
    }

    /// <summary>A sentence for each section in which the file changes what this person may not.</summary>
    private static IEnumerable<string> Refused(FormReading reading, FormDefinition form, DraftNow now, Answers taken)
    {
        var theirs = now.MayChange.SelectMany(section => NothingToReportField.AskedIn(section).Fields).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        return
            from merge in AnswerMerge.Of(form.Sections.Select(NothingToReportField.AskedIn), taken, taken, reading.Answers)
            where merge.IsOpen && !theirs.Contains(merge.Field.Key)
            group merge by merge.Section.Title into changed
            let answers = changed.Count() == 1 ? "1 answer is" : $"{changed.Count()} answers are"
            select $"Under “{changed.Key}” {answers} changed in the file that you may not change here, so nothing was taken of that. Ask somebody who may to bring this file back.";
    }

    private static List<string> Warnings(ReturnedChoice choice, DateOnly today) =>
    [
        .. choice.Offers
            .SelectMany(offer => FreeTextGuard.Warnings(choice.Section, Answers.None.With(choice.Field.Key, offer), today))
            .Select(warning => warning.Sentence)
            .Distinct(),
    ];

    private static ReturnedChoice? Open(FieldMerge merge, Answers portal) => merge.Outcome switch
    {
        MergeOutcome.Proposed => new(merge.Section, merge.Field, merge.Portal, [merge.Returned], TakesAnswersAway(merge, portal)),
        MergeOutcome.Conflict => new(merge.Section, merge.Field, merge.Portal, [merge.Returned], "Changed in the file, and in the portal too since the file was made."),
        _ => null,
    };

    private static string? TakesAnswersAway(FieldMerge merge, Answers portal) =>
        merge.Field.Key == NothingToReportField.KeyOf(merge.Section) && NothingToReportField.IsYes(merge.Returned)
            && merge.Section.Fields.Any(field => field.Key != merge.Field.Key && portal[field.Key] is not null)
            ? "The file says that there is nothing to report. If you take that, the answers that the portal has in this section are taken away."
            : null;

    private static ReturnedChoice? Asked(FieldMerge merge, RowQuestion question)
    {
        List<Answer?> offers = [.. question.Readings.Where(reading => !Equals(reading, merge.Portal))];
        return offers.Count == 0 ? null : new(merge.Section, merge.Field, merge.Portal, offers, question.Sentence);
    }
}

/// <summary>An answer of the file that is to be saved; null takes the portal's answer away.</summary>
public sealed record ChosenAnswer(string SectionKey, string FieldKey, Answer? Answer);

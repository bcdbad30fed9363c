using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Public;

namespace SchoolPortal.Web.Pages.Content;

/// <summary>A draft as it was typed.</summary>
public sealed class TypedContent
{
    /// <summary>Token of the text that the writer began with.</summary>
    public Guid Token { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Text { get; set; }

    public string? Owner { get; set; }

    public string? ReviewOn { get; set; }

    /// <summary>First day it is shown, when it is published.</summary>
    public string? From { get; set; }

    /// <summary>Last day, or blank.</summary>
    public string? To { get; set; }

    /// <summary>What changed, and why.</summary>
    public string? Note { get; set; }

    /// <summary>What was not typed is as it is saved.</summary>
    public void Fill(ContentWords saved)
    {
        Title ??= saved.Title;
        Summary ??= saved.Summary;
        Text ??= saved.Text;
        Owner ??= saved.Owner;
        ReviewOn ??= NewZealandTime.Show(saved.ReviewOn);
    }

    /// <summary>The days it is shown; refuses what is none.</summary>
    public (DateOnly From, DateOnly? To) Days(DateOnly today)
    {
        var from = TypedText.Date(From, today) ?? throw new RuleBroken(nameof(From), "Enter a day like 14/5/2027, from which it is shown");
        var to = string.IsNullOrWhiteSpace(To) ? (DateOnly?)null : TypedText.Date(To, today) ?? throw new RuleBroken(nameof(To), "Enter a day like 14/5/2027, or leave it blank");
        return (from, to);
    }

    /// <summary>The words, with what is kept where the writer chose so.</summary>
    /// <param name="kept">What is saved.</param>
    /// <param name="today">Today.</param>
    /// <param name="keepsTheirs">Whether a part is to stay as it is saved.</param>
    public ContentWords Words(ContentWords kept, DateOnly today, Func<string, bool> keepsTheirs)
    {
        string Part(string name, string? typed, string saved) => keepsTheirs(name) ? saved : typed ?? "";
        var review = keepsTheirs(nameof(ReviewOn))
            ? kept.ReviewOn
            : TypedText.Date(ReviewOn, today) ?? throw new RuleBroken(nameof(ReviewOn), "Enter a day like 14/5/2027, by which it is to be read again");
        return new ContentWords(
            Part(nameof(Title), Title, kept.Title), Part(nameof(Summary), Summary, kept.Summary), Part(nameof(Text), Text, kept.Text), Part(nameof(Owner), Owner, kept.Owner), review).Trimmed();
    }
}

/// <summary>A part of a content page that two texts say differently.</summary>
/// <param name="Part">Name of the field.</param>
/// <param name="Label">As people say it.</param>
/// <param name="Saved">The one text.</param>
/// <param name="Typed">The other.</param>
public sealed record ContentConflict(string Part, string Label, string Saved, string Typed)
{
    /// <summary>Name of the field that says which to keep.</summary>
    public string ChoiceName => ChoiceNameOf(Part);

    /// <inheritdoc cref="ChoiceName"/>
    public static string ChoiceNameOf(string part) => $"keep.{part}";

    /// <summary>What differs.</summary>
    public static IReadOnlyList<ContentConflict> Between(ContentWords one, ContentWords other) =>
    [
        .. new ContentConflict[]
        {
            new(nameof(ContentWords.Title), "Title", one.Title, other.Title),
            new(nameof(ContentWords.Summary), "Summary", one.Summary, other.Summary),
            new(nameof(ContentWords.Text), "Text", one.Text, other.Text),
            new(nameof(ContentWords.Owner), "Owner", one.Owner, other.Owner),
            new(nameof(ContentWords.ReviewOn), "To be read again by", NewZealandTime.Show(one.ReviewOn), NewZealandTime.Show(other.ReviewOn)),
        }.Where(part => part.Saved != part.Typed),
    ];
}

using Microsoft.AspNetCore.Html;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>A changed text with its changed words marked, for the eye and for screen readers.</summary>
internal static class MarkedWords
{
    private const string NoAnswer = "No answer";

    /// <summary>The earlier text, with the words that are gone.</summary>
    public static IHtmlContent Before(IEnumerable<TextPiece> words, string none = NoAnswer) => Side(words, TextFate.Removed, none);

    /// <summary>The later text, with the words that are new.</summary>
    public static IHtmlContent After(IEnumerable<TextPiece> words, string none = NoAnswer) => Side(words, TextFate.Added, none);

    private static Element Side(IEnumerable<TextPiece> words, TextFate side, string none)
    {
        var pieces = words.Where(piece => piece.Fate == TextFate.Kept || piece.Fate == side).ToList();
        if (pieces.Count == 0)
        {
            return Markup.Element("span", "portal-quiet", none);
        }

        var answer = Markup.Element("div", "portal-answer");
        foreach (var (fate, text) in pieces)
        {
            _ = fate == TextFate.Kept ? answer.Then(text) : answer.Holding(Markup.Element(fate == TextFate.Removed ? "del" : "ins", cssClass: null, text));
        }

        return answer;
    }
}

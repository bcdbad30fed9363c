using Microsoft.AspNetCore.Html;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>A changed answer with its changed words marked, for the eye and for screen readers.</summary>
internal static class MarkedWords
{
    /// <summary>The earlier answer, with the words that are gone.</summary>
    public static IHtmlContent Before(FieldChange change) => Side(change, TextFate.Removed);

    /// <summary>The later answer, with the words that are new.</summary>
    public static IHtmlContent After(FieldChange change) => Side(change, TextFate.Added);

    private static Element Side(FieldChange change, TextFate side)
    {
        var pieces = change.Words.Where(piece => piece.Fate == TextFate.Kept || piece.Fate == side).ToList();
        if (pieces.Count == 0)
        {
            return Markup.Element("span", "portal-quiet", "No answer");
        }

        var answer = Markup.Element("div", "portal-answer");
        foreach (var (fate, text) in pieces)
        {
            _ = fate == TextFate.Kept ? answer.Then(text) : answer.Holding(Markup.Element(fate == TextFate.Removed ? "del" : "ins", cssClass: null, text));
        }

        return answer;
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>
/// Whose turn it is, first on a school, an agreement, a profile and a year; links and buttons go inside.
/// <c>&lt;whose-turn yours="true" text="sign the Partnership Agreement."&gt;&lt;a href="…"&gt;Read and sign&lt;/a&gt;&lt;/whose-turn&gt;</c>,
/// <c>&lt;whose-turn who="the school" text="review the draft. Sent on 9 November." /&gt;</c>; without <c>yours</c> and <c>who</c>, nobody's: the text alone.
/// </summary>
[HtmlTargetElement("whose-turn")]
public sealed class WhoseTurnTagHelper : TagHelper
{
    /// <summary>Whether the reader acts next.</summary>
    public bool Yours { get; set; }

    /// <summary>Who acts next when it is not the reader, such as "the school".</summary>
    public string? Who { get; set => field = Markup.OrNull(value); }

    /// <summary>What is to be done, and since or until when; a sentence that follows "Your turn:".</summary>
    public string Text { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var lead = Yours ? "Your turn:" : Who is null ? null : $"Waiting for {Who}:";
        var sentence = lead is null
            ? Markup.Element("p", cssClass: null, Text)
            : Markup.Element("p").Holding(Markup.Element("strong", cssClass: null, lead)).Then($" {Text}");
        output.Become("div", "portal-turn", Yours ? "portal-turn--yours" : null);
        output.Content.AppendHtml(sentence);
        if (!inside.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Markup.Element("div", "portal-turn__actions").Holding(inside));
        }
    }
}

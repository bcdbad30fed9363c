using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>The colours of status tags. One colour has one meaning everywhere.</summary>
public enum TagColour
{
    /// <summary>No tag, plain text: what is complete and needs no eye.</summary>
    Plain,

    /// <summary>Not started, none, archived.</summary>
    Grey,

    /// <summary>Draft, with the other side.</summary>
    Blue,

    /// <summary>Submitted, booked.</summary>
    Turquoise,

    /// <summary>Returned, due soon.</summary>
    Yellow,

    /// <summary>Ready to sign, partly signed, due in days.</summary>
    Orange,

    /// <summary>Confirmed, in force.</summary>
    Green,

    /// <summary>Overdue, nobody.</summary>
    Red,
}

/// <summary>A status in a word: an adjective or a date. <c>&lt;status-tag colour="Green" text="In force" /&gt;</c>.</summary>
[HtmlTargetElement("status-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTagTagHelper : TagHelper
{
    /// <summary>The colour, by its meaning.</summary>
    public TagColour Colour { get; set; }

    /// <summary>The word or date.</summary>
    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.AppendHtml(Tag(Colour, Text));
    }

    /// <summary>The same tag as an element, for the tag helpers that hold one.</summary>
    internal static Element Tag(TagColour colour, string text) => colour == TagColour.Plain
        ? Markup.Element("span", cssClass: null, text)
        : Markup.Element("strong", "govuk-tag", text).Also(ClassOf(colour));

    private static string ClassOf(TagColour colour) => colour switch
    {
        TagColour.Grey => "govuk-tag--grey",
        TagColour.Blue => "govuk-tag--blue",
        TagColour.Turquoise => "govuk-tag--teal",
        TagColour.Yellow => "govuk-tag--yellow",
        TagColour.Orange => "govuk-tag--orange",
        TagColour.Green => "govuk-tag--green",
        TagColour.Red => "govuk-tag--red",
        _ => throw new ArgumentOutOfRangeException(nameof(colour), colour, "No such tag colour."),
    };
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>Where a stage stands.</summary>
public enum StageState
{
    /// <summary>Behind us.</summary>
    Done,

    /// <summary>The stage we are in.</summary>
    Now,

    /// <summary>The stage we are in, past its date.</summary>
    Over,

    /// <summary>Still to come.</summary>
    Ahead,
}

/// <summary>One stage of a stage bar.</summary>
/// <param name="Text">The stage's name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Note">A date or remark such as "done 4 March"; without one the state is said in a word.</param>
public sealed record Stage(string Text, StageState State, string? Note = null);

/// <summary>The stages of a year or a document in order, in words, with a coloured edge. <c>&lt;stage-bar label="Stages of 2026" stages="Model.Stages" /&gt;</c>.</summary>
[HtmlTargetElement("stage-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StageBarTagHelper : TagHelper
{
    /// <summary>What the list is, for screen readers.</summary>
    public string Label { get; set; } = "Stages";

    /// <summary>The stages in order.</summary>
    public IEnumerable<Stage> Stages { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("ol", "portal-stages");
        output.Attributes.SetAttribute("aria-label", Label);
        foreach (var stage in Stages)
        {
            output.Content.AppendHtml(Item(stage));
        }
    }

    private static Element Item(Stage stage)
    {
        var (modifier, word) = stage.State switch
        {
            StageState.Done => ("portal-stages__stage--done", "done"),
            StageState.Now => ("portal-stages__stage--now", "now"),
            StageState.Over => ("portal-stages__stage--over", "overdue"),
            _ => ("portal-stages__stage--ahead", "to come"),
        };
        return Markup.Element("li", $"portal-stages__stage {modifier}", $"{stage.Text} ")
            .With("aria-current", stage.State is StageState.Now or StageState.Over ? "step" : null)
            .Holding(Markup.Element("span", "portal-stages__note", stage.Note ?? word));
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>A list of things to do or sections to fill; holds <c>&lt;task-row&gt;</c>s. <c>&lt;task-list&gt;…&lt;/task-list&gt;</c>.</summary>
[HtmlTargetElement("task-list")]
public sealed class TaskListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("ul", "govuk-task-list");
    }
}

/// <summary>
/// One task. <c>&lt;task-row href="…" text="Sign the agreement" hint="Ready since 19 November." status="Due 25 November" colour="Orange" /&gt;</c>.
/// Without <c>href</c> it cannot start yet; without <c>colour</c> the status is plain text.
/// </summary>
[HtmlTargetElement("task-row", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TaskRowTagHelper : TagHelper
{
    private static readonly object NumberKey = new();

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Where the task is done, or null when it cannot start yet.</summary>
    public string? Href { get; set => field = Markup.OrNull(value); }

    /// <summary>What is to be done.</summary>
    public string Text { get; set; } = "";

    /// <summary>A line under it.</summary>
    public string? Hint { get; set => field = Markup.OrNull(value); }

    /// <summary>Where it stands, or when it is due.</summary>
    public string? Status { get; set => field = Markup.OrNull(value); }

    /// <summary>The colour of the status as a tag.</summary>
    public TagColour Colour { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = NextId();
        var hint = Hint is null ? null : Markup.Element("div", "govuk-task-list__hint", Hint).With("id", $"{id}-hint");
        var status = Status is null
            ? null
            : Markup.Element("div", "govuk-task-list__status").With("id", $"{id}-status").Holding(StatusTagTagHelper.Tag(Colour, Status));

        output.Become("li", "govuk-task-list__item", Href is null ? null : "govuk-task-list__item--with-link");
        output.Content.AppendHtml(Markup.Element("div", "govuk-task-list__name-and-hint").Holding(Task(id), hint));
        if (status is not null)
        {
            output.Content.AppendHtml(status);
        }
    }

    private Element Task(string id)
    {
        if (Href is null)
        {
            return Markup.Element("div", cssClass: null, Text);
        }

        string?[] described = [Hint is null ? null : $"{id}-hint", Status is null ? null : $"{id}-status"];
        var ids = string.Join(' ', described.OfType<string>());
        return Markup.Element("a", "govuk-link govuk-task-list__link", Text)
            .With("href", Href)
            .With("aria-describedby", ids.Length == 0 ? null : ids);
    }

    /// <summary>Ids are counted through the whole page, as it may hold several lists.</summary>
    private string NextId()
    {
        var items = ViewContext.HttpContext.Items;
        var number = items.TryGetValue(NumberKey, out var last) && last is int before ? before + 1 : 1;
        items[NumberKey] = number;
        return string.Create(CultureInfo.InvariantCulture, $"task-{number}");
    }
}

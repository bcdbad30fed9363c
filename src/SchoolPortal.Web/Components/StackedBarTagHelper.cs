using System.Globalization;

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>One part of a stacked bar.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Size">How much of it there is, 0 or more.</param>
/// <param name="Colour">The colour of its meaning.</param>
public sealed record BarPart(string Name, int Size, TagColour Colour);

/// <summary>
/// A bar of parts that make a whole, whose numbers stand in words beside it: parts are told apart by a line between them, not
/// by their colour alone. <c>&lt;stacked-bar label="Northland" parts="Model.Parts" /&gt;</c>.
/// </summary>
[HtmlTargetElement("stacked-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StackedBarTagHelper : TagHelper
{
    private const int Width = 100;
    private const int Height = 16;

    /// <summary>What is drawn, for screen readers, which read the numbers beside it.</summary>
    public string Label { get; set; } = "";

    /// <summary>The parts, from left to right.</summary>
    public IReadOnlyList<BarPart> Parts { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("svg");
        foreach (var (name, value) in new[] { ("role", "img"), ("aria-label", Label), ("width", Text(Width)), ("height", Text(Height)), ("viewBox", $"0 0 {Width} {Height}") })
        {
            output.Attributes.SetAttribute(name, value);
        }

        var (whole, before) = (Math.Max(1, Parts.Sum(part => part.Size)), 0);
        foreach (var part in Parts.Where(part => part.Size > 0))
        {
            var (left, right) = (before * Width / whole, (before + part.Size) * Width / whole);
            before += part.Size;
            output.Content.AppendHtml(Markup.Element("rect")
                .With("x", Text(left)).With("y", "0").With("width", Text(right - left)).With("height", Text(Height))
                .With("fill", FillOf(part.Colour)).With("stroke", "#fff"));
        }

        output.Content.AppendHtml(Markup.Element("rect")
            .With("x", "0").With("y", "0").With("width", Text(Width)).With("height", Text(Height)).With("fill", "none").With("stroke", "currentColor"));
    }

    // Dark enough to stand on the page at 3:1; the tags' own grounds are too pale for a bar.
    private static string FillOf(TagColour colour) => colour switch
    {
        TagColour.Green => "#0b6b3a",
        TagColour.Turquoise => "#12808a",
        TagColour.Yellow => "#a07000",
        TagColour.Blue => "#2a6db5",
        _ => "#8a8f94",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

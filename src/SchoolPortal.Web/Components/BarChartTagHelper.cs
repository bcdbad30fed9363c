using System.Globalization;

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SchoolPortal.Web.Components;

/// <summary>One bar of a small chart.</summary>
/// <param name="Name">What stands under it, such as a year.</param>
/// <param name="Size">How much it shows, 0 or more; null leaves its place empty.</param>
public sealed record Bar(string Name, int? Size);

/// <summary>
/// A small chart of a few numbers that stand in words beside it: a bar for each with its number over and its name under it,
/// so that no colour is needed to read it. <c>&lt;bar-chart label="Visits by year" bars="Model.Bars" /&gt;</c>.
/// </summary>
[HtmlTargetElement("bar-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarChartTagHelper : TagHelper
{
    // Pixels. Eight bars fit on the narrowest screen.
    private const int Slot = 32;
    private const int Thickness = 18;
    private const int Ground = 54;
    private const int Tallest = 38;
    private const int Height = 70;

    /// <summary>What is drawn, for screen readers, which read the numbers beside the chart.</summary>
    public string Label { get; set; } = "";

    /// <summary>The bars, from left to right.</summary>
    public IReadOnlyList<Bar> Bars { get; set; } = [];

    /// <summary>What the tallest bar could stand for, where charts are to be compared; else the greatest of these numbers.</summary>
    public int? Top { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var width = Bars.Count * Slot;
        output.Become("svg");
        foreach (var (name, value) in new[] { ("role", "img"), ("aria-label", Label), ("width", Text(width)), ("height", Text(Height)), ("viewBox", $"0 0 {width} {Height}") })
        {
            output.Attributes.SetAttribute(name, value);
        }

        var top = Math.Max(1, Top ?? Bars.Max(bar => bar.Size) ?? 1);
        for (var place = 0; place < Bars.Count; place++)
        {
            var (name, size) = Bars[place];
            var height = (size ?? 0) * Tallest / top;
            output.Content
                .AppendHtml(Markup.Element("rect")
                    .With("x", Text((place * Slot) + ((Slot - Thickness) / 2))).With("y", Text(Ground - height))
                    .With("width", Text(Thickness)).With("height", Text(height)).With("fill", "currentColor"))
                .AppendHtml(Caption(place, Ground - height - 4, size is { } number ? Text(number) : "–"))
                .AppendHtml(Caption(place, Height - 4, name));
        }

        output.Content.AppendHtml(Markup.Element("path").With("d", $"M0 {Ground}.5H{width}").With("stroke", "currentColor"));
    }

    private static Element Caption(int place, int bottom, string text) => Markup.Element("text", cssClass: null, text)
        .With("x", Text((place * Slot) + (Slot / 2))).With("y", Text(bottom)).With("text-anchor", "middle").With("font-size", "12").With("fill", "currentColor");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;

using SchoolPortal.Domain.Public;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>Draws a diagram as SVG: presentation attributes only, as no style may stand in a page. Sizes are in pixels of a drawing 480 wide, so that its letters can be read on a phone.</summary>
internal static class DiagramPicture
{
    private const int Width = 480;
    private const int BoxHeight = 84;
    private const int Gap = 14;
    private const string Line = "#123a5e";

    // White on each has a contrast of 6.9 or more.
    private static readonly string[] Fills = ["#123a5e", "#0b5a94", "#0b5a94", "#00665e", "#00665e", "#4a5863"];

    /// <summary>The drawing, with the diagram's title as its name.</summary>
    public static Element Of(Diagram diagram)
    {
        var (height, shapes) = diagram.Shape switch
        {
            DiagramShape.Levels => Levels(diagram.Items),
            DiagramShape.Pair => Pair(diagram.Items),
            _ => Cycle(diagram.Items),
        };
        return Markup.Element("svg")
            .With("xmlns", "http://www.w3.org/2000/svg").With("role", "img").With("aria-label", diagram.Title)
            .With("viewBox", $"0 0 {Width} {Text(height)}").With("font-family", "Atkinson Hyperlegible Next, Arial, sans-serif")
            .Holding(shapes);
    }

    private static (double Height, List<Element> Shapes) Levels(IReadOnlyList<DiagramItem> items)
    {
        const int Narrowest = 330;
        var step = (Width - Narrowest) / Math.Max(1.0, items.Count - 1);
        var shapes = items.SelectMany((item, i) => Box(item, Width / 2.0, (i * (BoxHeight + Gap)) + (BoxHeight / 2.0), Width - (step * i), Fills[i])).ToList();
        return ((items.Count * (BoxHeight + Gap)) - Gap, shapes);
    }

    private static (double Height, List<Element> Shapes) Pair(IReadOnlyList<DiagramItem> items)
    {
        const double Partner = 215;
        const int Tall = BoxHeight + 20;
        var shapes = new List<Element> { Path($"M{Text(Partner)} {Tall / 2}H{Text(Width - Partner)}") };
        shapes.AddRange([Head(Width - Partner, Tall / 2.0, 0), Head(Partner, Tall / 2.0, 180)]);
        shapes.Add(Path($"M{Width / 2} {Tall / 2}V{Text(Tall + (3 * Gap))}"));
        shapes.AddRange(Box(items[0], Partner / 2, Tall / 2.0, Partner, Fills[0], Tall));
        shapes.AddRange(Box(items[1], Width - (Partner / 2), Tall / 2.0, Partner, Fills[3], Tall));
        var top = Tall + (3.0 * Gap);
        shapes.AddRange(items.Skip(2).SelectMany((item, i) => Box(item, Width / 2.0, top + (i * (BoxHeight + Gap)) + (BoxHeight / 2.0), Width, Fills[1])));
        return (top + ((items.Count - 2) * (BoxHeight + Gap)) - Gap, shapes);
    }

    private static (double Height, List<Element> Shapes) Cycle(IReadOnlyList<DiagramItem> items)
    {
        const double Height = 400;
        const double BoxWidth = 200;
        var (x, y) = (Width / 2.0, Height / 2);
        var (rx, ry) = ((Width - BoxWidth) / 2, (Height - BoxHeight) / 2);
        var shapes = new List<Element>
        {
            Markup.Element("ellipse").With("cx", Text(x)).With("cy", Text(y)).With("rx", Text(rx)).With("ry", Text(ry)).With("fill", "none").With("stroke", Line).With("stroke-width", "3"),
        };
        for (var i = 0; i < items.Count; i++)
        {
            var turn = (2 * Math.PI * i / items.Count) - (Math.PI / 2);
            var between = turn + (Math.PI / items.Count);
            var slope = Math.Atan2(ry * Math.Cos(between), -rx * Math.Sin(between)) * 180 / Math.PI;
            shapes.Add(Head(x + (rx * Math.Cos(between)), y + (ry * Math.Sin(between)), slope));
            shapes.AddRange(Box(items[i], x + (rx * Math.Cos(turn)), y + (ry * Math.Sin(turn)), BoxWidth, Fills[i]));
        }

        return (Height, shapes);
    }

    private static IEnumerable<Element> Box(DiagramItem item, double x, double y, double width, string fill, double height = BoxHeight)
    {
        const double LineHeight = 23;
        yield return Markup.Element("rect").With("x", Text(x - (width / 2))).With("y", Text(y - (height / 2)))
            .With("width", Text(width)).With("height", Text(height)).With("rx", "6").With("fill", fill);
        var lines = Wrapped(item.Text, (int)((width - 24) / 9.2)).ToList();
        var first = y + 6 - (lines.Count * LineHeight / 2);
        yield return Words(item.Name, x, first, bold: true);
        for (var i = 0; i < lines.Count; i++)
        {
            yield return Words(lines[i], x, first + ((i + 1) * LineHeight), bold: false);
        }
    }

    private static Element Words(string text, double x, double y, bool bold) => Markup.Element("text", cssClass: null, text)
        .With("x", Text(x)).With("y", Text(y)).With("text-anchor", "middle").With("font-size", "19").With("fill", "#fff")
        .With("font-weight", bold ? "bold" : null);

    private static Element Path(string d) => Markup.Element("path").With("d", d).With("fill", "none").With("stroke", Line).With("stroke-width", "3");

    /// <summary>The head of an arrow.</summary>
    private static Element Head(double x, double y, double degrees) => Markup.Element("path").With("d", "M-18 -9L0 0L-18 9Z").With("fill", Line)
        .With("transform", $"translate({Text(x)} {Text(y)}) rotate({Text(degrees)})");

    private static IEnumerable<string> Wrapped(string text, int longest)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > longest)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }

    private static string Text(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}

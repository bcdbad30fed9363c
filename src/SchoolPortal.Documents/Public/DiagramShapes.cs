using SchoolPortal.Domain.Public;

namespace SchoolPortal.Documents.Public;

/// <summary>Draws a diagram with the shapes of a slide, as one group that says in words what it shows.</summary>
internal sealed class DiagramShapes(SlideMarkup slide)
{
    private const int Gap = 160_000;
    private const int Left = SlideMarkup.Margin;
    private const int Top = SlideMarkup.BodyTop;
    private const int Width = SlideMarkup.BodyWidth;
    private const int Height = SlideMarkup.BodyHeight;

    private static readonly string[] Fills = ["123A5E", "0B5A94", "0B5A94", "00665E", "00665E", "4A5863"];

    internal void Draw(Diagram diagram)
    {
        slide.OpenGroup(diagram.Title, $"{diagram.Title}. {DiagramTables.Words(diagram)}");
        switch (diagram.Shape)
        {
            case DiagramShape.Levels:
                Levels(diagram.Items);
                break;
            case DiagramShape.Pair:
                Pair(diagram.Items);
                break;
            default:
                Cycle(diagram.Items);
                break;
        }

        slide.CloseGroup();
    }

    private void Levels(IReadOnlyList<DiagramItem> items)
    {
        var high = (Height - (Gap * (items.Count - 1))) / items.Count;
        for (var i = 0; i < items.Count; i++)
        {
            var inset = i * Width / (items.Count * 4);
            slide.Box(items[i], (Left + inset, Top + (i * (high + Gap)), Width - (2 * inset), high), Fills[i]);
        }
    }

    private void Pair(IReadOnlyList<DiagramItem> items)
    {
        const int Between = 900_000;
        var high = (Height - (Gap * (items.Count - 2))) / (items.Count - 1);
        var half = (Width - Between) / 2;
        slide.Box(items[0], (Left, Top, half, high), Fills[0]);
        slide.Arrow("leftRightArrow"u8, (Left + half + 100_000, Top + (high / 2) - 200_000, Between - 200_000, 400_000));
        slide.Box(items[1], (Left + half + Between, Top, half, high), Fills[3]);
        for (var i = 2; i < items.Count; i++)
        {
            slide.Box(items[i], (Left, Top + ((i - 1) * (high + Gap)), Width, high), Fills[1]);
        }
    }

    private void Cycle(IReadOnlyList<DiagramItem> items)
    {
        const int BoxWidth = 3_000_000;
        const int BoxHeight = 1_050_000;
        const int Arrow = 420_000;
        var (rx, ry) = ((Width - BoxWidth) / 2 * 0.8, (Height - BoxHeight) / 2.0);
        var (x, y) = (Left + (Width / 2), Top + (Height / 2));
        (int X, int Y) At(double turn) => ((int)(x + (rx * Math.Cos(turn))), (int)(y + (ry * Math.Sin(turn))));
        for (var i = 0; i < items.Count; i++)
        {
            var turn = (2 * Math.PI * i / items.Count) - (Math.PI / 2);
            var between = turn + (Math.PI / items.Count);
            var box = At(turn);
            var arrow = At(between);
            var slope = (int)(Math.Atan2(ry * Math.Cos(between), -rx * Math.Sin(between)) * 180 / Math.PI);
            slide.Box(items[i], (box.X - (BoxWidth / 2), box.Y - (BoxHeight / 2), BoxWidth, BoxHeight), Fills[i]);
            slide.Arrow("rightArrow"u8, (arrow.X - (Arrow / 2), arrow.Y - (Arrow / 2), Arrow, Arrow), (slope + 360) % 360);
        }
    }
}

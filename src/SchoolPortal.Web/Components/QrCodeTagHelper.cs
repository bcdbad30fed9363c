using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace SchoolPortal.Web.Components;

/// <summary>A QR code as an inline picture, black on white, without script. <c>&lt;qr-code text="@address" label="QR code of this page" /&gt;</c>.</summary>
[HtmlTargetElement("qr-code", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrCodeTagHelper : TagHelper
{
    private const string Side = "160";

    /// <summary>What the code says, such as an address.</summary>
    public string Text { get; set; } = "";

    /// <summary>What it is, for screen readers.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var side = code.ModuleMatrix.Count.ToString(CultureInfo.InvariantCulture);
        output.Become("svg");
        foreach (var (name, value) in new[] { ("role", "img"), ("aria-label", Label), ("width", Side), ("height", Side), ("viewBox", $"0 0 {side} {side}"), ("shape-rendering", "crispEdges") })
        {
            output.Attributes.SetAttribute(name, value);
        }

        output.Content
            .AppendHtml(Markup.Element("rect").With("width", side).With("height", side).With("fill", "#fff"))
            .AppendHtml(Markup.Element("path").With("fill", "#000").With("d", PathOf(code)));
    }

    /// <summary>One bar for each run of dark modules of a row.</summary>
    private static string PathOf(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var from = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1H{from}z");
                }
            }
        }

        return path.ToString();
    }
}

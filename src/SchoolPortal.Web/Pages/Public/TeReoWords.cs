using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

using SchoolPortal.Domain.Public;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>Writes text with its words of te reo Māori marked as such.</summary>
internal sealed class TeReoWords : HtmlObjectRenderer<LiteralInline>
{
    protected override void Write(HtmlRenderer renderer, LiteralInline obj)
    {
        foreach (var (text, isTeReo) in TeReo.Split(obj.Content.ToString()))
        {
            if (isTeReo)
            {
                renderer.Write("<span lang=\"mi\">").WriteEscape(text).Write("</span>");
            }
            else
            {
                renderer.WriteEscape(text);
            }
        }
    }
}

using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Pages.Forms;

namespace SchoolPortal.Web.Tests.Forms;

/// <summary>Draws the form partials as a page would, and reads what a browser would post from them.</summary>
internal static class Drawn
{
    private static readonly IServiceProvider Services = BuildServices();

    public static async Task<IHtmlDocument> Partial(string name, object model, IEnumerable<FieldProblem>? problems = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var state = new ModelStateDictionary();
        state.AddProblems(problems ?? []);
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor(), state);
        var view = scope.ServiceProvider.GetRequiredService<IRazorViewEngine>().GetView(null, $"/Pages/Forms/{name}.cshtml", isMainPage: false).EnsureSuccessful([]).View!;

        await using var html = new StringWriter();
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), state) { Model = model };
        var temporary = new TempDataDictionary(http, scope.ServiceProvider.GetRequiredService<ITempDataProvider>());
        await view.RenderAsync(new ViewContext(action, view, data, temporary, html, new HtmlHelperOptions()));
        return new HtmlParser().ParseDocument($"<!doctype html><html lang=en-NZ><body><main><form method=post>{html}</form></main></body></html>");
    }

    /// <summary>The form's data set as a browser builds it when the form's first button is pressed.</summary>
    public static IFormCollection Post(IHtmlDocument page)
    {
        var pairs = new List<(string Name, string Value)>();
        foreach (var control in page.QuerySelectorAll("input, select, textarea"))
        {
            switch (control)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }:
                    break;
                case IHtmlInputElement input:
                    pairs.Add((input.Name!, input.Value));
                    break;
                case IHtmlSelectElement select:
                    pairs.Add((select.Name!, select.Value ?? ""));
                    break;
                case IHtmlTextAreaElement area:
                    pairs.Add((area.Name!, area.Value.ReplaceLineEndings("\r\n")));
                    break;
            }
        }

        return new FormCollection(pairs.GroupBy(pair => pair.Name).ToDictionary(
            same => same.Key, same => new Microsoft.Extensions.Primitives.StringValues([.. same.Select(pair => pair.Value)])));
    }

    /// <summary>What an assistive technology would stumble over.</summary>
    public static IEnumerable<string> Faults(IHtmlDocument page)
    {
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        foreach (var twice in ids.GroupBy(id => id).Where(same => same.Count() > 1))
        {
            yield return $"id {twice.Key} is used {twice.Count()} times";
        }

        foreach (var control in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
        {
            var labels = page.QuerySelectorAll("label").Where(label => label.GetAttribute("for") == control.Id).ToList();
            if (labels.Count != 1 || labels[0].TextContent.Trim().Length == 0)
            {
                yield return $"{control.GetAttribute("name")} has {labels.Count} labels";
            }

            if (control.GetAttribute("type") is "radio" or "checkbox" && control.Closest("fieldset")?.QuerySelector("legend")?.TextContent is not { Length: > 0 })
            {
                yield return $"{control.GetAttribute("name")} stands in no fieldset with a legend";
            }
        }

        foreach (var element in page.QuerySelectorAll("[aria-describedby]"))
        {
            foreach (var id in element.GetAttribute("aria-describedby")!.Split(' ').Where(id => !ids.Contains(id)))
            {
                yield return $"aria-describedby names {id}, which is nowhere";
            }
        }

        foreach (var empty in page.QuerySelectorAll(".govuk-hint, legend, label, dt, dd").Where(element => element.TextContent.Trim().Length == 0))
        {
            yield return $"{empty.OuterHtml} says nothing";
        }

        foreach (var script in page.QuerySelectorAll("script, [onclick], [onchange], [style]"))
        {
            yield return $"{script.OuterHtml} breaks the content policy";
        }
    }

    private static ServiceProvider BuildServices()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(SectionForm).Assembly);
        return builder.Services.BuildServiceProvider();
    }
}

using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Moq;

namespace SchoolPortal.Web.Tests.Components;

/// <summary>One page on which tag helpers are drawn, in order, and read back as a browser would.</summary>
internal sealed class Rendering
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly EmptyModelMetadataProvider Metadata = new();

    private readonly List<TagHelperOutput> _outputs = [];

    public Rendering(string address = "/")
    {
        var http = new DefaultHttpContext();
        http.Request.Path = new Uri(new Uri("http://portal.test"), address).AbsolutePath;
        http.Request.QueryString = new QueryString(new Uri(new Uri("http://portal.test"), address).Query);
        var data = new ViewDataDictionary(Metadata, new ModelStateDictionary());
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor(), data.ModelState);
        ViewContext = new ViewContext(
            action, Mock.Of<Microsoft.AspNetCore.Mvc.ViewEngines.IView>(), data,
            new TempDataDictionary(http, Mock.Of<ITempDataProvider>()), TextWriter.Null, new HtmlHelperOptions());
    }

    public ViewContext ViewContext { get; }

    public ModelStateDictionary ModelState => ViewContext.ViewData.ModelState;

    public static ModelExpression For<T>(string name, T? value) => new(name, Metadata.GetModelExplorerForType(typeof(T), value));

    /// <summary>What a person typed or chose, as model binding leaves it.</summary>
    public Rendering Posted(string name, params string[] values)
    {
        ModelState.SetModelValue(name, values.Length == 1 ? values[0] : values, string.Join(',', values));
        return this;
    }

    public Rendering Fault(string name, string text)
    {
        ModelState.AddModelError(name, text);
        return this;
    }

    public Rendering Draw(TagHelper helper, string inside = "")
    {
        helper.GetType().GetProperty("ViewContext")?.SetValue(helper, ViewContext);
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("tag", [], (_, _) => Task.FromResult(new DefaultTagHelperContent().AppendHtml(inside)));
        helper.ProcessAsync(context, output).GetAwaiter().GetResult();
        _outputs.Add(output);
        return this;
    }

    /// <summary>The page as text.</summary>
    public string Html()
    {
        using var writer = new StringWriter();
        foreach (var output in _outputs)
        {
            output.WriteTo(writer, Encoder);
        }

        return writer.ToString();
    }

    /// <summary>The page as a browser reads it. Rows of tables are read inside a table.</summary>
    public IHtmlDocument Page(string before = "", string after = "") =>
        new HtmlParser().ParseDocument($"<!DOCTYPE html><title>t</title><main>{before}{Html()}{after}</main>");

    public IElement The(string selector) =>
        Page().QuerySelector(selector) ?? throw new InvalidOperationException($"No {selector} in {Html()}");
}

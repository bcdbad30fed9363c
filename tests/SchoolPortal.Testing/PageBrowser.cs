using System.Net;

using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SchoolPortal.Testing;

/// <summary>A page as a browser without script has it.</summary>
/// <param name="Status">How the server answered.</param>
/// <param name="Path">Its address, after redirects.</param>
/// <param name="Document">What it shows.</param>
public sealed record Page(HttpStatusCode Status, string Path, IHtmlDocument Document)
{
    /// <summary>The page's heading.</summary>
    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>All text, blanks folded.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The sentences of the error summary.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(e => e.TextContent.Trim())];

    /// <summary>What the green banner says.</summary>
    public string Done => Document.QuerySelector(".govuk-notification-banner")?.TextContent.Trim() ?? "";
}

/// <summary>Gets pages and submits their own forms as a browser would: every field of the form, its token too.</summary>
public sealed class PageBrowser(HttpClient client) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    /// <summary>For requests that no form makes.</summary>
    public HttpClient Client => client;

    /// <summary>Gets a page, following redirects.</summary>
    public async Task<Page> GetAsync(string address) => await ReadAsync(await client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute)));

    /// <summary>Presses the button with this text, after changing some of its form's fields. A null takes a field away.</summary>
    public Task<Page> SubmitAsync(Page page, string button, Dictionary<string, string?>? fields = null) =>
        SubmitAsync(page, button, (fields ?? []).SelectMany(f => f.Value is null
            ? [new KeyValuePair<string, string?>(f.Key, null)]
            : new[] { new KeyValuePair<string, string?>(f.Key, f.Value) }));

    /// <summary>The same with fields that occur several times; they replace all fields of that name.</summary>
    public async Task<Page> SubmitAsync(Page page, string button, IEnumerable<KeyValuePair<string, string?>> fields)
    {
        var pressed = page.Document.QuerySelectorAll("button").OfType<IHtmlButtonElement>().FirstOrDefault(b => b.TextContent.Trim() == button)
            ?? throw new InvalidOperationException($"There is no button \u201c{button}\u201d on {page.Path}: {page.Text}");
        var form = pressed.Form ?? throw new InvalidOperationException($"The button \u201c{button}\u201d stands in no form.");
        var given = fields.ToList();
        var named = given.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        var values = FieldsOf(form, pressed).Where(f => !named.Contains(f.Key))
            .Concat(given.Where(f => f.Value is not null).Select(f => new KeyValuePair<string, string>(f.Key, f.Value!)))
            .ToList();
        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        var address = new Uri(new Uri(client.BaseAddress!, page.Path), string.IsNullOrEmpty(action) ? page.Path : action);
        if (!string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}"));
            return await GetAsync($"{address.AbsolutePath}?{query}");
        }

        using var body = new FormUrlEncodedContent(values);
        return await ReadAsync(await client.PostAsync(address, body));
    }

    /// <summary>Submits the form of this button with a file in it, after changing some of its other fields.</summary>
    public async Task<Page> UploadAsync(
        Page page, string button, string field, string fileName, byte[] bytes, Dictionary<string, string>? fields = null)
    {
        var given = fields ?? [];
        var pressed = page.Document.QuerySelectorAll("button").OfType<IHtmlButtonElement>().First(b => b.TextContent.Trim() == button);
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in FieldsOf(pressed.Form!, pressed).Where(f => f.Key != field && !given.ContainsKey(f.Key)).Concat(given))
        {
            body.Add(new StringContent(value), name);
        }

        body.Add(new ByteArrayContent(bytes), field, fileName);
        return await ReadAsync(await client.PostAsync(new Uri(client.BaseAddress!, page.Path), body));
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form, IHtmlButtonElement pressed)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name.Length: > 0, IsDisabled: false } input:
                    if (input.Type is "checkbox" or "radio" ? input.IsChecked : input.Type is not ("submit" or "button" or "file"))
                    {
                        yield return new(input.Name!, input.Value);
                    }

                    break;
                case IHtmlTextAreaElement { Name.Length: > 0, IsDisabled: false } area:
                    yield return new(area.Name!, area.Value);
                    break;
                case IHtmlSelectElement { Name.Length: > 0, IsDisabled: false } select:
                    yield return new(select.Name!, select.Value ?? "");
                    break;
            }
        }

        if (!string.IsNullOrEmpty(pressed.Name))
        {
            yield return new(pressed.Name, pressed.Value);
        }
    }

    private async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        for (var hops = 0; response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.MovedPermanently or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect && hops < 10; hops++)
        {
            var next = new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!);
            var again = response.StatusCode == HttpStatusCode.TemporaryRedirect ? response.RequestMessage.Content : null;
            response.Dispose();
            response = again is null ? await client.GetAsync(next) : await client.PostAsync(next, again);
        }

        using (response)
        {
            var document = await Parser.ParseDocumentAsync(await response.Content.ReadAsStringAsync());
            return new Page(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, document);
        }
    }
}

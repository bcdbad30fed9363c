using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.RateLimiting;

using SchoolPortal.Data;
using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Mail;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>The pages that are open to everybody, and their files.</summary>
internal static class PublicPages
{
    private const string Folder = "/Public";

    public static IServiceCollection AddPublicPages(this IServiceCollection services) =>
        services.AddSingleton<PublishedContent>().AddSingleton<HandOutFiles>().AddSingleton<VisitorPages>().AddScoped<PublicRegister>();

    /// <summary>All pages of the folder are for everybody, and the same for every visitor; one whose requests are counted is made for each.</summary>
    public static void OpenPublicPages(this PageConventionCollection pages)
    {
        pages.AllowAnonymousToFolder(Folder);
        pages.AddFolderApplicationModelConvention(Folder, page =>
        {
            if (!page.HandlerType.IsDefined(typeof(EnableRateLimitingAttribute), inherit: true))
            {
                page.EndpointMetadata.Add(new SameForVisitorsAttribute());
            }
        });
    }

    public static void MapPublicPages(this WebApplication app)
    {
        foreach (var section in new[] { PublicLinks.Partnership, PublicLinks.HandOuts })
        {
            app.MapPublic($"{section}/{{name}}/diagram-{{number:int}}.svg", (string name, int number, PortalDbContext db, PublishedContent content, CancellationToken cancel) =>
                DiagramAsync($"{section[1..]}/{name}", number, db, content, cancel));
        }

        app.MapPublic("/handouts/{name}.docx", (string name, HttpRequest request, HandOutFiles files, MailSettings settings, PortalDbContext db, PublishedContent content, CancellationToken cancel) =>
            FileAsync(PublicHandOut.Find(name), HandOutFiles.Word, request, files, settings, db, content, cancel));
        app.MapPublic("/handouts/{name}.pptx", (string name, HttpRequest request, HandOutFiles files, MailSettings settings, PortalDbContext db, PublishedContent content, CancellationToken cancel) =>
            FileAsync(PublicHandOut.Find(name) is { HasSlides: true } found ? found : null, HandOutFiles.Slides, request, files, settings, db, content, cancel));
        app.MapPublic($"{PublicLinks.Register}.csv", (PublicRegister register, CancellationToken cancel) => register.CsvAsync(cancel));
        app.MapPublic($"{PublicLinks.Register}.json", (PublicRegister register, CancellationToken cancel) => register.JsonAsync(cancel));
        app.MapPublic("/robots.txt", PublicFeeds.Robots);
        app.MapPublic(PublicLinks.SiteMap, PublicFeeds.SiteMapAsync);
        app.MapPublic(PublicLinks.Feed, PublicFeeds.FeedAsync);
    }

    /// <summary>A file for everybody.</summary>
    public static void MapPublic(this WebApplication app, string address, Delegate write) =>
        app.MapMethods(address, [HttpMethods.Get, HttpMethods.Head], write).AllowAnonymous().WithMetadata(new SameForVisitorsAttribute());

    private static async Task<IResult> FileAsync(
        PublicHandOut? handOut, Func<HandOutFileSet, IResult> answer, HttpRequest request, HandOutFiles files, MailSettings settings, PortalDbContext db, PublishedContent content, CancellationToken cancel) =>
        handOut is not null && await content.FindAsync(db, handOut.PageKey, cancel) is { } page
            ? answer(files.Of(handOut, page, PublicFeeds.Root(request, settings)))
            : Results.NotFound();

    private static async Task<IResult> DiagramAsync(string key, int number, PortalDbContext db, PublishedContent content, CancellationToken cancel)
    {
        var page = await content.FindAsync(db, key, cancel);
        var diagrams = page is null ? [] : ContentMarkdown.Parse(page.Text).OfType<Markdig.Syntax.FencedCodeBlock>().ToList();
        if (number < 1 || number > diagrams.Count)
        {
            return Results.NotFound();
        }

        using var drawing = new StringWriter();
        DiagramPicture.Of(ContentMarkdown.DiagramOf(diagrams[number - 1])).WriteTo(drawing, System.Text.Encodings.Web.HtmlEncoder.Default);
        return Results.Text(drawing.ToString(), "image/svg+xml", System.Text.Encoding.UTF8);
    }
}

using System.Globalization;
using System.Text;
using System.Xml.Linq;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Public;
using SchoolPortal.Web.Mail;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>What programs read about the public pages: what they may visit, what there is, and what changed.</summary>
internal static class PublicFeeds
{
    private const int MostEntries = 50;

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Pages that are no content.</summary>
    private static readonly string[] Fixed = ["/", PublicLinks.FindYourOfficer, PublicLinks.HandOuts];

    /// <summary>Programs may read what everybody may read.</summary>
    public static IResult Robots(HttpRequest request, MailSettings settings) =>
        Results.Text($"User-agent: *\nDisallow: /account/\nDisallow: /ready/\n\nSitemap: {Root(request, settings)}{PublicLinks.SiteMap}\n", "text/plain", Encoding.UTF8);

    /// <summary>Every public page.</summary>
    public static async Task<IResult> SiteMapAsync(HttpRequest request, MailSettings settings, PublicRegister register, PortalDbContext db, PublishedContent content, CancellationToken cancel)
    {
        var root = Root(request, settings);
        var pages = await content.AllAsync(db, cancel);
        return Xml(
            new XElement(
                Map + "urlset",
                Fixed.Concat(register.IsOpen ? [PublicLinks.Register] : []).Select(address => new XElement(Map + "url", new XElement(Map + "loc", root + address))),
                pages.Select(page => new XElement(
                    Map + "url",
                    new XElement(Map + "loc", root + PublicLinks.Page(page.Key)),
                    new XElement(Map + "lastmod", page.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))))),
            "application/xml");
    }

    /// <summary>What changed on the content pages, the newest first.</summary>
    public static async Task<IResult> FeedAsync(HttpRequest request, MailSettings settings, PortalDbContext db, TimeProvider clock, CancellationToken cancel)
    {
        var (root, today) = (Root(request, settings), clock.Today());
        var changes = await db.ContentVersions.AsNoTracking()
            .Where(v => v.State == ContentState.Published && v.From <= today)
            .OrderByDescending(v => v.From).ThenByDescending(v => v.DecidedAt)
            .Take(MostEntries)
            .Select(v => new { v.Id, v.PageKey, v.Title, v.Summary, v.Note, From = v.From!.Value, At = v.DecidedAt!.Value })
            .ToListAsync(cancel);
        DateTime Seen(DateOnly from, DateTime at) => at > NewZealandTime.StartOf(from) ? at : NewZealandTime.StartOf(from);
        return Xml(
            new XElement(
                Atom + "feed",
                new XAttribute(XNamespace.Xml + "lang", "en-NZ"),
                new XElement(Atom + "title", "School Portal: changes of the public pages"),
                new XElement(Atom + "id", root + PublicLinks.Feed),
                new XElement(Atom + "author", new XElement(Atom + "name", "School Portal")),
                new XElement(Atom + "updated", Instant(changes.Select(c => Seen(c.From, c.At)).DefaultIfEmpty(NewZealandTime.StartOf(today)).Max())),
                new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", root + PublicLinks.Feed)),
                new XElement(Atom + "link", new XAttribute("href", root + PublicLinks.Partnership)),
                changes.Select(change => new XElement(
                    Atom + "entry",
                    new XElement(Atom + "title", change.Title),
                    new XElement(Atom + "id", $"urn:uuid:{change.Id}"),
                    new XElement(Atom + "updated", Instant(Seen(change.From, change.At))),
                    new XElement(Atom + "link", new XAttribute("href", root + PublicLinks.Page(change.PageKey))),
                    new XElement(Atom + "summary", $"{change.Note} – {change.Summary}")))),
            "application/atom+xml");
    }

    /// <summary>Where people find the portal: as the operator says, else as the request does, whose host is one of those allowed.</summary>
    internal static string Root(HttpRequest request, MailSettings settings) =>
        (settings.Portal?.ToString() ?? $"{request.Scheme}://{request.Host}").TrimEnd('/');

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static IResult Xml(XElement root, string type) =>
        Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}\n", type, Encoding.UTF8);
}

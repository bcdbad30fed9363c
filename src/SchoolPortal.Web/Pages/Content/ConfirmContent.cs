using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Public;
using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Pages.Public;

namespace SchoolPortal.Web.Pages.Content;

/// <summary>Somebody read a page again and found it right: the same text, with a later day of review.</summary>
public sealed class ConfirmContent(PortalDbContext db, TimeProvider clock, PublishedContent shown, VisitorPages visitors)
{
    private const string Reason = "Read again, nothing to change";

    /// <summary>Keeps it as a version of its own, so that history says who read it and when.</summary>
    /// <param name="actor">Who read it.</param>
    /// <param name="page">The page as it is shown.</param>
    /// <param name="reviewOn">The day by which it is read again.</param>
    /// <param name="cancel">Stops the save.</param>
    public async Task HandleAsync(Actor actor, PublishedPage page, DateOnly reviewOn, CancellationToken cancel)
    {
        var today = clock.Today();
        var number = await db.NextNumberAsync(page.Key, cancel);
        var change = new Change(actor, clock.UtcNow(), $"Read {page.Key} again, to be read again by {NewZealandTime.Show(reviewOn)}");
        var version = new ContentVersion(page.Key, number, page.Words with { ReviewOn = reviewOn }, change);
        version.Publish((today, null), Reason, today, change);
        db.ContentVersions.Add(version);
        await db.SaveAsync(change, cancel);
        shown.Forget();
        visitors.Forget();
    }
}

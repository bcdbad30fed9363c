using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Notices;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;

namespace SchoolPortal.Web.Pages.Readiness;

/// <summary>A link as whoever opens it meets it.</summary>
/// <param name="Answer">How it answers.</param>
/// <param name="Link">The link; null when unknown.</param>
/// <param name="SchoolNumber">Its school's number.</param>
/// <param name="School">Its school's name; empty when unknown.</param>
public sealed record FoundLink(LinkAnswer Answer, ReadinessLink? Link, int SchoolNumber, string School);

/// <summary>Looks a link up by what stands in the e-mail. Changes nothing.</summary>
public sealed class FindReadinessLink(PortalDbContext db, TimeProvider clock)
{
    public async Task<FoundLink> HandleAsync(string token, CancellationToken cancel)
    {
        var sha256 = MakeReadinessLink.HashOf(token);
        var found = await (
            from link in db.ReadinessLinks.AsNoTracking()
            join school in db.Schools on link.SchoolId equals school.Id
            where link.Sha256 == sha256
            select new { Link = link, school.Number, school.Facts.Name }).SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return new FoundLink(LinkAnswer.Unknown, null, 0, "");
        }

        // Whoever is told about the school today is whoever speaks for it.
        var speak = (await Addressees.OfSchoolsAsync(db, db.Schools.Where(s => s.Id == found.Link.SchoolId), clock.Today(), cancel))[found.Link.SchoolId];
        var speaks = speak.Any(a => found.Link.PersonId is null ? a.ContactId == found.Link.ContactId : a.PersonId == found.Link.PersonId);
        return new FoundLink(found.Link.AnswerOn(speaks, clock.UtcNow()), found.Link, found.Number, found.Name);
    }
}

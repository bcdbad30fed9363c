using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Notices;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Web.Pages.Notices;

namespace SchoolPortal.Web.Pages.Readiness;

/// <summary>A link as whoever opens it meets it.</summary>
/// <param name="Answer">How it answers.</param>
/// <param name="Link">The link; null when unknown.</param>
/// <param name="SchoolNumber">Its school's number.</param>
/// <param name="School">Its school's name; empty when unknown.</param>
public sealed record FoundLink(LinkAnswer Answer, MailedLink? Link, int SchoolNumber, string School);

/// <summary>Looks a link up by what stands in the e-mail. Changes nothing.</summary>
public sealed class FindReadinessLink(PortalDbContext db, MailedLinks links, TimeProvider clock)
{
    public async Task<FoundLink> HandleAsync(string token, CancellationToken cancel)
    {
        if (await links.FindAsync(NoticeKind.ReadinessLink, token, cancel) is not { } link)
        {
            return new FoundLink(LinkAnswer.Unknown, null, 0, "");
        }

        var school = db.Schools.Where(s => s.Id == link.SchoolId);
        var named = await school.Select(s => new { s.Id, s.Number, s.Facts.Name }).SingleAsync(cancel);

        // Whoever is told about the school today is whoever speaks for it.
        var speak = (await Addressees.OfSchoolsAsync(db, school, clock.Today(), cancel))[named.Id];
        var speaks = speak.Any(a => link.PersonId is null ? a.ContactId == link.ContactId : a.PersonId == link.PersonId);
        return new FoundLink(link.AnswerOn(speaks, clock.UtcNow()), link, named.Number, named.Name);
    }
}

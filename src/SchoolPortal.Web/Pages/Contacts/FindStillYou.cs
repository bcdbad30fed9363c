using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Web.Pages.Notices;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>The question "still you?" as whoever opens its link meets it.</summary>
/// <param name="Answer">How the link answers.</param>
/// <param name="Link">The link; null when unknown.</param>
/// <param name="School">Name of the school; empty when unknown.</param>
/// <param name="Positions">What they are there today.</param>
public sealed record FoundStillYou(LinkAnswer Answer, MailedLink? Link, string School, IReadOnlyList<ContactPosition> Positions)
{
    /// <summary>"principal and emergency contact 1".</summary>
    public string As => Words.And([.. Positions.Select(position => Words.Of(position))]);
}

/// <summary>Looks such a link up by what stands in the e-mail. Changes nothing.</summary>
public sealed class FindStillYou(PortalDbContext db, MailedLinks links, TimeProvider clock)
{
    public async Task<FoundStillYou> HandleAsync(string token, CancellationToken cancel)
    {
        if (await links.FindAsync(NoticeKind.StillYou, token, cancel) is not { } link)
        {
            return new FoundStillYou(LinkAnswer.Unknown, null, "", []);
        }

        var school = await db.Schools.Where(s => s.Id == link.SchoolId).Select(s => s.Facts.Name).SingleAsync(cancel);
        var positions = await Asked(link).Select(c => c.Position).Distinct().ToListAsync(cancel);
        return new FoundStillYou(link.AnswerOn(positions.Count > 0, clock.UtcNow()), link, school, [.. positions.Order()]);
    }

    /// <summary>What the one who was asked is at the school today: one address may stand for more than one position.</summary>
    public IQueryable<SchoolContact> Asked(MailedLink link)
    {
        var today = clock.Today();
        var address = db.SchoolContacts.Where(c => c.Id == link.ContactId).Select(c => c.Email);
        return db.SchoolContacts.Where(c => c.SchoolId == link.SchoolId && c.From <= today && (c.To == null || c.To >= today) && address.Contains(c.Email));
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Notices;

/// <summary>Makes, finds and uses up the links that e-mails carry: random, and kept as a hash alone.</summary>
public sealed class MailedLinks(PortalDbContext db, TimeProvider clock)
{
    private const int Bytes = 32;

    /// <summary>Gives the address in the portal of a notice's link, which stands nowhere else. One made for the notice before is dead.</summary>
    public async Task<string> MakeAsync(Notice notice, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var now = clock.UtcNow();
        await db.MailedLinks.Where(l => l.NoticeId == notice.Id && l.UsedAt == null).ExecuteDeleteAsync(cancel);
        db.MailedLinks.Add(new MailedLink(HashOf(token), notice, now));
        await db.SaveAsync(new Change(Actor.Portal, now, "Made a link"), cancel);
        return $"{PathOf(notice.Kind)}/{token}";
    }

    /// <summary>The link of this kind that stands for this in the e-mail, or null. Changes nothing.</summary>
    public Task<MailedLink?> FindAsync(NoticeKind kind, string token, CancellationToken cancel)
    {
        var sha256 = HashOf(token);
        return db.MailedLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Sha256 == sha256 && l.Kind == kind, cancel);
    }

    /// <summary>Uses it up, within the caller's transaction. Refuses when somebody else did in this moment.</summary>
    public async Task UseAsync(MailedLink link, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        if (await db.MailedLinks.Where(l => l.Sha256 == link.Sha256 && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), cancel) == 0)
        {
            throw new ChangedMeanwhile("Somebody has used this link just now. Nothing more is to be done.");
        }
    }

    private static string PathOf(NoticeKind kind) => kind switch
    {
        NoticeKind.ReadinessLink => "/ready",
        NoticeKind.Invitation => "/invitation",
        NoticeKind.StillYou => "/still-you",
        NoticeKind.NewPassphrase => "/account/new-passphrase",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A notice of this kind carries an address of the portal."),
    };

    /// <summary>What is kept of a token.</summary>
    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

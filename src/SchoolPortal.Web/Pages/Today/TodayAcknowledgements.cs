using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Agreements;

namespace SchoolPortal.Web.Pages.Today;

/// <summary>What somebody is asked to take note of about the agreements of their schools.</summary>
internal static class TodayAcknowledgements
{
    private static readonly HashSet<Role> Asked = [.. Enum.GetValues<AcknowledgementKind>().SelectMany(Acknowledgement.Asked)];

    /// <summary>One task each.</summary>
    public static async Task<IReadOnlyList<TodayTask>> ReadAsync(PortalDbContext db, Actor actor, CancellationToken cancel)
    {
        var held = actor.Authorities.Where(a => Asked.Contains(a.Role)).ToList();
        if (held.Count == 0)
        {
            return [];
        }

        var roles = held.Select(a => a.Role).Distinct().ToList();
        var near = new Actor(actor.PersonId, actor.Name, actor.Position, held);
        var open = await db.OpenAcknowledgements().Where(a => roles.Contains(a.Role))
            .Join(
                db.Schools.AsNoTracking().VisibleTo(near),
                a => a.SchoolId,
                s => s.Id,
                (a, s) => new { a.Role, a.Text, a.AskedOn, a.DueOn, s.Number, s.Facts.Name, s.Id, s.AreaId, s.DistrictId })
            .ToListAsync(cancel);
        return
        [
            .. from each in open
               where actor.RolesAt(new Place(each.Id, each.AreaId, each.DistrictId)).Contains(each.Role)
               select new TodayTask(
                   $"Acknowledge: {each.Text}, {each.Name}", AgreementLinks.Overview(each.Number), $"Asked on {NewZealandTime.Show(each.AskedOn)}.", each.DueOn),
        ];
    }
}

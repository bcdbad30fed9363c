using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Agreements;

namespace SchoolPortal.Web.Pages.Today;

/// <summary>What somebody is asked to take note of about the agreements of their schools: one task each.</summary>
internal sealed class TodayAcknowledgements(PortalDbContext db, SchoolListSnapshot schools, Actor actor)
{
    public async Task<IReadOnlyList<TodayTask>> ReadAsync(CancellationToken cancel)
    {
        var open = await schools.Readings.OfAsync(0, () => db.OpenAcknowledgements()
            .Select(a => new Asked(a.SchoolId, a.Role, a.Text, a.AskedOn, a.DueOn))
            .ToListAsync(cancel));
        return
        [
            .. from asked in open
               where actor.Authorities.Any(a => a.Role == asked.Role)
               let school = schools.Find(asked.SchoolId)
               where school is not null && actor.RolesAt(school.Place).Contains(asked.Role)
               select new TodayTask(
                   $"Acknowledge: {asked.Text}, {school.Name}", AgreementLinks.Overview(school.Number), $"Asked on {NewZealandTime.Show(asked.AskedOn)}.", asked.DueOn, school.Number),
        ];
    }

    private sealed record Asked(Guid SchoolId, Role Role, string Text, DateOnly AskedOn, DateOnly DueOn);
}

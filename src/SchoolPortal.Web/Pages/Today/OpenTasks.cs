using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Today;

/// <summary>What waits for somebody at schools: what their page of the day lists, and what goes to others when they leave.</summary>
internal sealed class OpenTasks(PortalDbContext db, SchoolListSnapshot schools, Actor actor)
{
    /// <summary>The schools near to them, and the work there, the most urgent first.</summary>
    public async Task<(IReadOnlyList<TodaySchool> Near, TodayWork Work)> ReadAsync(CancellationToken cancel)
    {
        var standing = new TodaySchools(db, schools, actor);
        var near = await standing.ReadAsync(cancel);
        var work = TodayTasks.Of(actor, schools.Day, near);
        var toSign = TodayTasks.Of(actor, schools.Day, await standing.ReadToSignAsync(cancel));
        var asked = await new TodayAcknowledgements(db, schools, actor).ReadAsync(cancel);
        return (near, work with
        {
            Tasks = [.. work.Tasks.Concat(toSign.Tasks).DistinctBy(task => task.Text).Concat(asked).OrderBy(task => task.Due ?? DateOnly.MaxValue)],
        });
    }
}

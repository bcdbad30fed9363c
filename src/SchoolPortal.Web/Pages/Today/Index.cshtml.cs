using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Public;
using SchoolPortal.Web.Pages.Schools;

namespace SchoolPortal.Web.Pages.Today;

/// <summary>The first page after signing in: what waits for this person, and for whom they wait. Open to everybody signed in.</summary>
[Authorize]
public sealed class IndexModel(PortalDbContext db, SchoolListIndex index, PublishedContent content, Marks marks, Actor actor, TimeProvider clock) : PageModel
{
    private const int MostWaiting = 25;

    public DateOnly Today { get; } = clock.Today();

    /// <summary><c>Monday 23 November 2026 · Term 4, week 7</c>.</summary>
    public string DateLine { get; private set; } = "";

    public IReadOnlyList<Tile> Tiles { get; private set; } = [];

    public IReadOnlyList<TodayTask> Tasks { get; private set; } = [];

    public IReadOnlyList<TodayWaiting> Waiting { get; private set; } = [];

    /// <summary>How many more wait than are listed.</summary>
    public int MoreWaiting { get; private set; }

    public Side OtherSide => actor.Authorities.Any(a => Roles.OfSchool.Contains(a.Role)) ? Side.Police : Side.School;

    /// <summary>The school of somebody who has one.</summary>
    public (int Number, string Name)? OwnSchool { get; private set; }

    /// <summary>The reader's own leave that is under way, and at how many of their schools somebody stands in.</summary>
    public (DateOnly Until, int Covered, int Schools)? OnLeave { get; private set; }

    public bool HasNoAuthority => actor.Authorities.Count == 0;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var schools = await index.CurrentAsync(db, marks, cancel);
        DateLine = string.Join(" · ", new[] { Today.ToString("dddd d MMMM yyyy", NewZealandTime.Culture), schools.Calendar.Describe(Today) }.OfType<string>());

        var (near, work) = await new OpenTasks(db, schools, actor).ReadAsync(cancel);
        var duties = await new TodayDuties(db, content, actor, schools).ReadAsync(cancel);
        Tasks = [.. work.Tasks, .. duties.Tasks];
        Waiting = [.. work.Waiting.Take(MostWaiting)];
        MoreWaiting = work.Waiting.Count - Waiting.Count;
        OwnSchool = near is [var only] ? (only.Number, only.Name) : null;
        OnLeave = await OnLeaveAsync(schools, cancel);
        Tiles = [.. OwnTiles(near, work), .. duties.Tiles];
    }

    private async Task<(DateOnly, int, int)?> OnLeaveAsync(SchoolListSnapshot schools, CancellationToken cancel)
    {
        var leaves = await schools.Readings.OfAsync(0, () => LeavesAsync(cancel));
        if (!leaves.ByPerson.TryGetValue(actor.PersonId, out var leave))
        {
            return null;
        }

        var led = schools.Open(actor.JurisdictionFor(Operation.ViewSchool)).Where(row => row.LeadOfficerId == leave.OfficerId).ToList();
        return led.Count == 0 ? null : (leave.To, led.Count(row => !row.Coverage.Gaps.HasFlag(CoverageGaps.LeadAway)), led.Count);
    }

    /// <summary>Everybody's leave of today, read once until something about officers or schools changes.</summary>
    private async Task<Leaves> LeavesAsync(CancellationToken cancel)
    {
        var today = await db.OfficerLeaves.AsNoTracking()
            .Where(l => l.From <= Today && l.To >= Today)
            .Join(db.Officers.Where(o => o.PersonId != null), l => l.OfficerId, o => o.Id, (l, o) => new { PersonId = o.PersonId!.Value, Leave = l })
            .ToListAsync(cancel);
        return new Leaves(today.DistinctBy(l => l.PersonId).ToDictionary(l => l.PersonId, l => l.Leave));
    }

    private IEnumerable<Tile> OwnTiles(IReadOnlyList<TodaySchool> near, TodayWork work)
    {
        if (near.Count == 0)
        {
            yield break;
        }

        var overdue = Tasks.Count(task => task.IsOverdue(Today));
        yield return new Tile(overdue, "overdue", IsBad: overdue > 0);
        yield return new Tile(Tasks.Count, "waiting for you");
        yield return new Tile(work.Waiting.Count, OtherSide == Side.School ? "waiting for the school" : "waiting for Police");
        if (near is [var only])
        {
            var href = only.Profile.State is null ? SchoolLinks.Profiles(only.Number) : SchoolLinks.Profile(only.Number, only.Profile.Year);
            yield return new Tile(only.Profile.Done, $"of {only.Profile.Sections} sections of the {only.Profile.Year} profile complete",
                actor.May(Operation.ViewProfile, only.Place) ? href : null);
            yield break;
        }

        var without = near.Count(school => !school.HasLeadSchool);
        yield return new Tile(near.Count, without == 0 ? "schools, all with a Lead School Contact" : $"schools, {without} without a Lead School Contact", SchoolLinks.List);
    }

    private sealed record Leaves(IReadOnlyDictionary<Guid, OfficerLeave> ByPerson);

    /// <summary>A figure at the top of the page.</summary>
    public sealed record Tile(int Figure, string Text, string? Href = null, bool IsBad = false);
}

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Data.People;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Profiles.Campaign;

/// <summary>
/// Counts the schools of a year, and lists them by page from the database. This year is counted in the list of schools that is
/// kept in memory; an earlier one in the database, for the whole nation once until anything changes.
/// </summary>
public sealed class ReadCampaign(PortalDbContext db, Actor actor)
{
    /// <summary>Schools on a page of the list.</summary>
    public const int PageSize = 25;

    private readonly List<string> eachTerm = [.. db.NewestProfileForm().Sections.Where(s => s.ConfirmedEachTerm).Select(s => s.Key)];

    /// <summary>The counts that this person may know.</summary>
    public async Task<IReadOnlyList<CampaignCell>> CellsAsync(int year, SchoolListSnapshot schools, CancellationToken cancel)
    {
        var held = actor.JurisdictionFor(Operation.FollowProfiles);
        if (year == schools.Day.Year)
        {
            return Count(schools.Open(held));
        }

        if (held.Schools.Count > 0)
        {
            return await CountAsync(db.Schools.VisibleTo(actor, Operation.FollowProfiles), year, schools.Day, cancel);
        }

        var all = await schools.Readings.OfAsync(year, async () => new NationCells(await CountAsync(db.Schools, year, schools.Day, cancel)));
        return [.. all.Cells.Where(c => held.Covers(new Place(Guid.Empty, c.Area, c.District)))];
    }

    /// <summary>One page of the schools asked for.</summary>
    public Task<List<CampaignSchool>> ListAsync(CampaignAsked asked, SchoolListSnapshot schools, CancellationToken cancel) =>
        Asked(asked, schools).Skip((asked.PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(cancel);

    /// <summary>The schools asked for: where nothing says how far, the ones behind first; else by name.</summary>
    public IQueryable<CampaignSchool> Asked(CampaignAsked asked, SchoolListSnapshot schools)
    {
        var (year, today, before) = (asked.Year, schools.Day, StaleBefore(asked.Year, schools));
        var standing = from school in Followed(db.Schools.VisibleTo(actor, Operation.FollowProfiles), asked, today)
                       from profile in db.Profiles.Where(p => p.SchoolId == school.Id && p.Year == year).DefaultIfEmpty()
                       select new { School = school, Profile = profile };
        standing = asked.Show switch
        {
            null => standing.OrderBy(s => s.Profile == null || s.Profile.State == ProfileState.NotStarted ? 0
                : s.Profile.State == ProfileState.Draft || (s.Profile.State == ProfileState.Archived && s.Profile.ConfirmedAt == null) ? 1
                : s.Profile.State == ProfileState.Returned ? 2
                : s.Profile.State == ProfileState.Submitted ? 3
                : 4).ThenBy(s => s.School.SortName).ThenBy(s => s.School.Id),
            CampaignFilter.NotStarted => standing.Where(s => s.Profile == null || s.Profile.State == ProfileState.NotStarted),
            CampaignFilter.InProgress => standing.Where(s => s.Profile!.State == ProfileState.Draft || (s.Profile.State == ProfileState.Archived && s.Profile.ConfirmedAt == null)),
            CampaignFilter.Returned => standing.Where(s => s.Profile!.State == ProfileState.Returned),
            CampaignFilter.Submitted => standing.Where(s => s.Profile!.State == ProfileState.Submitted),
            CampaignFilter.Confirmed => standing.Where(s => s.Profile!.State == ProfileState.Confirmed || (s.Profile.State == ProfileState.Archived && s.Profile.ConfirmedAt != null)),
            CampaignFilter.Behind => standing.Where(s => s.Profile == null || s.Profile.State == ProfileState.NotStarted || s.Profile.State == ProfileState.Draft
                || s.Profile.State == ProfileState.Returned || (s.Profile.State == ProfileState.Archived && s.Profile.ConfirmedAt == null)),
            _ => standing.Where(s => db.ProfileSections.Any(x => x.ProfileId == s.Profile!.Id && eachTerm.Contains(x.Key) && x.CheckedAt < before)),
        };
        if (asked.Show is not null)
        {
            standing = standing.OrderBy(s => s.School.SortName).ThenBy(s => s.School.Id);
        }

        return standing.Select(s => new CampaignSchool(
            new Place(s.School.Id, s.School.AreaId, s.School.DistrictId),
            s.School.Number,
            s.School.Facts.Name,
            (ProfileState?)s.Profile!.State,
            s.Profile.ConfirmedAt != null,
            (int?)s.Profile.SectionsDone,
            (DateTime?)s.Profile.StateSince,
            db.ProfileSections.Any(x => x.ProfileId == s.Profile.Id && eachTerm.Contains(x.Key) && x.CheckedAt < before),
            db.Leads(today).Where(a => a.SchoolId == s.School.Id).Select(a => db.Officers.Where(o => o.Id == a.OfficerId).Select(o => o.Name).FirstOrDefault()).FirstOrDefault(),
            db.Notices.Where(n => n.SchoolId == s.School.Id && n.Kind == Domain.Notices.NoticeKind.ProfileNudge).Max(n => (DateTime?)n.MadeAt)));
    }

    private IQueryable<School> Followed(IQueryable<School> schools, CampaignAsked asked, DateOnly today)
    {
        schools = schools.Where(s => s.Status == SchoolStatus.Open);
        if (asked.District is { } district)
        {
            schools = district == CampaignAsked.Nobody ? schools.Where(s => s.DistrictId == null) : schools.Where(s => s.DistrictId == district);
        }

        if (asked.Area is { } area)
        {
            schools = area == CampaignAsked.Nobody ? schools.Where(s => s.AreaId == null) : schools.Where(s => s.AreaId == area);
        }

        return asked.Officer is not { } officer ? schools
            : officer == CampaignAsked.Nobody ? schools.Where(s => !db.Leads(today).Any(a => a.SchoolId == s.Id))
            : schools.Where(s => db.Leads(today).Any(a => a.SchoolId == s.Id && a.OfficerId == officer));
    }

    private static List<CampaignCell> Count(IEnumerable<SchoolListRow> schools) =>
    [
        .. schools.GroupBy(row => (
                row.Place.DistrictId, row.Place.AreaId, row.LeadOfficerId, Progress: ProfileProgresses.Of(row.Profile, row.ProfileConfirmed)))
            .Select(alike => new CampaignCell(
                alike.Key.DistrictId ?? CampaignAsked.Nobody,
                alike.Key.AreaId ?? CampaignAsked.Nobody,
                alike.Key.LeadOfficerId ?? CampaignAsked.Nobody,
                alike.Key.Progress,
                alike.Count(),
                alike.Count(row => row.ProfileStale))),
    ];

    private async Task<List<CampaignCell>> CountAsync(IQueryable<School> schools, int year, DateOnly today, CancellationToken cancel)
    {
        var groups = await (
            from school in schools
            where school.Status == SchoolStatus.Open
            from profile in db.Profiles.Where(p => p.SchoolId == school.Id && p.Year == year).DefaultIfEmpty()
            from lead in db.Leads(today).Where(a => a.SchoolId == school.Id).DefaultIfEmpty()
            group school.Id by new
            {
                school.DistrictId,
                school.AreaId,
                OfficerId = (Guid?)lead!.OfficerId,
                State = (ProfileState?)profile!.State,
                WasConfirmed = profile.ConfirmedAt != null,
            }
            into alike
            select new { alike.Key, Schools = alike.Count() }).ToListAsync(cancel);
        return groups.ConvertAll(g => new CampaignCell(
            g.Key.DistrictId ?? CampaignAsked.Nobody,
            g.Key.AreaId ?? CampaignAsked.Nobody,
            g.Key.OfficerId ?? CampaignAsked.Nobody,
            ProfileProgresses.Of(g.Key.State, g.Key.WasConfirmed),
            g.Schools,
            Stale: 0));
    }

    /// <summary>What was found right before this instant is stale; a year that is over is never.</summary>
    private static DateTime StaleBefore(int year, SchoolListSnapshot schools) =>
        year == schools.Day.Year ? schools.Calendar.StaleBefore(schools.Day) : DateTime.MinValue;

    private sealed record NationCells(IReadOnlyList<CampaignCell> Cells);
}

/// <summary>One school of the list.</summary>
public sealed record CampaignSchool(
    Place Place, int Number, string Name, ProfileState? State, bool WasConfirmed, int? SectionsDone, DateTime? Since, bool IsStale, string? Lead, DateTime? NudgedAt)
{
    /// <summary>How far it has come.</summary>
    public ProfileProgress Progress => ProfileProgresses.Of(State, WasConfirmed);
}

/// <summary>Who is Lead Police Contact.</summary>
internal static class LeadDuties
{
    /// <summary>On a day.</summary>
    public static IQueryable<OfficerAssignment> Leads(this PortalDbContext db, DateOnly day) =>
        db.OfficerAssignments.Where(a => a.Kind == AssignmentKind.LeadPoliceContact && a.From <= day && (a.To == null || a.To >= day));
}

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Profiles.Campaign;

/// <summary>
/// Counts the schools of a year, and lists them. How far each school has come stands in the list of schools that is kept in
/// memory; of an earlier year it is read beside it, once until anything changes. Only what a page shows besides is asked of the database.
/// </summary>
public sealed class ReadCampaign(PortalDbContext db, Actor actor)
{
    /// <summary>Schools on a page of the list.</summary>
    public const int PageSize = 25;

    private readonly Jurisdiction held = actor.JurisdictionFor(Operation.FollowProfiles);

    /// <summary>The counts that this person may know.</summary>
    public async Task<IReadOnlyList<CampaignCell>> CellsAsync(int year, SchoolListSnapshot schools, CancellationToken cancel)
    {
        var standing = await StandingAsync(year, schools, cancel);
        if (HoldsSchoolsOnly)
        {
            return Count(Followed(schools), standing);
        }

        var nation = await schools.Readings.OfAsync(year, () => Task.FromResult(new NationCells(Count(schools.Open(Jurisdiction.Nation), standing))));
        return held.Schools.Count > 0 ? Count(Followed(schools), standing)
            : held.Everywhere ? nation.Cells
            : [.. nation.Cells.Where(c => held.Covers(new Place(Guid.Empty, c.Area, c.District)))];
    }

    /// <summary>One page of the schools asked for.</summary>
    public async Task<IReadOnlyList<CampaignSchool>> ListAsync(CampaignAsked asked, SchoolListSnapshot schools, CancellationToken cancel)
    {
        var standing = await StandingAsync(asked.Year, schools, cancel);
        return await ReadAsync([.. Asked(asked, schools, standing).Skip((asked.PageNumber - 1) * PageSize).Take(PageSize)], asked.Year, standing, cancel);
    }

    /// <summary>All schools asked for, some hundreds at a time.</summary>
    public async IAsyncEnumerable<CampaignSchool> AllAsync(
        CampaignAsked asked, SchoolListSnapshot schools, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        const int AtOnce = 500;
        var standing = await StandingAsync(asked.Year, schools, cancel);
        foreach (var some in Asked(asked, schools, standing).Chunk(AtOnce))
        {
            foreach (var school in await ReadAsync(some, asked.Year, standing, cancel))
            {
                yield return school;
            }
        }
    }

    private bool HoldsSchoolsOnly => !held.Everywhere && held.Districts.Count + held.Areas.Count == 0;

    /// <summary>The open schools that this person follows, by name.</summary>
    private IEnumerable<SchoolListRow> Followed(SchoolListSnapshot schools) => HoldsSchoolsOnly
        ? held.Schools.Select(schools.Find).OfType<SchoolListRow>().Where(row => row.Status == SchoolStatus.Open).OrderBy(row => row.SortName, StringComparer.Ordinal).ThenBy(row => row.Number)
        : schools.Open(held);

    /// <summary>The schools asked for: where nothing says how far, the ones behind first; else by name.</summary>
    private IEnumerable<SchoolListRow> Asked(CampaignAsked asked, SchoolListSnapshot schools, Func<SchoolListRow, Standing> standing)
    {
        var there = Followed(schools).Where(row =>
            (asked.District is null || (row.Place.DistrictId ?? CampaignAsked.Nobody) == asked.District)
            && (asked.Area is null || (row.Place.AreaId ?? CampaignAsked.Nobody) == asked.Area)
            && (asked.Officer is null || (row.LeadOfficerId ?? CampaignAsked.Nobody) == asked.Officer));
        return asked.Show switch
        {
            // Lazily, one progress after another: the first page need not sort the nation.
            null => Enum.GetValues<ProfileProgress>().SelectMany(progress => there.Where(row => standing(row).Progress == progress)),
            CampaignFilter.Behind => there.Where(row => ProfileProgresses.Behind.Contains(standing(row).Progress)),
            CampaignFilter.Stale => there.Where(row => standing(row).IsStale),
            { } progress => there.Where(row => standing(row).Progress == (ProfileProgress)progress),
        };
    }

    /// <summary>What a page shows besides how far each has come.</summary>
    private async Task<IReadOnlyList<CampaignSchool>> ReadAsync(IReadOnlyList<SchoolListRow> rows, int year, Func<SchoolListRow, Standing> standing, CancellationToken cancel)
    {
        var ids = rows.Select(row => (Guid?)row.Place.SchoolId).ToList();
        var profiles = await db.Profiles.Where(p => p.Year == year && ids.Contains(p.SchoolId))
            .Select(p => new { p.SchoolId, p.SectionsDone, p.StateSince })
            .ToDictionaryAsync(p => p.SchoolId, cancel);
        var nudged = await db.Notices.Where(n => n.Kind == NoticeKind.ProfileNudge && ids.Contains(n.SchoolId))
            .GroupBy(n => n.SchoolId)
            .Select(n => new { SchoolId = n.Key, At = n.Max(each => each.MadeAt) })
            .ToDictionaryAsync(n => n.SchoolId!.Value, n => (DateTime?)n.At, cancel);
        return
        [
            .. from row in rows
               let profile = profiles.GetValueOrDefault(row.Place.SchoolId)
               let how = standing(row)
               select new CampaignSchool(
                   row.Place, row.Number, row.Name, how.Progress, profile?.SectionsDone, profile?.StateSince, how.IsStale, row.LeadPoliceContact, nudged.GetValueOrDefault(row.Place.SchoolId)),
        ];
    }

    private static List<CampaignCell> Count(IEnumerable<SchoolListRow> schools, Func<SchoolListRow, Standing> standing) =>
    [
        .. schools.GroupBy(row => (row.Place.DistrictId, row.Place.AreaId, row.LeadOfficerId, standing(row).Progress))
            .Select(alike => new CampaignCell(
                alike.Key.DistrictId ?? CampaignAsked.Nobody,
                alike.Key.AreaId ?? CampaignAsked.Nobody,
                alike.Key.LeadOfficerId ?? CampaignAsked.Nobody,
                alike.Key.Progress,
                alike.Count(),
                alike.Count(row => standing(row).IsStale))),
    ];

    /// <summary>How each school stands in a year; in one that is over, nothing goes stale.</summary>
    private async Task<Func<SchoolListRow, Standing>> StandingAsync(int year, SchoolListSnapshot schools, CancellationToken cancel)
    {
        if (year == schools.Day.Year)
        {
            return row => new Standing(ProfileProgresses.Of(row.Profile, row.ProfileConfirmed), row.ProfileStale);
        }

        var earlier = await schools.Readings.OfAsync(year, async () => new EarlierYear(await db.Profiles.Where(p => p.Year == year)
            .Select(p => new { p.SchoolId, p.State, WasConfirmed = p.ConfirmedAt != null })
            .ToDictionaryAsync(p => p.SchoolId, p => ProfileProgresses.Of(p.State, p.WasConfirmed), cancel)));
        return row => new Standing(earlier.Of.GetValueOrDefault(row.Place.SchoolId, ProfileProgress.NotStarted), IsStale: false);
    }

    private readonly record struct Standing(ProfileProgress Progress, bool IsStale);

    private sealed record EarlierYear(IReadOnlyDictionary<Guid, ProfileProgress> Of);

    private sealed record NationCells(IReadOnlyList<CampaignCell> Cells);
}

/// <summary>One school of the list.</summary>
public sealed record CampaignSchool(
    Place Place, int Number, string Name, ProfileProgress Progress, int? SectionsDone, DateTime? Since, bool IsStale, string? Lead, DateTime? NudgedAt);

using SchoolPortal.Domain.Profiles;

namespace SchoolPortal.Web.Pages.Profiles.Campaign;

/// <summary>Schools of one district, area and officer that have come equally far.</summary>
/// <param name="District">The district, or <see cref="CampaignAsked.Nobody"/>.</param>
/// <param name="Area">The area, the same way.</param>
/// <param name="Officer">The Lead Police Contact, the same way.</param>
/// <param name="Progress">How far.</param>
/// <param name="Schools">How many.</param>
/// <param name="Stale">How many of them have a section to confirm anew.</param>
public sealed record CampaignCell(Guid District, Guid Area, Guid Officer, ProfileProgress Progress, int Schools, int Stale);

/// <summary>How many schools have come how far.</summary>
public sealed class CampaignCounts(IEnumerable<CampaignCell> cells)
{
    private readonly IReadOnlyList<CampaignCell> cells = [.. cells];

    /// <summary>All of them.</summary>
    public int Schools => cells.Sum(c => c.Schools);

    /// <summary>Those that wait for the school.</summary>
    public int Behind => ProfileProgresses.Behind.Sum(p => this[p]);

    /// <summary>Those with a section to confirm anew.</summary>
    public int Stale => cells.Sum(c => c.Stale);

    /// <summary>Those that have come this far.</summary>
    public int this[ProfileProgress progress] => cells.Where(c => c.Progress == progress).Sum(c => c.Schools);

    /// <summary>Those that a filter lists.</summary>
    public int Of(CampaignFilter? show) => show switch
    {
        null => Schools,
        CampaignFilter.Behind => Behind,
        CampaignFilter.Stale => Stale,
        { } progress => this[(ProfileProgress)progress],
    };

    /// <summary>Confirmed ones of a hundred, rounded down, so that 100 means all.</summary>
    public int PercentConfirmed => Schools == 0 ? 0 : this[ProfileProgress.Confirmed] * 100 / Schools;
}

/// <summary>One row of the table: a district, an area or an officer.</summary>
public sealed record CampaignRow(string Name, string Href, CampaignCounts Counts);

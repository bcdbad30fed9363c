using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>Gaps that the list can be narrowed to.</summary>
public enum SchoolGap
{
    /// <summary>Nobody is Lead Police Contact.</summary>
    NoLead,

    /// <summary>No agreement is in force.</summary>
    NoAgreement,

    /// <summary>This year's profile is due and not with Police.</summary>
    ProfileOverdue,

    /// <summary>Closed or merged: left out unless asked for.</summary>
    Closed,
}

/// <summary>What the list is sorted by.</summary>
public enum SchoolSort
{
    Name,
    Number,
    Roll,
}

/// <summary>What somebody asks of the list of schools. Everything given must hold; of several values of one filter, any.</summary>
public sealed record SchoolListQuery
{
    /// <summary>Words that must all be found, in any order and spelling.</summary>
    public string? Search { get; init; }

    public Guid? DistrictId { get; init; }

    public Guid? AreaId { get; init; }

    public SchoolType? Type { get; init; }

    public SchoolAuthority? Authority { get; init; }

    /// <summary>Gaps that must all be there.</summary>
    public IReadOnlyList<SchoolGap> Gaps { get; init; } = [];

    public IReadOnlyList<AgreementStanding> Agreements { get; init; } = [];

    public IReadOnlyList<ProfileState> Profiles { get; init; } = [];

    public SchoolSort Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>
    /// The tests that a row must pass, for schools at which the permission is held. Only what is asked is tested, because most
    /// lists are asked for nothing; whether a school is closed is not among them, as the rows are kept apart by that.
    /// </summary>
    internal IEnumerable<Func<SchoolListRow, bool>> Tests(Jurisdiction held)
    {
        if (!held.Everywhere)
        {
            yield return row => held.Covers(row.Place);
        }

        if (DistrictId is { } district)
        {
            yield return row => row.Place.DistrictId == district;
        }

        if (AreaId is { } area)
        {
            yield return row => row.Place.AreaId == area;
        }

        if (Type is { } type)
        {
            yield return row => row.Type == type;
        }

        if (Authority is { } authority)
        {
            yield return row => row.Authority == authority;
        }

        if (Agreements.Count > 0)
        {
            yield return row => Agreements.Contains(row.Agreement);
        }

        if (Profiles.Count > 0)
        {
            yield return row => Profiles.Contains(row.Profile);
        }

        foreach (var gap in Gaps.Where(gap => gap != SchoolGap.Closed))
        {
            yield return Is(gap);
        }

        foreach (var word in Folded.Of(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return row => row.SearchText.Contains(word, StringComparison.Ordinal);
        }
    }

    private static Func<SchoolListRow, bool> Is(SchoolGap gap) => gap switch
    {
        SchoolGap.NoLead => row => row.LeadPoliceContact is null,
        SchoolGap.NoAgreement => row => !row.InForce,
        SchoolGap.ProfileOverdue => row => row.ProfileOverdue,
        _ => row => row.IsClosed,
    };
}

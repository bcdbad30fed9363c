namespace SchoolPortal.Domain.People;

/// <summary>The schools at which a permission is held: all of them, or those of some districts, of some areas, and some one by one.</summary>
/// <param name="Everywhere">True for the whole nation; the sets then say nothing.</param>
/// <param name="Districts">Ids of Police districts.</param>
/// <param name="Areas">Ids of Police areas.</param>
/// <param name="Schools">Ids of schools.</param>
public sealed record Jurisdiction(bool Everywhere, IReadOnlySet<Guid> Districts, IReadOnlySet<Guid> Areas, IReadOnlySet<Guid> Schools)
{
    /// <summary>The whole nation.</summary>
    public static Jurisdiction Nation { get; } = new(true, new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>());

    /// <summary>True when the school is one of them.</summary>
    public bool Covers(Place place) =>
        Everywhere
        || Schools.Contains(place.SchoolId)
        || (place.AreaId is { } area && Areas.Contains(area))
        || (place.DistrictId is { } district && Districts.Contains(district));
}

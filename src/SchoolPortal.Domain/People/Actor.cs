namespace SchoolPortal.Domain.People;

/// <summary>One authority somebody holds today: a role over a place.</summary>
/// <param name="Role">The role.</param>
/// <param name="Scope">How far it reaches.</param>
/// <param name="PlaceId">The school, area or district; null for the nation.</param>
/// <param name="Sections">For a contributor: profile section keys they keep, separated by blanks.</param>
/// <param name="Acting">For whom they hold it, when it is not in their own right.</param>
public sealed record Authority(Role Role, Scope Scope, Guid? PlaceId, string? Sections = null, Acting? Acting = null);

/// <summary>Standing in for somebody for a time.</summary>
/// <param name="For">For whom, as people say it: a name, or "the Lead Police Contact".</param>
/// <param name="Until">The last day, or null while no end is known.</param>
public sealed record Acting(string For, DateOnly? Until);

/// <summary>Where a school stands in the Police tree, as far as authority is concerned.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="AreaId">Its Police area, or null while nobody settled it.</param>
/// <param name="DistrictId">Its Police district, or null while nobody settled it.</param>
public sealed record Place(Guid SchoolId, Guid? AreaId, Guid? DistrictId);

/// <summary>
/// Somebody acting, with all the authority they hold today. Authority comes from dated grants and from officers' dated
/// assignments to schools; nothing else gives any.
/// </summary>
public sealed class Actor(Guid personId, string name, string position, IReadOnlyList<Authority> authorities)
{
    /// <summary>The portal itself, for jobs and computed steps. It has no pages.</summary>
    public static Actor Portal { get; } = new(Guid.Empty, "School Portal", "", []);

    /// <summary>The person's id.</summary>
    public Guid PersonId { get; } = personId;

    /// <summary>The person's name.</summary>
    public string Name { get; } = name;

    /// <summary>What they are, such as "Principal" or "Senior Constable, Ōtāhuhu".</summary>
    public string Position { get; } = position;

    /// <summary>What they hold today.</summary>
    public IReadOnlyList<Authority> Authorities { get; } = authorities;

    /// <summary>True for <see cref="Portal"/> alone.</summary>
    public bool IsPortal => PersonId == Guid.Empty;

    /// <summary>Roles held at a school, whatever the scope they were given for.</summary>
    public IReadOnlySet<Role> RolesAt(Place place) =>
        Authorities.Where(a => Covers(a, place)).Select(a => a.Role).ToHashSet();

    /// <summary>Holds something for this very school, not only for a place it lies in.</summary>
    public bool IsOf(Place place) => Authorities.Any(a => a.Scope == Scope.School && a.PlaceId == place.SchoolId);

    /// <summary>For whom they hold a role at a school; null when they hold it in their own right.</summary>
    public Acting? ActingAs(Role role, Place place)
    {
        var held = Authorities.Where(a => a.Role == role && Covers(a, place)).ToList();
        return held.Exists(a => a.Acting is null) ? null : held.Select(a => a.Acting).FirstOrDefault();
    }

    /// <summary>May do this at this school.</summary>
    public bool May(Operation operation, Place place)
    {
        var roles = Permissions.RolesFor(operation);
        return Authorities.Any(a => roles.Contains(a.Role) && Covers(a, place));
    }

    /// <summary>May do this somewhere: enough to be shown the door, not to pass it.</summary>
    public bool May(Operation operation)
    {
        var roles = Permissions.RolesFor(operation);
        return Authorities.Any(a => roles.Contains(a.Role));
    }

    /// <summary>Profile sections that a contributor keeps at this school.</summary>
    public IReadOnlySet<string> SectionsAt(Place place) => Authorities
        .Where(a => a.Role == Role.SchoolContributor && Covers(a, place))
        .SelectMany(a => Grant.SectionsIn(a.Sections))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>May do this at every school.</summary>
    public bool MayEverywhere(Operation operation)
    {
        var roles = Permissions.RolesFor(operation);
        return IsPortal || Authorities.Any(a => a.Scope == Scope.Nation && roles.Contains(a.Role));
    }

    /// <summary>Where they may do this: what a list asks for each of its rows, and the database in one query.</summary>
    public Jurisdiction JurisdictionFor(Operation operation)
    {
        var roles = Permissions.RolesFor(operation);
        HashSet<Guid> Places(Scope scope) =>
            [.. Authorities.Where(a => a.Scope == scope && a.PlaceId is not null && roles.Contains(a.Role)).Select(a => a.PlaceId!.Value)];
        return new Jurisdiction(MayEverywhere(operation), Places(Scope.District), Places(Scope.Area), Places(Scope.School));
    }

    private static bool Covers(Authority authority, Place place) => authority.Scope switch
    {
        Scope.Nation => true,
        Scope.District => authority.PlaceId == place.DistrictId,
        Scope.Area => authority.PlaceId == place.AreaId,
        _ => authority.PlaceId == place.SchoolId,
    };
}

using System.Globalization;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Assignments;

namespace SchoolPortal.Web.Pages.People;

/// <summary>The place that a role is for.</summary>
/// <param name="Id">The school, area or district; null for the nation.</param>
/// <param name="Name">Its name, or "the whole country".</param>
/// <param name="Place">Where it lies, for asking who may give the role there.</param>
/// <param name="IsOver">A school that has closed or merged.</param>
public sealed record RolePlace(Guid? Id, string Name, Place Place, bool IsOver = false)
{
    /// <summary>As in "principal of Fairburn School".</summary>
    public string Words => Id is null ? $"for {Name}" : $"of {Name}";
}

/// <summary>Finds the places of roles, as typed or as kept.</summary>
public sealed class RolePlaces(PortalDbContext db)
{
    /// <summary>The place typed or chosen for a role. Refuses one that is none.</summary>
    public async Task<RolePlace> ReadAsync(Role role, string? schoolNumber, Guid? placeId, CancellationToken cancel) => Grant.ScopeOf(role) switch
    {
        Scope.School => await OfSchoolAsync(s => s.Number == NumberOf(schoolNumber), cancel)
            ?? throw new RuleBroken("SchoolNumber", "Enter the number of a school in the register, such as 1404"),
        Scope.Area => await FindAsync(Scope.Area, placeId, cancel) ?? throw new RuleBroken("PlaceId", "Choose an area"),
        Scope.District => await FindAsync(Scope.District, placeId, cancel) ?? throw new RuleBroken("PlaceId", "Choose a district"),
        _ => Nation,
    };

    /// <summary>The place with this id, or null.</summary>
    public async Task<RolePlace?> FindAsync(Scope scope, Guid? placeId, CancellationToken cancel) => scope switch
    {
        Scope.School => await OfSchoolAsync(s => s.Id == placeId, cancel),
        Scope.Area => await db.Areas.Where(a => a.Id == placeId).Select(a => new RolePlace(a.Id, a.Name, new Place(Guid.Empty, a.Id, a.DistrictId), false)).SingleOrDefaultAsync(cancel),
        Scope.District => await db.Districts.Where(d => d.Id == placeId).Select(d => new RolePlace(d.Id, d.Name, new Place(Guid.Empty, null, d.Id), false)).SingleOrDefaultAsync(cancel),
        _ => Nation,
    };

    /// <summary>The areas or districts to choose from for a role; none where it is for a school or the nation.</summary>
    public async Task<IReadOnlyList<FieldOption>> OptionsAsync(Role? role, CancellationToken cancel) => role is { } known ? Grant.ScopeOf(known) switch
    {
        Scope.Area => await PlaceChoices.AreasAsync(db, district: null, cancel),
        Scope.District => [.. (await db.Districts.AsNoTracking().OrderBy(d => d.Order).ToListAsync(cancel)).Select(d => new FieldOption(d.Id.ToString(), d.Name))],
        _ => [],
    } : [];

    private static RolePlace Nation { get; } = new(null, "the whole country", new Place(Guid.Empty, null, null));

    private async Task<RolePlace?> OfSchoolAsync(System.Linq.Expressions.Expression<Func<School, bool>> which, CancellationToken cancel) =>
        await db.Schools.AsNoTracking().Where(which).Select(s => new { s.Id, s.Facts.Name, s.AreaId, s.DistrictId, s.Status }).SingleOrDefaultAsync(cancel) is { } school
            ? new RolePlace(school.Id, school.Name, new Place(school.Id, school.AreaId, school.DistrictId), school.Status.IsOver())
            : null;

    private static int NumberOf(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

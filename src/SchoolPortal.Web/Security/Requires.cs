using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Security;

/// <summary>
/// The permission a page or download asks for. With a <c>{schoolNumber}</c> in the address it is asked at that school, which
/// is loaded through the visibility query first: what the person may not see is not found (404), what they may see but not
/// do is refused (403), on GET and POST alike. A page without this, <c>[Authorize]</c> or <c>[AllowAnonymous]</c> is closed.
/// </summary>
/// <param name="anyOf">Any one of these is enough.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(params Operation[] anyOf) : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>Any one of these is enough.</summary>
    public IReadOnlyList<Operation> AnyOf { get; } = anyOf;

    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new Permission(AnyOf)];

    internal sealed record Permission(IReadOnlyList<Operation> AnyOf) : IAuthorizationRequirement;
}

/// <summary>Answers <see cref="RequiresAttribute"/>, and leaves the school for the page as <see cref="CurrentSchool"/>.</summary>
internal sealed class RequiresHandler(PortalDbContext db) : AuthorizationHandler<RequiresAttribute.Permission>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute.Permission requirement)
    {
        if (context.Resource is not HttpContext http || http.Features.Get<Actor>() is not { } actor)
        {
            return;
        }

        if (!http.Request.RouteValues.TryGetValue("schoolNumber", out var number))
        {
            if (requirement.AnyOf.Any(actor.May))
            {
                context.Succeed(requirement);
            }

            return;
        }

        var school = http.Features.Get<CurrentSchool>() ?? await FindAsync(actor, number, http.RequestAborted);
        if (school is null)
        {
            http.Features.Set(new NotVisible());
            return;
        }

        http.Features.Set(school);
        if (requirement.AnyOf.Any(school.May))
        {
            context.Succeed(requirement);
        }
    }

    private async Task<CurrentSchool?> FindAsync(Actor actor, object? number, CancellationToken cancel)
    {
        if (!int.TryParse(number?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var asked))
        {
            return null;
        }

        var found = await db.Schools.AsNoTracking().VisibleTo(actor)
            .Where(s => s.Number == asked)
            .Select(s => new { s.Id, s.Number, s.Facts.Name, s.AreaId, s.DistrictId, s.Status })
            .SingleOrDefaultAsync(cancel);
        return found is null
            ? null
            : new CurrentSchool(actor, new Place(found.Id, found.AreaId, found.DistrictId), found.Number, found.Name, found.Status);
    }
}

/// <summary>Marks a request for something the person may not see: it is not found.</summary>
internal sealed record NotVisible;

/// <summary>The school of the address, seen by the person acting.</summary>
public sealed class CurrentSchool(Actor actor, Place place, int number, string name, SchoolStatus status)
{
    /// <summary>Its id.</summary>
    public Guid Id => place.SchoolId;

    /// <summary>Where it stands in the Police tree.</summary>
    public Place Place => place;

    /// <summary>Its number.</summary>
    public int Number => number;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Open, closed and so on.</summary>
    public SchoolStatus Status => status;

    /// <summary>Roles the person holds here.</summary>
    public IReadOnlySet<Role> Roles { get; } = actor.RolesAt(place);

    /// <summary>May the person do this here?</summary>
    public bool May(Operation operation) => actor.May(operation, place);
}

/// <summary>Turns "may not see" into 404 before the framework makes it 403.</summary>
internal sealed class NotFoundWhenNotVisible : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden && context.Features.Get<NotVisible>() is not null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return usual.HandleAsync(next, context, policy, authorizeResult);
    }
}

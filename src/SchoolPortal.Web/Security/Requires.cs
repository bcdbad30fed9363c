using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Schools;
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

/// <summary>
/// Answers <see cref="RequiresAttribute"/>, and leaves the school for the page as <see cref="CurrentSchool"/>. The door reads
/// the same list as the list of schools, so the two cannot disagree.
/// </summary>
internal sealed class RequiresHandler(PortalDbContext db, SchoolListIndex index) : AuthorizationHandler<RequiresAttribute.Permission>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute.Permission requirement)
    {
        if (context.Resource is not HttpContext http || http.Features.Get<Actor>() is not { } actor || http.Features.Get<Marks>() is not { } marks)
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

        var school = http.Features.Get<CurrentSchool>() ?? await FindAsync(actor, number, marks, http.RequestAborted);
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

    private async Task<CurrentSchool?> FindAsync(Actor actor, object? number, Marks marks, CancellationToken cancel)
    {
        if (!int.TryParse(number?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var asked))
        {
            return null;
        }

        var schools = await index.CurrentAsync(db, marks, cancel);
        return schools.Find(asked) is { } found && actor.JurisdictionFor(Operation.ViewSchool).Covers(found.Place)
            ? new CurrentSchool(actor, found, schools)
            : null;
    }
}

/// <summary>Marks a request for something the person may not see: it is not found.</summary>
internal sealed record NotVisible;

/// <summary>The school of the address, seen by the person acting.</summary>
public sealed class CurrentSchool(Actor actor, SchoolListRow row, SchoolListSnapshot schools)
{
    /// <summary>Its id.</summary>
    public Guid Id => Place.SchoolId;

    /// <summary>Where it stands in the Police tree.</summary>
    public Place Place => row.Place;

    /// <summary>Its number.</summary>
    public int Number => row.Number;

    /// <summary>Its name.</summary>
    public string Name => row.Name;

    /// <summary>Open, closed and so on.</summary>
    public SchoolStatus Status => row.Status;

    /// <summary>What pages have read about it: true for every reader, as the records were when this request began.</summary>
    public SchoolReadings Readings => schools.ReadingsOf(row);

    /// <summary>Roles the person holds here.</summary>
    public IReadOnlySet<Role> Roles { get; } = actor.RolesAt(row.Place);

    /// <summary>The person is of this school, not only of a place it lies in.</summary>
    public bool IsOwn => actor.IsOf(row.Place);

    /// <summary>May the person do this here?</summary>
    public bool May(Operation operation) => actor.May(operation, row.Place);
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

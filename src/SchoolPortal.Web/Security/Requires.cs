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

        var school = http.Features.Get<CurrentSchool>() ?? await FindAsync(http, actor, number, marks);
        if (school is null && http.Features.Get<MovedTo>() is not null)
        {
            return;
        }

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

    private async Task<CurrentSchool?> FindAsync(HttpContext http, Actor actor, object? number, Marks marks)
    {
        if (!TryNumber(number?.ToString(), out var asked))
        {
            return null;
        }

        var schools = await index.CurrentAsync(db, marks, http.RequestAborted);
        if (schools.Find(asked) is not { } found)
        {
            return null;
        }

        var visible = actor.JurisdictionFor(Operation.ViewSchool);
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (TryNumber(http.Request.Query[OldRecords.Key], out var earlier))
        {
            return reads && visible.Covers(found.Place) && schools.Find(earlier) is { } before && schools.Follows(found, before)
                ? new CurrentSchool(actor, before, schools, found)
                : null;
        }

        if (reads && schools.MergedInto(found) is { } next && visible.Covers(next.Place))
        {
            http.Features.Set(new MovedTo(OldRecords.AddressOf(http.Request, found.Number, next.Number)));
            return null;
        }

        return visible.Covers(found.Place) ? new CurrentSchool(actor, found, schools) : null;
    }

    private static bool TryNumber(string? text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

/// <summary>
/// Records of a school that is no more, read at the school that took its place: <c>/schools/1409/agreement/1?of=1408</c>. Every
/// address of a merged school leads there, so that no bookmark, e-mail or link of its own pages is lost, and none opens the
/// successor's document of the same number by mistake.
/// </summary>
public static class OldRecords
{
    public const string Key = "of";

    /// <summary>All that an earlier school has, at its successor.</summary>
    public static string Home(int successor, int earlier) => $"/schools/{successor}?{Key}={earlier}";

    /// <summary>Where an address of a merged school leads: its front page to the successor's, everything below to its own records there.</summary>
    internal static string AddressOf(HttpRequest request, int earlier, int successor)
    {
        var path = request.Path.Value!;
        var below = path.IndexOf('/', "/schools/".Length);
        var rest = below < 0 ? "" : path[below..].TrimEnd('/');
        var query = request.QueryString.Add(Key, earlier.ToString(CultureInfo.InvariantCulture));
        return rest.Length == 0 ? $"/schools/{successor}" : $"/schools/{successor}{new PathString(rest).ToUriComponent()}{query.ToUriComponent()}";
    }
}

/// <summary>Marks a request for a school whose place another took.</summary>
internal sealed record MovedTo(string Address);

/// <summary>Marks a request for something the person may not see: it is not found.</summary>
internal sealed record NotVisible;

/// <summary>
/// The school of the address, seen by the person acting; or an earlier school whose place it took: then its records are only
/// read, by those who may read the successor's.
/// </summary>
public sealed class CurrentSchool(Actor actor, SchoolListRow row, SchoolListSnapshot schools, SchoolListRow? successor = null)
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
    public IReadOnlySet<Role> Roles { get; } = actor.RolesAt((successor ?? row).Place);

    /// <summary>The person is of this school, not only of a place it lies in.</summary>
    public bool IsOwn => actor.IsOf((successor ?? row).Place);

    /// <summary>The school through which these records are read, when this one is no more.</summary>
    public SchoolListRow? Successor => successor;

    /// <summary>The day it closed or merged.</summary>
    public DateOnly? ClosedOn => row.ClosedOn;

    /// <summary>The schools whose place this one took, whose records are read here.</summary>
    public IEnumerable<SchoolListRow> Before => schools.Before(row);

    /// <summary>The schools that took its place.</summary>
    public IEnumerable<SchoolListRow> After => row.Successors.Select(schools.Find).OfType<SchoolListRow>();

    /// <summary>May the person do this here?</summary>
    public bool May(Operation operation) => actor.May(operation, (successor ?? row).Place) && (successor is null || Permissions.IsReading(operation));
}

/// <summary>Turns "may not see" into 404 before the framework makes it 403.</summary>
internal sealed class NotFoundWhenNotVisible : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden && context.Features.Get<MovedTo>() is { } moved)
        {
            context.Response.Redirect(moved.Address, permanent: true);
            return Task.CompletedTask;
        }

        if (authorizeResult.Forbidden && context.Features.Get<NotVisible>() is not null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return usual.HandleAsync(next, context, policy, authorizeResult);
    }
}

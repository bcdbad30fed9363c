using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Tests.Security;

/// <summary>One way into the portal, page or download, with what it says itself of who may come.</summary>
internal sealed record Door(RoutePattern Pattern, EndpointMetadataCollection Metadata, bool TakesPosts)
{
    private const string SomeId = "0193f5a0-0000-7000-8000-000000000001";

    /// <summary>What stands in the address for each thing a route names, but ids. A new name needs a line here.</summary>
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["schoolNumber"] = "1404",
        ["year"] = "2026",
        ["version"] = "1",
        ["number"] = "1",
        ["sectionKey"] = "school",
        ["key"] = "school",
        ["step"] = "submit",
        ["record"] = "agreement",
        ["path"] = "no/such/page",
        ["form"] = "partnership-agreement",
        ["position"] = "Principal",
        ["kind"] = "LeadPoliceContact",
        ["sha256"] = "00",
        ["token"] = "no-such-link",
        ["name"] = "operating-model",
        ["audience"] = "parents",
    };

    public string Route => "/" + Pattern.RawText?.TrimStart('/');

    /// <summary>An address of this route.</summary>
    public string Address => "/" + string.Join('/', Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Text))));

    public bool IsOpenToAll => Metadata.GetMetadata<IAllowAnonymous>() is not null;

    public RequiresAttribute? Requires => Metadata.GetMetadata<RequiresAttribute>();

    public bool IsExplicit => IsOpenToAll || Metadata.GetMetadata<IAuthorizeData>() is not null;

    public bool IsOfOneSchool => Pattern.GetParameter("schoolNumber") is not null;

    public override string ToString() => Route;

    /// <summary>How a get by this person must end, from what the door itself asks for.</summary>
    public Outcome Expected(Actor? actor, Place place)
    {
        if (IsOpenToAll)
        {
            return Outcome.Let;
        }

        if (actor is null)
        {
            return Outcome.SignIn;
        }

        if (Requires is not { } requires)
        {
            return Outcome.Let;
        }

        if (!IsOfOneSchool)
        {
            return requires.AnyOf.Any(actor.May) ? Outcome.Let : Outcome.Forbidden;
        }

        return !actor.May(Operation.ViewSchool, place) ? Outcome.NotThere
            : requires.AnyOf.Any(operation => actor.May(operation, place)) ? Outcome.Let
            : Outcome.Forbidden;
    }

    /// <summary>Every door of the running portal but its static files.</summary>
    public static async Task<IReadOnlyList<Door>> AllAsync(PortalHost portal)
    {
        using var scope = portal.Services.CreateScope();
        var loader = scope.ServiceProvider.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // Assets, and the framework's own door for assets that are not built yet.
            if (endpoint.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor") || endpoint.RoutePattern.RawText == "{**path:file}")
            {
                continue;
            }

            // What a page's own attributes say is known once it is compiled.
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } descriptor
                ? await loader.LoadAsync(descriptor, endpoint.Metadata)
                : null;
            doors.Add(new Door(
                endpoint.RoutePattern,
                page is null ? endpoint.Metadata : new EndpointMetadataCollection(endpoint.Metadata.Concat(page.EndpointMetadata ?? [])),
                page?.HandlerMethods.Any(handler => handler.HttpMethod == "Post") == true));
        }

        return doors;
    }

    private string Text(RoutePatternPart part) => part switch
    {
        RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "guid") => SomeId,
        RoutePatternParameterPart parameter => Examples.TryGetValue(parameter.Name, out var example)
            ? example
            : throw new InvalidOperationException($"{Route} names {{{parameter.Name}}}: say in Door.Examples what it looks like."),
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => throw new InvalidOperationException($"{Route} has a part of a new kind."),
    };
}

/// <summary>How a request ends as far as permission is concerned.</summary>
internal enum Outcome
{
    /// <summary>The page answers: shows, redirects elsewhere, or finds no such record.</summary>
    Let,

    /// <summary>Sent to sign in.</summary>
    SignIn,

    /// <summary>Not found, since not visible.</summary>
    NotThere,

    /// <summary>Seen, but not allowed.</summary>
    Forbidden,
}

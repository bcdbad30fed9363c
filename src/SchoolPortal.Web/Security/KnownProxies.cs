using System.Net;

using Microsoft.AspNetCore.HttpOverrides;

using IPNetwork = System.Net.IPNetwork;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Whom to believe about a browser's address and scheme: the proxies that <c>Proxies:Known</c> lists by address or network
/// (<c>10.0.0.5</c>, <c>10.0.0.0/24</c>), and nobody when it lists none (requirement R58).
/// </summary>
internal static class KnownProxies
{
    public static void UseKnownProxies(this WebApplication app)
    {
        var known = app.Configuration.GetSection("Proxies:Known").Get<string[]>() ?? [];
        if (known.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // As many hops as are known; the first that is not known is the browser.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in known)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (IPNetwork.TryParse(proxy, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new InvalidOperationException($"Proxies:Known lists \u201c{proxy}\u201d. Write an address such as 10.0.0.5, or a network such as 10.0.0.0/24.");
            }
        }

        app.UseForwardedHeaders(options);
    }
}

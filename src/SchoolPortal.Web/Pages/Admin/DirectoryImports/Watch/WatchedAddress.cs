using System.Net;
using System.Net.Security;
using System.Net.Sockets;

using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Admin.DirectoryImports.Watch;

/// <summary>
/// Fetches the file of an address that an operator has set: over https alone, from that host alone, never from a private address
/// unless the operator says that it lies there, within a time and a size.
/// </summary>
/// <param name="settings">What the operator has set.</param>
/// <param name="trust">Whose certificates are trusted; null for those that the machine trusts.</param>
internal sealed class WatchedAddress(WatchSettings settings, RemoteCertificateValidationCallback? trust = null)
{
    private const int MostRedirects = 3;

    /// <exception cref="CannotLookException">The address does not give a file; the sentence says why.</exception>
    /// <exception cref="NotADirectoryException">The file is too large.</exception>
    public async Task<FoundFile> FetchAsync(CancellationToken cancel)
    {
        var address = Read(settings.Address);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(settings.Patience);
        try
        {
            // Asked once a day, so a client of its own costs nothing, and nothing that it learns stays.
            using var handler = Handler();
            using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
            return await FollowAsync(client, address, patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new CannotLookException($"{address.Host} had not given the whole file after {settings.Patience.TotalSeconds:0} seconds. It is tried again within the hour; if that does not help, set Directory:Watch:Seconds higher.");
        }
        catch (HttpRequestException broken)
        {
            throw broken.InnerException as CannotLookException ?? new CannotLookException(broken.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => $"There is no {address.Host} on the network. Look whether Directory:Watch:Address is right.",
                HttpRequestError.SecureConnectionError => $"{address.Host} does not show a certificate that this machine trusts. Have that put right there; nothing is fetched without it.",
                _ => $"{address.Host} cannot be reached from here, or broke off. It is tried again within the hour; if that does not help, look whether a firewall lets the portal out to it.",
            });
        }
        catch (IOException)
        {
            throw new CannotLookException($"{address.Host} broke off in the middle of the file. It is tried again within the hour.");
        }
    }

    /// <summary>The address as people are told it, without what may be secret in it.</summary>
    public static string Shown(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? $"{uri.Scheme}://{uri.Authority}{uri.AbsolutePath}" : address;

    private static async Task<FoundFile> FollowAsync(HttpClient client, Uri address, CancellationToken cancel)
    {
        var asked = address;
        for (var turn = 0; turn <= MostRedirects; turn++)
        {
            using var answer = await client.GetAsync(asked, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
                && answer.Headers.Location is { } location)
            {
                asked = Next(asked, new Uri(asked, location));
                continue;
            }

            Refuse(answer, asked);
            await using var body = await answer.Content.ReadAsStreamAsync(cancel);
            return new FoundFile(answer.Content.Headers.ContentDisposition?.FileName?.Trim('"') ?? Path.GetFileName(asked.AbsolutePath), await DirectoryFile.ReadBytesAsync(body, cancel));
        }

        throw new CannotLookException($"{address.Host} leads on and on. Set the address at which the file itself lies as Directory:Watch:Address.");
    }

    private static Uri Next(Uri from, Uri to) => to.Scheme == Uri.UriSchemeHttps && to.Authority == from.Authority && to.UserInfo.Length == 0
        ? to
        : throw new CannotLookException($"{from.Host} leads on to {to.Scheme}://{to.Authority}, which is not followed. If the directory lies there now, set that address as Directory:Watch:Address.");

    private static void Refuse(HttpResponseMessage answer, Uri asked)
    {
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            throw new CannotLookException($"{asked.Host} has no such file any more. Look on its site where the directory lies now, and set that as Directory:Watch:Address.");
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new CannotLookException($"{asked.Host} answered {(int)answer.StatusCode} instead of giving the file. It is tried again within the hour.");
        }

        if (answer.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
        {
            throw new CannotLookException($"{asked.Host} answered with a web page instead of the file. Set the address of the CSV file itself as Directory:Watch:Address.");
        }

        if (answer.Content.Headers.ContentLength > DirectoryFile.MostBytes)
        {
            throw new CannotLookException($"The file of {asked.Host} is larger than 20 MB; a schools directory has about 2 MB. Look whether Directory:Watch:Address is right.");
        }
    }

    private static Uri Read(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0
            ? uri
            : throw new CannotLookException("Directory:Watch:Address must begin with https:// and hold no name or passphrase. Put it right, then start the portal again.");

    private SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,

        // A proxy would choose the machine in our place. Where one is needed, something else fetches the file into the folder.
        UseProxy = false,
        MaxResponseHeadersLength = 64,
        SslOptions = { RemoteCertificateValidationCallback = trust },
        ConnectCallback = ConnectAsync,
    };

    /// <summary>Looks the name up once and connects to what was looked at: nothing can answer differently in between.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
        var allowed = settings.IsOwnNetwork ? found : Array.FindAll(found, PublicAddress.Is);
        if (found.Length > 0 && allowed.Length == 0)
        {
            throw new CannotLookException($"{context.DnsEndPoint.Host} leads into a private network, so it is not asked. If that is your own network and meant, set Directory:Watch:OwnNetwork to true.");
        }

#pragma warning disable CA2000 // The stream that is given back owns the socket.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception broken) when (broken is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }
}

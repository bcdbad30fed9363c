using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using Microsoft.AspNetCore.Hosting;

using SchoolPortal.Testing;

namespace SchoolPortal.Browser.Tests;

/// <summary>
/// The real portal at a real address, over https with a certificate of its own: so a real browser judges the very cookies that
/// production sets, <c>Secure</c> and <c>__Host-</c>.
/// </summary>
public class BrowserPortal : PortalHost
{
    private static readonly Lazy<X509Certificate2> Certificate = new(SignOwn);

    /// <summary>A portal with the directory of 2021 and nobody in it.</summary>
    public BrowserPortal()
        : this(StartsWith.Directory)
    {
    }

    protected BrowserPortal(StartsWith contents)
        : base(contents)
    {
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate.Value)));
        StartServer();
    }

    /// <summary>Where a browser finds it.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // Unpublished, the style sheet and the script are served from the source folder only when asked to.
        builder.UseStaticWebAssets();
    }

    private static X509Certificate2 SignOwn()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=School Portal under test", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(Now.AddYears(-10), Now.AddYears(10));
    }
}

/// <summary>The demonstration at a real address.</summary>
public sealed class DemonstrationPortal() : BrowserPortal(StartsWith.Demonstration);

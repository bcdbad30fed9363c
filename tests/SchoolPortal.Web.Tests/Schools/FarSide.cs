using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

using SchoolPortal.Testing;

namespace SchoolPortal.Web.Tests.Schools;

/// <summary>A real server that gives a directory well and badly, for what fetches it.</summary>
internal sealed class FarSide : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly X509Certificate2 certificate = Certificate();
    private readonly CancellationTokenSource closing = new();

    private FarSide()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(certificate);
        }));
        server = builder.Build();
        server.Run(AnswerAsync);
    }

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    public string Address => server.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public static async Task<FarSide> StartAsync()
    {
        var side = new FarSide();
        await side.server.StartAsync();
        return side;
    }

    /// <summary>Trusts this server and no other.</summary>
    public bool Trusts(X509Certificate? shown) => shown?.GetCertHashString() == certificate.GetCertHashString();

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await server.DisposeAsync();
        certificate.Dispose();
        closing.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Asked++;
        var answer = http.Response;
        switch (http.Request.Path.Value)
        {
            case "/good.csv":
                await answer.BodyWriter.WriteAsync(DirectoryFiles.Bytes(DirectoryFiles.SampleOf2026));
                break;
            case "/october.csv":
                await answer.BodyWriter.WriteAsync(DirectoryFiles.Bytes(DirectoryFiles.Of2021October));
                break;
            case "/moved":
                answer.Redirect("/good.csv", permanent: true);
                break;
            case "/elsewhere":
                answer.Redirect("https://169.254.169.254/latest/meta-data");
                break;
            case "/plain":
                answer.Redirect($"http://{http.Request.Host}/good.csv");
                break;
            case "/round":
                answer.Redirect("/round");
                break;
            case "/page":
                answer.ContentType = "text/html; charset=utf-8";
                await answer.WriteAsync("<!doctype html><title>Sign in</title>");
                break;
            case "/page.csv":
                answer.ContentType = "text/csv";
                await answer.WriteAsync("<!doctype html><title>Sign in</title>");
                break;
            case "/silent":
                await Task.Delay(Timeout.Infinite, closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "/drip":
                await answer.WriteAsync("School_Id,");
                await answer.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "/declared":
                answer.ContentLength = 300_000_000;
                await answer.Body.FlushAsync();
                break;
            case "/endless":
                for (var i = 0; i < 300; i++)
                {
                    await answer.BodyWriter.WriteAsync(new byte[1_000_000]);
                }

                break;
            case "/cut":
                answer.ContentLength = 2_000_000;
                await answer.WriteAsync("School_Id,Org_Name\n1,Te Kao");
                await answer.Body.FlushAsync();
                http.Abort();
                break;
            case "/empty":
                break;
            case "/broken":
                answer.StatusCode = 500;
                break;
            default:
                answer.StatusCode = 404;
                break;
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}

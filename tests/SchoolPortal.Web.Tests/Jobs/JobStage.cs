using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;

using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Tests.Schools;

using Xunit;

namespace SchoolPortal.Web.Tests.Jobs;

/// <summary>A portal whose jobs are worked on when a test says so, and what people do with jobs in their browsers.</summary>
internal sealed class JobStage : IAsyncDisposable
{
    /// <summary>An address that chooses more schools than one round holds.</summary>
    public const string Colleges = "all=yes&q=college";

    private readonly QuietPortal portal = new();

    public PortalHost Portal => portal;

    /// <summary>Happens each time that files are about to be written, after they were read.</summary>
    public Func<Task> BeforeFiles
    {
        set => portal.Before = value;
    }

    /// <summary>A second node, without a worker of its own.</summary>
    public IServiceProvider AnotherNode() =>
        portal.AnotherNode().WithWebHostBuilder(builder => builder.ConfigureServices(QuietPortal.WithoutWorker)).Services;

    /// <summary>Asks for a job on the page; gives its id.</summary>
    public static async Task<Guid> BeginAsync(PageBrowser browser, JobKind kind, string chosen)
    {
        var page = await AskAsync(browser, kind, chosen);
        Assert.True(page.Errors.Count == 0 && page.Path.StartsWith("/jobs/0", StringComparison.Ordinal), page.Text);
        return Guid.Parse(page.Path.Split('/')[^1]);
    }

    public static async Task<Page> AskAsync(PageBrowser browser, JobKind? kind, string chosen, string? edition = null) => await browser.SubmitAsync(
        await browser.GetAsync($"{JobLinks.Start}?{chosen}"),
        "Start",
        kind is null ? [] : new() { ["Input.Kind"] = kind.ToString(), [$"Input.Editions[{kind}]"] = edition });

    /// <summary>An address that chooses these schools.</summary>
    public static string Ticked(params IEnumerable<int> numbers) => string.Join('&', numbers.Select(number => $"school={number}"));

    /// <summary>Works on the next job until it is over; false when none is free.</summary>
    public Task<bool> WorkAsync(IServiceProvider? node = null) => (node ?? Portal.Services).GetRequiredService<RunJobs>().NextAsync(CancellationToken.None);

    public Task<Job> JobAsync(Guid id) => Portal.WithDbAsync(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id));

    public Task<List<JobItem>> ItemsAsync(Guid id) =>
        Portal.WithDbAsync(db => db.JobItems.AsNoTracking().Where(i => i.JobId == id).OrderBy(i => i.Position).ToListAsync());

    /// <summary>The first open schools by number.</summary>
    public Task<List<School>> SchoolsAsync(int count) => Portal.WithDbAsync(db =>
        db.Schools.AsNoTracking().Where(s => s.Status == SchoolStatus.Open).OrderBy(s => s.Number).Take(count).ToListAsync());

    public async Task<PageBrowser> NationalAsync() => await Portal.SignInAsync(await Portal.PersonAsync(Role.NationalCoordinator));

    /// <summary>
    /// The files of a job's zip by name, after holding each against the manifest: its name, bytes and SHA-256, none missing, none
    /// besides.
    /// </summary>
    public static async Task<Dictionary<string, byte[]>> FilesAsync(PageBrowser browser, Guid id)
    {
        using var answer = await browser.Client.GetAsync(new Uri(JobLinks.Zip(id), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(answer.Content.Headers.ContentLength, bytes.Length);
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        var files = zip.Entries.ToDictionary(entry => entry.FullName, Read, StringComparer.Ordinal);

        Assert.True(files.Remove(JobManifest.Name, out var manifest));
        var rows = Csv.Read(Encoding.UTF8.GetString(manifest));
        Assert.StartsWith("In confidence. Made for ", rows[^1][0], StringComparison.Ordinal);
        var listed = rows[1..^1].ToDictionary(row => row[4], row => (Sha256: row[5], Bytes: row[6]), StringComparer.Ordinal);
        Assert.Equal(
            files.ToDictionary(f => f.Key, f => (Convert.ToHexStringLower(SHA256.HashData(f.Value)), $"{f.Value.Length}")),
            listed);
        return files;
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    // Read by the runtime's own reader, which checks the CRC.
    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    private sealed class QuietPortal : PortalHost
    {
        public Func<Task> Before { get; set; } = () => Task.CompletedTask;

        public static void WithoutWorker(IServiceCollection services) =>
            services.Remove(services.Single(s => s.ImplementationType == typeof(JobWorker)));

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services =>
            {
                WithoutWorker(services);
                services.Remove(services.Single(s => s.ImplementationType == typeof(AgreementFilesWork)));
                services.AddScoped<AgreementFilesWork>();
                services.AddScoped<JobWork>(s => new Interrupted(s.GetRequiredService<AgreementFilesWork>(), () => Before()));
            });
        }
    }

    /// <summary>The real thing, with something in between.</summary>
    private sealed class Interrupted(FilesWork real, Func<Task> before) : FilesWork
    {
        public override JobKind Kind => real.Kind;

        public override string Before => real.Before;

        public override string NotYours => real.NotYours;

        public override string ZipName => real.ZipName;

        public override bool MayAt(Actor actor, Place place) => real.MayAt(actor, place);

        public override async Task<IReadOnlyList<FileToMake>> ReadAsync(Actor actor, string? edition, IReadOnlyList<JobSchool> schools, CancellationToken cancel)
        {
            var files = await real.ReadAsync(actor, edition, schools, cancel);
            await before();
            return files;
        }
    }
}

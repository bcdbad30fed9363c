using System.Collections.Concurrent;
using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Testing;

/// <summary>What a new portal is filled with before a test begins.</summary>
public enum StartsWith
{
    /// <summary>Districts, terms and the directory of 2021.</summary>
    Directory,

    /// <summary>The demonstration besides.</summary>
    Demonstration,
}

/// <summary>
/// The real portal: real host, real SQLite file (copied from one that the portal itself filled once a run), real sign-in and
/// antiforgery; only the clock is ours, and passphrase hashes are cheap.
/// </summary>
public class PortalHost : WebApplicationFactory<Program>
{
    /// <summary>The passphrase of everybody whom <c>PersonAsync</c> makes.</summary>
    public const string Passphrase = "tui harbour violin sixteen";

    /// <summary>24 November 2026, 10am in New Zealand.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 21, 0, 0, TimeSpan.Zero);

    /// <summary>Says to the test server what a connection would: where a browser is.</summary>
    public const string AddressHeader = "Test-Address";

    private static readonly ConcurrentDictionary<StartsWith, Lazy<string>> Templates = new();

    private readonly StartsWith contents;
    private readonly string file;
    private readonly bool keepsFile;

    /// <summary>A portal with the directory of 2021 and nobody in it.</summary>
    public PortalHost()
        : this(StartsWith.Directory)
    {
    }

    protected PortalHost(StartsWith contents)
        : this(contents, Path.Combine(Path.GetTempPath(), $"schoolportal-{Guid.NewGuid():N}.db")) =>
        File.Copy(Templates.GetOrAdd(contents, c => new Lazy<string>(() => Fill(c))).Value, file);

    private PortalHost(StartsWith contents, string file, bool keepsFile = false)
    {
        this.contents = contents;
        this.file = file;
        this.keepsFile = keepsFile;
    }

    /// <summary>The portal's clock.</summary>
    public FakeTimeProvider Clock { get; } = new(Now);

    /// <summary>Today in New Zealand, by the portal's clock.</summary>
    public DateOnly Today => Clock.Today();

    /// <summary>Does something with the portal's database, in a scope of its own.</summary>
    public async Task<T> WithDbAsync<T>(Func<PortalDbContext, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    /// <summary>Does something with the portal's database, in a scope of its own.</summary>
    public async Task WithDbAsync(Func<PortalDbContext, Task> use)
    {
        await using var scope = Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    /// <summary>The school with this number.</summary>
    public Task<School> SchoolAsync(int number) =>
        WithDbAsync(db => db.Schools.AsNoTracking().SingleAsync(s => s.Number == number));

    /// <summary>Somebody with an account and, for the roles that take one, a place: a school's, area's or district's id.</summary>
    public async Task<TestPerson> PersonAsync(Role role, Guid? placeId = null, string? sections = null)
    {
        var person = await PersonAsync(Words.Capital(role));
        await WithDbAsync(async db =>
        {
            db.Grants.Add(new Grant(person.Id, role, Grant.ScopeOf(role), placeId, Today, null, sections));
            await db.SaveAsync(new Change(Actor.Portal, Clock.UtcNow(), "Gave a role"), CancellationToken.None);
        });
        return person;
    }

    /// <summary>Somebody with an account and no role at all.</summary>
    public Task<TestPerson> PersonAsync(string position) => WithDbAsync(async db =>
    {
        var email = $"{Guid.NewGuid():N}@test.schoolportal.example";
        var person = new Person(position, position, email);
        var user = new PortalUser
        {
            Id = person.Id,
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
        user.PasswordHash = Services.CreateScope().ServiceProvider.GetRequiredService<IPasswordHasher<PortalUser>>().HashPassword(user, Passphrase);
        db.People.Add(person);
        db.Users.Add(user);
        await db.SaveAsync(new Change(Actor.Portal, Clock.UtcNow(), "Made an account"), CancellationToken.None);
        return new TestPerson(person.Id, email);
    });

    /// <summary>An officer of Police, with the account of this person if one is given.</summary>
    public Task<Officer> OfficerAsync(TestPerson? person = null, Rank rank = Rank.SeniorConstable, string station = "Ōtāhuhu") => WithDbAsync(async db =>
    {
        var mark = Guid.NewGuid().ToString("N")[..6];
        var officer = new Officer($"Officer {mark}", rank, db.Station(station), person?.Email ?? $"{mark}@demo.schoolportal.example", null, new DateOnly(2020, 1, 1), person?.Id);
        db.Officers.Add(officer);
        await db.SaveAsync(new Change(Actor.Portal, Clock.UtcNow(), "Added an officer"), CancellationToken.None);
        return officer;
    });

    /// <summary>Somebody who is the Lead Police Contact of a school through a real assignment.</summary>
    public async Task<TestPerson> LeadPoliceContactAsync(Guid schoolId)
    {
        var person = await PersonAsync("Senior Constable, Ōtāhuhu");
        var officer = await OfficerAsync(person);
        await WithDbAsync(async db =>
        {
            var existing = await db.OfficerAssignments
                .Where(a => a.SchoolId == schoolId && a.Kind == AssignmentKind.LeadPoliceContact)
                .ToListAsync();
            db.OfficerAssignments.Add(new Duty(schoolId, AssignmentKind.LeadPoliceContact, existing).Assign(officer, Today, null));
            await db.SaveAsync(new Change(Actor.Portal, Clock.UtcNow(), "Assigned an officer"), CancellationToken.None);
        });
        return person;
    }

    /// <summary>A second node of this portal: its own process state, the same database. Dispose it before this one.</summary>
    public PortalHost AnotherNode() => new(contents, file, keepsFile: true);

    /// <summary>Where this portal's records are.</summary>
    public string DatabaseFile => file;

    /// <summary>A browser that nobody has signed in with.</summary>
    public PageBrowser Browser() =>
        new(CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false }));

    /// <summary>A browser that keeps its cookies in a jar the test can look into, copy, or share with another node.</summary>
    public PageBrowser Browser(CookieContainer jar) =>
        new(CreateDefaultClient(new Uri("https://localhost"), new CookieContainerHandler(jar)));

    /// <summary>A browser at this network address.</summary>
    public PageBrowser BrowserAt(string address)
    {
        var browser = Browser();
        browser.Client.DefaultRequestHeaders.Add(AddressHeader, address);
        return browser;
    }

    /// <summary>A browser with this person signed in, through the real form.</summary>
    public Task<PageBrowser> SignInAsync(TestPerson person) => SignInAsync(person.Email, Passphrase);

    /// <summary>A browser with somebody signed in, through the real form.</summary>
    public async Task<PageBrowser> SignInAsync(string email, string passphrase)
    {
        var browser = Browser();
        var form = await browser.GetAsync("/account/sign-in");
        var landed = await browser.SubmitAsync(form, "Sign in", new() { ["Input.Email"] = email, ["Input.Passphrase"] = passphrase });
        return landed.Path == "/today"
            ? browser
            : throw new InvalidOperationException($"{email} could not sign in: {landed.Document.Body?.TextContent}");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:Portal", PortalDatabase.SqliteFile(file));
        builder.UseSetting("Demo:Enabled", contents == StartsWith.Demonstration ? "true" : "false");
        foreach (var limit in new[] { "SignInsPerMinute", "LinksPerMinute", "SearchesPerMinute", "DocumentsPerMinute", "ImportsPerMinute" })
        {
            builder.UseSetting($"Limits:{limit}", "100000");
        }

        foreach (var level in new[] { "Default", "Override:Microsoft", "Override:Microsoft.Hosting.Lifetime" })
        {
            builder.UseSetting($"Serilog:MinimumLevel:{level}", "Fatal");
        }

        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, Addresses>());
            services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !keepsFile)
        {
            SqliteConnection.ClearAllPools();
            foreach (var part in new[] { file, file + "-wal", file + "-shm" })
            {
                File.Delete(part);
            }
        }
    }

    private sealed class Addresses : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                if (IPAddress.TryParse(http.Request.Headers[AddressHeader], out var address))
                {
                    http.Connection.RemoteIpAddress = address;
                }

                return rest(http);
            });
            next(app);
        };
    }

    private static string Fill(StartsWith contents)
    {
        var template = Path.Combine(Path.GetTempPath(), $"schoolportal-template-{Guid.NewGuid():N}.db");
        using (var host = new PortalHost(contents, template, keepsFile: true))
        {
            // Starting it fills it; the copy takes the one file, so everything must be in that.
            using var scope = host.Services.CreateScope();
            scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE);");
        }

        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(template);
        return template;
    }
}

/// <summary>The portal with its demonstration.</summary>
public sealed class DemonstrationHost() : PortalHost(StartsWith.Demonstration);

/// <summary>Somebody a test made.</summary>
public sealed record TestPerson(Guid Id, string Email);

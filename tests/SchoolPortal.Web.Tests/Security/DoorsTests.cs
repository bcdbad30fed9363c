using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;

using Xunit;

namespace SchoolPortal.Web.Tests.Security;

/// <summary>Every page and download, by everybody: the list of doors is the portal's own, so that a new page is tried as soon as it is there.</summary>
public sealed class DoorsTests(DoorsTests.Everybody everybody) : IClassFixture<DoorsTests.Everybody>
{
    [Fact]
    public async Task R28_Every_door_says_who_may_come()
    {
        var silent = (await Door.AllAsync(everybody.Portal)).Where(door => !door.IsExplicit);

        Assert.True(!silent.Any(), string.Join('\n', silent));
    }

    [Fact]
    public async Task R01_Without_signing_in_only_the_public_doors_open()
    {
        var open = (await Door.AllAsync(everybody.Portal)).Where(door => door.IsOpenToAll).Select(door => door.Route).Order(StringComparer.Ordinal);

        Assert.All(open, route => Assert.Contains(route, PublicRoutes));
    }

    [Fact]
    public async Task R23_Every_get_follows_the_role_table_at_ones_own_school_and_elsewhere()
    {
        var wrong = new List<string>();
        foreach (var door in await Door.AllAsync(everybody.Portal))
        {
            foreach (var somebody in everybody.At(door))
            {
                using var answer = await somebody.Browser.Client.GetAsync(new Uri(door.Address, UriKind.Relative));
                Compare(wrong, $"GET {door} by {somebody.Name}", door.Expected(somebody.Actor, everybody.Place), answer);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task R30_Every_post_follows_the_role_table_too_and_none_is_taken_without_a_token()
    {
        var wrong = new List<string>();
        foreach (var door in (await Door.AllAsync(everybody.Portal)).Where(door => door.TakesPosts))
        {
            foreach (var somebody in everybody.At(door))
            {
                using var form = new FormUrlEncodedContent([]);
                using var answer = await somebody.Browser.Client.PostAsync(new Uri(door.Address, UriKind.Relative), form);
                var expected = door.Expected(somebody.Actor, everybody.Place);
                Compare(wrong, $"POST {door} by {somebody.Name}", expected, answer);
                if (expected == Outcome.Let && answer.StatusCode != HttpStatusCode.BadRequest)
                {
                    wrong.Add($"POST {door} by {somebody.Name} without a token: {answer.StatusCode}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task R31_Getting_every_page_changes_no_record()
    {
        var administrator = everybody.All.Single(s => s.Name == nameof(Role.Administrator));
        var principal = everybody.All.Single(s => s.Name == nameof(Role.Principal));
        var before = await everybody.RecordsAsync();

        foreach (var door in await Door.AllAsync(everybody.Portal))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                foreach (var somebody in new[] { administrator, principal })
                {
                    using var request = new HttpRequestMessage(method, new Uri(door.Address, UriKind.Relative));
                    using var answer = await somebody.Browser.Client.SendAsync(request);
                }
            }
        }

        Assert.Equal(before, await everybody.RecordsAsync());
    }

    private static readonly HashSet<string> PublicRoutes = new(StringComparer.Ordinal)
    {
        "/", "/privacy", "/accessibility", "/contact", "/copyright", "/find-your-officer", "/problem", "/account/sign-in", "/account/sign-in-again", "/account/sign-out", "/account/forgotten", "/account/new-passphrase/{token}", "/health/live", "/health/ready", "/ready/{token}", "/invitation/{token}", "/still-you/{token}",
        "/{*path}", "/forms/partnership-agreement.docx", "/forms/school-profile.docx", "/forms/{form}.docx",
        "/partnership/{name?}", "/handouts", "/handouts/{name}", "/handouts/{name}.docx", "/handouts/{name}.pptx", "/partnership/{name}/diagram-{number:int}.svg", "/handouts/{name}/diagram-{number:int}.svg",
        "/register", "/register.csv", "/register.json", "/robots.txt", "/sitemap.xml", "/feed.atom",
    };

    private static void Compare(List<string> wrong, string what, Outcome expected, HttpResponseMessage answer)
    {
        var isSignIn = answer.Headers.Location?.OriginalString.StartsWith("/account/sign-in", StringComparison.Ordinal) == true;
        var asExpected = expected switch
        {
            Outcome.SignIn => answer.StatusCode == HttpStatusCode.Redirect && isSignIn,
            Outcome.NotThere => answer.StatusCode == HttpStatusCode.NotFound,
            Outcome.Forbidden => answer.StatusCode == HttpStatusCode.Forbidden,
            _ => answer.StatusCode < HttpStatusCode.InternalServerError && answer.StatusCode != HttpStatusCode.Forbidden && !isSignIn,
        };
        if (!asExpected)
        {
            wrong.Add($"{what}: expected {expected}, got {(int)answer.StatusCode} {answer.Headers.Location}");
        }
    }

    /// <summary>Somebody with a browser.</summary>
    public sealed record Somebody(string Name, Actor? Actor, PageBrowser Browser);

    /// <summary>One portal with a person of every role at school 1404, of every role elsewhere, of none, and nobody signed in.</summary>
    public sealed class Everybody : IAsyncLifetime
    {
        private const string Elsewhere = " elsewhere";

        public PortalHost Portal { get; } = new();

        public Place Place { get; private set; } = new(Guid.Empty, null, null);

        public IReadOnlyList<Somebody> All { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            var (here, elsewhere) = (await SettleAsync(1404, "Henderson"), await SettleAsync(4212, "Christchurch"));
            Place = here.Place;
            var all = new List<Somebody> { new("nobody", null, Portal.Browser()), await SomebodyAsync("no role", await Portal.PersonAsync("No role")) };
            foreach (var role in Roles.All)
            {
                all.Add(await SomebodyAsync(role.ToString(), await Portal.PersonAsync(role, PlaceOf(role, here))));
                if (Grant.ScopeOf(role) != Scope.Nation)
                {
                    all.Add(await SomebodyAsync(role + Elsewhere, await Portal.PersonAsync(role, PlaceOf(role, elsewhere))));
                }
            }

            All = all;
        }

        /// <summary>All who are tried at a door; where it stands makes no difference to doors that are of no one school.</summary>
        internal IEnumerable<Somebody> At(Door door) => All.Where(s => door.IsOfOneSchool || !s.Name.EndsWith(Elsewhere, StringComparison.Ordinal));

        /// <summary>Every record of the database but sessions and the audit log: how many of each kind, and in which versions.</summary>
        public Task<string> RecordsAsync() => Portal.WithDbAsync(async db =>
        {
            var lines = new List<string>();
            foreach (var table in db.Model.GetEntityTypes().Select(e => (Name: e.GetTableName(), HasToken: e.FindProperty(nameof(Entity.Token)) is not null)).Distinct())
            {
                if (table.Name is not (null or "Sessions" or "AuditEvents"))
                {
                    var what = table.HasToken ? "count(*) || ' ' || coalesce(group_concat(Token), '')" : "count(*) || ''";
                    var query = $"SELECT {what} AS Value FROM \"{table.Name}\"";
                    lines.Add($"{table.Name} {await db.Database.SqlQueryRaw<string>(query).SingleAsync()}");
                }
            }

            return string.Join('\n', lines);
        });

        public async ValueTask DisposeAsync()
        {
            foreach (var somebody in All)
            {
                somebody.Browser.Dispose();
            }

            await Portal.DisposeAsync();
        }

        private static Guid? PlaceOf(Role role, School school) => Grant.ScopeOf(role) switch
        {
            Scope.School => school.Id,
            Scope.Area => school.AreaId,
            Scope.District => school.DistrictId,
            _ => null,
        };

        private async Task<Somebody> SomebodyAsync(string name, TestPerson person) => new(
            name,
            await Portal.WithDbAsync(db => db.ActorOf(person.Id, Portal.Today, CancellationToken.None)),
            await Portal.SignInAsync(person));

        // A school in an area of its own district, so that area and district people have something to look after.
        private Task<School> SettleAsync(int number, string station) => Portal.WithDbAsync(async db =>
        {
            var school = await db.Schools.SingleAsync(s => s.Number == number);
            var area = await db.Areas.FirstAsync(a => a.DistrictId == school.DistrictId);
            school.SettlePlace(area, db.Station(station).Id, null);
            await db.SaveAsync(new Change(Actor.Portal, Portal.Clock.UtcNow(), "Settled the area"), CancellationToken.None);
            return school;
        });
    }
}

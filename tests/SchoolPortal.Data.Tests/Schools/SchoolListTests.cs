using Microsoft.EntityFrameworkCore;
using SchoolPortal.Data.People;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using Xunit;

namespace SchoolPortal.Data.Tests.Schools;

public sealed class SchoolListTests
{
    private static readonly Jurisdiction Everywhere = new(true, new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>());

    [Theory]
    [InlineData("maori")]
    [InlineData("MĀORI")]
    [InlineData("māori")]
    [InlineData("  porirua   MAORI ")]
    [InlineData("te kura māori o porirua")]
    [InlineData("4208")]
    [InlineData("waitangirua")]
    [InlineData("Porirua 4208")]
    [InlineData("hēmi")]
    [InlineData("obrien")]
    [InlineData("O’Brien")]
    [InlineData("wiremu māori")]
    public async Task Every_spelling_of_name_number_suburb_town_and_contact_finds_the_school(string search)
    {
        using var register = await RegisterOfOneAsync();
        Assert.Equal([4208], await NumbersAsync(register, search));
    }

    [Theory]
    [InlineData("porirua college")]
    [InlineData("4209")]
    [InlineData("former")]
    [InlineData("keyholder")]
    [InlineData("later")]
    public async Task A_word_that_is_not_there_or_a_person_who_is_not_current_or_not_for_everybody_finds_nothing(string search)
    {
        using var register = await RegisterOfOneAsync();
        Assert.Empty(await NumbersAsync(register, search));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_filter_order_and_page_gives_what_going_through_the_records_one_by_one_gives(int seed)
    {
        using var register = await SchoolRegister.MakeAsync(80, seed);
        using var index = new SchoolListIndex(register.Clock);
        await using var db = register.Open();
        var schools = await index.CurrentAsync(db, await db.MarksAsync(CancellationToken.None), CancellationToken.None);
        var records = await SchoolRecords.ReadAsync(db, register.Today);
        var random = new Random(seed);
        var found = 0;
        for (var i = 0; i < 600; i++)
        {
            var query = AnyQuery(random, register);
            var (skip, take) = (random.Next(3) * 5, random.Next(1, 12));
            var expected = records.Find(query);

            var page = schools.Find(query, Everywhere, skip, take);

            Assert.Equal(expected.Count, page.Total);
            Assert.Equal(expected.Skip(skip).Take(take), page.Rows.Select(r => r.Number));
            found += expected.Count;
        }

        Assert.True(found > 1000, "The queries must find something, or they prove nothing.");
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task The_list_shows_each_person_the_schools_that_the_database_lets_them_see(int seed)
    {
        using var register = await SchoolRegister.MakeAsync(60, seed);
        using var index = new SchoolListIndex(register.Clock);
        await using var db = register.Open();
        var schools = await index.CurrentAsync(db, await db.MarksAsync(CancellationToken.None), CancellationToken.None);
        var random = new Random(seed);
        for (var i = 0; i < 200; i++)
        {
            var actor = AnyActor(random, register);
            var operation = Enum.GetValues<Operation>()[random.Next(Enum.GetValues<Operation>().Length)];
            var held = actor.JurisdictionFor(operation);

            var listed = Numbers(schools, new SchoolListQuery(), held).Concat(Numbers(schools, new SchoolListQuery { Gaps = [SchoolGap.Closed] }, held));

            var visible = await db.Schools.VisibleTo(actor, operation).Select(s => s.Number).ToListAsync();
            Assert.Equal(visible.Order(), listed.Order());
        }
    }

    [Fact]
    public async Task After_each_change_by_anybody_the_list_is_as_if_it_were_read_anew()
    {
        using var register = await SchoolRegister.MakeAsync(40, seed: 21);
        using var one = new SchoolListIndex(register.Clock);
        using var other = new SchoolListIndex(register.Clock);
        foreach (var (change, wait, decidedAgo) in Changes(register))
        {
            await AssertAsNewAsync(register, one, other);
            register.Clock.Advance(wait);
            await AssertAsNewAsync(register, one, other);
            await register.ChangeAsync(change, decidedAgo);
            await AssertAsNewAsync(register, one, other);
        }
    }

    [Fact]
    public async Task A_list_that_nothing_changed_is_not_read_again()
    {
        using var register = await SchoolRegister.MakeAsync(10, seed: 31);
        using var index = new SchoolListIndex(register.Clock);
        await using var db = register.Open();

        var first = await index.CurrentAsync(db, await db.MarksAsync(CancellationToken.None), CancellationToken.None);
        register.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Same(first, await index.CurrentAsync(db, await db.MarksAsync(CancellationToken.None), CancellationToken.None));
        register.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Same(first, await index.CurrentAsync(db, await db.MarksAsync(CancellationToken.None), CancellationToken.None));
        register.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotSame(first, await index.CurrentAsync(db, await db.MarksAsync(CancellationToken.None), CancellationToken.None));
    }

    private static IEnumerable<(Func<PortalDbContext, Task> Change, TimeSpan Wait, TimeSpan DecidedAgo)> Changes(SchoolRegister register)
    {
        var school = register.Schools[0];
        var next = register.Schools[1];
        yield return (db => AddAsync(db, new SchoolContact(school, ContactPosition.GuidanceCounsellor, "Ngaio Newcomer", new Reach(null, "+6491234567", null), false, register.Today)), TimeSpan.Zero, TimeSpan.Zero);
        yield return (async db => (await db.SchoolContacts.FirstAsync(c => c.Name == "Ngaio Newcomer")).End(register.Today), TimeSpan.FromMinutes(2), TimeSpan.Zero);
        yield return (async db => await AssignAsync(db, school, register.Today), TimeSpan.FromMinutes(7), TimeSpan.Zero);
        yield return (async db => (await db.Officers.FirstAsync()).Change("Renamed Officer", Rank.Inspector, db.Station("Kaitāia"), "renamed@police.example", null, null), TimeSpan.FromMinutes(30), TimeSpan.Zero);
        yield return (async db => (await db.Schools.SingleAsync(s => s.Id == next)).SettlePlace(await db.Areas.FirstAsync(), null, null), TimeSpan.FromDays(1), TimeSpan.Zero);
        yield return (async db => (await db.Schools.SingleAsync(s => s.Id == next)).Close(register.Today), TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(4));
        yield return (async db => db.Entry(await db.Agreements.FirstAsync()).Property(a => a.State).CurrentValue = AgreementState.Ended, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4));
        yield return (async db => db.Entry(await db.Profiles.FirstAsync(p => p.Year == 2026)).Property(p => p.State).CurrentValue = ProfileState.Returned, TimeSpan.FromMinutes(6), TimeSpan.Zero);
        yield return (db => AddAsync(db, new School(9000, new SchoolFacts { Name = "A New School" }, "Schools Directory, 2026", register.Today)), TimeSpan.FromMinutes(9), TimeSpan.Zero);
        yield return (db => AddAsync(db, new Area(register.Districts[0].Id, "Far North")), TimeSpan.FromMinutes(9), TimeSpan.Zero);
    }

    private static async Task AddAsync<T>(PortalDbContext db, T record)
        where T : class => await db.Set<T>().AddAsync(record);

    private static async Task AssignAsync(PortalDbContext db, Guid school, DateOnly from)
    {
        var existing = await db.OfficerAssignments.Where(a => a.SchoolId == school && a.Kind == AssignmentKind.LeadPoliceContact).ToListAsync();
        foreach (var duty in existing.Where(a => a.To is null || a.To >= from))
        {
            duty.End(duty.From.AddDays(-1));
        }

        var officer = await db.Officers.OrderByDescending(o => o.Name).FirstAsync();
        db.OfficerAssignments.Add(new Duty(school, AssignmentKind.LeadPoliceContact, existing).Assign(officer, from, null));
    }

    private static async Task AssertAsNewAsync(SchoolRegister register, params SchoolListIndex[] indexes)
    {
        using var fresh = new SchoolListIndex(register.Clock);
        await using var db = register.Open();
        var expected = await fresh.CurrentAsync(db, await db.MarksAsync(CancellationToken.None), CancellationToken.None);
        foreach (var index in indexes)
        {
            var kept = await index.CurrentAsync(db, await db.MarksAsync(CancellationToken.None), CancellationToken.None);
            foreach (var query in new[] { new SchoolListQuery(), new SchoolListQuery { Gaps = [SchoolGap.Closed] } })
            {
                Assert.Equal(expected.Find(query, Everywhere).Rows, kept.Find(query, Everywhere).Rows);
            }

            Assert.Equal(expected.Areas, kept.Areas);
        }
    }

    private static async Task<SchoolRegister> RegisterOfOneAsync()
    {
        var register = await SchoolRegister.MakeAsync(0, seed: 1);
        await register.ChangeAsync(async db =>
        {
            var school = new School(4208, new SchoolFacts { Name = "Te Kura Māori o Porirua", Suburb = "Waitangirua", City = "Porirua" }, "Schools Directory, 2021", register.Today);
            db.Schools.Add(school);
            db.Schools.Add(new School(1, new SchoolFacts { Name = "Otahuhu School", City = "Auckland" }, "Schools Directory, 2021", register.Today));
            var reach = new Reach("a@example.school.nz", null, null);
            db.SchoolContacts.Add(new SchoolContact(school.Id, ContactPosition.Principal, "Hēmi O'Brien", reach, false, register.Today));
            db.SchoolContacts.Add(new SchoolContact(school.Id, ContactPosition.Caretaker, "Kim Keyholder", reach, true, register.Today));
            db.SchoolContacts.Add(new SchoolContact(school.Id, ContactPosition.DeputyPrincipal, "Lee Later", reach, false, register.Today.AddDays(1)));
            var gone = new SchoolContact(school.Id, ContactPosition.PastoralLead, "Fay Former", reach, false, register.Today.AddDays(-9));
            gone.End(register.Today.AddDays(-1));
            db.SchoolContacts.Add(gone);
            var officer = new Officer("Wiremu Tahi", Rank.Constable, db.Station("Porirua"), "w@police.example", null, register.Today);
            db.Officers.Add(officer);
            db.OfficerAssignments.Add(new Duty(school.Id, AssignmentKind.LeadPoliceContact, []).Assign(officer, register.Today, null));
            await Task.CompletedTask;
        });
        return register;
    }

    private static async Task<IEnumerable<int>> NumbersAsync(SchoolRegister register, string search)
    {
        using var index = new SchoolListIndex(register.Clock);
        await using var db = register.Open();
        return Numbers(await index.CurrentAsync(db, await db.MarksAsync(CancellationToken.None), CancellationToken.None), new SchoolListQuery { Search = search }, Everywhere);
    }

    private static IEnumerable<int> Numbers(SchoolListSnapshot schools, SchoolListQuery query, Jurisdiction held) =>
        schools.Find(query, held).Rows.Select(r => r.Number);

    private static SchoolListQuery AnyQuery(Random random, SchoolRegister register)
    {
        bool Chance(int in10) => random.Next(10) < in10;
        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
        return new SchoolListQuery
        {
            Search = Chance(4) ? Pick(["school", "MAORI", "otahuhu school", "ngata", "o'brien officer", "1", "st marys", "mangere auckland", ""]) : null,
            DistrictId = Chance(2) ? Pick(register.Districts).Id : null,
            AreaId = Chance(2) ? Pick(register.Areas).Id : null,
            Type = Chance(2) ? Pick(Enum.GetValues<SchoolType>()) : null,
            Authority = Chance(2) ? Pick(Enum.GetValues<SchoolAuthority>()) : null,
            Gaps = Chance(4) ? [.. Enum.GetValues<SchoolGap>().Where(_ => Chance(3))] : [],
            Agreements = Chance(3) ? [.. Enum.GetValues<AgreementStanding>().Where(_ => Chance(3))] : [],
            Profiles = Chance(3) ? [.. Enum.GetValues<ProfileState>().Where(_ => Chance(3))] : [],
            Sort = Pick(Enum.GetValues<SchoolSort>()),
            Descending = Chance(5),
        };
    }

    private static Actor AnyActor(Random random, SchoolRegister register)
    {
        var authorities = Enumerable.Range(0, random.Next(4)).Select(_ =>
        {
            var role = Roles.All[random.Next(Roles.All.Count)];
            var scope = Grant.ScopeOf(role);
            Guid? place = scope switch
            {
                Scope.School => register.Schools[random.Next(register.Schools.Count)],
                Scope.Area => register.Areas[random.Next(register.Areas.Count)].Id,
                Scope.District => register.Districts[random.Next(register.Districts.Count)].Id,
                _ => null,
            };
            return new Authority(role, scope, place);
        });
        return new Actor(Guid.CreateVersion7(), "Somebody", "", [.. authorities]);
    }
}

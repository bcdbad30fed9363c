using Microsoft.Extensions.Time.Testing;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;

namespace SchoolPortal.Data.Tests.Schools;

/// <summary>A register of made-up schools in which everything that the list speaks of occurs, drawn from one seed.</summary>
internal sealed class SchoolRegister : IDisposable
{
    private static readonly string[] Names =
        ["Te Kura Māori o Porirua", "Ōtāhuhu School", "St Mary's School", "Māngere Bridge School", "Kerikeri High School", "Otahuhu College", "Whangārei Boys' High School"];

    private static readonly string?[] Suburbs = ["Māngere", "Ōtara", "Papatoetoe", null];
    private static readonly string?[] Cities = ["Auckland", "Whangārei", null];
    private static readonly string[] People = ["Aroha Ngata", "Tāne O'Brien", "Mere Pōtae", "John Smith"];

    private readonly TestDatabase database = new();
    private readonly Random random;

    private SchoolRegister(int seed) => random = new Random(seed);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 21, 0, 0, TimeSpan.Zero));

    public DateOnly Today => Clock.Today();

    public List<District> Districts { get; } = [new("NLD", "Northland", 1), new("CMD", "Counties Manukau", 4)];

    public List<Area> Areas { get; } = [];

    public List<Guid> Schools { get; } = [];

    public static async Task<SchoolRegister> MakeAsync(int schools, int seed)
    {
        var register = new SchoolRegister(seed);
        await register.FillAsync(schools);
        return register;
    }

    public PortalDbContext Open() => database.Open();

    public void Dispose() => database.Dispose();

    /// <summary>Changes something and saves it as everything is saved.</summary>
    public async Task ChangeAsync(Func<PortalDbContext, Task> change, TimeSpan? decidedAgo = null)
    {
        await using var db = Open();
        await change(db);
        await db.SaveAsync(new Change(Actor.Portal, Clock.UtcNow() - (decidedAgo ?? TimeSpan.Zero), "Changed it"), CancellationToken.None);
    }

    private async Task FillAsync(int schools)
    {
        Areas.AddRange(Districts.SelectMany(d => new[] { new Area(d.Id, "East"), new Area(d.Id, "West") }));
        await ChangeAsync(async db =>
        {
            db.Districts.AddRange(Districts);
            db.Areas.AddRange(Areas);
            db.SchoolTerms.Add(new SchoolTerm(2026, 1, new DateOnly(2026, 1, 26), new DateOnly(2026, 4, 2)));
            var station = new Station(Areas[0].Id, "Ōtāhuhu");
            db.Stations.Add(station);
            var officers = People.Select(name => new Officer(name + " Officer", Pick([Rank.Constable, Rank.Sergeant]), station, $"{Guid.NewGuid():N}@police.example", null, new DateOnly(2020, 1, 1))).ToList();
            db.Officers.AddRange(officers);
            for (var number = 1; number <= schools; number++)
            {
                AddSchool(db, number, officers);
            }

            await Task.CompletedTask;
        });
    }

    private void AddSchool(PortalDbContext db, int number, List<Officer> officers)
    {
        var school = new School(number, new SchoolFacts
        {
            Name = Pick(Names),
            Suburb = Pick(Suburbs),
            City = Pick(Cities),
            Type = Chance() ? Pick(Enum.GetValues<SchoolType>()) : null,
            Authority = Chance() ? Pick(Enum.GetValues<SchoolAuthority>()) : null,
            RollTotal = Chance() ? random.Next(5, 9) : null,
        }, "Schools Directory, 25 September 2021", new DateOnly(2021, 9, 25));
        school.SettleDistrict(Chance() ? Pick(Districts).Id : null);
        if (Chance() && school.DistrictId is { } district)
        {
            school.SettlePlace(Pick([.. Areas.Where(a => a.DistrictId == district)]), null, null);
        }

        if (random.Next(8) == 0)
        {
            school.Close(new DateOnly(2025, 12, 20));
        }

        db.Schools.Add(school);
        Schools.Add(school.Id);
        foreach (var (position, from) in new[] { (ContactPosition.Principal, -400), (ContactPosition.Emergency1, -40), (ContactPosition.PastoralLead, 30) }.Where(_ => Chance()))
        {
            var contact = new SchoolContact(school.Id, position, Pick(People), new Reach("a@example.school.nz", null, null), false, Today.AddDays(from));
            if (random.Next(3) == 0)
            {
                contact.End(Today.AddDays(Math.Max(from, random.Next(-2, 2))));
            }

            db.SchoolContacts.Add(contact);
        }

        AddDuties(db, school.Id, officers);
        foreach (var version in Enumerable.Range(1, random.Next(3)))
        {
            AddAgreement(db, school.Id, version, version == 1 ? [AgreementState.Active, AgreementState.Superseded, AgreementState.Ended, AgreementState.Withdrawn] : [AgreementState.Draft, AgreementState.PartlySigned, AgreementState.Withdrawn]);
        }

        foreach (var year in new[] { 2025, 2026 }.Where(_ => Chance()))
        {
            var profile = new Profile(school.Id, year, FormDefinitions.SchoolProfile, Answers.None, new DateOnly(year, 3, 31), new Change(Actor.Portal, Clock.UtcNow(), "Opened"));
            db.Profiles.Add(profile);
            db.Entry(profile).Property(p => p.State).CurrentValue = Pick(Enum.GetValues<ProfileState>());
        }
    }

    private void AddDuties(PortalDbContext db, Guid school, List<Officer> officers)
    {
        var duty = new Duty(school, AssignmentKind.LeadPoliceContact, []);
        if (Chance())
        {
            var first = duty.Assign(officers[0], Today.AddDays(-random.Next(5)), null);
            db.OfficerAssignments.Add(first);
            if (random.Next(3) == 0)
            {
                first.End(Today.AddDays(random.Next(-1, 2)));
            }
        }
        else if (Chance())
        {
            db.OfficerAssignments.Add(duty.Assign(officers[1], Today.AddDays(random.Next(0, 2)), null));
        }
    }

    private void AddAgreement(PortalDbContext db, Guid school, int version, AgreementState[] states)
    {
        var form = FormDefinitions.PartnershipAgreement;
        var agreement = new Agreement(school, version, form, form.StartingAnswers(), new Change(Actor.Portal, Clock.UtcNow(), "Started"));
        db.Agreements.Add(agreement);
        db.Entry(agreement).Property(a => a.State).CurrentValue = Pick(states);
        db.Entry(agreement).Property(a => a.EndsOn).CurrentValue = Chance() ? Today.AddDays(random.Next(-1, 2)) : null;
        db.Entry(agreement).Property(a => a.ReviewDueOn).CurrentValue = Chance() ? Today.AddDays(random.Next(-1, 2)) : null;
    }

    private bool Chance() => random.Next(2) == 0;

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}

using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Demo;

/// <summary>The three people of a school who agree and sign.</summary>
internal sealed record DemoSchoolPeople(Person Principal, Person PresidingMember, Person LeadSchool);

/// <summary>Everybody who can sign in to the demonstration. Nobody has a person's name: they are called by what they are.</summary>
internal sealed record DemoPeople(
    Person Administrator,
    Person National,
    Person District,
    Person Supervisor,
    Person LeadPolice,
    Person CommunityOfficer,
    IReadOnlyDictionary<int, DemoSchoolPeople> Schools)
{
    /// <summary>The accounts that are told to whoever starts the demonstration, with what each is for.</summary>
    public static IReadOnlyList<(string Before, string Who)> SignIns { get; } =
    [
        ("administrator", "accounts, directory, every gap"),
        ("national", "national schools team"),
        ("district", "district coordinator, Counties Manukau"),
        ("supervisor", "area supervisor, Counties Manukau West: assigns officers, signs"),
        ("leadpolice", "Lead Police Contact of a dozen schools"),
        ("sco", "School Community Officer"),
        ("specialist", "Youth Aid officer of the area"),
        ("principal", "principal, Otahuhu School: submits the profile, signs"),
        ("leadschool", "Lead School Contact, Otahuhu School"),
        ("contributor", "teacher in charge of the traffic safety team, Otahuhu School"),
        ("staff", "teacher, Otahuhu School: reads"),
        ("board", "presiding member of the board, Otahuhu School: signs"),
        ("auditor", "reads who changed what"),
    ];

    /// <summary>Adds the accounts and their roles, not saved yet.</summary>
    public static DemoPeople Add(DemoAccounts accounts, DemoDays days, District district, Area area, IReadOnlyDictionary<int, School> schools)
    {
        var from = days.Beginning;
        var administrator = accounts.Add("administrator", "System administrator", "Portal support", Role.Administrator, null, from, null);
        var national = accounts.Add("national", "National coordinator", "National schools team", Role.NationalCoordinator, null, from, administrator);
        var coordinator = accounts.Add("district", "District coordinator", $"Youth and prevention, {district.Name}", Role.DistrictCoordinator, district.Id, from, administrator);
        var supervisor = accounts.Add("supervisor", "Area supervisor", $"Youth and Community Supervisor, {area.Name}", Role.AreaSupervisor, area.Id, from, administrator);
        accounts.Add("specialist", "Youth Aid officer", $"Youth Aid, {area.Name}", Role.SpecialistOfficer, area.Id, from, administrator);
        accounts.Add("auditor", "Auditor", "Privacy and assurance", Role.Auditor, null, from, administrator);
        return new DemoPeople(
            administrator,
            national,
            coordinator,
            supervisor,
            accounts.Add("leadpolice", "Lead Police Contact", $"Senior Constable, {DemoSchools.Station}"),
            accounts.Add("sco", "School Community Officer", $"Constable, {DemoSchools.Station}"),
            schools.ToDictionary(s => s.Key, s => AddSchool(accounts, s.Value, from, administrator)));
    }

    private static DemoSchoolPeople AddSchool(DemoAccounts accounts, School school, DateOnly from, Person administrator)
    {
        // The school of the walk has the plain addresses; every other school's people can be signed in as too.
        var walk = school.Number == DemoSchools.Otahuhu;
        var after = walk ? "" : $"-{school.Number}";
        var name = school.Facts.Name;
        if (walk)
        {
            accounts.Add("staff", "Teacher", $"Teacher, {name}", Role.SchoolViewer, school.Id, from, administrator);
            accounts.Add("contributor", "Traffic safety team teacher", $"Teacher, {name}", Role.SchoolContributor, school.Id, from, administrator, "traffic-team travel");
        }

        return new DemoSchoolPeople(
            accounts.Add($"principal{after}", "Principal", $"Principal, {name}", Role.Principal, school.Id, from, administrator),
            accounts.Add($"board{after}", "Presiding member", $"Presiding member, {name}", Role.PresidingMember, school.Id, from, administrator),
            accounts.Add($"leadschool{after}", "Lead School Contact", $"Deputy principal, {name}", Role.LeadSchoolContact, school.Id, from, administrator));
    }

    /// <summary>Somebody as the one who acts in a change.</summary>
    public static Actor As(Person person) => new(person.Id, person.Name, person.Position, []);

    /// <summary>Somebody who acts at a school in a role.</summary>
    public static Actor As(Person person, Role role, School school)
    {
        var scope = Grant.ScopeOf(role);
        return new(person.Id, person.Name, person.Position, [new Authority(role, scope, scope == Scope.Area ? school.AreaId : school.Id)]);
    }
}

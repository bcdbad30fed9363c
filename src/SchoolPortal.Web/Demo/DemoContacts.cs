using SchoolPortal.Data;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Demo;

/// <summary>
/// The dozen schools' people, called by what they are. They are reached through the school's own office number and through
/// addresses to which nothing can be sent.
/// </summary>
internal sealed class DemoContacts(PortalDbContext db, DemoDays days, DemoPeople people)
{
    private static readonly (ContactPosition Position, string Name, bool AfterHours)[] Everybody =
    [
        (ContactPosition.Principal, "Principal", true),
        (ContactPosition.DeputyPrincipal, "Deputy principal", false),
        (ContactPosition.LeadSchoolContact, "Lead School Contact", true),
        (ContactPosition.ReliefLeadSchoolContact, "Relief for the Lead School Contact", false),
        (ContactPosition.PresidingMember, "Presiding member", false),
        (ContactPosition.TrafficTeamTeacher, "Teacher in charge of the traffic safety team", false),
        (ContactPosition.BusController, "Bus controller", false),
        (ContactPosition.PastoralLead, "Pastoral lead", false),
        (ContactPosition.GuidanceCounsellor, "Guidance counsellor", false),
        (ContactPosition.ChildProtectionLead, "Child protection lead", false),
        (ContactPosition.Office, "Office manager", false),
        (ContactPosition.Caretaker, "Caretaker", true),
        (ContactPosition.Emergency1, "Principal", true),
        (ContactPosition.Emergency2, "Deputy principal", true),
    ];

    /// <summary>Names them, school by school.</summary>
    /// <returns>The contacts of each school, by its number.</returns>
    public async Task<IReadOnlyDictionary<int, IReadOnlyList<SchoolContact>>> HandleAsync(IEnumerable<School> schools, CancellationToken cancel)
    {
        var all = new Dictionary<int, IReadOnlyList<SchoolContact>>();
        foreach (var school in schools)
        {
            var contacts = Of(school).ToList();
            db.SchoolContacts.AddRange(contacts);
            await db.SaveAsync(new Change(DemoPeople.As(people.Schools[school.Number].Principal), DemoDays.At(days.Beginning, "contacts"), "Named the school’s people"), cancel);
            all[school.Number] = contacts;
        }

        return all;
    }

    private IEnumerable<SchoolContact> Of(School school)
    {
        var accounts = people.Schools[school.Number];
        var chance = new DemoDice(school.Number);
        foreach (var (position, name, afterHours) in Everybody.Where(each => Has(school, each.Position)))
        {
            var account = position switch
            {
                ContactPosition.Principal => accounts.Principal,
                ContactPosition.PresidingMember => accounts.PresidingMember,
                ContactPosition.LeadSchoolContact => accounts.LeadSchool,
                _ => null,
            };
            var email = account?.Email ?? DemoAccounts.Address($"{position.ToString().ToLowerInvariant()}-{school.Number}");
            var contact = new SchoolContact(school.Id, position, name, new Reach(email, PhoneOf(school), null), afterHours, days.Beginning, account?.Id);
            contact.Confirm(IsStale(school, position) ? days.Ago(130 + chance.Roll("stale", 60)) : days.Ago(12 + chance.Roll(name, 45)));
            if ((school.Number, position) is (DemoSchools.MangereCollege, ContactPosition.Office) or (DemoSchools.Otahuhu, ContactPosition.PastoralLead))
            {
                contact.PutInDoubt(school.Number == DemoSchools.Otahuhu ? ContactDoubt.NoAnswer : ContactDoubt.SaidNo);
            }

            yield return contact;
        }
    }

    /// <summary>One school has no Lead School Contact; a school without buses or counsellor names nobody for them.</summary>
    private static bool Has(School school, ContactPosition position) => position switch
    {
        ContactPosition.LeadSchoolContact => school.Number != DemoSchools.NgaIwi,
        ContactPosition.BusController or ContactPosition.GuidanceCounsellor => DemoSchools.IsSecondary(school),
        ContactPosition.TrafficTeamTeacher => !DemoSchools.IsSecondary(school),
        _ => true,
    };

    private static bool IsStale(School school, ContactPosition position) => (school.Number, position) switch
    {
        (DemoSchools.SouthernCross, _) => true,
        (DemoSchools.Otahuhu, ContactPosition.Caretaker or ContactPosition.Emergency2) => true,
        (DemoSchools.MangereCollege, ContactPosition.Emergency1 or ContactPosition.Emergency2) => true,
        _ => false,
    };

    private static string? PhoneOf(School school) =>
        school.Facts.Telephone is { } shown ? "+64" + string.Concat(shown.Where(char.IsAsciiDigit)).TrimStart('0') : null;
}

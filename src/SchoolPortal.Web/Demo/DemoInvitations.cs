using SchoolPortal.Data;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Demo;

/// <summary>Some who are asked into the portal: on the way, too old, and proposed by the officer for others to decide on.</summary>
internal sealed class DemoInvitations(PortalDbContext db, DemoDays days, DemoPeople people, IReadOnlyDictionary<int, School> schools)
{
    public async Task HandleAsync(CancellationToken cancel)
    {
        var officer = DemoPeople.As(people.LeadPolice);
        Invite(DemoSchools.Otahuhu, Role.SchoolViewer, "Dean of Year 8", people.Schools[DemoSchools.Otahuhu].Principal, days.Ago(2));
        Invite(DemoSchools.Otahuhu, Role.SchoolContributor, "Pastoral lead", people.Schools[DemoSchools.Otahuhu].Principal, days.Ago(19), "climate");
        Add(DemoSchools.Otahuhu, Role.SchoolViewer, "Board secretary", true, new Change(officer, DemoDays.At(days.Ago(1), "propose"), "Proposed to invite somebody"));
        Add(DemoSchools.NgaIwi, Role.LeadSchoolContact, "Deputy principal", true, new Change(officer, DemoDays.At(days.Ago(4), "propose"), "Proposed to invite somebody"));
        await db.SaveAsync(new Change(Actor.Portal, DemoDays.At(days.Today, "invitations"), "Set up the invitations of the demonstration"), cancel);
    }

    private void Invite(int number, Role role, string who, Person by, DateOnly day, string? sections = null) =>
        Add(number, role, who, false, new Change(DemoPeople.As(by), DemoDays.At(day, "invite"), $"Invited the {who}"), sections).MarkSent();

    private Invitation Add(int number, Role role, string who, bool isProposal, Change change, string? sections = null)
    {
        var school = schools[number];
        var address = DemoAccounts.Address($"{who.Replace(' ', '-').ToLowerInvariant()}-{number}");
        var invitation = new Invitation(
            who, $"{who}, {school.Facts.Name}", address, new InvitedRole(role, school.Id, school.Facts.Name, Domain.NewZealandTime.DayOf(change.At), null, sections), isProposal, change);
        db.Invitations.Add(invitation);
        return invitation;
    }
}

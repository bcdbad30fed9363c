using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Contacts;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>Something that is to be done for a school, and by whom.</summary>
/// <param name="Deed">What is to be done, such as "sign the Partnership Agreement".</param>
/// <param name="Roles">Who may do it; empty while it only lies ahead.</param>
/// <param name="Who">The same in words, such as "the school".</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Status">Where it stands or when it is due.</param>
/// <param name="Colour">The colour of that.</param>
/// <param name="Hint">A sentence more, or null.</param>
public sealed record SchoolTask(
    string Deed, IReadOnlyCollection<Role> Roles, string Who, string Href, string Status, TagColour Colour, string? Hint = null)
{
    public bool IsFor(IReadOnlySet<Role> roles) => Roles.Any(roles.Contains);
}

/// <summary>Works out what is next for a school: one list, from which the page takes whose turn it is and what is due.</summary>
public sealed class SchoolTasks(SchoolSheet sheet, int number, Actor actor)
{
    private const string Police = "the Lead Police Contact";
    private const string School = "the school";
    private const int DaysAhead = 90;

    private static readonly Role[] SchoolLeads = [Role.LeadSchoolContact, Role.Principal];

    /// <summary>All of it, the most pressing first; nothing for a school that is closed.</summary>
    public IReadOnlyList<SchoolTask> All() =>
        sheet.School.Status.IsOver()
            ? []
            : [.. Leads(), .. AgreementTasks(), .. ProfileTasks(), .. StaleContacts()];

    private IEnumerable<SchoolTask> Leads()
    {
        if (sheet.Lead is null)
        {
            var later = sheet.Later(AssignmentKind.LeadPoliceContact).MinBy(d => d.From);
            yield return new("assign a Lead Police Contact", [.. Permissions.RolesFor(Operation.AssignOfficers)], "the area supervisor",
                SchoolLinks.Assign(number), "Nobody", TagColour.Red, later is null ? null : $"{later.Name} begins on {NewZealandTime.Show(later.From)}.");
        }

        if (sheet.Contact(ContactPosition.LeadSchoolContact) is null)
        {
            yield return new("name the Lead School Contact", [.. Permissions.RolesFor(Operation.EditContacts)], School,
                ContactLinks.Name(number, ContactPosition.LeadSchoolContact), "Nobody", TagColour.Red);
        }

        if (sheet.Contact(ContactPosition.Principal) is null)
        {
            yield return new("name the principal", [.. Permissions.RolesFor(Operation.EditContacts)], School,
                ContactLinks.Name(number, ContactPosition.Principal), "Nobody", TagColour.Red);
        }
    }

    private IEnumerable<SchoolTask> AgreementTasks()
    {
        if (sheet.Agreement is not { } agreement)
        {
            yield return new("start the Partnership Agreement", AgreementTurn.Of(AgreementStanding.None, []), Police,
                SchoolLinks.Agreement(number), Words.Capital(AgreementStanding.None), TagColours.Of(AgreementStanding.None));
            yield break;
        }

        var standing = agreement.Standing(sheet.Today);
        var open = agreement.Unsigned.ToList();
        var turn = agreement.Signed.Any(s => s.PersonId == actor.PersonId) ? [] : AgreementTurn.Of(standing, open);
        SchoolTask Task(string deed, string who, string? hint = null) =>
            new(deed, turn, who, SchoolLinks.Agreement(number), Words.Capital(standing), TagColours.Of(standing), hint);
        switch (standing)
        {
            case AgreementStanding.Draft:
                yield return Task("complete the agreement\u2019s draft and send it to the school", Police);
                break;
            case AgreementStanding.SchoolReview:
                yield return Task("read the agreement, then agree to it or ask for changes", School,
                    $"Sent on {NewZealandTime.Show(NewZealandTime.DayOf(agreement.StateSince))}.");
                break;
            case AgreementStanding.ReadyToSign or AgreementStanding.PartlySigned:
                yield return Task("sign the Partnership Agreement", TurnWords.Named(open),
                    agreement.Signed.Count == 0 ? null : $"Signed so far: {TurnWords.Named([.. agreement.Signed.Select(s => s.Party)])}.");
                break;
            case AgreementStanding.ReviewDue:
                yield return Task("review the agreement; a year has passed since it was signed or last reviewed", Police);
                break;
            case AgreementStanding.Active when agreement.ReviewDueOn <= sheet.Today.AddDays(DaysAhead):
                yield return new("review the agreement", [], Police, SchoolLinks.Agreement(number), $"Due {NewZealandTime.Show(agreement.ReviewDueOn.Value)}", TagColour.Plain);
                break;
        }

        if (agreement.State is AgreementState.Ended or AgreementState.Superseded
            || (agreement.State == AgreementState.Active && agreement.EndsOn <= sheet.Today.AddDays(DaysAhead)))
        {
            yield return new("start the next agreement", [.. Permissions.RolesFor(Operation.StartAgreement)], Police,
                SchoolLinks.Agreement(number), Words.Capital(standing), TagColours.Of(standing), agreement.EndsOn is { } end ? $"This one {(end < sheet.Today ? "ended" : "ends")} on {NewZealandTime.Show(end)}." : null);
        }
    }

    private IEnumerable<SchoolTask> ProfileTasks()
    {
        var year = sheet.Today.Year;
        var profile = sheet.ThisYear;
        if (profile?.State is ProfileState.Confirmed or ProfileState.Archived)
        {
            yield break;
        }

        var href = profile is null ? SchoolLinks.Profiles(number) : SchoolLinks.Profile(number, year);
        if (profile?.State == ProfileState.Submitted)
        {
            yield return new($"read the {year} profile, then confirm it or send it back", ProfileLifecycle.Table[ProfileStep.Confirm].Who, Police,
                href, "Submitted", TagColours.Of(ProfileState.Submitted));
            yield break;
        }

        var overdue = sheet.ProfileDue < sheet.Today;
        var (deed, roles, who) = profile switch
        {
            null => ($"open the {year} profile", [.. Permissions.RolesFor(Operation.OpenProfile)], School),
            _ when profile.SectionsDone == profile.Sections => ($"submit the {year} profile to Police", ProfileLifecycle.Table[ProfileStep.Submit].Who, "the principal"),
            _ => ($"complete the {year} profile", (IReadOnlyCollection<Role>)ProfileLifecycle.Table[ProfileStep.Begin].Who, School),
        };
        yield return new(deed, roles, who, href,
            overdue ? "Overdue" : $"Due {NewZealandTime.Show(sheet.ProfileDue)}",
            overdue ? TagColour.Red : TagColour.Yellow,
            (profile is null ? "" : $"{profile.SectionsDone} of {profile.Sections} sections are done. ") + (overdue ? $"It was due on {NewZealandTime.Show(sheet.ProfileDue)}." : ""));
    }

    private IEnumerable<SchoolTask> StaleContacts()
    {
        var stale = sheet.Contacts.Count(c => c.Covers(sheet.Today) && c.IsStale(sheet.Today));
        if (stale > 0)
        {
            yield return new("confirm that the school\u2019s people are still right", SchoolLeads, School, ContactLinks.People(number), "Not confirmed", TagColour.Yellow,
                $"{stale} {(stale == 1 ? "was" : "were")} last confirmed more than a term ago.");
        }
    }
}

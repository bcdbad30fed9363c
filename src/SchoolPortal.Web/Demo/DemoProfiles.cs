using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Demo;

/// <summary>Profiles of two years that are over, and of this year in every state.</summary>
internal sealed class DemoProfiles(
    PortalDbContext db, DemoDays days, DemoPeople people, IReadOnlyDictionary<int, School> schools, IReadOnlyDictionary<int, IReadOnlyList<SchoolContact>> contacts)
{
    private static readonly FormDefinition Form = FormDefinitions.SchoolProfile;

    // Sections of the walk's school that are still to do; two of them are kept by the traffic safety team's teacher.
    private static readonly string[] StillToDo = ["travel", "traffic-team", "readiness", "events", "sign-off"];

    private SchoolCalendar calendar = null!;

    public async Task HandleAsync(CancellationToken cancel)
    {
        calendar = new SchoolCalendar(await db.SchoolTerms.AsNoTracking().ToListAsync(cancel));
        foreach (var school in schools.Values)
        {
            var year = days.Today.Year;
            var last = await ArchivedAsync(school, year - 2, Form.StartingAnswers(), cancel);
            last = await ArchivedAsync(school, year - 1, last, cancel);
            await ThisYearAsync(school, year, last, cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>A year from its opening to its end.</summary>
    private async Task<Answers> ArchivedAsync(School school, int year, Answers before, CancellationToken cancel)
    {
        var filled = new DateOnly(year, 3, 3 + new DemoDice(school.Number).Roll("filled", 20));
        var profile = Begin(school, year, before, new DateOnly(year, 2, 9));
        Fill(profile, school, Form.Sections, filled, ChangeOf(school, Role.LeadSchoolContact, filled, "fill", $"Filled in the {year} profile"));
        db.Profiles.Add(profile);
        await db.SaveAsync(ChangeOf(school, Role.LeadSchoolContact, filled, "fill", $"Filled in the {year} profile"), cancel);
        await SubmitAsync(profile, school, filled.AddDays(2), cancel);
        await ConfirmAsync(profile, school, filled.AddDays(6), cancel);
        var over = new Change(Actor.Portal, DemoDays.At(new DateOnly(year + 1, 1, 1), "archive"), "Archived the profile of a year that is over");
        profile.Archive(over);
        await db.SaveAsync(over, cancel);
        return profile.Answers();
    }

    private async Task ThisYearAsync(School school, int year, Answers before, CancellationToken cancel)
    {
        switch (school.Number)
        {
            case DemoSchools.JeanBatten or DemoSchools.NgaIwi:
                return;
            case DemoSchools.Kings:
                await OpenAsync(school, year, before, days.Ago(50), cancel);
                return;
            case DemoSchools.Otahuhu:
                await FilledAsync(school, year, before, days.Ago(21), [.. Form.Sections.Where(section => !StillToDo.Contains(section.Key))], cancel);
                return;
            case DemoSchools.MtRichmond:
                await FilledAsync(school, year, before, days.Ago(8), Form.Sections, cancel);
                return;
            case DemoSchools.Fairburn or DemoSchools.SouthernCross:
                await SubmittedAsync(school, year, before, days.Ago(school.Number == DemoSchools.Fairburn ? 12 : 20), cancel);
                return;
            case DemoSchools.OtahuhuIntermediate or DemoSchools.MangereCollege:
                await ReturnedAsync(school, year, before, days.Ago(school.Number == DemoSchools.MangereCollege ? 16 : 7), cancel);
                return;
            default:
                await ConfirmedAsync(school, year, before, cancel);
                return;
        }
    }

    private async Task<Profile> OpenAsync(School school, int year, Answers before, DateOnly day, CancellationToken cancel)
    {
        var profile = Begin(school, year, before, day);
        db.Profiles.Add(profile);
        await db.SaveAsync(ChangeOf(school, Role.LeadSchoolContact, day, "open", $"Opened the {year} profile"), cancel);
        return profile;
    }

    private async Task<Profile> FilledAsync(
        School school, int year, Answers before, DateOnly day, IReadOnlyList<SectionDefinition> sections, CancellationToken cancel)
    {
        var profile = await OpenAsync(school, year, before, day.AddDays(-14), cancel);
        var change = ChangeOf(school, Role.LeadSchoolContact, day, "fill", $"Filled in the {year} profile");
        Fill(profile, school, sections, day, change);
        await db.SaveAsync(change, cancel);
        return profile;
    }

    private async Task<Profile> SubmittedAsync(School school, int year, Answers before, DateOnly day, CancellationToken cancel)
    {
        var profile = await FilledAsync(school, year, before, day.AddDays(-3), Form.Sections, cancel);
        await SubmitAsync(profile, school, day, cancel);
        return profile;
    }

    private async Task ReturnedAsync(School school, int year, Answers before, DateOnly day, CancellationToken cancel)
    {
        var profile = await SubmittedAsync(school, year, before, day.AddDays(-4), cancel);
        var change = ChangeOf(school, Role.LeadPoliceContact, day, "return", $"Sent sections of the {year} profile back to the school");
        profile.Return(
            new Dictionary<string, string>
            {
                ["readiness"] = "Lockdown was last practised more than a year ago by this. Is that so, or is the date an old one?",
                ["travel"] = "The side street has had a new crossing since July; add it and say whether it is patrolled.",
            },
            RolesOf(Role.LeadPoliceContact),
            change);
        await db.SaveAsync(change, cancel);
    }

    /// <summary>Confirmed early in the year; one of them was put right later.</summary>
    private async Task ConfirmedAsync(School school, int year, Answers before, CancellationToken cancel)
    {
        var due = calendar.ProfileDue(year);
        var day = due.AddDays(-10) < days.Today ? due.AddDays(-10) : days.Ago(3);
        var profile = await SubmittedAsync(school, year, before, day, cancel);
        await ConfirmAsync(profile, school, day.AddDays(2), cancel);
        if (school.Number == DemoSchools.McAuley)
        {
            var change = ChangeOf(school, Role.LeadSchoolContact, days.Ago(15), "amend", $"Amended section 11, Emergency readiness, of the {year} profile");
            var readiness = profile.Sections.Single(section => section.Key == "readiness");
            var amended = readiness.Answers().With("readiness.lockdown-practised", Answer.Of(days.Ago(18).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
            profile.SaveSection(Form, readiness.Key, new SectionEntry(amended, NothingToReport: false), readiness.Token, RolesOf(Role.LeadSchoolContact), change);
            await db.SaveAsync(change, cancel);
        }
    }

    private Profile Begin(School school, int year, Answers before, DateOnly day) => new(
        school.Id, year, Form, before, calendar.ProfileDue(year), ChangeOf(school, Role.LeadSchoolContact, day, "open", $"Opened the {year} profile"));

    private void Fill(Profile profile, School school, IReadOnlyList<SectionDefinition> sections, DateOnly day, Change change)
    {
        var answers = new DemoAnswers(school, contacts[school.Number]);
        foreach (var section in sections)
        {
            var nothing = section.Key == "traffic-team" && DemoSchools.IsSecondary(school);
            var entry = new SectionEntry(nothing ? Answers.None : answers.Of(section, day, Answers.None), nothing);
            var kept = profile.Sections.Single(each => each.Key == section.Key);
            profile.SaveSection(Form, section.Key, entry, kept.Token, RolesOf(Role.LeadSchoolContact), change);
        }
    }

    private async Task SubmitAsync(Profile profile, School school, DateOnly day, CancellationToken cancel)
    {
        var change = ChangeOf(school, Role.Principal, day, "submit", $"Submitted the {profile.Year} profile to Police");
        profile.Submit(Form, RolesOf(Role.Principal), change);
        await db.SaveAsync(change, cancel);
    }

    private async Task ConfirmAsync(Profile profile, School school, DateOnly day, CancellationToken cancel)
    {
        var change = ChangeOf(school, Role.LeadPoliceContact, day, "confirm", $"Confirmed the {profile.Year} profile");
        profile.Confirm(RolesOf(Role.LeadPoliceContact), change);
        await db.SaveAsync(change, cancel);
    }

    private Change ChangeOf(School school, Role role, DateOnly day, string deed, string what)
    {
        var own = people.Schools[school.Number];
        var who = role switch
        {
            Role.LeadPoliceContact => people.LeadPolice,
            Role.Principal => own.Principal,
            _ => own.LeadSchool,
        };
        return new Change(DemoPeople.As(who, role, school), DemoDays.At(day, deed), what);
    }

    private static HashSet<Role> RolesOf(Role role) => [role];
}

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Testing;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Profiles;
using SchoolPortal.Web.Tests.Notices;

using Xunit;

namespace SchoolPortal.Web.Tests.Readiness;

/// <summary>Five years of reminders, with the portal's own work done twice on every day.</summary>
public sealed class ProfileReminderTests(MailingPortal portal) : IClassFixture<MailingPortal>
{
    [Fact]
    public async Task Whoever_must_act_is_reminded_four_times_a_year_and_once_each_time()
    {
        var (behind, submitted) = (await ProfileCase.NewAsync(portal), await ProfileCase.NewAsync(portal));
        await portal.PersonAsync(Role.Principal, behind.School.Id);
        await NameAsync(behind.School, ContactPosition.LeadSchoolContact);
        await portal.PersonAsync(Role.Principal, submitted.School.Id);
        var officer = await portal.LeadPoliceContactAsync(submitted.School.Id);

        foreach (var year in Enumerable.Range(2027, 5))
        {
            await SubmitAsync(submitted.School, year);
            var due = (await portal.WithDbAsync(db => db.CalendarAsync(CancellationToken.None))).ProfileDue(year);
            foreach (var day in new[] { -22, -21, -18, -8, -7, 0, 6, 7, 14, 30 })
            {
                portal.BecomeDay(due.AddDays(day));
                await portal.DoAsync<RemindOfProfiles>(part => part.HandleAsync(CancellationToken.None));
                await portal.DoAsync<RemindOfProfiles>(part => part.HandleAsync(CancellationToken.None));
            }
        }

        var told = await portal.WithDbAsync(db => db.Notices.AsNoTracking().Where(n => n.Kind == NoticeKind.ProfileReminder).ToListAsync());
        var occasions = from year in Enumerable.Range(2027, 5) from day in ProfileReminders.Days select ProfileReminders.Occasion(year, day);
        Assert.Equal(occasions, told.Where(n => n.PersonId == officer.Id).OrderBy(n => n.MadeAt).Select(n => n.Occasion));
        Assert.All(told.Where(n => n.SchoolId == submitted.School.Id), n => Assert.Equal(officer.Id, n.PersonId));
        Assert.Equal(occasions.Order(StringComparer.Ordinal), told.Where(n => n.SchoolId == behind.School.Id && n.ContactId is not null).Select(n => n.Occasion).Order(StringComparer.Ordinal));
        Assert.Equal(2 * occasions.Count(), told.Count(n => n.SchoolId == behind.School.Id));
        Assert.All(told, n => Assert.DoesNotContain("@", n.Text, StringComparison.Ordinal));
    }

    private Task NameAsync(School school, ContactPosition position) => portal.WithDbAsync(async db =>
    {
        db.SchoolContacts.Add(new SchoolContact(school.Id, position, "Hēmi Walker", new Reach("hemi@demo.schoolportal.example", null, null), false, portal.Today));
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Named somebody"), CancellationToken.None);
    });

    private Task SubmitAsync(School school, int year) => portal.WithDbAsync(async db =>
    {
        var (form, none, change) = (ProfileCase.Form, new HashSet<Role>(), new Change(Actor.Portal, portal.Clock.UtcNow(), "Submitted"));
        var profile = new Profile(school.Id, year, form, Domain.Forms.Answers.None, new DateOnly(year, 3, 31), change);
        var people = await Data.Forms.ContactChoices.OfAsync(db, school.Id, portal.Today, emergency: true, CancellationToken.None);
        foreach (var section in form.Sections)
        {
            profile.SaveSection(form, section.Key, new SectionEntry(SampleAnswers.Of(section, people), false), profile.Sections.Single(s => s.Key == section.Key).Token, none, change);
        }

        profile.Submit(form, none, change);
        db.Profiles.Add(profile);
        await db.SaveAsync(change, CancellationToken.None);
    });
}

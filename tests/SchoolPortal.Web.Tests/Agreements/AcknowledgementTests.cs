using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Contacts;
using SchoolPortal.Web.Pages.Schools;

using Xunit;

namespace SchoolPortal.Web.Tests.Agreements;

/// <summary>Newcomers, and what both sides are told of: asked for, shown, acknowledged, noted for good.</summary>
public sealed class AcknowledgementTests
{
    private static readonly DateOnly Later = new(2027, 3, 8);

    [Fact]
    public async Task A_new_Lead_Police_Contact_is_asked_at_once_and_acknowledges_with_one_press()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        await stage.BecomeAsync(Later);
        Assert.Empty(await AskedAsync(stage));
        var (person, officer) = await AssignAsync(stage);

        var asked = Assert.Single(await AskedAsync(stage));
        Assert.Equal((Role.LeadPoliceContact, Later, Later.AddDays(14)), (asked.Role, asked.AskedOn, asked.DueOn));
        Assert.Equal($"{officer.Name} is the Lead Police Contact from 8 March 2027", asked.Text);
        using var newcomer = await stage.Portal.SignInAsync(person);
        var today = await newcomer.GetAsync("/today");
        Assert.Contains($"Acknowledge: {asked.Text}", today.Text, StringComparison.Ordinal);
        Assert.Contains("Due 22 March", today.Text, StringComparison.Ordinal);
        var principal = await (await stage.AsAsync(Role.Principal)).GetAsync(AgreementLinks.Overview(stage.Number));
        Assert.Contains("The Lead Police Contact is asked by 22 March 2027", principal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("I have read it", principal.Text, StringComparison.Ordinal);

        var form = await newcomer.GetAsync(AgreementLinks.Overview(stage.Number));
        var done = await newcomer.SubmitAsync(form, "I have read it");
        var again = await newcomer.SubmitAsync(form, "I have read it");

        Assert.Contains("You have acknowledged it", done.Done, StringComparison.Ordinal);
        Assert.DoesNotContain("For you to acknowledge", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal(person.Id, Assert.Single(await AskedAsync(stage)).GivenBy);
        Assert.Equal(
            ["Noted a change of contacts in the agreement", $"Acknowledged: {asked.Text}"],
            await stage.Portal.WithDbAsync(db => db.AuditEvents.Where(e => e.SubjectId == asked.Id).OrderBy(e => e.Id).Select(e => e.What).ToListAsync()));
        var agreement = await stage.AgreementAsync();
        Assert.Equal((AgreementState.Active, 4), (agreement.State, agreement.ValidSignatures.Count()));
    }

    [Fact]
    public async Task Past_fourteen_days_it_is_overdue_for_everybody_to_see()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        await stage.BecomeAsync(Later);
        var (person, _) = await AssignAsync(stage);
        await stage.BecomeAsync(Later.AddDays(15));

        using var newcomer = await stage.Portal.SignInAsync(person);
        Assert.Contains("Overdue", (await newcomer.GetAsync("/today")).Text, StringComparison.Ordinal);
        var principal = await (await stage.AsAsync(Role.Principal)).GetAsync(AgreementLinks.Version(stage.Number, 1));
        Assert.Contains("Overdue: the Lead Police Contact was asked by 22 March 2027", principal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_principal_who_is_named_ahead_is_asked_on_their_first_day()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        var lead = await stage.AsAsync(Role.LeadSchoolContact);
        var form = await lead.GetAsync(ContactLinks.Name(stage.Number, ContactPosition.Principal));
        var named = await lead.SubmitAsync(form, form.Document.QuerySelector("main form button")!.TextContent.Trim(), new()
        {
            ["Input.Name"] = "Wiremu Parata",
            ["Input.Email"] = "wiremu@test.schoolportal.example",
            ["Input.From"] = "8 March 2027",
        });
        Assert.True(named.Status == HttpStatusCode.OK && named.Errors.Count == 0, string.Join(" ", named.Errors));
        Assert.Empty(await AskedAsync(stage));

        await stage.BecomeAsync(Later);
        await stage.DailyWorkAsync();

        var asked = Assert.Single(await AskedAsync(stage));
        Assert.Equal((Role.Principal, "Wiremu Parata is the principal from 8 March 2027"), (asked.Role, asked.Text));
    }

    [Fact]
    public async Task Who_is_gone_before_answering_is_asked_no_more()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        await stage.BecomeAsync(Later);
        await AssignAsync(stage);
        await stage.BecomeAsync(Later.AddDays(3));
        var (_, second) = await AssignAsync(stage);

        var asked = await AskedAsync(stage);
        Assert.Equal([Later.AddDays(3), null], asked.Select(a => a.ClosedOn));
        Assert.StartsWith(second.Name, asked[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_acknowledges_for_another_role_or_at_another_school()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        await stage.BecomeAsync(Later);
        var (newcomer, _) = await AssignAsync(stage);
        await stage.TakeAsync(Role.Principal, AgreementStep.GiveNotice, reason: "We work with another agency");
        var asked = await stage.Portal.WithDbAsync(db => db.Acknowledgements.AsNoTracking().SingleAsync(a => a.Role == Role.AreaSupervisor));
        using var browser = await stage.Portal.SignInAsync(newcomer);
        var form = await browser.GetAsync(AgreementLinks.Overview(stage.Number));

        foreach (var id in new[] { asked.Id, Guid.NewGuid() })
        {
            var refused = await browser.SubmitAsync(form, "I have read it", new() { ["acknowledges"] = id.ToString() });
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        }

        Assert.All(await stage.Portal.WithDbAsync(db => db.Acknowledgements.AsNoTracking().ToListAsync()), a => Assert.Null(a.GivenAt));
        var supervisor = await stage.AsAsync(Role.AreaSupervisor);
        Assert.Contains("Notice to end agreement 1 was given", (await supervisor.GetAsync("/today")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contact_schedule_shows_todays_contacts_and_the_signed_file_stays_as_it_was()
    {
        await using var stage = await AgreementStage.SetAsync();
        await stage.InForceAsync();
        await stage.BecomeAsync(Later);
        var (_, officer) = await AssignAsync(stage);
        var viewer = await stage.AsAsync(Role.SchoolViewer);

        using var answer = await viewer.Client.GetAsync(new Uri(AgreementLinks.Contacts(stage.Number, 1), UriKind.Relative));
        var text = WordTexts.Of(await answer.Content.ReadAsByteArrayAsync());

        Assert.Equal($"partnership-agreement-{stage.Number}-version-1-contacts-2027-03-08.docx", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("Contact schedule of agreement 1", text, StringComparison.Ordinal);
        Assert.Contains("as it stands on 8 March 2027", text, StringComparison.Ordinal);
        Assert.Contains($"{officer.Name} is the Lead Police Contact from 8 March 2027", text, StringComparison.Ordinal);
        var principal = await stage.AsAsync(Role.Principal);
        var signed = WordTexts.Of(await principal.Client.GetByteArrayAsync(new Uri(AgreementLinks.Word(stage.Number, 1), UriKind.Relative)));
        Assert.DoesNotContain(officer.Name, signed, StringComparison.Ordinal);
        Assert.Contains("Contact schedule", (await principal.GetAsync(AgreementLinks.Version(stage.Number, 1))).Text, StringComparison.Ordinal);
        using var none = await viewer.Client.GetAsync(new Uri(AgreementLinks.Contacts(stage.Number, 2), UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    /// <summary>The area supervisor assigns somebody new from today, on the page.</summary>
    private static async Task<(TestPerson Person, Officer Officer)> AssignAsync(AgreementStage stage)
    {
        var person = await stage.Portal.PersonAsync("Senior Constable, Ōtāhuhu");
        var officer = await stage.Portal.OfficerAsync(person);
        var supervisor = await stage.AsAsync(Role.AreaSupervisor);
        var form = await supervisor.GetAsync(SchoolLinks.Assign(stage.Number));
        var assigned = await supervisor.SubmitAsync(form, form.Document.QuerySelector("main form[method=post] button")!.TextContent.Trim(), new()
        {
            ["Input.OfficerId"] = officer.Id.ToString(),
            ["Input.Kind"] = nameof(AssignmentKind.LeadPoliceContact),
            ["Input.From"] = NewZealandTime.Show(stage.Portal.Today),
        });
        Assert.True(assigned.Errors.Count == 0, string.Join(" ", assigned.Errors));
        return (person, officer);
    }

    private static Task<List<Acknowledgement>> AskedAsync(AgreementStage stage) => stage.Portal.WithDbAsync(db => db.Acknowledgements.AsNoTracking()
        .Where(a => a.SchoolId == stage.School.Id && a.Kind == AcknowledgementKind.NewContact).OrderBy(a => a.AskedOn).ToListAsync());
}

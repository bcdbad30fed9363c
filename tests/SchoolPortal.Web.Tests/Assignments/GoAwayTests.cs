using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data.Notices;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Assignments;

using Xunit;

namespace SchoolPortal.Web.Tests.Assignments;

/// <summary>An officer leaves or goes on leave: their duties change hands in one step, and come back by themselves.</summary>
public sealed class GoAwayTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static int taken;

    [Fact]
    public async Task Who_stands_in_has_the_schools_the_notices_and_the_permissions_for_the_days_of_the_leave_and_no_longer()
    {
        var (schools, supervisor) = await StageAsync(3);
        var (lead, standIn) = (await PersonOfAsync(), await PersonOfAsync());
        foreach (var school in schools)
        {
            await HoldAsync(school, lead.Officer, portal.Today.AddDays(-40));
        }

        var (from, to) = (portal.Today, portal.Today.AddDays(9));
        var form = await supervisor.GetAsync($"{AssignmentLinks.OnLeave(lead.Officer.Id)}?Input.From={from:yyyy-MM-dd}&Input.To={to:yyyy-MM-dd}");
        Assert.Contains(standIn.Officer.Name, form.Document.QuerySelector("select[name='Input.All']")!.TextContent, StringComparison.Ordinal);
        var done = await supervisor.SubmitAsync(form, "Note the leave", new()
        {
            ["Input.All"] = standIn.Officer.Id.ToString(), [$"Input.Choices[{schools[2].Number}.LeadPoliceContact]"] = AwayModel.Nobody, ["Input.Note"] = "Ring first.",
        });
        Assert.Contains($"is on leave from {NewZealandTime.Show(from)} to {NewZealandTime.Show(to)}: 2 of 3 duties are covered", done.Text, StringComparison.Ordinal);

        Assert.Equal([0, 2, 2, 0], await LedAsync(standIn.Person, -1, 0, 9, 10));
        Assert.Equal([3, 3, 3, 3], await LedAsync(lead.Person, -1, 0, 9, 10));
        Assert.Equal([standIn.Officer.Email], await ToldAsync(schools[0], from));
        Assert.Equal([lead.Officer.Email], await ToldAsync(schools[2], from));
        Assert.Equal([lead.Officer.Email], await ToldAsync(schools[0], to.AddDays(1)));

        using var theirs = await portal.SignInAsync(standIn.Person);
        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync($"/schools/{schools[0].Number}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync($"/schools/{schools[2].Number}")).Status);
        using var away = await portal.SignInAsync(lead.Person);
        Assert.Contains("Somebody stands in at 2 of your 3 schools", (await away.GetAsync("/today")).Text, StringComparison.Ordinal);
        Assert.Contains("1 school has a Lead Police Contact on leave", (await supervisor.GetAsync("/today")).Text, StringComparison.Ordinal);

        // Back two days early: the cover ends with the leave, and the last day can be moved out again.
        var leave = await portal.WithDbAsync(db => db.OfficerLeaves.AsNoTracking().SingleAsync(l => l.OfficerId == lead.Officer.Id));
        foreach (var last in new[] { to.AddDays(-2), to.AddDays(3) })
        {
            var change = await supervisor.GetAsync(AssignmentLinks.ChangeLeave(lead.Officer.Id, leave.Id));
            await supervisor.SubmitAsync(change, "Change the leave", new() { ["Input.To"] = NewZealandTime.Show(last) });
            var days = last.DayNumber - portal.Today.DayNumber;
            Assert.Equal([2, 0], await LedAsync(standIn.Person, days, days + 1));
        }

        var twice = await supervisor.GetAsync($"{AssignmentLinks.OnLeave(lead.Officer.Id)}?Input.From={from:yyyy-MM-dd}&Input.To={to:yyyy-MM-dd}");
        Assert.Contains("already; change that leave instead", twice.Errors.Single(), StringComparison.Ordinal);
        supervisor.Dispose();
    }

    [Fact]
    public async Task A_community_officer_and_a_relief_are_covered_by_their_own_kind_and_a_stand_in_who_goes_hands_on_the_rest()
    {
        var (schools, supervisor) = await StageAsync(2);
        var (away, standIn, next) = (await PersonOfAsync(), await PersonOfAsync(), await PersonOfAsync());
        await HoldAsync(schools[0], away.Officer, portal.Today.AddDays(-40), AssignmentKind.SchoolCommunityOfficer);
        await HoldAsync(schools[1], away.Officer, portal.Today.AddDays(-40), AssignmentKind.ReliefLeadPoliceContact);
        var (from, to) = (portal.Today, portal.Today.AddDays(9));
        var form = await supervisor.GetAsync($"{AssignmentLinks.OnLeave(away.Officer.Id)}?Input.From={from:yyyy-MM-dd}&Input.To={to:yyyy-MM-dd}");
        var done = await supervisor.SubmitAsync(form, "Note the leave", new() { ["Input.All"] = standIn.Officer.Id.ToString() });
        Assert.Contains("2 of 2 duties are covered", done.Text, StringComparison.Ordinal);
        Assert.Equal([0, 2, 2, 0], await HeldAsync(standIn.Person, -1, 0, 9, 10));
        Assert.Equal([2, 2, 2, 2], await HeldAsync(away.Person, -1, 0, 9, 10));
        Assert.Equal([standIn.Officer.Email], await ToldAsync(schools[1], from));
        Assert.Equal([away.Officer.Email], await ToldAsync(schools[1], to.AddDays(1)));
        var page = await supervisor.GetAsync($"/schools/{schools[0].Number}");
        Assert.Contains(away.Officer.Name, page.Text, StringComparison.Ordinal);
        Assert.Contains(standIn.Officer.Name, page.Text, StringComparison.Ordinal);

        // Whoever stands in goes on leave too: the next one does for the rest of the first leave.
        form = await supervisor.GetAsync($"{AssignmentLinks.OnLeave(standIn.Officer.Id)}?Input.From={from.AddDays(4):yyyy-MM-dd}&Input.To={from.AddDays(5):yyyy-MM-dd}");
        Assert.Contains($"stands in until {NewZealandTime.Show(to)}", form.Text, StringComparison.Ordinal);
        await supervisor.SubmitAsync(form, "Note the leave", new() { ["Input.All"] = next.Officer.Id.ToString() });
        Assert.Equal([2, 0, 0], await HeldAsync(standIn.Person, 3, 4, 9));
        Assert.Equal([0, 2, 2, 0], await HeldAsync(next.Person, 3, 4, 9, 10));

        // Back early: everything returns.
        var leave = await portal.WithDbAsync(db => db.OfficerLeaves.AsNoTracking().SingleAsync(l => l.OfficerId == away.Officer.Id));
        var change = await supervisor.GetAsync(AssignmentLinks.ChangeLeave(away.Officer.Id, leave.Id));
        await supervisor.SubmitAsync(change, "Change the leave", new() { ["Input.To"] = NewZealandTime.Show(from.AddDays(1)) });
        Assert.Equal([2, 0], await HeldAsync(standIn.Person, 1, 2));
        Assert.Equal([0], await HeldAsync(next.Person, 4));
        supervisor.Dispose();
    }

    [Fact]
    public async Task Who_leaves_hands_every_duty_over_school_by_school_and_reads_on_for_a_week()
    {
        var (schools, supervisor) = await StageAsync(4);
        var (leaver, first, second) = (await PersonOfAsync(), await PersonOfAsync(), await PersonOfAsync());
        foreach (var school in schools)
        {
            await HoldAsync(school, leaver.Officer, portal.Today.AddDays(-40));
        }

        await HoldAsync(schools[0], leaver.Officer, portal.Today.AddDays(-40), AssignmentKind.SchoolCommunityOfficer);
        await HoldAsync(schools[3], second.Officer, portal.Today.AddDays(60));
        var last = portal.Today.AddDays(-1);
        var form = await supervisor.GetAsync($"{AssignmentLinks.Leaves(leaver.Officer.Id)}?Input.Last={last:yyyy-MM-dd}");
        Assert.Equal(5, form.Document.QuerySelectorAll("select[name^='Input.Choices']").Length);
        var result = await supervisor.SubmitAsync(form, "Note that they leave", new()
        {
            ["Input.All"] = first.Officer.Id.ToString(),
            [$"Input.Choices[{schools[1].Number}.LeadPoliceContact]"] = second.Officer.Id.ToString(),
            [$"Input.Choices[{schools[2].Number}.LeadPoliceContact]"] = AwayModel.Nobody,
        });
        Assert.Contains("still holds 1 duty after that day", result.Done, StringComparison.Ordinal);
        Assert.Contains("Refused Somebody is already named from", result.Text, StringComparison.Ordinal);
        Assert.Contains("Ended without a successor", result.Text, StringComparison.Ordinal);
        Assert.Null(await LastDayAsync(leaver.Officer));

        // The one that was refused is ended without a successor; then they have left.
        form = await supervisor.GetAsync($"{AssignmentLinks.Leaves(leaver.Officer.Id)}?Input.Last={last:yyyy-MM-dd}");
        result = await supervisor.SubmitAsync(form, "Note that they leave", []);
        Assert.Contains($"leaves on {NewZealandTime.Show(last)}", result.Done, StringComparison.Ordinal);
        Assert.Equal(last, await LastDayAsync(leaver.Officer));
        Assert.Equal([1], await LedAsync(first.Person, 0));
        Assert.Equal([1], await LedAsync(second.Person, 0));

        // A successor has begun at two of the schools: there the leaver still reads, and edits nothing.
        foreach (var (day, reads) in new[] { (0, 2), (6, 2), (7, 0) })
        {
            var held = await portal.WithDbAsync(db => db.AuthoritiesOf(leaver.Person.Id, portal.Today.AddDays(day), CancellationToken.None));
            Assert.Equal(reads, held.Count);
            Assert.All(held, a => Assert.Equal(Role.SpecialistOfficer, a.Role));
        }

        using var theirs = await portal.SignInAsync(leaver.Person);
        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync($"/schools/{schools[1].Number}/agreement")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await theirs.GetAsync($"/schools/{schools[1].Number}/agreement/start")).Status);
        using var administrator = await portal.SignInAsync(await portal.PersonAsync(Role.Administrator));
        Assert.Contains($"Disable the account of {leaver.Officer.Name}", (await administrator.GetAsync("/today")).Text, StringComparison.Ordinal);
        supervisor.Dispose();
    }

    [Theory]
    [InlineData("on-leave", "Input.From=1+December+2026&Input.To=30+November+2026", "The leave begins on 1 December 2026")]
    [InlineData("on-leave", "Input.From=soonish&Input.To=30+November+2026", "Enter a date such as")]
    [InlineData("on-leave", "Input.From=1+December+2026&Input.To=1+December+2028", "Leave lasts 366 days at most")]
    [InlineData("on-leave", "Input.From=1+June+2026&Input.To=1+December+2026", "Enter 24 October 2026 or a later day")]
    [InlineData("leaves", "Input.Last=1+June+2019", "Enter 24 October 2026 or a later day")]
    [InlineData("leaves", "Input.Last=30+Feb", "Enter a date such as")]
    public async Task Days_that_cannot_be_are_one_sentence_beside_the_field(string way, string query, string sentence)
    {
        using var national = await portal.SignInAsync(await portal.PersonAsync(Role.NationalCoordinator));
        var page = await national.GetAsync($"{AssignmentLinks.Officer((await portal.OfficerAsync()).Id)}/{way}?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith(sentence, page.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_made_by_hand_is_refused_whole_and_leaves_nothing_behind()
    {
        var (schools, supervisor) = await StageAsync(1);
        var lead = await PersonOfAsync();
        await HoldAsync(schools[0], lead.Officer, portal.Today.AddDays(-40));
        var days = $"Input.From={portal.Today:yyyy-MM-dd}&Input.To={portal.Today.AddDays(5):yyyy-MM-dd}";
        var address = AssignmentLinks.OnLeave(lead.Officer.Id);
        var form = await supervisor.GetAsync($"{address}?{days}");
        var page = await supervisor.SubmitAsync(form, "Note the leave", new() { ["Input.All"] = Guid.NewGuid().ToString(), ["Input.Note"] = "Ring first." });
        Assert.Equal((HttpStatusCode.BadRequest, "Choose officers from the lists"), (page.Status, page.Errors.Single()));
        Assert.Contains("Ring first.", page.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        // The one who gets the cover leaves between form and post, so the school is refused and the leave stands; a failure in between saves neither.
        var actor = await portal.WithDbAsync(async db => await db.ActorOf((await portal.PersonAsync(Role.NationalCoordinator)).Id, portal.Today, CancellationToken.None));
        await portal.WithDbAsync(async db =>
        {
            var hands = new ChangeHands(db, new Web.Pages.Agreements.NoteNewContacts(db, portal.Clock), portal.Clock);
            var handed = new HandedDuties(Guid.CreateVersion7(), [new HandOver(schools[0].Number, AssignmentKind.LeadPoliceContact, Guid.NewGuid())], null);
            await Assert.ThrowsAsync<RuleBroken>(() => new GoAway(db, hands, portal.Clock).OnLeaveAsync(actor!, lead.Officer, portal.Today, portal.Today.AddDays(5), handed, CancellationToken.None));
        });
        Assert.False(await portal.WithDbAsync(db => db.OfficerLeaves.AnyAsync(l => l.OfficerId == lead.Officer.Id)));

        // Nobody of that id, and another field that cannot be read.
        var posted = await supervisor.Client.PostAsync(
            new Uri(AssignmentLinks.OnLeave(Guid.NewGuid()), UriKind.Relative),
            new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = form.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
                ["Input.From"] = "soonish", ["Input.Batch"] = "none", ["Input.Note"] = new string('a', 1001),
            }));
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        supervisor.Dispose();
    }

    [Theory]
    [InlineData("leaves", "Input.Last", "is on the page of the day of whoever takes over")]
    [InlineData("on-leave", "Input.From", "as well as of")]
    public async Task The_form_lists_what_waits_beside_the_duty_it_goes_with_as_their_own_page_does(string way, string field, string whoGets)
    {
        var (schools, supervisor) = await StageAsync(2);
        var lead = await PersonOfAsync();
        foreach (var school in schools)
        {
            await HoldAsync(school, lead.Officer, portal.Today.AddDays(-40));
        }

        var day = portal.Today.AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var form = await supervisor.GetAsync($"{AssignmentLinks.Officer(lead.Officer.Id)}/{way}?{field}={day}&Input.To={day}");
        Assert.Contains(whoGets.Replace("is on", "are on", StringComparison.Ordinal), form.Text, StringComparison.Ordinal);
        var listed = form.Document.QuerySelectorAll("td[data-label='Open tasks'] li").Select(li => li.TextContent.Split(", due ")[0].Trim()).Order().ToList();
        using var theirs = await portal.SignInAsync(lead.Person);
        var own = (await theirs.GetAsync("/today")).Document.QuerySelectorAll(".govuk-task-list__link").Select(a => a.TextContent.Trim()).Order().ToList();
        Assert.NotEmpty(own);
        Assert.Equal(own, listed);
        supervisor.Dispose();
    }

    [Fact]
    public async Task Of_two_who_hand_the_same_school_over_at_once_one_wins_and_the_other_is_told()
    {
        var (schools, supervisor) = await StageAsync(1);
        supervisor.Dispose();
        var officers = new[] { await portal.OfficerAsync(), await portal.OfficerAsync() };
        var actor = await portal.WithDbAsync(async db => await db.ActorOf((await portal.PersonAsync(Role.NationalCoordinator)).Id, portal.Today, CancellationToken.None));
        using var gate = new Barrier(2);
        var outcomes = await Task.WhenAll(officers.Select(officer => Task.Run(() => portal.WithDbAsync(async db =>
        {
            var hands = new ChangeHands(db, new Web.Pages.Agreements.NoteNewContacts(db, portal.Clock), portal.Clock);
            var plan = new HandsPlan(Guid.CreateVersion7(), portal.Today, [new HandOver(schools[0].Number, AssignmentKind.LeadPoliceContact, officer.Id)], done => $"{done}");
            gate.SignalAndWait();
            return (await hands.HandleAsync(actor!, plan, CancellationToken.None)).Values.Single();
        }))));

        // One after the other is no race: then the later one follows the earlier.
        var held = await portal.WithDbAsync(db => db.OfficerAssignments.Where(a => a.SchoolId == schools[0].Id && (a.To == null || a.To >= a.From)).ToListAsync());
        Assert.Single(held);
        Assert.Contains(ChangeHands.Assigned, outcomes);
        Assert.All(outcomes.Where(o => o != ChangeHands.Assigned), o => Assert.StartsWith("Refused: ", o, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_closed_school_gets_nobody()
    {
        var (schools, supervisor) = await StageAsync(1);
        await portal.WithDbAsync(async db =>
        {
            (await db.Schools.SingleAsync(s => s.Id == schools[0].Id)).Close(portal.Today);
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Closed"), CancellationToken.None);
        });
        var form = await supervisor.GetAsync($"/schools/{schools[0].Number}/assign");
        var page = await supervisor.SubmitAsync(form, "Assign officer", new() { ["Input.OfficerId"] = (await portal.OfficerAsync()).Id.ToString() });
        Assert.Equal("This school is closed; nobody is assigned to it any more", page.Errors.Single());
        supervisor.Dispose();
    }

    /// <summary>So many open schools of one area that no other test takes, and its supervisor.</summary>
    private async Task<(List<School> Schools, PageBrowser Supervisor)> StageAsync(int count)
    {
        var skip = Interlocked.Add(ref taken, count) - count;
        var area = await portal.WithDbAsync(db =>
        {
            var station = db.Station("Ōtāhuhu");
            return db.Areas.AsNoTracking().SingleAsync(a => a.Id == station.AreaId);
        });
        var schools = await portal.WithDbAsync(async db =>
        {
            var open = await db.Schools.Where(s => s.Status == SchoolStatus.Open).OrderBy(s => s.Number).Skip(skip).Take(count).ToListAsync();
            open.ForEach(s => s.SettlePlace(area, null, null));
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Settled the area"), CancellationToken.None);
            return open;
        });
        return (schools, await portal.SignInAsync(await portal.PersonAsync(Role.AreaSupervisor, area.Id)));
    }

    private async Task<(TestPerson Person, Officer Officer)> PersonOfAsync()
    {
        var person = await portal.PersonAsync("Senior Constable");
        return (person, await portal.OfficerAsync(person));
    }

    private Task HoldAsync(School school, Officer officer, DateOnly from, AssignmentKind kind = AssignmentKind.LeadPoliceContact) => portal.WithDbAsync(async db =>
    {
        var held = await db.OfficerAssignments.Where(a => a.SchoolId == school.Id && a.Kind == kind).ToListAsync();
        db.OfficerAssignments.Add(new Duty(school.Id, kind, held).Assign(officer, from, null));
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Assigned"), CancellationToken.None);
    });

    /// <summary>At how many schools they are Lead Police Contact, or stand in, so many days from today.</summary>
    private Task<List<int>> LedAsync(TestPerson person, params int[] days) => portal.WithDbAsync(async db =>
    {
        var led = new List<int>();
        foreach (var day in days)
        {
            led.Add((await db.AuthoritiesOf(person.Id, portal.Today.AddDays(day), CancellationToken.None)).Count(a => a.Role == Role.LeadPoliceContact));
        }

        return led;
    });

    /// <summary>How many duties they hold, of whatever kind, so many days from today.</summary>
    private Task<List<int>> HeldAsync(TestPerson person, params int[] days) => portal.WithDbAsync(async db =>
    {
        var held = new List<int>();
        foreach (var day in days)
        {
            held.Add((await db.AuthoritiesOf(person.Id, portal.Today.AddDays(day), CancellationToken.None)).Count);
        }

        return held;
    });

    private Task<List<string>> ToldAsync(School school, DateOnly day) => portal.WithDbAsync(async db =>
        (await Addressees.OfPoliceAsync(db, db.Schools.Where(s => s.Id == school.Id), day, CancellationToken.None))[school.Id].Select(a => a.Address).ToList());

    private Task<DateOnly?> LastDayAsync(Officer officer) => portal.WithDbAsync(db => db.Officers.Where(o => o.Id == officer.Id).Select(o => o.ActiveTo).SingleAsync());
}

using SchoolPortal.Domain.Notices;
using SchoolPortal.Web.Mail;

using Xunit;

namespace SchoolPortal.Web.Tests.Notices;

/// <summary>How notices leave: once, at their time, and to nobody to whom nothing may be sent.</summary>
public sealed class SendNoticesTests(MailingPortal portal) : IClassFixture<MailingPortal>, IAsyncLifetime
{
    private const string Somebody = "somebody@demo.schoolportal.example";

    private Guid schoolId;

    public async ValueTask InitializeAsync()
    {
        schoolId = (await portal.SchoolAsync(1409)).Id;
        await portal.BeginDayAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Several_nodes_at_once_send_each_notice_once_with_a_link_to_the_portals_own_address()
    {
        var written = new HashSet<Guid>();
        for (var number = 0; number < 50; number++)
        {
            written.Add(await portal.WriteAsync(schoolId, Somebody, occasion: $"occasion {number}"));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (await portal.SendAsync())
            {
            }
        })));

        var sent = portal.Mails.Where(mail => written.Contains(mail.Id)).ToList();
        Assert.Equal(written.Order(), sent.Select(mail => mail.Id).Order());
        Assert.All(sent, mail => Assert.Contains("https://portal.schoolportal.example/schools/1409/profile/2026", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_real_address_outside_production()
    {
        var real = (await portal.SchoolAsync(1409)).Facts.Email!;
        var notice = await portal.NoticeAsync(await WriteAndSendAsync(real, urgent: true));

        Assert.DoesNotContain(portal.Mails, mail => mail.Address == real);
        Assert.Equal(NoticeState.Failed, notice.State);
        Assert.Contains("sends to nobody but its own invented people", notice.StateReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_quiet_hours_only_what_is_urgent_leaves()
    {
        portal.Clock.Advance(TimeSpan.FromHours(10));
        var usual = await portal.WriteAsync(schoolId, Somebody, occasion: "the evening");
        var urgent = await portal.WriteAsync(schoolId, Somebody, urgent: true, occasion: "a fire");
        await portal.SendAsync();
        Assert.Equal((NoticeState.Waiting, NoticeState.Sent), ((await portal.NoticeAsync(usual)).State, (await portal.NoticeAsync(urgent)).State));

        await portal.BeginDayAsync();
        await portal.SendAsync();
        Assert.Equal(NoticeState.Sent, (await portal.NoticeAsync(usual)).State);
    }

    [Fact]
    public async Task What_the_server_refuses_waits_with_the_reason_and_what_it_cannot_be_asked_waits_untried()
    {
        portal.Answer = _ => "550 no such mailbox";
        var refused = await WriteAndSendAsync(Somebody, urgent: false);
        Assert.Equal((NoticeState.Waiting, 1, "550 no such mailbox"), Told(await portal.NoticeAsync(refused)));

        portal.Answer = _ => throw new MailServerOutOfReach("gone", new IOException());
        var unasked = await portal.WriteAsync(schoolId, Somebody, occasion: "another");
        await Assert.ThrowsAsync<MailServerOutOfReach>(portal.SendAsync);
        Assert.Equal((NoticeState.Waiting, 0, null), Told(await portal.NoticeAsync(unasked)));

        portal.Answer = _ => null;
        await portal.SendAsync();
        Assert.Equal(NoticeState.Sent, (await portal.NoticeAsync(unasked)).State);
        Assert.Equal(NoticeState.Waiting, (await portal.NoticeAsync(refused)).State);
    }

    [Fact]
    public async Task What_could_not_be_sent_for_a_week_is_withdrawn()
    {
        var old = await portal.WriteAsync(schoolId, Somebody, occasion: "long ago");
        portal.Clock.Advance(TimeSpan.FromDays(7));
        await portal.BeginDayAsync();
        await portal.SendAsync();
        Assert.Equal(NoticeState.Withdrawn, (await portal.NoticeAsync(old)).State);
        Assert.DoesNotContain(portal.Mails, mail => mail.Id == old);
    }

    private static (NoticeState State, int Tries, string? Reason) Told(Notice notice) => (notice.State, notice.Tries, notice.StateReason);

    private async Task<Guid> WriteAndSendAsync(string address, bool urgent)
    {
        var id = await portal.WriteAsync(schoolId, address, urgent, occasion: "written and sent");
        await portal.SendAsync();
        return id;
    }
}

using System.Collections.Concurrent;

using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Testing;
using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Mail;
using SchoolPortal.Web.Pages.Notices;

namespace SchoolPortal.Web.Tests.Notices;

/// <summary>A portal with a mail server that keeps what it is handed, and which sends and does its daily work when a test says so.</summary>
public sealed class MailingPortal : PortalHost
{
    /// <summary>What the mail server was handed, and took.</summary>
    internal ConcurrentQueue<OutgoingMail> Mails { get; } = new();

    /// <summary>How the mail server answers; null takes it.</summary>
    internal Func<OutgoingMail, string?> Answer { get; set; } = _ => null;

    /// <summary>It becomes ten in the morning of the next school day, and the mail server takes everything.</summary>
    public async Task BeginDayAsync()
    {
        var calendar = await WithDbAsync(db => db.CalendarAsync(CancellationToken.None));
        BecomeDay(calendar.SchoolDaysAfter(Today, 1));
        Answer = _ => null;
    }

    /// <summary>It becomes ten in the morning of a day.</summary>
    public void BecomeDay(DateOnly day) => Clock.SetUtcNow(new DateTimeOffset(NewZealandTime.At(day, new TimeOnly(10, 0)), TimeSpan.Zero));

    /// <summary>Does one part of the portal's own work.</summary>
    public async Task DoAsync<TPart>(Func<TPart, Task> part)
        where TPart : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await part(scope.ServiceProvider.GetRequiredService<TPart>());
    }

    /// <summary>Writes a notice about a school, due now.</summary>
    public async Task<Guid> WriteAsync(Guid schoolId, string address, bool urgent = false, string occasion = "a test")
    {
        var change = new Change(Actor.Portal, Clock.UtcNow(), "Wrote a notice");
        var notice = new Notice(
            NoticeKind.ProfileReminder, occasion, schoolId, new Addressee("Principal", address, null, null),
            new Message("The 2026 profile is due", "The profile waits.", "/schools/1409/profile/2026"), change.At, change, urgent);
        await WithDbAsync(async db =>
        {
            db.Notices.Add(notice);
            await db.SaveAsync(change, CancellationToken.None);
        });
        return notice.Id;
    }

    /// <summary>One round of sending, as a node does it.</summary>
    public async Task<bool> SendAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SendNotices>().HandleAsync(CancellationToken.None);
    }

    public Task<Notice> NoticeAsync(Guid id) => WithDbAsync(db => db.Notices.AsNoTracking().SingleAsync(n => n.Id == id));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:Host", "mail.schoolportal.example");
        builder.UseSetting("Mail:From", "portal@demo.schoolportal.example");
        builder.UseSetting("Portal:Address", "https://portal.schoolportal.example");
        builder.ConfigureServices(services =>
        {
            services.Remove(services.Single(s => s.ImplementationType == typeof(NoticeWorker)));
            services.Remove(services.Single(s => s.ImplementationType == typeof(DailyWork)));
            services.Replace(ServiceDescriptor.Singleton<IMailServer>(new KeepingServer(this)));
        });
    }

    private sealed class KeepingServer(MailingPortal portal) : IMailServer
    {
        public Task<string?> SendAsync(OutgoingMail mail, CancellationToken cancel)
        {
            var refusal = portal.Answer(mail);
            if (refusal is null)
            {
                portal.Mails.Enqueue(mail);
            }

            return Task.FromResult(refusal);
        }
    }
}

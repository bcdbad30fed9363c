using SchoolPortal.Web.Hosting;
using SchoolPortal.Web.Mail;

namespace SchoolPortal.Web.Pages.Notices;

/// <summary>The outbox: what writes, sends and shows notices.</summary>
internal static class NoticePages
{
    public static IServiceCollection AddNoticePages(this IServiceCollection services) => services
        .AddSingleton<MailSettings>()
        .AddSingleton<AddressRule>()
        .AddSingleton<IMailServer, SmtpServer>()
        .AddScoped<WriteNotices>()
        .AddScoped<MailedLinks>()
        .AddScoped<SendNotices>()
        .AddScoped<TryNoticeAgain>()
        .AddScoped<WithdrawNotice>()
        .AddHostedService<NoticeWorker>();
}

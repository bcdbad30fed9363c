using SchoolPortal.Domain.Notices;
using SchoolPortal.Web.Mail;

namespace SchoolPortal.Web.Pages.Notices;

/// <summary>A notice as an e-mail: greeting, text, link, and who sends it.</summary>
internal static class NoticeMail
{
    public static OutgoingMail Of(Notice notice, Uri link) => new(notice.Id, notice.ToName, notice.Address, notice.Subject, $"""
        Kia ora {notice.ToName}

        {notice.Text}

        {link}

        School Portal, schools and Police working together
        You get this because of your part in the partnership of schools with Police. Answers to this address are not read.
        In an emergency call 111.
        """);
}

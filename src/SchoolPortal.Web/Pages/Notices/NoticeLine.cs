using System.Linq.Expressions;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Notices;

/// <summary>A notice as the pages list it.</summary>
public sealed record NoticeLine(
    Guid Id, NoticeKind Kind, int? SchoolNumber, string? School, string ToName, string Address, string Subject, string Text, string MadeBy,
    DateTime MadeAt, DateTime NotBefore, NoticeState State, DateTime StateSince, string? StateReason)
{
    /// <summary>Read from the records.</summary>
    public static Expression<Func<Notice, NoticeLine>> Of(PortalDbContext db) => n => new NoticeLine(
        n.Id,
        n.Kind,
        db.Schools.Where(s => s.Id == n.SchoolId).Select(s => (int?)s.Number).FirstOrDefault(),
        db.Schools.Where(s => s.Id == n.SchoolId).Select(s => s.Facts.Name).FirstOrDefault(),
        n.ToName,
        n.Address,
        n.Subject,
        n.Text,
        n.MadeBy,
        n.MadeAt,
        n.NotBefore,
        n.State,
        n.StateSince,
        n.StateReason);

    /// <summary>Its state as a tag.</summary>
    public TagColour Colour => State switch
    {
        NoticeState.Waiting => TagColour.Blue,
        NoticeState.Sent => TagColour.Green,
        NoticeState.Failed => TagColour.Red,
        _ => TagColour.Grey,
    };

    /// <summary>When it was or will be sent, and why it was not.</summary>
    public string Standing(DateTime now) => State switch
    {
        NoticeState.Waiting when StateReason is { } refused => $"{refused} It is tried again from {NewZealandTime.Show(NotBefore)}.",
        NoticeState.Waiting when NotBefore > now => $"It leaves on {NewZealandTime.Show(NotBefore)}, when quiet hours are over.",
        NoticeState.Waiting => $"It may leave since {NewZealandTime.Show(NotBefore)}.",
        NoticeState.Sent => NewZealandTime.Show(StateSince),
        _ => $"{NewZealandTime.Show(StateSince)}. {StateReason}".TrimEnd(' ', '.') + ".",
    };
}

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Audit;

/// <summary>A search of the audit log as it stands in an address, of the page and of the file alike.</summary>
public sealed class AuditSearch
{
    /// <summary>Words of the deed or the reason. What changed from and to is not searched: it may be restricted.</summary>
    public string? Q { get; set; }

    /// <summary>Part of a person's name.</summary>
    public string? Person { get; set; }

    /// <summary>Id of the person, where a name may be several people's.</summary>
    public string? By { get; set; }

    /// <summary>Kind of record.</summary>
    public string? Subject { get; set; }

    /// <summary>First day, as typed.</summary>
    public string? From { get; set; }

    /// <summary>Last day, as typed.</summary>
    public string? To { get; set; }

    /// <summary>Page of the list.</summary>
    public string? P { get; set; }

    public int PageNumber => int.TryParse(P, out var page) && page > 1 ? page : 1;
}

/// <summary>One line of the log without what changed.</summary>
public sealed record AuditRow(
    Guid Id, DateTime At, string Who, string Position, string What, string? Why, string Subject, int? SchoolNumber, string? School, string? Address);

/// <summary>Reads the audit log, the newest line first.</summary>
public sealed class AuditLog(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Lines that a search asks for. A date that cannot be read asks for nothing; <see cref="DayOf"/> tells.</summary>
    public IQueryable<AuditEvent> Matching(AuditSearch search)
    {
        var events = db.AuditEvents.AsNoTracking();
        foreach (var word in (search.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var like = Like(word);
            events = events.Where(e => EF.Functions.Like(e.What, like, Escape) || (e.Why != null && EF.Functions.Like(e.Why, like, Escape)));
        }

        if (!string.IsNullOrWhiteSpace(search.Person))
        {
            var like = Like(search.Person.Trim());
            events = events.Where(e => EF.Functions.Like(e.Who, like, Escape));
        }

        if (Guid.TryParse(search.By, out var by))
        {
            events = events.Where(e => e.PersonId == by);
        }

        if (!string.IsNullOrEmpty(search.Subject))
        {
            events = events.Where(e => e.Subject == search.Subject);
        }

        if (DayOf(search.From) is { } from)
        {
            var start = NewZealandTime.StartOf(from);
            events = events.Where(e => e.At >= start);
        }

        if (DayOf(search.To) is { } to)
        {
            var end = NewZealandTime.StartOf(to.AddDays(1));
            events = events.Where(e => e.At < end);
        }

        return events;
    }

    /// <summary>The same, the newest first.</summary>
    public IQueryable<AuditRow> Rows(AuditSearch search) => Matching(search)
        .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
        .Select(e => new AuditRow(
            e.Id, e.At, e.Who, e.Position, e.What, e.Why, e.Subject,
            db.Schools.Where(s => s.Id == e.SchoolId).Select(s => (int?)s.Number).FirstOrDefault(),
            db.Schools.Where(s => s.Id == e.SchoolId).Select(s => s.Facts.Name).FirstOrDefault(),
            e.Address));

    /// <summary>The day typed, or null when there is none to read.</summary>
    public DateOnly? DayOf(string? typed) => TypedText.Date(typed, clock.Today());

    private const string Escape = "\\";

    // What somebody types is looked for as it is; % and its like are no wild cards to them.
    private static string Like(string word) =>
        $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal)}%";
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Audit;

/// <summary>Everything that was done in the portal, the newest first.</summary>
[Requires(Operation.ViewAudit)]
public sealed class IndexModel(PortalDbContext db, AuditLog log) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public AuditSearch Asked { get; set; } = new();

    public int PageNumber { get; private set; }

    public int Total { get; private set; }

    /// <summary>The one person whose deeds are shown, by their name now.</summary>
    public string? By { get; private set; }

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    public IReadOnlyList<FieldOption> Subjects { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        MustBeDays();
        Total = await log.Matching(Asked).CountAsync(cancel);
        PageNumber = Math.Clamp(Asked.PageNumber, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Rows = await log.Rows(Asked).Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        By = Guid.TryParse(Asked.By, out var by)
            ? await db.People.Where(p => p.Id == by).Select(p => p.Name + ", " + p.Position).SingleOrDefaultAsync(cancel)
            : null;
        var subjects = await db.AuditEvents.Select(e => e.Subject).Distinct().ToListAsync(cancel);
        Subjects = [.. subjects.Select(s => new FieldOption(s, SubjectWords.Of(s))).OrderBy(s => s.Text, StringComparer.Ordinal)];
    }

    private void MustBeDays()
    {
        foreach (var (key, typed) in new[] { ("from", Asked.From), ("to", Asked.To) })
        {
            if (!string.IsNullOrWhiteSpace(typed) && log.DayOf(typed) is null)
            {
                ModelState.AddModelError(key, "Enter a date such as 24/11/2026; without one the list is not narrowed");
            }
        }
    }
}

/// <summary>Kinds of record in words.</summary>
public static class SubjectWords
{
    /// <summary><c>OfficerAssignment</c> gives "Officer assignment".</summary>
    public static string Of(string subject) => string.Concat(
        subject.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
}

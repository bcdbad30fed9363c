using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Everybody with an account.</summary>
[Requires(Operation.ManagePeople)]
public sealed class IndexModel(PortalDbContext db, TimeProvider clock) : PageModel
{
    public const int PageSize = 25;

    public const string Disabled = "disabled";

    public const string WithoutRole = "without-role";

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = PageAddress.PageKey)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    public static IReadOnlyList<FieldOption> RoleOptions { get; } = [.. Roles.All.Select(r => new FieldOption(r.ToString(), Words.Capital(r)))];

    public static IReadOnlyList<FieldOption> Shows { get; } =
        [new(Disabled, "Disabled accounts"), new(WithoutRole, "Accounts without any role")];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = clock.Today();
        var current = db.Grants.Where(g => g.From <= today && (g.To == null || g.To >= today));
        var people = db.People.AsNoTracking();
        foreach (var word in Folded.Of(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            people = people.Where(p => p.SearchText.Contains(word));
        }

        if (Role is { } role)
        {
            people = people.Where(p => current.Any(g => g.PersonId == p.Id && g.Role == role));
        }

        people = Show switch
        {
            Disabled => people.Where(p => p.DisabledAt != null),
            WithoutRole => people.Where(p => !current.Any(g => g.PersonId == p.Id) && !db.Officers.Any(o => o.PersonId == p.Id)),
            _ => people,
        };

        Total = await people.CountAsync(cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Rows = await people.OrderBy(p => p.SortName).ThenBy(p => p.Id)
            .Skip((PageNumber - 1) * PageSize).Take(PageSize)
            .Select(p => new PersonRow(
                p.Id, p.Name, p.Position, p.Email, p.DisabledAt != null,
                current.Where(g => g.PersonId == p.Id).Select(g => g.Role).ToList(),
                db.Officers.Any(o => o.PersonId == p.Id)))
            .ToListAsync(cancel);
    }

    /// <summary>Somebody with the roles they hold today.</summary>
    public sealed record PersonRow(Guid Id, string Name, string Position, string Email, bool IsDisabled, IReadOnlyList<Role> Holds, bool IsOfficer)
    {
        public string RoleWords => string.Join(", ", Holds.Distinct().Order().Select(r => Words.Capital(r)).Concat(IsOfficer ? ["Officer"] : []));
    }
}

using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Assignments;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Gives a role: first which, then where and for how long.</summary>
[Requires(Operation.ManagePeople)]
public sealed class RoleModel(PortalDbContext db, GiveRole give, RecentSignIn recent, Actor actor, TimeProvider clock) : PageModel, IShowAgain
{
    [BindProperty]
    public RoleInput Input { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The role, once it is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    public string Name { get; private set; } = "";

    public bool AsksPassphrase => !recent.IsRecent;

    public Scope? Scope => Role is { } role ? Grant.ScopeOf(role) : null;

    public IReadOnlyList<FieldOption> Places { get; private set; } = [];

    public static IReadOnlyList<FieldOption> Offered { get; } =
        [.. GiveRole.Offered.Select(r => new FieldOption(r.ToString(), Words.Capital(r), Reach(r)))];

    public IReadOnlyList<FieldOption> Sections =>
        [.. db.NewestProfileForm().Sections.Select(s => new FieldOption(s.Key, s.Title))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Input.From = NewZealandTime.Show(clock.Today());
        await ShowAgainAsync(cancel);
        return Name.Length == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Role is not { } role)
        {
            return Redirect(PeopleLinks.ChooseRole(Id));
        }

        var today = clock.Today();
        var from = DutyInput.DayOf(Input.From, nameof(Input.From), today);
        var to = string.IsNullOrWhiteSpace(Input.To) ? (DateOnly?)null : DutyInput.DayOf(Input.To, nameof(Input.To), today);
        var asked = new NewRole(role, Input.SchoolNumber?.Trim(), Input.PlaceId, Input.Sections, from, to, string.IsNullOrWhiteSpace(Input.ActingFor) ? null : Input.ActingFor);
        await give.HandleAsync(actor, Id, asked, Input.Passphrase, cancel);
        TempData["Done"] = $"The role {Words.Of(role)} is given from {NewZealandTime.Show(from)}";
        return Redirect(PeopleLinks.Person(Id));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Name = await db.People.Where(p => p.Id == Id).Select(p => p.Name).SingleOrDefaultAsync(cancel) ?? "";
        Places = Scope switch
        {
            Domain.People.Scope.Area => await PlaceChoices.AreasAsync(db, district: null, cancel),
            Domain.People.Scope.District => [.. (await db.Districts.AsNoTracking().OrderBy(d => d.Order).ToListAsync(cancel)).Select(d => new FieldOption(d.Id.ToString(), d.Name))],
            _ => [],
        };
    }

    private static string Reach(Role role) => Grant.ScopeOf(role) switch
    {
        Domain.People.Scope.School => "At one school",
        Domain.People.Scope.Area => "In one Police area",
        Domain.People.Scope.District => "In one Police district",
        _ => "For the whole country",
    };

    public sealed class RoleInput
    {
        public string? SchoolNumber { get; set; }

        public Guid? PlaceId { get; set; }

        public string[] Sections { get; set; } = [];

        [Required(ErrorMessage = "Enter the first day")]
        public string? From { get; set; }

        public string? To { get; set; }

        [StringLength(100, ErrorMessage = "Use 100 characters or fewer for whom they stand in")]
        public string? ActingFor { get; set; }

        [StringLength(PassphraseRules.Longest, ErrorMessage = "Your passphrase must be 200 characters or fewer")]
        public string? Passphrase { get; set; }
    }
}

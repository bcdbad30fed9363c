using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>The school's leaders give a section to somebody who knows it best, or take it back.</summary>
[Requires(Operation.EditProfile)]
public sealed class KeeperModel(
    PortalDbContext db, Actor actor, CurrentSchool school, SectionKeepers keepers, RecentSignIn recent) : PageModel, IShowAgain
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string SectionKey { get; set; } = "";

    [BindProperty]
    public KeeperInput Input { get; set; } = new();

    /// <summary>From whom the section is taken back, when that button was pressed.</summary>
    [BindProperty]
    public Guid? TakeBack { get; set; }

    public CurrentSchool School => school;

    public SectionHead Head { get; private set; } = null!;

    /// <summary>Who keeps this section.</summary>
    public IReadOnlyList<Keeper> Keepers { get; private set; } = [];

    public IReadOnlyList<FieldOption> People { get; private set; } = [];

    public bool AsksPassphrase => !recent.IsRecent;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (TakeBack is { } from)
        {
            await keepers.TakeBackAsync(Head, from, Input.Passphrase, cancel);
            TempData["Done"] = $"{Head.Section.Title} is taken back";
        }
        else
        {
            await keepers.GiveAsync(Head, Input.PersonId, Input.Passphrase, cancel);
            TempData["Done"] = $"{Head.Section.Title} is given";
            TempData["Next"] = "They find it under their schools when they sign in, and see no other section.";
        }

        return Redirect(ProfileLinks.Keeper(school.Number, Year, SectionKey));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await SectionHead.LoadAsync(db, school, new ProfileAccess(actor, school.Place), Year, SectionKey, cancel) is not { } head)
        {
            return false;
        }

        Head = head;
        Keepers = [.. (await keepers.ListAsync(cancel)).Where(keeper => keeper.Keeps(SectionKey))];
        People = await keepers.ChoicesAsync(SectionKey, cancel);
        return true;
    }

    public sealed class KeeperInput
    {
        public Guid? PersonId { get; set; }

        [StringLength(PassphraseRules.Longest, ErrorMessage = "Your passphrase must be 200 characters or fewer")]
        public string? Passphrase { get; set; }
    }
}

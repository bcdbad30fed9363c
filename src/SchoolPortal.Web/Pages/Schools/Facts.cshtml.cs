using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Security;

using FieldOption = SchoolPortal.Web.Components.FieldOption;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>Where a school or Police say that the directory is wrong: all facts with both values, and one at a time to put right.</summary>
[Requires(Operation.CorrectFacts)]
public sealed class FactsModel(PortalDbContext db, CurrentSchool school, CorrectFact correct) : PageModel, IShowAgain
{
    /// <summary>The fact that is being put right.</summary>
    [BindProperty(Name = "fact", SupportsGet = true)]
    public string? FactKey { get; set; }

    [BindProperty]
    public SaidFact Input { get; set; } = new();

    public CurrentSchool School => school;

    public SaidFacts Said { get; private set; } = null!;

    /// <summary>What the directory says.</summary>
    public SchoolFacts Directory { get; private set; } = null!;

    public string Vintage { get; private set; } = "";

    /// <summary>The fact that is being put right, with its choices where it is one of a few.</summary>
    public SchoolFact? Fact => SchoolFact.All.FirstOrDefault(fact => fact.Key == FactKey && fact.CanBeCorrected);

    public IReadOnlyList<FieldOption>? Choices => Fact?.Choices?.Select(choice => new FieldOption(choice, choice)).ToList();

    /// <summary>Facts of a group that can be put right.</summary>
    public static IEnumerable<IGrouping<SchoolFactGroup, SchoolFact>> Groups => SchoolFact.All.Where(fact => fact.CanBeCorrected).GroupBy(fact => fact.Group);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        return FactKey is null || Fact is not null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostSayAsync(CancellationToken cancel)
    {
        var typed = TypedText.CleanLine(Input.Value);
        if (Input.HasNone && typed.Length > 0)
        {
            throw new RuleBroken(nameof(Input.Value), "Enter what is right, or tick that there is none, not both");
        }

        await correct.SayAsync(school, FactKey ?? "", Input.HasNone ? null : typed, cancel);
        TempData["Done"] = "What you say stands beside what the directory says";
        TempData["Next"] = "A later directory does not overwrite it. When one agrees, it ends by itself. To have the directory itself put right, tell the Ministry of Education.";
        return Redirect(SchoolLinks.Facts(school.Number));
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        await correct.TakeBackAsync(school, id, cancel);
        TempData["Done"] = "It is taken back";
        TempData["Next"] = "What the directory says stands alone again.";
        return Redirect(SchoolLinks.Facts(school.Number));
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var read = await db.Schools.AsNoTracking().AsSingleQuery().Where(s => s.Id == school.Id)
            .Select(s => new { s.Facts, s.Vintage, Said = db.FactCorrections.Where(c => c.SchoolId == s.Id && c.EndedAt == null).ToList() })
            .SingleAsync(cancel);
        (Directory, Vintage, Said) = (read.Facts, read.Vintage, new SaidFacts(read.Facts, read.Said));
    }

    public sealed class SaidFact
    {
        [StringLength(300, ErrorMessage = "Enter 300 characters or fewer")]
        public string? Value { get; set; }

        /// <summary>The school has none, such as no fax.</summary>
        public bool HasNone { get; set; }
    }
}

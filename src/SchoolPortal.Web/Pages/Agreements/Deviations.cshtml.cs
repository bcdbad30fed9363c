using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Where an agreement is not the standard text: the words, the reason, and who approved it.</summary>
[Requires(Operation.ViewAgreement)]
public sealed class DeviationsModel(CompareAgreements compare, ExplainDeviations explain, CurrentSchool school, Actor actor) : PageModel, IShowAgain
{
    public CurrentSchool School => school;

    [FromRoute]
    public int Number { get; set; }

    /// <summary>What was typed, by the key of the question.</summary>
    [BindProperty]
    public Dictionary<string, Typed> Input { get; set; } = [];

    public Agreement Agreement { get; private set; } = null!;

    public IReadOnlyList<FieldChange> Deviations { get; private set; } = [];

    /// <summary>Why no reason can be given now; null while this person can.</summary>
    public string? Closed => Agreement.ReasonsAreClosed(Agreement.State, Agreement.ValidSignatures.Select(s => s.Party));

    public bool MayExplain => school.May(Operation.EditAgreement) && !school.Status.IsOver() && Closed is null;

    /// <summary>The area supervisor's signature, by which Police approve what differs.</summary>
    public Signature? Approval => Agreement.ValidSignatures.FirstOrDefault(s => s.Party == Role.AreaSupervisor);

    /// <summary>The posted name of a question's reason.</summary>
    public static string NameOf(string field, string part) => $"{nameof(Input)}[{field}].{part}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        if (!school.May(Operation.EditAgreement))
        {
            return Forbid();
        }

        var asked = Deviations.Select(d => d.Field.Key).Where(Input.ContainsKey);
        await explain.HandleAsync(actor, school.Id, Number, asked.ToDictionary(key => key, key => Input[key].Explanation, StringComparer.Ordinal), cancel);
        TempData["Done"] = "The reasons are saved";
        TempData["Next"] = "The area supervisor approves them by signing the agreement.";
        return Redirect(AgreementLinks.Deviations(school.Number, Number));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await compare.WithStandardAsync(Number, cancel) is not var (agreement, deviations))
        {
            return false;
        }

        (Agreement, Deviations) = (agreement, deviations);
        return true;
    }

    public sealed class Typed
    {
        public string? Was { get; set; }

        [StringLength(DeviationReason.Longest, ErrorMessage = "Use 500 characters or fewer for the reason")]
        public string? Reason { get; set; }

        internal Explanation Explanation => new(Was, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim());
    }
}

using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Documents.Schools;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>What somebody needs to know who walks into the school, on one sheet of paper.</summary>
[Requires(Operation.ViewContacts)]
public sealed class CardModel(CurrentSchool school, ReadSchoolCard read) : PageModel
{
    public CurrentSchool School => school;

    public SchoolCard Card { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Card = await read.HandleAsync(school, cancel);
}

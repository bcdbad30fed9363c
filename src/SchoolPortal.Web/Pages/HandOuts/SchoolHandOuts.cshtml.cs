using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.HandOuts;

/// <summary>The hand-outs that are filled with a school's own facts.</summary>
[Requires(Operation.ViewContacts)]
public sealed class SchoolHandOutsModel(CurrentSchool school, TimeProvider clock) : PageModel
{
    /// <summary>For whom, and what is in it.</summary>
    public static IReadOnlyList<(Audience Audience, string What)> Audiences { get; } =
    [
        (Audience.Staff, "People with their work phone and e-mail, the agreement, the profile of the year, traffic safety and programmes"),
        (Audience.Board, "The same; the report below says more about the year"),
        (Audience.Parents, "The Lead School Contact, the school’s office, the station, the agreement. No officer’s name, nobody’s own number"),
    ];

    public CurrentSchool School => school;

    public string Year { get; } = clock.Today().Year.ToString(NewZealandTime.Culture);

    public void OnGet()
    {
        // Everything it shows is at hand.
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>How a change of hands at many schools went, school by school, for whoever did it; read from its line of history.</summary>
[Requires(Operation.AssignOfficers)]
public sealed class BulkResultModel(PortalDbContext db, Actor actor) : PageModel
{
    public string What { get; private set; } = "";

    public DateTime At { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid batch, CancellationToken cancel)
    {
        var told = await db.AuditEvents.AsNoTracking()
            .Where(e => e.Subject == ChangeHands.Subject && e.SubjectId == batch && e.PersonId == actor.PersonId)
            .Select(e => new { e.What, e.At, e.Changes })
            .FirstOrDefaultAsync(cancel);
        if (told?.Changes is null)
        {
            return NotFound();
        }

        (What, At) = (told.What, told.At);
        var outcomes = ChangeHands.Read(told.Changes);
        var numbers = outcomes.Select(o => o.Number).Distinct().ToList();
        var names = await db.Schools.AsNoTracking().VisibleTo(actor)
            .Where(s => numbers.Contains(s.Number))
            .ToDictionaryAsync(s => s.Number, s => s.Facts.Name, cancel);
        Rows = [.. outcomes.Select(o => new Row(o.Number, names.GetValueOrDefault(o.Number), o.Kind, o.Outcome))];
        return Page();
    }

    /// <summary>One school; no name when it may not be seen.</summary>
    public sealed record Row(int Number, string? School, AssignmentKind Kind, string Outcome)
    {
        public TagColour Colour => Outcome switch
        {
            ChangeHands.Assigned or ChangeHands.Covered => TagColour.Green,
            ChangeHands.AlreadyTheirs => TagColour.Grey,
            ChangeHands.Ended => TagColour.Orange,
            _ => TagColour.Red,
        };

        public string Tag => Outcome.Split(':')[0];

        public string? Sentence => Outcome.Split(": ", 2) is [_, var sentence] ? char.ToUpperInvariant(sentence[0]) + sentence[1..] : null;
    }
}

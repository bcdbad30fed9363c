using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Demo;

/// <summary>One template of the national team's own, published a little while ago: what is older is still written in the standard one.</summary>
internal sealed class DemoTemplates(PortalDbContext db, DemoDays days, DemoPeople people)
{
    private const string Section = "parties";
    private const string Clause = "In an emergency anyone at the school calls 111 straight away, and tells both lead contacts as soon as everybody is safe. For anything that is not urgent, the school may call 105 or its Lead Police Contact.";

    public async Task HandleAsync(CancellationToken cancel)
    {
        var national = DemoPeople.As(people.National);
        var clock = new DemoClock { At = DemoDays.At(days.Ago(25), "template") };
        var form = FormDefinitions.PartnershipAgreement;
        var file = FormDocument.Write(StoredTemplates.Blank(Worded(form)));
        var (id, problems) = await new BringTemplate(db, clock).HandleAsync(national, form, "partnership-agreement.docx", file, "Says more clearly what to do first in an emergency", cancel);
        await new PublishTemplate(db, clock).HandleAsync(
            national, id ?? throw new RuleBroken("", string.Join(' ', problems)), days.Ago(22), cancel);
        db.ChangeTracker.Clear();
    }

    private static FormDefinition Worded(FormDefinition form) => form with
    {
        Sections = [.. form.Sections.Select(section => section.Key == Section ? section with { Text = [.. section.Text.SkipLast(1), Clause] } : section)],
    };
}

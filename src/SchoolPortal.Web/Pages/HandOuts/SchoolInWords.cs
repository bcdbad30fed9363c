using SchoolPortal.Documents.Public;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Schools;

namespace SchoolPortal.Web.Pages.HandOuts;

/// <summary>What a hand-out says of one school. Restricted parts, emergency contacts and mobiles are in none of it.</summary>
/// <param name="sheet">How the school stands today.</param>
/// <param name="facts">Its contacts, as <see cref="Data.Forms.LiveFacts"/> gives them without emergency contacts.</param>
internal sealed class SchoolInWords(SchoolSheet sheet, IReadOnlyDictionary<string, FactValue> facts)
{
    private const string Nobody = "Nobody is named";

    private static readonly (string Label, string Fact)[] People =
    [
        ("Lead Police Contact", FactKeys.LeadPolice), ("Stands in for Police", FactKeys.LeadPoliceRelief), ("School Community Officer", FactKeys.SchoolCommunityOfficer),
        ("Lead School Contact", FactKeys.LeadSchool), ("Stands in at the school", FactKeys.ReliefSchool), ("Principal", FactKeys.Principal), ("Presiding member of the board", FactKeys.PresidingMember),
    ];

    /// <summary>Whom to call.</summary>
    public HandOutSection Contacts(Audience audience) => new(
        "Our people and Police",
        [
            new HandOutParagraph(HandOutRun.Of("In danger, call 111 first. For what can wait, call 105 or the school’s office.")),
            audience == Audience.Parents ? new HandOutList(IsNumbered: false, [.. ForParents()]) : new HandOutTable("Our people and Police", ["Who", "Name and how to reach"], [.. ForStaff()]),
        ]);

    /// <summary>What was agreed, and since when.</summary>
    public HandOutSection Agreement() => new("Our agreement", [new HandOutList(IsNumbered: false, [.. AgreementLines()])]);

    /// <summary>How the year's profile stands.</summary>
    public HandOutSection Profile(Audience audience) => new(
        $"Our School Profile {Year}",
        [new HandOutList(IsNumbered: false, [.. ProfileLines(audience)])]);

    private string Year => sheet.Today.Year.ToString(NewZealandTime.Culture);

    private IEnumerable<IReadOnlyList<HandOutRun>> ForParents()
    {
        yield return HandOutRun.Of("Lead School Contact", sheet.Contact(ContactPosition.LeadSchoolContact)?.Name ?? Nobody);
        yield return HandOutRun.Of("School office", facts.TryGetValue(FactKeys.SchoolPhone, out var phone) ? phone.Text : "See the school’s website");
        yield return HandOutRun.Of("Lead Police Contact", sheet.Lead is { } lead ? $"An officer of {lead.Station}. The school passes on what you ask." : Nobody);
    }

    private IEnumerable<IReadOnlyList<string>> ForStaff() =>
        from line in People
        let known = facts.GetValueOrDefault(line.Fact)
        where known is not null || line.Fact is FactKeys.LeadPolice or FactKeys.LeadSchool
        select (IReadOnlyList<string>)[line.Label, known is null ? Nobody : string.Join(" · ", known.Text.Split('\n'))];

    private IEnumerable<IReadOnlyList<HandOutRun>> AgreementLines()
    {
        if (sheet.InForce is not { } agreement)
        {
            yield return HandOutRun.Of(sheet.Agreement is { } last
                ? $"No agreement is in force. The newest, version {last.Number}, is {Words.Of(last.Standing(sheet.Today))}."
                : "There is no agreement yet.");
            yield break;
        }

        yield return HandOutRun.Of("In force", agreement.StartsOn is { } start ? $"version {agreement.Number}, since {NewZealandTime.Show(start)}" : $"version {agreement.Number}");
        if (agreement.EndsOn is { } end)
        {
            yield return HandOutRun.Of("Until", NewZealandTime.Show(end));
        }

        if (agreement.ReviewDueOn is { } review)
        {
            yield return HandOutRun.Of(review < sheet.Today ? "Review was due" : "Next review", NewZealandTime.Show(review));
        }
    }

    private IEnumerable<IReadOnlyList<HandOutRun>> ProfileLines(Audience audience)
    {
        if (sheet.ThisYear is not { } profile)
        {
            yield return HandOutRun.Of($"It is not begun. It is due by {NewZealandTime.Show(sheet.ProfileDue)}.");
            yield break;
        }

        yield return HandOutRun.Of("State", profile.State is ProfileState.Confirmed or ProfileState.Archived ? "confirmed by Police" : Words.Of(profile.State));
        if (audience != Audience.Parents)
        {
            yield return HandOutRun.Of("Sections complete", $"{profile.SectionsDone} of {profile.Sections}");
            yield return HandOutRun.Of("Due", NewZealandTime.Show(profile.DueOn));
        }
    }
}

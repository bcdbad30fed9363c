using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;

namespace SchoolPortal.Web.Pages.Today;

/// <summary>What the day's tasks at one school are decided from.</summary>
/// <param name="Place">The school.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Agreement">The one in the making, else the newest; null when there is none.</param>
/// <param name="Profile">This year's.</param>
/// <param name="StaleContacts">Contacts that nobody confirmed for more than a term.</param>
/// <param name="HasLeadSchool">A Lead School Contact is named.</param>
/// <param name="UnreadySince">First day of this term, when three weeks of it are over and nobody has confirmed emergency readiness; else null.</param>
/// <param name="DoubtfulContacts">Contacts who were asked whether they still are, and said no, did not answer or could not be reached.</param>
public sealed record TodaySchool(
    Place Place,
    int Number,
    string Name,
    TodayAgreement? Agreement,
    TodayProfile Profile,
    int StaleContacts,
    bool HasLeadSchool,
    DateOnly? UnreadySince = null,
    int DoubtfulContacts = 0);

/// <summary>An agreement as far as its next step goes.</summary>
/// <param name="Number">Its number in the school.</param>
/// <param name="Standing">Where it stands today.</param>
/// <param name="Since">The day since when.</param>
/// <param name="Reason">Why it was sent back.</param>
/// <param name="StartsOn">First day of its term.</param>
/// <param name="EndsOn">Last day of its term.</param>
/// <param name="ReviewDueOn">The day its review falls due.</param>
/// <param name="Signed">Who signed for which party.</param>
/// <param name="IsRenewalDue">In force with its end near, and nobody has given notice.</param>
public sealed record TodayAgreement(
    int Number,
    AgreementStanding Standing,
    DateOnly Since,
    string? Reason,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    DateOnly? ReviewDueOn,
    IReadOnlyDictionary<Role, Guid?> Signed,
    bool IsRenewalDue = false);

/// <summary>A year's profile as far as its next step goes.</summary>
/// <param name="Year">The year.</param>
/// <param name="State">Its state; null when nobody opened it.</param>
/// <param name="Since">The day since when; null when nobody opened it.</param>
/// <param name="DueOn">The day it is due.</param>
/// <param name="Sections">How many sections it has.</param>
/// <param name="Open">Keys of the sections that are not done.</param>
/// <param name="SentBack">Titles of the sections that Police sent back.</param>
public sealed record TodayProfile(
    int Year,
    ProfileState? State,
    DateOnly? Since,
    DateOnly DueOn,
    int Sections,
    IReadOnlySet<string> Open,
    IReadOnlyList<string> SentBack)
{
    /// <summary>How many sections are done.</summary>
    public int Done => Sections - Open.Count;
}

using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Contacts;
using SchoolPortal.Web.Pages.Profiles;

namespace SchoolPortal.Web.Pages.Today;

/// <summary>
/// Decides what somebody can do now at the schools near to them, and what waits for the other side. The lifecycle tables
/// say who may take which step; nothing here is asked of anybody who may not do it.
/// </summary>
public sealed class TodayTasks
{
    private readonly Actor actor;
    private readonly DateOnly today;
    private readonly List<TodayTask> tasks = [];
    private readonly List<TodayWaiting> waiting = [];

    private TodayTasks(Actor actor, DateOnly today)
    {
        this.actor = actor;
        this.today = today;
    }

    /// <summary>The work at these schools.</summary>
    public static TodayWork Of(Actor actor, DateOnly today, IEnumerable<TodaySchool> schools)
    {
        var day = new TodayTasks(actor, today);
        foreach (var school in schools)
        {
            var roles = actor.RolesAt(school.Place);
            day.Agreement(school, roles);
            day.Profile(school, roles);
            day.Contacts(school, roles);
            day.Readiness(school, roles);
        }

        return new TodayWork(
            [.. day.tasks.OrderBy(task => task.Due ?? DateOnly.MaxValue).ThenBy(task => task.Text, StringComparer.Ordinal)],
            [.. day.waiting.OrderBy(each => each.Since ?? DateOnly.MinValue).ThenBy(each => each.School, StringComparer.Ordinal)]);
    }

    private void Agreement(TodaySchool school, IReadOnlySet<Role> roles)
    {
        var standing = school.Agreement?.Standing ?? AgreementStanding.None;
        var signed = school.Agreement?.Signed ?? new Dictionary<Role, Guid?>();
        var next = AgreementTurn.Of(standing, Domain.Agreements.Agreement.Parties.Except(signed.Keys), school.Agreement?.IsRenewalDue ?? false);
        var hasSigned = standing is AgreementStanding.ReadyToSign or AgreementStanding.PartlySigned && signed.Values.Contains(actor.PersonId);
        if (next.Any(roles.Contains) && !hasSigned)
        {
            tasks.Add(new TodayTask($"{Ask(standing)} {Partner(school, roles)}", LinkOf(school), HintOf(school.Agreement), DueOf(school.Agreement), school.Number));
        }
        else
        {
            Wait(school, next, Ask(standing), school.Agreement?.Since);
        }
    }

    private static string LinkOf(TodaySchool school) => school.Agreement switch
    {
        { Standing: AgreementStanding.ReadyToSign or AgreementStanding.PartlySigned, Number: var number } => AgreementLinks.Sign(school.Number, number),
        { Standing: AgreementStanding.Draft or AgreementStanding.SchoolReview, Number: var number } => AgreementLinks.Version(school.Number, number),
        _ => AgreementLinks.Overview(school.Number),
    };

    private static string Ask(AgreementStanding standing) => standing switch
    {
        AgreementStanding.Draft => "Finish the draft agreement",
        AgreementStanding.SchoolReview => "Check the draft agreement",
        AgreementStanding.ReadyToSign or AgreementStanding.PartlySigned => "Sign the agreement",
        AgreementStanding.ReviewDue => "Review the agreement",
        AgreementStanding.Expired or AgreementStanding.Active => "Renew the agreement",
        _ => "Start an agreement",
    };

    private string HintOf(TodayAgreement? agreement)
    {
        if (agreement is null)
        {
            return "There has been none.";
        }

        var since = TodayWords.Day(agreement.Since, today);
        return agreement.Standing switch
        {
            AgreementStanding.Draft when agreement.Reason is { } reason => $"Sent back {since}: “{reason}”",
            AgreementStanding.Draft => $"Begun {since}.",
            AgreementStanding.SchoolReview => $"Sent {since}.",
            AgreementStanding.ReadyToSign => $"Ready since {since}. Nobody has signed.",
            AgreementStanding.PartlySigned => $"Signed by {TurnWords.Named([.. agreement.Signed.Keys.Order()])}.",
            AgreementStanding.ReviewDue => $"The yearly review was due on {NewZealandTime.Show(agreement.ReviewDueOn!.Value)}.",
            AgreementStanding.Active => $"It ends on {NewZealandTime.Show(agreement.EndsOn!.Value)}.",
            AgreementStanding.Expired => $"It ran out on {NewZealandTime.Show(agreement.EndsOn!.Value)}.",
            _ => $"The last one was {Words.Of(agreement.Standing)} on {NewZealandTime.Show(agreement.Since)}.",
        };
    }

    private static DateOnly? DueOf(TodayAgreement? agreement) => agreement?.Standing switch
    {
        AgreementStanding.ReadyToSign or AgreementStanding.PartlySigned => agreement.StartsOn,
        AgreementStanding.ReviewDue => agreement.ReviewDueOn,
        AgreementStanding.Expired or AgreementStanding.Active => agreement.EndsOn,
        _ => null,
    };

    private void Profile(TodaySchool school, IReadOnlySet<Role> roles)
    {
        var profile = school.Profile;
        var (step, text, hint) = profile.State switch
        {
            null => (ProfileStep.Begin, $"Open the {profile.Year} profile", "Filled in from last year where there is one."),
            ProfileState.Submitted => (ProfileStep.Confirm, $"Confirm the {profile.Year} profile",
                $"Submitted {TodayWords.Day(profile.Since!.Value, today)}. {Progress(profile)}"),
            ProfileState.Returned => (ProfileStep.Begin, $"Mend the {profile.Year} profile",
                $"Sent back {TodayWords.Day(profile.Since!.Value, today)}: {Words.And(profile.SentBack)}."),
            ProfileState.NotStarted or ProfileState.Draft when profile.Open.Count == 0 => (ProfileStep.Submit, $"Submit the {profile.Year} profile", Progress(profile)),
            ProfileState.NotStarted or ProfileState.Draft => (ProfileStep.Begin, $"Fill in the {profile.Year} profile", Progress(profile)),
            _ => (ProfileStep.Archive, "", ""),
        };
        var who = profile.State is null ? Permissions.RolesFor(Operation.OpenProfile) : ProfileLifecycle.Table[step].Who.ToHashSet();
        if (who.Count == 0)
        {
            return;
        }

        if (IsForThem(school, roles, who, step))
        {
            var href = profile.State is null ? ProfileLinks.Years(school.Number) : ProfileLinks.Year(school.Number, profile.Year);
            tasks.Add(new TodayTask($"{text} of {school.Name}", href, hint, profile.DueOn, school.Number));
        }
        else
        {
            Wait(school, [.. who.Where(role => profile.State is not null || Roles.SideOf(role) == Side.School)], text, profile.Since);
        }
    }

    /// <summary>Police may open a profile, but it is the school's to do; a contributor is asked for the sections they keep.</summary>
    private bool IsForThem(TodaySchool school, IReadOnlySet<Role> roles, IReadOnlySet<Role> who, ProfileStep step)
    {
        var held = roles.Where(who.Contains).ToList();
        if (step != ProfileStep.Begin)
        {
            return held.Count > 0;
        }

        return held.Exists(role => role is Role.Principal or Role.LeadSchoolContact)
            || (held.Contains(Role.SchoolContributor) && school.Profile.Open.Overlaps(actor.SectionsAt(school.Place)));
    }

    private static string Progress(TodayProfile profile) => $"{profile.Done} of {profile.Sections} sections complete.";

    private void Contacts(TodaySchool school, IReadOnlySet<Role> roles)
    {
        var who = Permissions.RolesFor(Operation.EditContacts);
        var href = ContactLinks.People(school.Number);
        var mayEdit = roles.Any(role => who.Contains(role) && Roles.OfSchool.Contains(role));
        if (!school.HasLeadSchool)
        {
            const string Text = "Name a Lead School Contact";
            if (mayEdit)
            {
                tasks.Add(new TodayTask($"{Text} for {school.Name}", href, "Police have nobody to ring.", today, school.Number));
            }
            else
            {
                Wait(school, [Role.Principal], Text, since: null);
            }
        }

        if (school.DoubtfulContacts > 0 && (mayEdit || roles.Contains(Role.LeadPoliceContact)))
        {
            tasks.Add(new TodayTask(
                $"Find out about {TodayWords.Count(school.DoubtfulContacts, "contact", "contacts")} of {school.Name}", href,
                mayEdit ? "They were asked and said no, did not answer or could not be reached." : "They were asked and said no, did not answer or could not be reached. Ask the school to put them right.", School: school.Number));
        }

        if (school.StaleContacts > 0 && mayEdit)
        {
            tasks.Add(new TodayTask(
                $"Confirm {TodayWords.Count(school.StaleContacts, "contact", "contacts")} of {school.Name}", href, "Nobody has said for more than a term that they are still right.", School: school.Number));
        }
    }

    /// <summary>The school is asked by a link at the beginning of a term; three weeks later its Lead Police Contact asks.</summary>
    private void Readiness(TodaySchool school, IReadOnlySet<Role> roles)
    {
        if (school.UnreadySince is { } since && roles.Contains(Role.LeadPoliceContact))
        {
            tasks.Add(new TodayTask(
                $"Ask {school.Name} to confirm its emergency readiness", ProfileLinks.Years(school.Number), $"Nobody has since the term began on {TodayWords.Day(since, today)}.", School: school.Number));
        }
    }

    /// <summary>Only what waits for the other side is listed: a colleague's task is on the colleague's page.</summary>
    private void Wait(TodaySchool school, IReadOnlyList<Role> next, string what, DateOnly? since)
    {
        var own = actor.RolesAt(school.Place).Select(Roles.SideOf).DefaultIfEmpty(Side.Police).First();
        var other = own == Side.Police ? Side.School : Side.Police;
        if (next.Any(role => Roles.SideOf(role) == other))
        {
            waiting.Add(new TodayWaiting(school.Number, school.Name, what, other, since));
        }
    }

    private static string Partner(TodaySchool school, IReadOnlySet<Role> roles) =>
        roles.Any(Roles.OfSchool.Contains) ? "with Police" : $"with {school.Name}";
}

using System.Globalization;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Domain.Agreements;

/// <content>From the day an agreement comes into force: its review, what follows it, and its end.</content>
public sealed partial class Agreement
{
    /// <summary>Working days of notice of an agreement that says nothing of it (domain §7.1, section 16).</summary>
    public const int UsualNoticeDays = 20;

    /// <summary>
    /// The start date has come: in force from then, or from the last signature if that is later, for its whole term
    /// (section 16). A variation is in force from the last signature, and its term stays what it was.
    /// </summary>
    public void ComeIntoForce(DateOnly today, Change change)
    {
        if (StartsOn > today)
        {
            throw new StepNotAllowed($"This agreement begins on {NewZealandTime.Show(StartsOn.Value)}, not before");
        }

        Enter(AllowPortal(AgreementStep.ComeIntoForce), change);
        var signedOn = NewZealandTime.DayOf(ValidSignatures.Max(s => s.SignedAt));
        var inForceOn = StartsOn > signedOn ? StartsOn.Value : signedOn;
        if (Kind != AgreementKind.Variation)
        {
            StartsOn = inForceOn;
            EndsOn = LastDay(StartsOn, TermYears);
        }

        ReviewDueOn = inForceOn.AddMonths(12);
    }

    /// <summary>A successor came into force.</summary>
    public void Supersede(Change change) => Enter(AllowPortal(AgreementStep.Supersede), change);

    /// <summary>The yearly review found nothing to change; the next one is due in twelve months.</summary>
    public void RecordReview(DateOnly today, IReadOnlySet<Role> roles, Change change)
    {
        Enter(AllowInForce(AgreementStep.RecordReview, today, roles, change), change);
        ReviewDueOn = today.AddMonths(12);
    }

    /// <summary>
    /// Proposes another text within the term: a draft with every answer of this one, under the same definition, in the same template and for the
    /// same term, which takes its place when all four have signed.
    /// </summary>
    /// <param name="number">The next number of the school.</param>
    /// <param name="form">The pinned definition.</param>
    /// <param name="today">The day.</param>
    /// <param name="roles">Roles of the actor at the school.</param>
    /// <param name="change">Who, when, and why the text should change.</param>
    public Agreement Vary(int number, FormDefinition form, DateOnly today, IReadOnlySet<Role> roles, Change change)
    {
        Enter(AllowInForce(AgreementStep.Vary, today, roles, change), change);
        return Successor(AgreementKind.Variation, number, form with { Template = TemplateId }, Answers(), StartsOn!.Value, change);
    }

    /// <summary>
    /// Begins the draft of the next term: every answer of this one, to be checked; its first day is the one after this
    /// one’s last, or today when that is past.
    /// </summary>
    /// <param name="number">The next number of the school.</param>
    /// <param name="form">The definition that new agreements are given under.</param>
    /// <param name="today">The day.</param>
    /// <param name="roles">Roles of the actor at the school.</param>
    /// <param name="change">Who and when.</param>
    public Agreement Renew(int number, FormDefinition form, DateOnly today, IReadOnlySet<Role> roles, Change change)
    {
        Enter(AllowInForce(AgreementStep.Renew, today, roles, change), change);
        var start = EndsOn >= today ? EndsOn.Value.AddDays(1) : today;
        return Successor(AgreementKind.Renewal, number, form, form.StartingAnswers().With(Answers()), start, change);
    }

    /// <summary>
    /// One side gives notice: the last day is now the one on which the school working days of section 16 have passed.
    /// Refuses a notice that would run longer than the term does.
    /// </summary>
    public void GiveNotice(FormDefinition form, SchoolCalendar calendar, DateOnly today, IReadOnlySet<Role> roles, Change change)
    {
        Enter(AllowInForce(AgreementStep.GiveNotice, today, roles, change), change);
        var lastDay = NoticeRunsOut(form, calendar, today);
        if (lastDay >= EndsOn)
        {
            throw new RuleBroken("", $"This agreement ends of itself on {NewZealandTime.Show(EndsOn!.Value)}, before a notice would run out; nothing needs to be done");
        }

        NoticeFrom = RunningTerm.SideOf(roles);
        NoticeOn = today;
        EndsOn = lastDay;
    }

    /// <summary>The day on which a notice given on a day runs out: its school working days are answered in section 16.</summary>
    public DateOnly NoticeRunsOut(FormDefinition form, SchoolCalendar calendar, DateOnly day) =>
        calendar.SchoolDaysAfter(day, Answers().NumberOf(form, Projections.NoticeDays) ?? UsualNoticeDays);

    /// <summary>The side that gave notice takes it back; the agreement runs to the end of its term again.</summary>
    public void TakeBackNotice(DateOnly today, IReadOnlySet<Role> roles, Change change)
    {
        Enter(AllowInForce(AgreementStep.TakeBackNotice, today, roles, change), change);
        NoticeFrom = null;
        NoticeOn = null;
        EndsOn = LastDay(StartsOn, TermYears);
    }

    /// <summary>The other side agrees to a notice, and the agreement ends today.</summary>
    public void End(DateOnly today, IReadOnlySet<Role> roles, Change change)
    {
        Enter(AllowInForce(AgreementStep.End, today, roles, change), change);
        EndsOn = today;
    }

    /// <summary>The notice has run out. Refuses until its last day is past.</summary>
    public void EndByNotice(DateOnly today, Change change)
    {
        if (NoticeFrom is null || EndsOn >= today)
        {
            throw new StepNotAllowed("No notice to end this agreement has run out.");
        }

        Enter(AllowPortal(AgreementStep.EndByNotice), change);
    }

    /// <summary>The school has closed or merged; the last day is that day, or the end of the term if that was earlier.</summary>
    public void EndWithSchool(DateOnly day, Change change)
    {
        Enter(AllowPortal(AgreementStep.EndWithSchool), change);
        EndsOn = EndsOn < day ? EndsOn : day;
    }

    private AgreementState AllowInForce(AgreementStep step, DateOnly today, IReadOnlySet<Role> roles, Change change)
    {
        var to = Allow(step, roles, change);
        return new RunningTerm(EndsOn, NoticeFrom).Refusal(step, roles, today) is { } sentence
            ? throw new StepNotAllowed(sentence)
            : to;
    }

    private Agreement Successor(AgreementKind kind, int number, FormDefinition form, Answers answers, DateOnly start, Change change)
    {
        var starting = answers.With(Projections.KeyOf(form, Projections.TermStart), Answer.Of(start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return new Agreement(SchoolId, number, form, starting, kind, Id, change).WithReasonsOf(this);
    }
}

using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Agreements;

/// <content>Why its text is not the standard one in places. The area supervisor approves those places by signing.</content>
public sealed partial class Agreement
{
    private readonly List<DeviationReason> deviationReasons = [];

    /// <summary>The reasons given so far, at most one for each question; one that was taken back has no text.</summary>
    public IReadOnlyList<DeviationReason> DeviationReasons => deviationReasons;

    /// <summary>Why the answer to a question is not the standard one; null where nobody has said.</summary>
    /// <param name="field">Key of the question.</param>
    public DeviationReason? ReasonFor(string field) => deviationReasons.Find(r => r.Field == field && r.Reason.Length > 0);

    /// <summary>Why no reason can be given or changed now, as a sentence; null while it can.</summary>
    /// <param name="state">Of the agreement.</param>
    /// <param name="signed">Parties that have signed.</param>
    public static string? ReasonsAreClosed(AgreementState state, IEnumerable<Role> signed) =>
        !AgreementStandings.InTheMaking.Contains(state) ? $"This agreement is {Words.Of(state)}, so the reasons stay as they are."
        : signed.Contains(Role.AreaSupervisor) ? "The area supervisor has approved the differences by signing, so their reasons stay as they are."
        : null;

    /// <summary>
    /// Says why the answer to a question is not the standard one. Refuses once the area supervisor has signed, and when
    /// somebody else changed the reason meanwhile.
    /// </summary>
    /// <param name="field">Key of the question.</param>
    /// <param name="was">The reason as it was read; null for none.</param>
    /// <param name="reason">The reason now; null takes it back.</param>
    /// <param name="change">Who and when.</param>
    public void ExplainDeviation(string field, string? was, string? reason, Change change)
    {
        if (ReasonsAreClosed(State, ValidSignatures.Select(s => s.Party)) is { } closed)
        {
            throw new StepNotAllowed(closed);
        }

        var standing = ReasonFor(field)?.Reason;
        if (standing == reason)
        {
            return;
        }

        if (standing != was)
        {
            throw new ChangedMeanwhile("Somebody else changed one of these reasons meanwhile, so nothing was saved. Theirs is shown beside yours; decide which to keep, then save again.");
        }

        if (deviationReasons.Find(r => r.Field == field) is { } kept)
        {
            kept.Give(reason ?? "", change.Who.Name, change.At);
        }
        else
        {
            deviationReasons.Add(new DeviationReason(this, field, reason!, change.Who.Name, change.At));
        }
    }

    // What carries the same answers on has the same reasons for them.
    private Agreement WithReasonsOf(Agreement earlier)
    {
        deviationReasons.AddRange(earlier.deviationReasons.Select(r => new DeviationReason(this, r.Field, r.Reason, r.SavedBy, r.SavedAt)));
        return this;
    }
}

using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain;

/// <summary>One row of a lifecycle: who may take which step, from where to where, and what must be true.</summary>
/// <param name="Step">The step.</param>
/// <param name="From">States it may be taken from.</param>
/// <param name="To">The state it leads to.</param>
/// <param name="Who">Roles at the school that may take it; empty when only the portal itself does.</param>
/// <param name="Label">Words on its button, such as "Send to the school".</param>
/// <param name="MustBeTrue">What else must hold, in words for people and for the printed table.</param>
/// <param name="NeedsReason">True when the person must say why.</param>
public sealed record LifecycleRow<TState, TStep>(
    TStep Step,
    IReadOnlyList<TState> From,
    TState To,
    IReadOnlyList<Role> Who,
    string Label,
    string MustBeTrue,
    bool NeedsReason = false);

/// <summary>What every lifecycle says alike.</summary>
public static class Lifecycle
{
    /// <summary>Why somebody may not take a step, as a sentence.</summary>
    public static string NotForRole(string label) => $"Your role at this school may not take the step \u201c{label}\u201d.";
}

/// <summary>
/// A lifecycle is a table. Its rows drive the entity's guard, the permission to act, the buttons on the page, the page in
/// <c>docs/</c> and the test that tries every state × step × role.
/// </summary>
public sealed class Lifecycle<TState, TStep>(string subject, params IReadOnlyList<LifecycleRow<TState, TStep>> rows)
    where TState : struct, Enum
    where TStep : struct, Enum
{
    /// <summary>All rows, in the order people meet them.</summary>
    public IReadOnlyList<LifecycleRow<TState, TStep>> Rows { get; } = rows;

    /// <summary>The row of a step. Every step has exactly one.</summary>
    public LifecycleRow<TState, TStep> this[TStep step] => Rows.Single(r => Equals(r.Step, step));

    /// <summary>The steps that somebody holding these roles may take from this state.</summary>
    public IEnumerable<LifecycleRow<TState, TStep>> Offered(TState state, IReadOnlySet<Role> roles) =>
        Rows.Where(r => r.From.Contains(state) && r.Who.Any(roles.Contains));

    /// <summary>The state a step leads to. Refuses a step the table does not offer, and a missing reason.</summary>
    public TState Take(TStep step, TState state, Actor actor, IReadOnlySet<Role> roles, string? why)
    {
        var row = this[step];
        if (!row.From.Contains(state))
        {
            throw new StepNotAllowed(
                $"This {subject} is {Words.Of(state)}, so \u201c{row.Label}\u201d is not possible now. Somebody may have acted before you; open it again to see where it stands.");
        }

        if (!actor.IsPortal && !row.Who.Any(roles.Contains))
        {
            throw new StepNotAllowed(Lifecycle.NotForRole(row.Label));
        }

        if (row.NeedsReason && string.IsNullOrWhiteSpace(why))
        {
            throw new RuleBroken("Reason", "Enter a reason, so that the other side knows what to do");
        }

        return row.To;
    }
}

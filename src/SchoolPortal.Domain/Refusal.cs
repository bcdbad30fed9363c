namespace SchoolPortal.Domain;

/// <summary>What a person asked for is not done, for a reason that they are told.</summary>
/// <param name="sentence">What to tell the person.</param>
public abstract class Refusal(string sentence) : Exception(sentence);

/// <summary>A rule that the person can mend: says what happened and what to do, in a sentence fit to show.</summary>
/// <param name="field">Name of the input the sentence belongs to, or empty when it concerns the whole form.</param>
/// <param name="sentence">What to tell the person.</param>
public sealed class RuleBroken(string field, string sentence) : Refusal(sentence)
{
    /// <summary>Name of the input the sentence belongs to, or empty.</summary>
    public string Field { get; } = field;
}

/// <summary>
/// A step that the lifecycle table does not offer from this state or to this role. Pages show only steps that are
/// offered, so this means a race or a made-up request.
/// </summary>
/// <param name="sentence">What to tell the person.</param>
public sealed class StepNotAllowed(string sentence) : Refusal(sentence);

/// <summary>Somebody else saved the same thing after this person opened it.</summary>
/// <param name="sentence">What to tell the person.</param>
public sealed class ChangedMeanwhile(string sentence) : Refusal(sentence);

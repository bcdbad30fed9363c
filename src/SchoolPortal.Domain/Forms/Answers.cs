using System.Collections.Immutable;

namespace SchoolPortal.Domain.Forms;

/// <summary>The answers of one section (or of a whole form), by field key. Immutable; an empty answer is not kept.</summary>
public sealed class Answers
{
    private readonly ImmutableSortedDictionary<string, Answer> byKey;

    private Answers(ImmutableSortedDictionary<string, Answer> byKey) => this.byKey = byKey;

    /// <summary>Nothing answered.</summary>
    public static Answers None { get; } = new(ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal));

    /// <summary>Field keys that have an answer, in ordinal order.</summary>
    public IEnumerable<string> Keys => byKey.Keys;

    /// <summary>The answer to a field, or null.</summary>
    public Answer? this[string key] => byKey.GetValueOrDefault(key);

    /// <summary>The same answers with one changed; null or an empty answer takes it away.</summary>
    public Answers With(string key, Answer? answer) =>
        new(answer is null || answer.IsEmpty ? byKey.Remove(key) : byKey.SetItem(key, answer));

    /// <summary>The same answers with all of another set laid over them.</summary>
    public Answers With(Answers others) => others.byKey.Aggregate(this, (all, pair) => all.With(pair.Key, pair.Value));
}

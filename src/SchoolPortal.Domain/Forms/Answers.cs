using System.Collections.Immutable;

namespace SchoolPortal.Domain.Forms;

/// <summary>The answers of one section (or of a whole form), by field key. Immutable; an empty answer is not kept.</summary>
public sealed class Answers : IEquatable<Answers>
{
    private readonly ImmutableSortedDictionary<string, Answer> byKey;

    private Answers(ImmutableSortedDictionary<string, Answer> byKey) => this.byKey = byKey;

    /// <summary>Nothing answered.</summary>
    public static Answers None { get; } = new(ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal));

    /// <summary>Field keys that have an answer, in ordinal order.</summary>
    public IEnumerable<string> Keys => byKey.Keys;

    /// <summary>True when nothing is answered.</summary>
    public bool IsEmpty => byKey.IsEmpty;

    /// <summary>The answer to a field, or null.</summary>
    public Answer? this[string key] => byKey.GetValueOrDefault(key);

    /// <summary>The same answers with one changed; null or an empty answer takes it away.</summary>
    public Answers With(string key, Answer? answer) =>
        new(answer is null || answer.IsEmpty ? byKey.Remove(key) : byKey.SetItem(key, answer));

    /// <summary>The same answers with all of another set laid over them.</summary>
    public Answers With(Answers others) => others.byKey.Aggregate(this, (all, pair) => all.With(pair.Key, pair.Value));

    /// <summary>The same answers with one section's replaced as a whole: what it no longer answers is taken away.</summary>
    public Answers WithSection(SectionDefinition section, Answers ofSection) =>
        section.Fields.Aggregate(this, (all, field) => all.With(field.Key, ofSection[field.Key]));

    /// <summary>Only the answers that belong to this section.</summary>
    public Answers Of(SectionDefinition section) =>
        section.Fields.Aggregate(None, (all, field) => all.With(field.Key, this[field.Key]));

    /// <inheritdoc />
    public bool Equals(Answers? other) => other is not null && byKey.SequenceEqual(other.byKey);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Answers);

    /// <inheritdoc />
    public override int GetHashCode() =>
        byKey.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));
}

using System.Reflection;

namespace SchoolPortal.Domain.Schools;

/// <summary>The part of a school's page on which a fact is shown.</summary>
public enum SchoolFactGroup
{
    School,
    Contact,
    Address,
    Place,
    Roll,
}

/// <summary>Whose word on a fact leads where two differ. Both are shown, whoever leads.</summary>
public enum FactOwner
{
    /// <summary>The Ministry of Education: it decides or counts it.</summary>
    Ministry,

    /// <summary>The school: it knows best how to reach it.</summary>
    School,

    /// <summary>Police: they stand at the gate.</summary>
    Police,
}

/// <summary>
/// One fact that a schools directory tells: what it is called, which column headings mean it, how a cell of it is read, kept
/// and shown. Reading files, comparing field by field, history and the school's page all work from the table
/// <see cref="All"/>; a new fact is a property of <see cref="SchoolFacts"/> and a line there.
/// </summary>
public abstract partial class SchoolFact
{
    private protected SchoolFact(string key, string label, SchoolFactGroup group, string[] headings)
    {
        Key = key;
        Label = label;
        Group = group;
        Headings = [.. headings.Select(Folded.Key)];
    }

    /// <summary>The property of <see cref="SchoolFacts"/>, under which proposals and history keep the fact.</summary>
    public string Key { get; }

    public string Label { get; }

    public SchoolFactGroup Group { get; }

    /// <summary>Whose word on it leads.</summary>
    public FactOwner Owner { get; private set; }

    /// <summary>
    /// A school or Police may say that the directory is wrong about it. Not its name and whether it is open, which change with
    /// the school's life, nor what the Ministry counts and computes, but for the roll itself.
    /// </summary>
    public bool CanBeCorrected => Key is not (nameof(SchoolFacts.Name) or nameof(SchoolFacts.Listed))
        && (Group != SchoolFactGroup.Roll || Key is nameof(SchoolFacts.RollTotal) or nameof(SchoolFacts.RollDate));

    /// <summary>What it can be, where it is one of a few; null where it is typed.</summary>
    public abstract IReadOnlyList<string>? Choices { get; }

    /// <summary>Column headings that mean this fact, folded as <see cref="FoldHeading"/> does.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>The fact as people read it; null when it is blank.</summary>
    public abstract string? Show(SchoolFacts facts);

    /// <summary>The fact as it is kept in proposals and history: the same on every machine; null when it is blank.</summary>
    public abstract string? Keep(SchoolFacts facts);

    /// <summary>Puts back what <see cref="Keep"/> gave.</summary>
    public abstract void Restore(SchoolFacts facts, string? kept);

    /// <summary>What <see cref="Keep"/> gave, as people read it; null when it is blank.</summary>
    public abstract string? ShowKept(string? kept);

    public abstract bool Differs(SchoolFacts one, SchoolFacts other);

    public abstract void Copy(SchoolFacts from, SchoolFacts to);

    /// <summary>
    /// Reads a tidied cell into the facts. What had to be put right comes back as a note; a cell that makes no sense leaves
    /// the fact blank and comes back as an unreadable note.
    /// </summary>
    public abstract DirectoryNote? Read(string cell, SchoolFacts facts);

    /// <summary>A column heading without case, accents, blanks and punctuation, so that all spellings of it are one.</summary>
    public static string FoldHeading(string heading) => Folded.Key(heading);

    public static SchoolFact Find(string key) => ByKey[key];
}

/// <summary>A remark about one cell of a directory, for the person who looks through the proposal.</summary>
/// <param name="Fact">The key of the fact.</param>
/// <param name="Text">A sentence.</param>
/// <param name="Unreadable">The cell made no sense and its value was left out.</param>
public sealed record DirectoryNote(string Fact, string Text, bool Unreadable = false);

/// <typeparam name="T">A type that can be null, which is how a blank is kept.</typeparam>
internal sealed class SchoolFact<T> : SchoolFact
{
    private readonly Func<SchoolFacts, T> get;
    private readonly Action<SchoolFacts, T> set;
    private readonly FactKind<T> kind;

    public SchoolFact(PropertyInfo property, string label, SchoolFactGroup group, FactKind<T> kind, string[] headings)
        : base(property.Name, label, group, headings)
    {
        get = property.GetMethod!.CreateDelegate<Func<SchoolFacts, T>>();
        set = property.SetMethod!.CreateDelegate<Action<SchoolFacts, T>>();
        this.kind = kind;
    }

    public override IReadOnlyList<string>? Choices => kind.Choices;

    public override string? Show(SchoolFacts facts) => get(facts) is { } value ? kind.Show(value) : null;

    public override string? Keep(SchoolFacts facts) => get(facts) is { } value ? kind.Keep(value) : null;

    public override void Restore(SchoolFacts facts, string? kept) => set(facts, kept is null ? default! : kind.Restore(kept));

    public override string? ShowKept(string? kept) => kept is not null && kind.Restore(kept) is { } value ? kind.Show(value) : null;

    public override bool Differs(SchoolFacts one, SchoolFacts other) => !EqualityComparer<T>.Default.Equals(get(one), get(other));

    public override void Copy(SchoolFacts from, SchoolFacts to) => set(to, get(from));

    public override DirectoryNote? Read(string cell, SchoolFacts facts)
    {
        if (cell.Length == 0 || FactKinds.MeansNothing(cell))
        {
            return null;
        }
        var reading = kind.Read(cell);
        if (!reading.Unreadable)
        {
            set(facts, reading.Value!);
        }

        return reading.Note is { } note ? new DirectoryNote(Key, note, reading.Unreadable) : null;
    }
}

using System.ComponentModel.DataAnnotations;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Schools;

/// <summary>
/// What a school or Police say of a fact that the Ministry's directory has wrong: kept beside the Ministry's value, which stays
/// as it is. It ends when it is taken back, when another takes its place, or with a directory that agrees or that a person
/// finds right; no directory ends it silently.
/// </summary>
public sealed class FactCorrection : Entity, IOfSchool
{
    private const int Longest = 300;

    private FactCorrection()
    {
    }

    /// <summary>Refuses a fact that is not to be corrected, a value that makes no sense for it, and what the directory says anyway.</summary>
    /// <param name="school">The school, not over.</param>
    /// <param name="fact">The key of the fact.</param>
    /// <param name="typed">What is right; null when the school has none.</param>
    /// <param name="side">Who says so.</param>
    /// <param name="change">Who and when.</param>
    public FactCorrection(School school, string fact, string? typed, Side side, Change change)
    {
        if (school.Status.IsOver())
        {
            throw new StepNotAllowed($"{school.Facts.Name} is {Words.Of(school.Status)}, so what is known of it stays as it is.");
        }

        var known = SchoolFact.All.FirstOrDefault(f => f.Key == fact && f.CanBeCorrected) ?? throw new RuleBroken("Fact", "Choose a fact from the list");
        SchoolId = school.Id;
        Fact = fact;
        Value = typed is null ? null : Read(known, typed);
        if (IsAgreedTo(school.Facts))
        {
            throw new RuleBroken("Value", "The directory says the same, so nothing needs to be put right");
        }

        Side = side;
        SaidBy = change.Who.Name;
        SaidAt = change.At;
    }

    /// <summary>The school.</summary>
    public Guid SchoolId { get; private set; }

    /// <summary>The key of the fact.</summary>
    [MaxLength(40)] public string Fact { get; private set; } = "";

    /// <summary>What is right, as <see cref="SchoolFact.Keep"/> writes it; null when the school has none.</summary>
    [MaxLength(Longest)] public string? Value { get; private set; }

    /// <summary>Who says so: school or Police.</summary>
    public Side Side { get; private set; }

    /// <summary>The person who said so.</summary>
    [MaxLength(200)] public string SaidBy { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime SaidAt { get; private set; }

    /// <summary>When it ended, in UTC; null while it stands.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The directory with which it ended; null when a person took it back.</summary>
    public Guid? EndedWithId { get; private set; }

    /// <summary>It is shown first, and the directory beside it: the fact is the school's or Police's own.</summary>
    public bool Leads => SchoolFact.Find(Fact).Owner != FactOwner.Ministry;

    /// <summary>The directory says the same.</summary>
    public bool IsAgreedTo(SchoolFacts facts) => SchoolFact.Find(Fact).Keep(facts) == Value;

    /// <summary>
    /// A person takes it back or says something else. Refuses the other side where the word is that of the fact's owner: what a
    /// school says of its own telephone number is the school's to take back.
    /// </summary>
    public void End(Side by, DateTime at)
    {
        var owner = SchoolFact.Find(Fact).Owner;
        if (by != Side && owner == (Side == Side.School ? FactOwner.School : FactOwner.Police))
        {
            throw new StepNotAllowed(Side == Side.School
                ? "The school says this of itself, so only the school can change it. Talk to its Lead School Contact."
                : "Police say this, so only they can change it. Talk to the Lead Police Contact.");
        }

        EndedAt ??= at;
    }

    /// <summary>A directory agrees, or a person found it right.</summary>
    internal void EndWith(DirectoryImport import, DateTime at) => (EndedAt, EndedWithId) = (at, import.Id);

    /// <summary>The directory with which it ended was taken back.</summary>
    public void Resume() => (EndedAt, EndedWithId) = (null, null);

    private static string Read(SchoolFact fact, string typed)
    {
        if (typed.Length > Longest)
        {
            throw new RuleBroken("Value", $"Enter {Longest} characters or fewer");
        }

        var facts = new SchoolFacts();
        return fact.Read(typed, facts) is { Unreadable: true } note ? throw new RuleBroken("Value", note.Text.TrimEnd('.'))
            : fact.Keep(facts) ?? throw new RuleBroken("Value", "Enter what is right, or tick that there is none");
    }
}

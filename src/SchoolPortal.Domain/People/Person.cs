namespace SchoolPortal.Domain.People;

/// <summary>Somebody with an account. Work details only (domain §14.3).</summary>
public sealed class Person : Entity
{
    private Person()
    {
    }

    /// <summary>Somebody who may sign in. Refuses an empty name, position or address.</summary>
    public Person(string name, string position, string email)
    {
        Email = Needed(email, "Email", "Enter the person\u2019s work email address");
        Change(name, position);
    }

    /// <summary>1–100 characters, any letters; one-word names are names.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What they are, such as "Deputy principal".</summary>
    public string Position { get; private set; } = "";

    /// <summary>Work e-mail address, which they sign in with.</summary>
    public string Email { get; private set; } = "";

    /// <summary>When the account was disabled, UTC; null while it may sign in.</summary>
    public DateTime? DisabledAt { get; private set; }

    /// <summary>Folded name, for sorting.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>Folded name, position and address; what a search runs over.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Corrects name and position; refuses an empty one.</summary>
    public void Change(string name, string position)
    {
        Name = Needed(name, "Name", "Enter the person\u2019s name");
        Position = Needed(position, "Position", "Enter what the person is, such as \u201cDeputy principal\u201d");
        SortName = Folded.Of(Name);
        SearchText = $" {SortName} {Folded.Of(Position)} {Folded.Of(Email)} ";
    }

    /// <summary>Stops the account at the next request.</summary>
    public void Disable(DateTime at) => DisabledAt ??= at;

    /// <summary>Lets the person sign in again.</summary>
    public void Enable() => DisabledAt = null;

    private static string Needed(string text, string field, string sentence) =>
        string.IsNullOrWhiteSpace(text) ? throw new RuleBroken(field, sentence) : text.Trim();
}

namespace SchoolPortal.Domain.People;

/// <summary>Somebody with an account. Work details only (domain §14.3).</summary>
public sealed class Person : Entity
{
    private Person()
    {
    }

    /// <summary>Somebody who may sign in.</summary>
    public Person(string name, string position, string email)
    {
        Name = name;
        Position = position;
        Email = email;
    }

    /// <summary>1–100 characters, any letters; one-word names are names.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What they are, such as "Deputy principal".</summary>
    public string Position { get; private set; } = "";

    /// <summary>Work e-mail address, which they sign in with.</summary>
    public string Email { get; private set; } = "";

    /// <summary>When the account was disabled, UTC; null while it may sign in.</summary>
    public DateTime? DisabledAt { get; private set; }

    /// <summary>Stops the account at the next request.</summary>
    public void Disable(DateTime at) => DisabledAt ??= at;

    /// <summary>Lets the person sign in again.</summary>
    public void Enable() => DisabledAt = null;
}

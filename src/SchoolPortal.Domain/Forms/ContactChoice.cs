namespace SchoolPortal.Domain.Forms;

/// <summary>One of the school's people that a contact field may be answered with.</summary>
/// <param name="Id">The contact's key, as posted.</param>
/// <param name="Name">Name as shown, macrons kept.</param>
/// <param name="Position">Position at the school, as shown.</param>
public sealed record ContactChoice(string Id, string Name, string Position)
{
    internal const string IdKey = "id";
    internal const string NameKey = "name";
    internal const string PositionKey = "position";

    /// <summary>The answer that keeps the person as named today, however the contact changes later.</summary>
    public Answer ToAnswer() => Answer.OfRows([new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [IdKey] = Id,
        [NameKey] = Name,
        [PositionKey] = Position,
    }]);

    /// <summary>The person an answer names, or null when it names nobody.</summary>
    public static ContactChoice? From(Answer? answer) =>
        answer?.Rows is [var person, ..] && person.TryGetValue(IdKey, out var id)
            ? new(id, person.GetValueOrDefault(NameKey, ""), person.GetValueOrDefault(PositionKey, ""))
            : null;
}

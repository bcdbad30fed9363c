using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>
/// What the fields of records held at the end of a day: what they hold now, with every change since played back. Says nothing
/// of fields that history is silent about.
/// </summary>
public sealed class RecordsThen
{
    private readonly Dictionary<(Guid Record, string Field), string?> first = [];

    /// <param name="since">The lines of history after the day, the oldest first.</param>
    public RecordsThen(IEnumerable<AuditEvent> since)
    {
        foreach (var line in since)
        {
            foreach (var (field, fromTo) in HistoryWords.Fields(line))
            {
                first.TryAdd((line.SubjectId, field), fromTo[0]);
            }
        }
    }

    /// <summary>What a field held then, as history writes it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="field">The field.</param>
    /// <param name="now">What it holds now.</param>
    public string? Text(Guid record, string field, string? now) => first.TryGetValue((record, field), out var then) ? then : now;

    /// <inheritdoc cref="Text"/>
    public T Value<T>(Guid record, string field, T now)
        where T : struct, Enum => Enum.TryParse<T>(Text(record, field, now.ToString()), out var then) ? then : now;

    /// <inheritdoc cref="Text"/>
    public DateOnly? Day(Guid record, string field, DateOnly? now) =>
        !first.TryGetValue((record, field), out var then) ? now
        : DateOnly.TryParseExact(then, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The record was there: a field that it was made with did not begin after the day.</summary>
    public bool WasThere(Guid record, string fieldItWasMadeWith) => !first.TryGetValue((record, fieldItWasMadeWith), out var then) || then is not null;
}

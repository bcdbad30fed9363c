using System.Collections.Concurrent;

namespace SchoolPortal.Data.Schools;

/// <summary>
/// What pages have read about one school, or about all, whoever asked: kept with the school in memory, and forgotten as soon as the marks
/// and its history say that anything about it changed. Holds what is true for everybody; who may see it is asked of each reader.
/// </summary>
public sealed class SchoolReadings
{
    private readonly ConcurrentDictionary<(Type Kind, int Which), object> kept = new();

    /// <summary>What was read of this kind, or null.</summary>
    public T? Find<T>()
        where T : class => kept.GetValueOrDefault((typeof(T), 0)) as T;

    /// <summary>Keeps what was read.</summary>
    public void Keep<T>(T reading)
        where T : class => kept[(typeof(T), 0)] = reading;

    /// <summary>What is kept, or what <paramref name="read"/> gives; null, for nothing found, is not kept.</summary>
    /// <param name="which">The year or number, where a school has several of the kind.</param>
    /// <param name="read">Reads it from the records.</param>
    public async ValueTask<T> OfAsync<T>(int which, Func<Task<T>> read)
    {
        if (kept.TryGetValue((typeof(T), which), out var known))
        {
            return (T)known;
        }

        var now = await read();
        if (now is not null)
        {
            kept[(typeof(T), which)] = now;
        }

        return now;
    }
}

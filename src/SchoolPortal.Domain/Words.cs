using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text;

namespace SchoolPortal.Domain;

/// <summary>Names of enum values as people read them.</summary>
public static class Words
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();
    private static readonly ConcurrentDictionary<Enum, string> Capitals = new();

    /// <summary>
    /// The value in words, lower case but for proper names: its <see cref="DisplayAttribute.Name"/>, else its identifier
    /// taken apart (<c>ReadyToSign</c> gives "ready to sign").
    /// </summary>
    public static string Of(Enum value) => Known.GetOrAdd(value, Make);

    /// <summary>The same, beginning with a capital.</summary>
    public static string Capital(Enum value) => Capitals.GetOrAdd(value, known => char.ToUpperInvariant(Of(known)[0]) + Of(known)[1..]);

    /// <summary>Joined as in a sentence: <c>Monday, Tuesday and Friday</c>; nothing for none.</summary>
    public static string And(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    private static string Make(Enum value)
    {
        var name = value.ToString();
        var display = value.GetType().GetField(name)?.GetCustomAttribute<DisplayAttribute>()?.Name;
        if (display is not null)
        {
            return display;
        }

        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}

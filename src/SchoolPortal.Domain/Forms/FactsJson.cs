using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SchoolPortal.Domain.Forms;

/// <summary>
/// Facts as JSON in one canonical way, kept when a text is frozen: key → [text, source], keys in ordinal order, a fact
/// without source as [text], no blanks between tokens.
/// </summary>
public static class FactsJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The canonical JSON of the facts.</summary>
    public static string Write(IReadOnlyDictionary<string, FactValue> facts)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            json.WriteStartObject();
            foreach (var (key, fact) in facts.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                json.WriteStartArray(key);
                json.WriteStringValue(fact.Text);
                if (fact.Source is not null)
                {
                    json.WriteStringValue(fact.Source);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>The facts that <see cref="Write"/> wrote.</summary>
    public static IReadOnlyDictionary<string, FactValue> Read(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(json)!
            .ToDictionary(f => f.Key, f => new FactValue(f.Value[0], f.Value.ElementAtOrDefault(1)), StringComparer.Ordinal);
}

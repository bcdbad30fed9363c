using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>
/// Field → [from, to], as history keeps changes too. A whole directory has a hundred thousand of them, so they are written
/// and read in one pass.
/// </summary>
internal static class FactChangesJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<FactChange> changes)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            foreach (var (fact, from, to) in changes)
            {
                json.WriteStartArray(fact);
                json.WriteStringValue(from);
                json.WriteStringValue(to);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static IReadOnlyList<FactChange> Read(string text)
    {
        var changes = new List<FactChange>();
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var fact = json.GetString()!;
            json.Read();
            changes.Add(new FactChange(fact, Next(ref json), Next(ref json)));
            json.Read();
        }

        return changes;
    }

    private static string? Next(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }
}

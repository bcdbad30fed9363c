using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SchoolPortal.Domain.Forms;

/// <summary>
/// Answers as JSON in one canonical way, so that the same answers always give the same text (it is hashed when an
/// agreement is frozen): fields and cells in ordinal order, no empty answers or cells, no blanks between tokens.
/// A text is a string, choices are an array of strings, rows are an array of objects.
/// </summary>
public static class AnswersJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The canonical JSON of the answers.</summary>
    public static string Write(Answers answers)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Compact))
        {
            json.WriteStartObject();
            foreach (var key in answers.Keys)
            {
                json.WritePropertyName(key);
                Write(json, answers[key]!);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>The answers that <see cref="Write(Answers)"/> wrote. Refuses any other shape with a <see cref="JsonException"/>.</summary>
    public static Answers Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("Answers are an object of field key and answer.");
        }

        return document.RootElement.EnumerateObject()
            .Aggregate(Answers.None, (all, property) => all.With(property.Name, Read(property.Value)));
    }

    /// <summary>SHA-256 of that JSON, lower-case hexadecimal.</summary>
    public static string HashOf(Answers answers) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(answers))));

    internal static Answer Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Answer.Of(value.GetString()!),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            Answer.OfItems(value.EnumerateArray().Select(item => item.GetString()!)),
        JsonValueKind.Array when value.EnumerateArray().All(IsRow) =>
            Answer.OfRows(value.EnumerateArray().Select(Row)),
        _ => throw new JsonException("An answer is a text, a list of texts or a list of rows of texts."),
    };

    private static bool IsRow(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.EnumerateObject().All(cell => cell.Value.ValueKind == JsonValueKind.String);

    private static IReadOnlyDictionary<string, string> Row(JsonElement row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in row.EnumerateObject())
        {
            cells[cell.Name] = cell.Value.GetString()!;
        }

        return cells;
    }

    private static void Write(Utf8JsonWriter json, Answer answer)
    {
        if (answer.Text is { } text)
        {
            json.WriteStringValue(text);
            return;
        }

        json.WriteStartArray();
        foreach (var item in answer.Items)
        {
            json.WriteStringValue(item);
        }

        foreach (var row in answer.Rows)
        {
            json.WriteStartObject();
            foreach (var (key, cell) in row.Where(cell => cell.Value.Length > 0).OrderBy(cell => cell.Key, StringComparer.Ordinal))
            {
                json.WriteString(key, cell);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

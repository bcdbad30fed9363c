using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Domain.Agreements;

/// <summary>
/// What proves an agreement apart from the portal and years later: which text was frozen, who signed it and what it says.
/// Kept as JSON beside the Word file, of which it holds the SHA-256.
/// </summary>
/// <param name="Schema">Which shape the JSON has: <see cref="CurrentSchema"/>.</param>
/// <param name="SchoolNumber">The Ministry's number of the school.</param>
/// <param name="SchoolName">Its name when the text was frozen.</param>
/// <param name="Number">Which of the school's agreements.</param>
/// <param name="Form">Key of the form.</param>
/// <param name="FormVersion">Version of its definition.</param>
/// <param name="StartsOn">First day of its term, as agreed in the text.</param>
/// <param name="TermYears">Length of its term in years, as agreed in the text.</param>
/// <param name="FrozenOn">The day the text was frozen.</param>
/// <param name="FrozenSha256">SHA-256 of the frozen file, lower-case hexadecimal.</param>
/// <param name="SignedSha256">SHA-256 of the record with all signatures; null until all have signed.</param>
/// <param name="Signatures">Every signature in the order given, void ones too.</param>
/// <param name="Facts">The facts it was frozen with, by their names in <see cref="FactKeys"/>.</param>
/// <param name="Answers">What it says.</param>
/// <param name="LeftOut">Keys of sections and fields whose answers and facts are left out, because whoever asked may not read them.</param>
/// <param name="Fingerprint">SHA-256 of all of the above; tells evidence that was changed by mishap, and is what to compare with another copy.</param>
public sealed record Evidence(
    string Schema,
    int SchoolNumber,
    string SchoolName,
    int Number,
    string Form,
    int FormVersion,
    DateOnly? StartsOn,
    int? TermYears,
    DateOnly FrozenOn,
    string FrozenSha256,
    string? SignedSha256,
    IReadOnlyList<EvidenceSignature> Signatures,
    IReadOnlyDictionary<string, FactValue> Facts,
    Answers Answers,
    IReadOnlyList<string> LeftOut,
    string Fingerprint)
{
    /// <summary>Its fixed text, when it was written in a template of its own; null for the words that are shipped.</summary>
    public FormWording? Wording { get; init; }

    /// <summary>The shape that this program writes and reads.</summary>
    public const string CurrentSchema = "school-portal/agreement-evidence/1";

    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false), new AnswersAsJson() },
    };

    private static readonly JsonSerializerOptions Readable = new(Shape) { WriteIndented = true };

    /// <summary>The evidence of an agreement whose text is frozen.</summary>
    /// <param name="agreement">With its sections and signatures.</param>
    /// <param name="form">The pinned definition.</param>
    /// <param name="signedSha256">SHA-256 of the record with all signatures, if there is one.</param>
    /// <param name="all">False leaves out what is restricted.</param>
    public static Evidence Of(Agreement agreement, FormDefinition form, string? signedSha256, bool all)
    {
        var facts = FactsJson.Read(agreement.FrozenFacts!);
        var readable = all ? form : form.WithoutRestricted();
        var shown = readable.Fields().Select(place => place.Field.Fact).OfType<string>().Where(facts.ContainsKey).Distinct();
        var evidence = new Evidence(
            CurrentSchema,
            int.Parse(facts[FactKeys.SchoolNumber].Text, NewZealandTime.Culture),
            facts[FactKeys.SchoolName].Text,
            agreement.Number,
            form.Key,
            form.Version,
            agreement.Answers().DateOf(form, Projections.TermStart),
            agreement.Answers().NumberOf(form, Projections.TermYears),
            agreement.FrozenOn!.Value,
            agreement.FrozenSha256!,
            signedSha256,
            [.. agreement.Signatures.OrderBy(s => s.SignedAt).Select(EvidenceSignature.Of)],
            shown.Order(StringComparer.Ordinal).ToDictionary(key => key, key => facts[key], StringComparer.Ordinal),
            readable.Sections.Aggregate(Forms.Answers.None, (kept, section) => kept.With(agreement.Answers().Of(section))),
            all ? [] : [.. form.RestrictedKeys()],
            Fingerprint: "")
        {
            Wording = form.Template is null ? null : FormWording.Of(form),
        };
        return evidence with { Fingerprint = evidence.FingerprintOf() };
    }

    /// <summary>The evidence that somebody kept. Refuses with a sentence what is not evidence of the portal, or not all of it.</summary>
    public static Evidence Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var schema = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("schema", out var named)
                ? named.ToString()
                : throw new RuleBroken("", "The evidence is not that of an agreement: it does not say “schema”. Take evidence.json from the agreement’s evidence page");
            if (schema != CurrentSchema)
            {
                throw new RuleBroken("", $"The evidence has the schema “{schema}”, and this program reads “{CurrentSchema}”. Use the program that wrote it, or a later one");
            }

            var evidence = document.Deserialize<Evidence>(Shape)!;
            return evidence.Signatures.Contains(null!) || evidence.Facts.Values.Contains(null!) || evidence.LeftOut.Contains(null!)
                ? throw new JsonException("Something in a list is null.")
                : evidence;
        }
        catch (Exception notOurs) when (notOurs is JsonException or InvalidOperationException)
        {
            throw new RuleBroken("", SentenceFor(json.Trim(), notOurs as JsonException));
        }
    }

    /// <summary>The JSON to keep.</summary>
    public string Write() => JsonSerializer.Serialize(this, Readable);

    /// <summary>Signatures that count.</summary>
    [JsonIgnore]
    public IEnumerable<EvidenceSignature> ValidSignatures => Signatures.Where(signature => signature.VoidedAt is null);

    /// <summary>What in it does not fit together, a sentence each; none when all of it does.</summary>
    public IEnumerable<string> Doubts()
    {
        if (FingerprintOf() is var whole && whole != Fingerprint)
        {
            yield return $"The evidence was changed after the portal wrote it: what stands in it has the fingerprint {whole}, and it names {Fingerprint}.";
        }

        foreach (var signature in Signatures)
        {
            if (signature.FingerprintOf() is var own && own != signature.Fingerprint)
            {
                yield return $"{signature.InWords} was changed in the evidence: what stands there has the fingerprint {own}, and it names {signature.Fingerprint}.";
            }

            if (signature.VoidedAt is null && signature.Sha256 != FrozenSha256)
            {
                yield return $"{signature.InWords} is not over the frozen text: it was given over {signature.Sha256}, and the frozen text is {FrozenSha256}.";
            }
        }

        var signed = ValidSignatures.Select(signature => signature.Party).ToList();
        foreach (var party in Agreement.Parties)
        {
            if (signed.Count(role => role == party) is var times && (times > 1 || (times == 0 && SignedSha256 is not null)))
            {
                yield return times > 1
                    ? $"The evidence has {times} signatures for the {Words.Of(party)}; each party signs once."
                    : $"The evidence has no signature for the {Words.Of(party)}, though it names a record signed by all.";
            }
        }
    }

    internal static string FingerprintOf<T>(T part) => AgreementFile.HashOf(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(part, Shape)));

    private static string SentenceFor(string json, JsonException? why) =>
        json.StartsWith('{') && !json.EndsWith('}') ? "The evidence is cut short: its end is missing. Take evidence.json from the agreement’s evidence page again"
        : !json.StartsWith('{') ? "The evidence is not JSON. Choose the file evidence.json of the agreement’s evidence page"
        : $"The evidence cannot be read as the portal writes it{(why?.Path is { Length: > 1 } path ? $", at {path}" : "")}. Take evidence.json from the agreement’s evidence page again";

    private string FingerprintOf() => FingerprintOf(this with { Fingerprint = "" });

    private sealed class AnswersAsJson : JsonConverter<Answers>
    {
        public override Answers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return AnswersJson.Read(document.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, Answers value, JsonSerializerOptions options) => writer.WriteRawValue(AnswersJson.Write(value));
    }
}

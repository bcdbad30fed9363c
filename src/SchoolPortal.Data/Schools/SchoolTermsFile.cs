using System.Text.Json;
using System.Text.Json.Serialization;

using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>
/// The shipped file of published school terms. Where schools may choose their first or last day, the widest term is taken.
/// </summary>
internal static class SchoolTermsFile
{
    public static IEnumerable<SchoolTerm> Read()
    {
        using var file = SchoolReference.Open(SchoolReference.SchoolTerms);
        var calendar = JsonSerializer.Deserialize<Calendar>(file)!;
        return [.. from year in calendar.Years from term in year.Terms select new SchoolTerm(year.Year, term.Number, term.First, term.Last)];
    }

    private sealed record Calendar([property: JsonPropertyName("years")] IReadOnlyList<YearOfTerms> Years);

    private sealed record YearOfTerms(
        [property: JsonPropertyName("year")] int Year,
        [property: JsonPropertyName("terms")] IReadOnlyList<Term> Terms);

    private sealed record Term(
        [property: JsonPropertyName("term")] int Number,
        [property: JsonPropertyName("start")] DateOnly? Start,
        [property: JsonPropertyName("start_earliest")] DateOnly? StartEarliest,
        [property: JsonPropertyName("end")] DateOnly? End,
        [property: JsonPropertyName("end_latest")] DateOnly? EndLatest)
    {
        public DateOnly First => (StartEarliest ?? Start)!.Value;

        public DateOnly Last => (EndLatest ?? End)!.Value;
    }
}

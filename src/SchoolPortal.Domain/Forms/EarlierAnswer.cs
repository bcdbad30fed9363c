using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SchoolPortal.Domain.Forms;

/// <summary>
/// An answer to a question as an earlier version of the form asked it, which the newer version's questions could not take
/// whole. It stands beside them to be read, so that nothing is lost.
/// </summary>
/// <param name="Version">The form's version that asked.</param>
/// <param name="Key">The question's key there.</param>
/// <param name="Question">The question.</param>
/// <param name="Lines">The answer as people read it.</param>
/// <param name="Why">Why it is not asked any more; null when another question took its place.</param>
/// <param name="IsRestricted">For those alone who may read what is restricted (domain §14.2).</param>
/// <param name="CountsStudents">Holds a number of students, so it is for the school's own people (domain §14.1).</param>
public sealed record EarlierAnswer(int Version, string Key, string Question, IReadOnlyList<string> Lines, string? Why, bool IsRestricted, bool CountsStudents)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>As they are stored; null for none.</summary>
    public static string? Write(IReadOnlyList<EarlierAnswer> earlier) => earlier.Count == 0 ? null : JsonSerializer.Serialize(earlier, Json);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<EarlierAnswer> Read(string? stored) =>
        stored is null ? [] : JsonSerializer.Deserialize<List<EarlierAnswer>>(stored, Json)!;
}

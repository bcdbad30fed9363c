namespace SchoolPortal.Data.Schools;

/// <summary>Says which schools a sentence is about without filling a page with them.</summary>
internal static class SchoolNumbers
{
    private const int Most = 5;

    /// <summary><c>Schools 7, 8 and 2 more</c>.</summary>
    public static string Say(IReadOnlyCollection<int> numbers) => numbers.Count == 1
        ? $"School {numbers.Single()}"
        : numbers.Count <= Most
            ? $"Schools {string.Join(", ", numbers.SkipLast(1))} and {numbers.Last()}"
            : $"Schools {string.Join(", ", numbers.Take(Most))} and {numbers.Count - Most} more";
}

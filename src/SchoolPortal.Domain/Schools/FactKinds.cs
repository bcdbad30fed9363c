using System.Globalization;

namespace SchoolPortal.Domain.Schools;

/// <summary>What a cell says: a value, or a blank with the reason; a note when something had to be put right.</summary>
internal readonly record struct CellReading<T>(T? Value, string? Note = null, bool Unreadable = false)
{
    public static CellReading<T> Blank(string note) => new(default, note);

    public static CellReading<T> Cannot(string reason) => new(default, reason, Unreadable: true);
}

/// <summary>How facts of one kind are read from a cell, kept as text and shown.</summary>
internal sealed record FactKind<T>(
    Func<string, CellReading<T>> Read, Func<T, string> Keep, Func<string, T> Restore, Func<T, string> Show, IReadOnlyList<string>? Choices = null);

/// <summary>The kinds of facts, with the habits of real directories that each of them knows.</summary>
internal static partial class FactKinds
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private static readonly DateOnly NoDate = new(1900, 1, 1);

    private static readonly HashSet<string> Nothings = new(StringComparer.OrdinalIgnoreCase)
    {
        "Not Applicable", "Not Applicable/Unknown", "Not calculated", "N/A", "N/A - No Boarders", "Missing", "Unknown", "NULL", "-",
    };

    private static readonly string[] DateForms =
        ["yyyy-MM-dd HH:mm:ss.fffffff", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "d/M/yyyy", "ddMMMyyyy", "d MMM yyyy", "d MMMM yyyy"];

    /// <summary>True for the many ways in which directories say that there is nothing to say.</summary>
    public static bool MeansNothing(string cell) => Nothings.Contains(cell);

    public static FactKind<DateOnly?> Date { get; } = new(
        ReadDate,
        value => value!.Value.ToString("yyyy-MM-dd", Plain),
        kept => DateOnly.ParseExact(kept, "yyyy-MM-dd", Plain),
        value => value!.Value.ToString("d MMMM yyyy", Plain));

    public static FactKind<bool?> YesNo { get; } = new(
        cell => cell.ToUpperInvariant() switch
        {
            "YES" or "Y" or "TRUE" => new(true),
            "NO" or "N" or "FALSE" => new(false),
            _ => CellReading<bool?>.Cannot($"“{Short(cell)}” is neither yes nor no."),
        },
        value => value!.Value ? "yes" : "no",
        kept => kept == "yes",
        value => value!.Value ? "Yes" : "No",
        ["Yes", "No"]);

    /// <summary>The correspondence school has more than 6,000 students; no other comes near it.</summary>
    public static FactKind<int?> Roll { get; } = Whole(0, 20_000);

    public static FactKind<int?> Decile { get; } = Whole(1, 10) with
    {
        Read = cell => cell == "99" ? CellReading<int?>.Blank("99 stands for “not applicable”, so the decile is blank.") : ReadWhole(cell, 1, 10),
    };

    public static FactKind<int?> Eqi { get; } = Whole(344, 569);

    public static FactKind<double?> IsolationIndex { get; } = Decimal(value => value is >= 0 and <= 100, "between 0 and 100", "0.00");

    public static FactKind<double?> Latitude { get; } = Decimal(value => value is >= -53 and <= -29, "a latitude in New Zealand", "0.######");

    /// <summary>East of Greenwich to the date line, and beyond it for the Chatham Islands at −176.</summary>
    public static FactKind<double?> Longitude { get; } =
        Decimal(value => value is >= 165 and <= 180 or >= -180 and <= -175, "a longitude in New Zealand", "0.######");

    public static FactKind<DirectoryStatus> Listed { get; } = new(
        cell => SchoolCategories.Listed.Find(cell) is { } value
            ? new(value)
            : CellReading<DirectoryStatus>.Cannot($"The status “{Short(cell)}” is not known here, so the school counts as open."),
        value => value.ToString(),
        Enum.Parse<DirectoryStatus>,
        SchoolCategories.Listed.Label);

    public static FactKind<T?> In<T>(Category<T> category) where T : struct, Enum => new(
        cell => cell == "0" ? default
            : category.Find(cell) is { } value ? new(value)
            : CellReading<T?>.Cannot($"“{Short(cell)}” is not a value known here."),
        value => value!.Value.ToString(),
        kept => Enum.Parse<T>(kept),
        value => category.Label(value!.Value),
        [.. category.Values.Select(category.Label)]);

    private static FactKind<int?> Whole(int least, int most) => new(
        cell => ReadWhole(cell, least, most),
        value => value!.Value.ToString(Plain),
        kept => int.Parse(kept, Plain),
        value => value!.Value.ToString("#,0", Plain));

    private static CellReading<int?> ReadWhole(string cell, int least, int most) =>
        int.TryParse(cell, NumberStyles.AllowThousands, Plain, out var value) && value >= least && value <= most
            ? new(value)
            : CellReading<int?>.Cannot($"“{Short(cell)}” is not a whole number from {least} to {most}.");

    private static FactKind<double?> Decimal(Func<double, bool> makesSense, string what, string form) => new(
        cell => double.TryParse(cell, NumberStyles.Float, Plain, out var value) && makesSense(value)
            ? new(value)
            : CellReading<double?>.Cannot($"“{Short(cell)}” is not {what}."),
        value => value!.Value.ToString("R", Plain),
        kept => double.Parse(kept, Plain),
        value => value!.Value.ToString(form, Plain).Replace('-', '−'));

    private static CellReading<DateOnly?> ReadDate(string cell)
    {
        if (!DateTime.TryParseExact(cell, DateForms, Plain, DateTimeStyles.None, out var moment))
        {
            return CellReading<DateOnly?>.Cannot($"“{Short(cell)}” is not a date.");
        }
        var date = DateOnly.FromDateTime(moment);
        return date == NoDate ? CellReading<DateOnly?>.Blank("1900-01-01 stands for “no date”, so the date is blank.")
            : date.Year is < 1800 or > 2200 ? CellReading<DateOnly?>.Cannot($"“{Short(cell)}” is not a date that a school can have.")
            : new(date);
    }

    /// <summary>A date written in any of the ways that directories use; null when it is none.</summary>
    public static DateOnly? FindDate(string text) => ReadDate(text).Value;

    private static string Short(string cell) => cell.Length <= 40 ? cell : string.Concat(cell.AsSpan(0, 40), "…");
}

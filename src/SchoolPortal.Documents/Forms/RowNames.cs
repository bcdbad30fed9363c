using System.Globalization;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>What rows are called in a file, for whoever writes one and whoever reads it back.</summary>
internal static class RowNames
{
    /// <summary>Head of the column of keys.</summary>
    internal const string KeyHead = "Key";

    /// <summary>What stands behind the label of a question that must be answered, while people are meant to answer it.</summary>
    internal const string Needed = " (needed)";

    /// <summary>Heading of the signatures, as if they were a section.</summary>
    internal const string SignaturesHeading = "portal.signatures";

    /// <inheritdoc cref="SignaturesHeading"/>
    internal const string SignaturesTitle = "Signed by";

    /// <summary>Heading of what the file says of itself.</summary>
    internal const string AboutHeading = "portal.about";

    /// <inheritdoc cref="AboutHeading"/>
    internal const string AboutTitle = "About this file";

    /// <summary>The bookmark round the heading of a section in a template.</summary>
    internal static string HeadingBookmark(string section) => $"s{Bookmark(section)[1..]}";

    /// <summary>The bookmark round a label. Its name may hold letters, digits and underscores, and 40 characters.</summary>
    internal static string Bookmark(string key) =>
        string.Create(key.Length + 2, key, static (name, key) =>
        {
            "q_".CopyTo(name);
            for (var i = 0; i < key.Length; i++)
            {
                name[i + 2] = char.IsAsciiLetterOrDigit(key[i]) ? key[i] : '_';
            }
        });

    /// <summary>The key of an item of a table; the first is 1.</summary>
    internal static string Item(FieldDefinition field, int number) => string.Create(CultureInfo.InvariantCulture, $"{field.Key}#{number}");

    /// <summary>True for the key of an item of this table.</summary>
    internal static bool IsItem(FieldDefinition field, string key) =>
        key.Length > field.Key.Length && key[field.Key.Length] == '#' && key.StartsWith(field.Key, StringComparison.Ordinal);
}

using System.Text.Encodings.Web;
using System.Text.Json;

using Microsoft.Extensions.Primitives;

using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>The inputs of a posted form as one text, and back.</summary>
internal static class TypedForm
{
    private static readonly HashSet<string> NotTyped = ["__RequestVerificationToken", DraftSlip.Name, SectionPost.DeedName, PostedSection.MoreRows];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What was typed, without the buttons and what the portal put into the form; null when it is no section's form, or longer than anybody types.</summary>
    public static string? Write(IFormCollection form)
    {
        if (!form.ContainsKey(SectionPost.TokenName))
        {
            return null;
        }

        var typed = JsonSerializer.Serialize(
            form.Where(input => !NotTyped.Contains(input.Key)).ToDictionary(input => input.Key, input => input.Value.ToArray(), StringComparer.Ordinal), Json);
        return typed.Length <= SectionDraft.MostTyped ? typed : null;
    }

    /// <summary>The same as a form that is posted.</summary>
    public static IFormCollection Read(string typed) => new FormCollection(
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(typed)!.ToDictionary(input => input.Key, input => new StringValues(input.Value), StringComparer.Ordinal));
}

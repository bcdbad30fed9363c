using System.Security.Cryptography;
using System.Text.Json;

using Microsoft.AspNetCore.DataProtection;

using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// Says whose typing a section's form holds and where it belongs. It goes with the form, encrypted, so that the typing can be
/// kept when nothing else of the session is left; nobody can make one for somebody else.
/// </summary>
/// <param name="PersonId">Whom the form was shown to.</param>
/// <param name="RecordId">The agreement or profile.</param>
/// <param name="SectionKey">The section's key.</param>
/// <param name="PageId">This opening of the form.</param>
/// <param name="Shown">The page of an earlier draft that the form was filled in from, or null.</param>
/// <param name="ShownAt">When that was typed: if it was typed on since, it stays.</param>
public sealed record DraftSlip(Guid PersonId, Guid RecordId, string SectionKey, Guid PageId, Guid? Shown, DateTime? ShownAt)
{
    /// <summary>Name of the input.</summary>
    public const string Name = "Draft";

    /// <summary>For a form that is opened now.</summary>
    public static DraftSlip For(Guid personId, AnsweredSection section, SectionDraft? shown) =>
        new(personId, section.RecordId, section.Key, Guid.CreateVersion7(), shown?.PageId, shown?.At);
}

/// <summary>Encrypts what goes out with a form and is read when it comes back.</summary>
public sealed class DraftSlips(IDataProtectionProvider protection)
{
    private readonly IDataProtector slips = protection.CreateProtector("SchoolPortal.DraftSlip");

    public string Write(DraftSlip slip) => slips.Protect(JsonSerializer.Serialize(slip));

    /// <summary>The slip of a request before anything else has read it; null when it is no form, or none of ours.</summary>
    public async Task<DraftSlip?> InAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return request.HasFormContentType ? In(await request.ReadFormAsync(cancel)) : null;
        }
        catch (InvalidDataException)
        {
            // More fields than a form may have: none of our pages sends that.
            return null;
        }
        catch (IOException)
        {
            // A form that breaks off in the middle.
            return null;
        }
    }

    /// <summary>The slip of a posted form, or null when there is none that we made.</summary>
    public DraftSlip? In(IFormCollection form)
    {
        try
        {
            return form[DraftSlip.Name].ToString() is { Length: > 0 } text ? JsonSerializer.Deserialize<DraftSlip>(slips.Unprotect(text)) : null;
        }
        catch (CryptographicException)
        {
            // Made up, or encrypted with a key that is long gone: it is no slip of ours.
            return null;
        }
    }
}

using System.Security.Cryptography;
using System.Text.Json;

using Microsoft.AspNetCore.DataProtection;

using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// Carries what was typed into a section through signing in again: encrypted, within the sign-in form itself, since there is no
/// session yet that it could belong to. It becomes the person's draft when that very person signs in; anybody else sees nothing of it.
/// </summary>
public sealed class KeptTyping(IDataProtectionProvider protection, DraftSlips slips, SectionDrafts drafts, TimeProvider clock)
{
    /// <summary>As long as a session could have lasted: a person back from a meeting still finds their words.</summary>
    private static readonly TimeSpan Longest = Session.Absolute;

    private readonly IDataProtector protector = protection.CreateProtector("SchoolPortal.KeptTyping");

    /// <summary>What was typed, encrypted; null when the request is no posted section or longer than anybody types.</summary>
    public async Task<string?> KeepAsync(HttpRequest request, CancellationToken cancel) =>
        await slips.InAsync(request, cancel) is { } slip && TypedForm.Write(request.Form) is { } typed
        ? protector.Protect(JsonSerializer.Serialize(new Kept(slip, typed, clock.UtcNow())))
        : null;

    /// <summary>Makes it the draft of the person who typed it. False when somebody else signed in, or it is too old.</summary>
    public async Task<bool> BringBackAsync(string kept, Guid personId, CancellationToken cancel) =>
        Read(kept) is { } found && found.Slip.PersonId == personId && clock.UtcNow() - found.At <= Longest
        && await drafts.KeepAsync(found.Slip, found.Typed, cancel) is not null;

    private Kept? Read(string kept)
    {
        try
        {
            return JsonSerializer.Deserialize<Kept>(protector.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            // Made up, or encrypted with a key that is long gone: there is nothing to bring back.
            return null;
        }
    }

    private sealed record Kept(DraftSlip Slip, string Typed, DateTime At);
}

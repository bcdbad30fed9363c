using System.Text;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.FormVersions;

/// <summary>Takes in the next version of the profile's questions, once nothing is wrong with it. Nobody is asked it before it is published.</summary>
public sealed class BringForm(PortalDbContext db, TimeProvider clock)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Keeps the version and gives its id; or keeps nothing and says everything that is wrong with it.</summary>
    public async Task<(Guid? Id, IReadOnlyList<string> Problems)> HandleAsync(Actor actor, byte[] bytes, string note, CancellationToken cancel)
    {
        string json;
        FormDefinition next;
        try
        {
            json = Utf8.GetString(bytes).TrimStart('\uFEFF');
            next = FormDefinitionFile.Read(json);
        }
        catch (DecoderFallbackException)
        {
            return (null, ["The file is not a text in UTF-8. Save the file of questions (JSON) as UTF-8 and choose it again."]);
        }
        catch (FormDefinitionException wrong)
        {
            return (null, [wrong.Message]);
        }

        var succession = new FormSuccession(await db.FormInUseAsync(FormDefinitions.SchoolProfile.Key, cancel), next);
        if (succession.Problems() is { Count: > 0 } problems)
        {
            return (null, problems);
        }

        var change = new Change(actor, clock.UtcNow(), $"Brought version {next.Version} of the {next.Title}\u2019s questions");
        var version = new FormVersion(succession, json, note.Trim(), change);
        db.FormVersions.Add(version);
        await db.SaveAsync(change, cancel);
        return (version.Id, []);
    }
}

using System.Text;

using SchoolPortal.Documents.Agreements;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;

namespace SchoolPortal.Web.Hosting;

/// <summary>
/// <c>verify-agreement FILE EVIDENCE</c>: holds a Word file against the evidence of an agreement, on any computer, without
/// records and without a network.
/// </summary>
internal static class VerifyAgreementCommand
{
    public const string Verb = "verify-agreement";

    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words)
    {
        if (words is not [var file, var kept])
        {
            return await Commands.MisusedAsync(Verb);
        }

        var bytes = await ReadAsync(file);
        var evidence = Evidence.Read(Encoding.UTF8.GetString(await ReadAsync(kept)).TrimStart('\uFEFF'));
        var mismatches = EvidenceCheck.Mismatches(bytes, evidence);
        if (mismatches.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{file} and {kept} do not match:");
            foreach (var sentence in mismatches)
            {
                await Console.Error.WriteLineAsync($"- {sentence}");
            }

            return Commands.Refused;
        }

        var what = AgreementFile.HashOf(bytes) == evidence.FrozenSha256 ? "the text as it was frozen" : "the record with all signatures";
        Console.WriteLine($"Everything matches. {file} is {what} of agreement {evidence.Number} of {evidence.SchoolName} ({evidence.SchoolNumber}), byte for byte.");
        foreach (var signature in evidence.ValidSignatures)
        {
            Console.WriteLine($"- {Words.Capital(signature.Party)}: {signature.Name}, {signature.PositionInFull()}, {signature.When()}");
        }

        Console.WriteLine($"The evidence has the fingerprint {evidence.Fingerprint}; the agreement’s evidence page shows the same.");
        return 0;
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        if (!File.Exists(file))
        {
            throw new RuleBroken("", $"There is no file “{file}”");
        }

        return new FileInfo(file).Length <= ReturnedFile.MostBytes
            ? await File.ReadAllBytesAsync(file)
            : throw new RuleBroken("", $"The file “{file}” is larger than any agreement, so it was not read");
    }
}

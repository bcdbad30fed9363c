using System.Diagnostics;
using System.Globalization;

using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Benchmarks;

/// <summary>One filled agreement and one filled profile as Word files, against the npm library that most people would pick.</summary>
internal static class DocumentBenchmark
{
    /// <summary>Gives the milliseconds that docxtemplater needs for one agreement; null when it is not there.</summary>
    public static async Task<double?> RunAsync(Report report)
    {
        var found = new Dictionary<string, double?>();
        foreach (var form in new[] { FormDefinitions.PartnershipAgreement, FormDefinitions.SchoolProfile })
        {
            var filled = Filled(form, field => $"Answer to {field.Key}, with a macron: Ōtāhuhu & friends.");
            var ours = Median.Of(() => FormDocument.Write(filled), runs: 400, warm: 200);
            var template = FormDocument.Write(Filled(form, field => "{" + field.Key.Replace('.', '_').Replace('-', '_') + "}"));
            var theirs = await DocxtemplaterAsync(template);
            found[form.Key] = theirs;
            var blank = FormContent.TemplateOf(form, []);
            var own = OwnTemplate.Check(FormDocument.Write(blank), blank, Guid.NewGuid()).Template;
            var inOwn = Median.Of(() => FormDocument.Write(filled with { Template = own }), runs: 400, warm: 200);
            report.Add($"one {form.Title} in a template of the user’s own, p50", Report.Ms(inOwn), $"in the standard template {Report.Ms(ours)}", ours / inOwn, "≥ 0.8 times as fast");
            report.Add($"one {form.Title} as .docx, p50", Report.Ms(ours),
                theirs is null ? "docxtemplater is not installed" : $"docxtemplater {Report.Ms(theirs.Value)}", theirs / ours ?? double.NaN, "≥ 4 times as fast");
        }

        return found[FormDefinitions.PartnershipAgreement.Key];
    }

    private static FormContent Filled(FormDefinition form, Func<FieldDefinition, string> text)
    {
        var answers = form.Fields()
            .Where(f => f.Field.Kind is FieldKind.Text or FieldKind.LongText)
            .Aggregate(form.StartingAnswers(), (all, f) => all.With(f.Field.Key, Answer.Of(text(f.Field))));
        var facts = FactKeys.All.ToDictionary(key => key, key => new FactValue($"The fact {key}", "Schools Directory, 25 September 2021"));
        return new FormContent(form, answers, facts, new FormIdentity(1404, "Ōtāhuhu School", "Version 3", null), DocumentStanding.Draft, [], new DateOnly(2026, 11, 24), new HashSet<string>());
    }

    /// <summary>Milliseconds for filling the same file by docxtemplater under Node.js; null when either is not there (see bench.mjs).</summary>
    private static async Task<double?> DocxtemplaterAsync(byte[] template)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, template);
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "docxtemplater", "bench.mjs"), path])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var said = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();
            return node.ExitCode == 0 ? double.Parse(said, CultureInfo.InvariantCulture) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no node on this machine.
            return null;
        }
        finally
        {
            File.Delete(path);
        }
    }
}

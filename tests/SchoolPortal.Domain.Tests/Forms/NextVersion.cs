using CsCheck;

using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Domain.Tests.Forms;

/// <summary>Makes a next version of a form in which any question may be renamed, moved, split, dropped or asked in another way.</summary>
internal static class NextVersion
{
    private static readonly FieldKind[] Kinds = [FieldKind.Text, FieldKind.LongText, FieldKind.Number, FieldKind.Date, FieldKind.YesNo, FieldKind.Choice, FieldKind.Several];

    private static readonly FieldOption[] SomeOptions = [new("yes", "Yes", null), new("no", "No", null), new("kura", "Kura", null)];

    /// <summary>A version that follows the form and says what becomes of each of its questions.</summary>
    public static Gen<FormDefinition> Of(FormDefinition form) =>
        Gen.Select(Gen.Int[0, 15].Array[form.Fields().Count()], Gen.Int[0, form.Sections.Count - 1].Array[form.Fields().Count()], Gen.Int[-1, form.Sections.Count - 1])
            .Select(each => Make(form, each.Item1, each.Item2, each.Item3));

    private static FormDefinition Make(FormDefinition form, int[] deeds, int[] places, int gone)
    {
        var asked = form.Sections.ToDictionary(section => section.Key, _ => new List<FieldDefinition>(), StringComparer.Ordinal);
        var dropped = new List<DroppedQuestion>();
        var sections = form.Sections.Where((_, i) => i != gone).ToList();
        foreach (var ((section, field), i) in form.Fields().Select((place, i) => (place, i)))
        {
            var other = sections[places[i] % sections.Count];
            var stays = sections.Contains(section);
            if (field.Kind == FieldKind.Fact)
            {
                if (stays)
                {
                    asked[section.Key].Add(field);
                }

                continue;
            }

            switch (deeds[i])
            {
                case 0 when field.Projects is null:
                    dropped.Add(new DroppedQuestion(field.Key, "Nobody used it"));
                    break;
                case 1 when stays:
                    asked[section.Key].Add(Renamed(field, section, $"renamed-{i}"));
                    break;
                case 2 or 3:
                    asked[other.Key].Add(Renamed(field, other, $"moved-{i}"));
                    break;
                case 4 when field.Projects is null:
                    asked[other.Key].Add(Renamed(field, other, $"one-{i}"));
                    asked[other.Key].Add(Renamed(field, other, $"two-{i}"));
                    break;
                case 5 or 6 or 7 when stays && field.Projects is null:
                    asked[section.Key].Add(Other(field, Kinds[places[i] % Kinds.Length]));
                    break;
                case 8 or 9 when stays:
                    asked[section.Key].Add(Narrower(field));
                    break;
                default:
                    asked[stays ? section.Key : other.Key].Add(stays ? field : Renamed(field, other, $"moved-{i}"));
                    break;
            }
        }

        foreach (var section in sections)
        {
            asked[section.Key].Add(new FieldDefinition(
                $"{section.Key}.brand-new", "Something new?", null, FieldKind.YesNo, false, FieldLimits.None, [], [], null, null, section.Sensitivity, null));
        }

        return form with
        {
            Version = form.Version + 1,
            Sections = [.. sections.Select(section => section with { Fields = asked[section.Key] })],
            Dropped = dropped,
        };
    }

    private static FieldDefinition Renamed(FieldDefinition field, SectionDefinition section, string name) => field with
    {
        Key = $"{section.Key}.{name}",
        Was = field.Key,
        Sensitivity = (Sensitivity)Math.Max((int)field.Sensitivity, (int)section.Sensitivity),
    };

    private static FieldDefinition Other(FieldDefinition field, FieldKind kind) => field with
    {
        Kind = kind,
        Columns = [],
        Limits = FieldLimits.None,
        Options = kind is not (FieldKind.Choice or FieldKind.Several) ? [] : field.Options.Count > 0 ? field.Options : SomeOptions,
    };

    private static FieldDefinition Narrower(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Choice or FieldKind.Several or FieldKind.Percentages when field.Options.Count > 1 => field with { Options = [.. field.Options.Skip(1)] },
        FieldKind.Table when field.Columns.Count > 1 => field with { Columns = [field.Columns[0] with { Key = "another", Was = field.Columns[0].Key }, .. field.Columns.Skip(2)] },
        FieldKind.Text or FieldKind.LongText => field with { Limits = new FieldLimits(10, null, null, false) },
        FieldKind.Number => field with { Limits = new FieldLimits(null, 50, 60, false) },
        _ => field,
    };
}

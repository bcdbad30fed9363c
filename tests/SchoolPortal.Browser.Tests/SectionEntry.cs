using Microsoft.Playwright;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Browser.Tests;

/// <summary>Fills in a section as a person does, by the words on the page: each question that must be answered and is not yet.</summary>
internal sealed class SectionEntry(IPage page, DateOnly today)
{
    /// <summary>Answers everything that the section needs to be complete.</summary>
    public async Task FillAsync(SectionDefinition section)
    {
        foreach (var field in section.Fields.Where(field => field.Required))
        {
            await AnswerAsync(field);
        }
    }

    private Task AnswerAsync(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Text or FieldKind.LongText => TypeAsync(Labelled(field.Label), "By the main gate"),
        FieldKind.Number => TypeAsync(Labelled(field.Label), $"{field.Limits.Min ?? 1}"),
        FieldKind.Date => TypeAsync(Labelled(field.Label), NewZealandTime.Show(today)),
        FieldKind.YesNo or FieldKind.Choice or FieldKind.Contact => ChooseAsync(field.Label),
        FieldKind.Several => TickAsync(Group(field.Label).GetByRole(AriaRole.Checkbox)),
        FieldKind.Percentages => ShareOutAsync(Group(field.Label).GetByRole(AriaRole.Textbox)),
        FieldKind.Table => FillRowsAsync(field),
        FieldKind.Fact => Task.CompletedTask,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Kind, "Nobody has said how a person answers this."),
    };

    private ILocator Labelled(string label) => page.GetByLabel(label, new() { Exact = true });

    private ILocator Group(string legend) => page.GetByRole(AriaRole.Group, new() { Name = legend, Exact = true });

    private static async Task TypeAsync(ILocator box, string text)
    {
        if ((await box.InputValueAsync()).Length == 0)
        {
            await box.FillAsync(text);
        }
    }

    private async Task ChooseAsync(string label)
    {
        if (await Group(label).CountAsync() > 0)
        {
            await TickAsync(Group(label).GetByRole(AriaRole.Radio));
        }
        else if ((await Labelled(label).InputValueAsync()).Length == 0)
        {
            await Labelled(label).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        }
    }

    private static async Task TickAsync(ILocator choices)
    {
        foreach (var choice in await choices.AllAsync())
        {
            if (await choice.IsCheckedAsync())
            {
                return;
            }
        }

        await choices.First.CheckAsync();
    }

    private static async Task ShareOutAsync(ILocator shares)
    {
        var whole = "100";
        foreach (var share in await shares.AllAsync())
        {
            await share.FillAsync(whole);
            whole = "0";
        }
    }

    private async Task FillRowsAsync(FieldDefinition table)
    {
        for (var row = 1; row <= (table.Limits.Min ?? 1); row++)
        {
            foreach (var column in table.Columns)
            {
                await FillAsync(Labelled($"{column.Label}, row {row}"), column.Kind);
            }
        }
    }

    private Task FillAsync(ILocator cell, FieldKind kind) => kind switch
    {
        FieldKind.Choice or FieldKind.YesNo => cell.SelectOptionAsync(new SelectOptionValue { Index = 1 }),
        FieldKind.Date => TypeAsync(cell, NewZealandTime.Show(today)),
        FieldKind.Number => TypeAsync(cell, "1"),
        _ => TypeAsync(cell, "Office"),
    };
}

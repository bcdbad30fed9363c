using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SchoolPortal.Web.Components;
using Xunit;

namespace SchoolPortal.Web.Tests.Components;

public sealed class FieldTests
{
    private static readonly FieldOption[] Options = [new("a", "First"), new("b", "Second", "More about it")];

    public static TheoryData<string> Kinds => [.. Fields.Keys];

    /// <summary>Names as pages and form definitions use them.</summary>
    public static TheoryData<string> Names =>
        ["q", "Input.Name", "contacts.relief", "Rows[3].Name", "11-lockdown", "answers[contacts.relief]", "with space", "ōtāhuhu"];

    private static Dictionary<string, Func<FieldTagHelper>> Fields => new()
    {
        ["text"] = () => new TextFieldTagHelper(),
        ["password"] = () => new TextFieldTagHelper { Type = "password" },
        ["text area"] = () => new TextAreaFieldTagHelper { Limit = 2000 },
        ["date"] = () => new DateFieldTagHelper(),
        ["select"] = () => new SelectFieldTagHelper { Options = Options },
        ["radios"] = () => new RadioListTagHelper { Options = Options },
        ["checkboxes"] = () => new CheckboxListTagHelper { Options = Options },
        ["single checkbox"] = () => new CheckboxFieldTagHelper(),
        ["file"] = () => new FileFieldTagHelper(),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Label_hint_and_fault_are_tied_to_the_control(string kind)
    {
        var field = Field(kind, "Input.Thing");
        field.Hint = "Some help";
        var page = new Rendering().Fault("Input.Thing", "Enter the thing").Draw(field).Page();

        var control = page.QuerySelector("[name='Input.Thing']")!;
        var described = page.QuerySelector("[aria-describedby*='-error']")!;
        var texts = described.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent).ToList();
        Assert.Contains(texts, text => text.Contains("Some help", StringComparison.Ordinal));
        Assert.Contains("Error: Enter the thing", texts);
        Assert.True(described == control || described.Contains(control));
        Assert.NotNull(page.QuerySelector($"label[for='{control.Id}']"));
        Assert.Contains("The thing", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".govuk-form-group--error"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_field_without_hint_or_fault_points_at_nothing_that_is_not_there(string kind)
    {
        var page = new Rendering().Draw(Field(kind, "Input.Thing")).Page();

        Assert.All(
            page.QuerySelectorAll("[aria-describedby]").SelectMany(element => element.GetAttribute("aria-describedby")!.Split(' ')),
            id => Assert.NotNull(page.GetElementById(id)));
        Assert.Null(page.QuerySelector("[aria-invalid], .govuk-error-message, .govuk-form-group--error"));
        Assert.DoesNotContain("Error", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_error_summary_links_to_the_field_whatever_its_name(string name)
    {
        foreach (var kind in Fields.Keys)
        {
            var page = new Rendering().Fault(name, "Enter the thing").Draw(new ErrorSummaryTagHelper()).Draw(Field(kind, name)).Page();

            var link = page.QuerySelector(".govuk-error-summary a")!;
            var target = page.GetElementById(link.GetAttribute("href")![1..]);
            Assert.Equal(name, target?.GetAttribute("name"));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Markup_in_any_text_stays_text(string kind)
    {
        const string attack = "\"><script>alert(1)</script><b x='";
        var field = Field(kind, "Input.Thing");
        (field.Label, field.Hint, field.Error) = (attack, attack, attack);
        var page = new Rendering().Posted("Input.Thing", attack).Draw(field).Page();

        Assert.Empty(page.QuerySelectorAll("script, b"));
    }

    [Fact]
    public void What_was_typed_comes_back_instead_of_what_is_stored()
    {
        var text = new TextFieldTagHelper { For = Rendering.For("Input.Name", "Stored") };
        var area = new TextAreaFieldTagHelper { Name = "note", Value = "Stored" };
        var date = new DateFieldTagHelper { For = Rendering.For<DateOnly?>("Input.On", new DateOnly(2026, 2, 3)) };
        var page = new Rendering().Posted("Input.Name", "Typed").Posted("note", "").Posted("Input.On", "31 Feb").Draw(text).Draw(area).Draw(date).Page();

        Assert.Equal("Typed", page.QuerySelector<IHtmlInputElement>("#Input_Name")!.Value);
        Assert.Equal("", page.QuerySelector<IHtmlTextAreaElement>("#note")!.Value);
        Assert.Equal("31 Feb", page.QuerySelector<IHtmlInputElement>("#Input_On")!.Value);
    }

    [Fact]
    public void What_is_stored_shows_where_nothing_was_typed()
    {
        var page = new Rendering()
            .Draw(new TextFieldTagHelper { Name = "place", Value = "Ōtāhuhu" })
            .Draw(new DateFieldTagHelper { Name = "on", Value = new DateOnly(2026, 2, 3) })
            .Draw(new SelectFieldTagHelper { Name = "one", Value = "b", Options = Options, Empty = "All" })
            .Draw(new RadioListTagHelper { Name = "two", Value = "b", Options = Options })
            .Draw(new CheckboxListTagHelper { For = Rendering.For<List<string>>("Input.Three", ["a", "b"]), Options = Options })
            .Draw(new CheckboxFieldTagHelper { For = Rendering.For("Input.Four", true) })
            .Page();

        Assert.Equal("Ōtāhuhu", page.QuerySelector<IHtmlInputElement>("#place")!.Value);
        Assert.Equal("3 February 2026", page.QuerySelector<IHtmlInputElement>("#on")!.Value);
        Assert.Equal("b", page.QuerySelector<IHtmlSelectElement>("#one")!.Value);
        Assert.Equal(["two=b", "Input.Three=a", "Input.Three=b", "Input.Four=true"], Chosen(page));
    }

    [Fact]
    public void Choices_that_were_posted_come_back()
    {
        var page = new Rendering()
            .Posted("many", "a", "b").Posted("one", "a").Posted("yes", "true")
            .Draw(new CheckboxListTagHelper { Name = "many", Values = [], Options = Options })
            .Draw(new RadioListTagHelper { Name = "one", Value = "b", Options = Options })
            .Draw(new CheckboxFieldTagHelper { Name = "yes" })
            .Page();

        Assert.Equal(["many=a", "many=b", "one=a", "yes=true"], Chosen(page));
    }

    [Fact]
    public void A_passphrase_is_never_sent_back()
    {
        var field = new TextFieldTagHelper { For = Rendering.For("Input.Passphrase", "stored words"), Label = "Passphrase", Type = "password" };
        var html = new Rendering().Posted("Input.Passphrase", "typed words").Draw(field).Html();

        Assert.DoesNotContain("words", html, StringComparison.Ordinal);
        Assert.Contains("Show passphrase", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\nfirst line is empty")]
    [InlineData("one\ntwo")]
    [InlineData("  spaces  ")]
    public void Lines_and_spaces_in_a_text_area_are_kept(string text) =>
        Assert.Equal(text, Assert.IsType<IHtmlTextAreaElement>(
            new Rendering().Draw(new TextAreaFieldTagHelper { Name = "note", Value = text }).The("textarea"), exactMatch: false).Value);

    [Fact]
    public void Every_box_for_free_text_asks_not_to_name_students_unless_told_otherwise()
    {
        Assert.Equal("Be brief. Do not name students or describe a case.", new Rendering().Draw(new TextAreaFieldTagHelper { Name = "a", Hint = "Be brief." }).The(".govuk-hint").TextContent);
        Assert.Empty(new Rendering().Draw(new TextAreaFieldTagHelper { Name = "a", AsksCare = false }).Page().QuerySelectorAll(".govuk-hint"));
    }

    [Fact]
    public void An_optional_field_says_so_and_a_limit_is_stated()
    {
        var page = new Rendering().Draw(new TextAreaFieldTagHelper { Name = "a", Label = "Note", Optional = true, Limit = 2000 }).Page();

        Assert.Equal("Note (optional)", page.QuerySelector("label")!.TextContent);
        Assert.Equal("You can enter up to 2,000 characters", page.GetElementById("a-count")!.TextContent);
        Assert.Contains("a-count", page.QuerySelector("textarea")!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
    }

    private static FieldTagHelper Field(string kind, string name)
    {
        var field = Fields[kind]();
        (field.Name, field.Label) = (name, "The thing");
        return field;
    }

    private static IEnumerable<string> Chosen(IHtmlDocument page) =>
        page.QuerySelectorAll<IHtmlInputElement>("input:checked").Select(input => $"{input.Name}={input.Value}");
}

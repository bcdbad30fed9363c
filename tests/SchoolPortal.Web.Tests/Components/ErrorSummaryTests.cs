using SchoolPortal.Web.Components;
using Xunit;

namespace SchoolPortal.Web.Tests.Components;

public sealed class ErrorSummaryTests
{
    [Fact]
    public void Nothing_is_drawn_when_nothing_is_wrong() =>
        Assert.Equal("", new Rendering().Posted("name", "Ōtāhuhu").Draw(new ErrorSummaryTagHelper()).Html());

    [Fact]
    public void Faults_stand_in_the_order_of_the_fields_those_of_the_whole_form_first()
    {
        var page = new Rendering()
            .Fault("elsewhere", "Not on this page").Fault("c", "Third").Fault("a", "First").Fault("", "The form").Fault("b", "Second")
            .Draw(new ErrorSummaryTagHelper())
            .Draw(new TextFieldTagHelper { Name = "a" }).Draw(new RadioListTagHelper { Name = "b" }).Draw(new TextFieldTagHelper { Name = "c" })
            .Page();

        Assert.Equal("There is a problem", page.QuerySelector("h2")!.TextContent);
        Assert.Equal(["The form", "First", "Second", "Third", "Not on this page"], page.QuerySelectorAll("li").Select(item => item.TextContent));
        Assert.Null(page.QuerySelector("li")!.QuerySelector("a"));
    }

    [Fact]
    public void A_fault_told_twice_is_shown_once()
    {
        var page = new Rendering().Fault("a", "Enter a name").Fault("a", "Enter a name").Draw(new ErrorSummaryTagHelper()).Page();

        Assert.Single(page.QuerySelectorAll("li"));
    }
}

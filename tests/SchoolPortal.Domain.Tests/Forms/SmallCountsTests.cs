using SchoolPortal.Domain.Forms;
using Xunit;

namespace SchoolPortal.Domain.Tests.Forms;

public sealed class SmallCountsTests
{
    private static readonly FormDefinition Form = FormDefinitions.SchoolProfile;

    private static readonly string[] CountOfStudents = ["traffic-team.members", "travel.routes", "programmes.taught"];

    public static TheoryData<string, bool> Counts => new()
    {
        { "0", true }, { "1", true }, { "4", true }, { "5", false }, { "400", false }, { "many", false },
    };

    [Theory, MemberData(nameof(Counts))]
    public void A_small_count_of_students_is_hidden_wherever_the_form_asks_for_one_and_nothing_else_is(string count, bool isSmall)
    {
        foreach (var field in Form.Fields().Select(place => place.Field).Where(field => field.Kind is FieldKind.Number or FieldKind.Table))
        {
            var answer = field.Kind == FieldKind.Number
                ? Answer.Of(count)
                : Answer.OfRows([field.Columns.ToDictionary(column => column.Key, _ => count)]);

            var told = SmallCounts.Hide(field, answer);

            Assert.Equal(isSmall && CountOfStudents.Contains(field.Key), !answer.Equals(told));
            Assert.Equal(!answer.Equals(told), AnswerText.Lines(field, told).Any(line => line.Contains(SmallCounts.Hidden, StringComparison.Ordinal)));
            Assert.All(field.Columns.Where(column => column.Key != "students"), column => Assert.Equal(count, told!.Rows[0][column.Key]));
        }
    }
}

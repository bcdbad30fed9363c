using SchoolPortal.Domain.Forms;
using Xunit;

namespace SchoolPortal.Domain.Tests.Forms;

public sealed class FormDefinitionTests
{
    public static TheoryData<string, string> Broken => new()
    {
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X", "kind": "shape" }] }"""), "$.sections[0].fields[0].kind" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X", "kind": "text", "colour": "red" }] }"""), "colour" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X" }] }"""), "Field a.x has no kind" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X", "kind": "choice" }] }"""), "section “a”, field “a.x”: it offers nothing to choose" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X", "kind": "text", "options": [{ "key": "o", "label": "O" }] }] }"""), "nothing is chosen there" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X", "kind": "choice", "options": [{ "key": "o", "label": "O" }, { "key": "o", "label": "P" }] }] }"""), "option key “o” is used twice" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X", "kind": "text" }, { "key": "a.x", "label": "Y", "kind": "text" }] }"""), "is used twice" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x-y", "label": "X", "kind": "text" }, { "key": "a.x.y", "label": "Y", "kind": "text" }] }"""), "used twice" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "b.x", "label": "X", "kind": "text" }] }"""), "must start with “a.”" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.Ō", "label": "X", "kind": "text" }] }"""), "lower-case letters" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.a23456789012345678901234567890123456789", "label": "X", "kind": "text" }] }"""), "38 characters or fewer" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "kind": "text" }] }"""), "it has no label" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X", "kind": "table" }] }"""), "a table needs columns" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X", "kind": "table", "columns": [{ "key": "c", "label": "C", "kind": "longText" }] }] }"""), "column “c”: a cell cannot be of kind LongText" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X", "kind": "fact", "fact": "school.secret" }] }"""), "no fact “school.secret”" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X", "kind": "number", "limits": { "min": 5, "max": 3 } }] }"""), "smallest value is above its largest" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X", "kind": "number", "default": 3 }] }"""), "a.x has a default that is not an answer" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X", "kind": "text", "countsStudents": true }] }"""), "only a number counts students" },
        { Form("""{ "key": "a", "title": "A", "fields": [{ "key": "a.x", "label": "X", "kind": "table", "columns": [{ "key": "c", "label": "C", "kind": "date", "countsStudents": true }] }] }"""), "column “c”: only a number counts students" },
        { Form("""{ "key": "a", "title": "A", "sensitivity": "restricted", "fields": [{ "key": "a.x", "label": "X", "kind": "text", "sensitivity": "partners" }] }"""), "less restricted than its section" },
        { Form("""{ "key": "a", "title": "A" }"""), "neither fields nor text" },
        { Form("""{ "key": "a", "title": "A", "text": ["T"] }, { "key": "a", "title": "B", "text": ["T"] }"""), "section key “a” is used twice" },
        { """{ "key": "f", "version": 0, "title": "F", "sections": [] }""", "version must be 1 or more" },
        { """{ "key": "f", "version": 1, "title": "F" }""", "it has no sections" },
        { "{", "cannot be read" },
        { "null", "is empty" },
    };

    public static TheoryData<string> Shipped => new("partnership-agreement", "school-profile");

    [Theory, MemberData(nameof(Broken))]
    public void A_broken_definition_is_refused_with_a_sentence_that_names_the_place(string json, string sentence)
    {
        var refusal = Assert.Throws<FormDefinitionException>(() => FormDefinitionFile.Read(json));

        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_agreement_has_its_seventeen_sections_in_order() =>
        Assert.Equal(
            [
                "parties", "purpose", "outcomes", "police-part", "school-part", "communication", "prevention", "offending", "on-site",
                "sharing", "property", "emergencies", "concerns", "costs", "effect", "term", "signatures",
            ],
            FormDefinitions.PartnershipAgreement.Sections.Select(section => section.Key));

    [Fact]
    public void Every_section_of_the_agreement_has_standard_text() =>
        Assert.All(FormDefinitions.PartnershipAgreement.Sections, section => Assert.NotEmpty(section.Text));

    [Fact]
    public void The_profile_has_its_fourteen_sections_in_order() =>
        Assert.Equal(
            [
                "about", "people", "community", "travel", "traffic-team", "climate", "policies", "programmes", "whole-school",
                "site", "readiness", "events", "police", "sign-off",
            ],
            FormDefinitions.SchoolProfile.Sections.Select(section => section.Key));

    [Fact]
    public void Sections_6_10_and_11_of_the_profile_are_restricted()
    {
        var profile = FormDefinitions.SchoolProfile;

        Assert.Equal([6, 10, 11], profile.Sections.Where(s => s.Sensitivity == Sensitivity.Restricted).Select(profile.NumberOf));
    }

    [Fact]
    public void All_sections_of_the_profile_but_1_2_4_11_and_14_may_have_nothing_to_report()
    {
        var profile = FormDefinitions.SchoolProfile;

        Assert.Equal([1, 2, 4, 11, 14], profile.Sections.Where(s => !s.MayBeNothing).Select(profile.NumberOf));
    }

    [Theory, MemberData(nameof(Shipped))]
    public void A_shipped_form_is_found_by_key_and_version(string key)
    {
        Assert.Equal(key, FormDefinitions.Find(key, 1)?.Key);
        Assert.Null(FormDefinitions.Find(key, 99));
    }

    [Theory, MemberData(nameof(Shipped))]
    public void Defaults_can_be_typed_by_hand_too(string key)
    {
        var form = FormDefinitions.Find(key, 1)!;
        var start = form.StartingAnswers();

        foreach (var section in form.Sections)
        {
            var values = InputValues.Of(section, start.Of(section));
            var read = SectionInput.Read(section, values.All, AnswerGenerator.People, AnswerGenerator.Today);
            Assert.Empty(read.Problems);
            Assert.Equal(start.Of(section), read.Answers);
        }
    }

    [Fact]
    public void Who_may_not_see_what_is_restricted_gets_the_section_without_it_or_not_at_all()
    {
        var emergencies = FormDefinitions.PartnershipAgreement.Section("emergencies")!.WithoutRestricted()!;

        Assert.Null(emergencies.Field("emergencies.tree"));
        Assert.NotNull(emergencies.Field("emergencies.reunification-lead"));
        Assert.Null(FormDefinitions.SchoolProfile.Section("site")!.WithoutRestricted());
    }

    private static string Form(string sections) => $$"""{ "key": "f", "version": 1, "title": "F", "sections": [{{sections}}] }""";
}

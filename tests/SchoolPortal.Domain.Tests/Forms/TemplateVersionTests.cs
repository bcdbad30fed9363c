using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Tests.Agreements;
using Xunit;

namespace SchoolPortal.Domain.Tests.Forms;

public sealed class TemplateVersionTests
{
    private static readonly DateOnly Today = AgreementIn.Today;
    private static readonly Change By = AgreementIn.By(Role.NationalCoordinator);
    private static readonly FormDefinition Form = FormDefinitions.PartnershipAgreement;

    private static readonly FormWording Other = FormWording.Of(Form) with
    {
        Introduction = ["Ko tēnei te whakaaetanga."],
        Text = new Dictionary<string, IReadOnlyList<string>> { ["parties"] = ["We work together.", "We call 111 first."] },
    };

    [Fact]
    public void It_keeps_the_fixed_text_and_leaves_the_questions()
    {
        var version = Brought();

        var worded = version.In(Form);

        Assert.Equal(version.Id, worded.Template);
        Assert.Equal(Other.Introduction, worded.Introduction);
        Assert.Equal(["We work together.", "We call 111 first."], worded.Section("parties")!.Text);
        Assert.Empty(worded.Section("offending")!.Text);
        Assert.Equal(Form.Fields().Select(place => place.Field), worded.Fields().Select(place => place.Field));
    }

    [Fact]
    public void What_differs_is_told_place_by_place_and_word_by_word()
    {
        var softer = Form with { Sections = [Form.Sections[0] with { Text = [.. Form.Sections[0].Text.SkipLast(1), "We call 111."] }, .. Form.Sections.Skip(1)] };

        var change = Assert.Single(WordingChange.Between(Form, softer));

        Assert.Equal(Form.Sections[0].Title, change.Place);
        Assert.Equal(string.Join('\n', softer.Sections[0].Text), string.Concat(change.Words.Where(piece => piece.Fate != TextFate.Removed).Select(piece => piece.Text)));
        Assert.Empty(WordingChange.Between(Form, FormWording.Of(Form).In(Form, Guid.NewGuid())));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void It_is_published_from_today_or_a_later_day(int days)
    {
        var version = Brought();

        version.Publish(Today.AddDays(days), Today, By);

        Assert.Equal((TemplateState.Published, Today.AddDays(days), By.Who.Name, By.At), (version.State, version.From!.Value, version.PublishedBy, version.PublishedAt!.Value));
    }

    [Fact]
    public void It_is_not_published_into_the_past_nor_twice()
    {
        var version = Brought();

        Assert.Equal("Enter today, 24 November 2026, or a later day: what was begun before stays as it is", Assert.Throws<RuleBroken>(() => version.Publish(Today.AddDays(-1), Today, By)).Message);
        version.Publish(Today.AddDays(1), Today, By);
        Assert.Equal("Version 1 is published already.", Assert.Throws<StepNotAllowed>(() => version.Publish(Today.AddDays(2), Today, By)).Message);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(1, null)]
    [InlineData(0, "Version 1 has been in use since 24 November 2026, so it cannot be withdrawn. Publish another version in its place.")]
    public void It_is_withdrawn_until_its_day_has_come(int? publishedIn, string? refusal)
    {
        var version = Brought();
        if (publishedIn is { } days)
        {
            version.Publish(Today.AddDays(days), Today, By);
        }

        if (refusal is not null)
        {
            Assert.Equal(refusal, Assert.Throws<StepNotAllowed>(() => version.Withdraw(Today, By)).Message);
            return;
        }

        version.Withdraw(Today, By);
        Assert.Equal((TemplateState.Withdrawn, By.Who.Name), (version.State, version.WithdrawnBy));
        Assert.Throws<StepNotAllowed>(() => version.Withdraw(Today, By));
        Assert.Throws<StepNotAllowed>(() => version.Publish(Today, Today, By));
    }

    public static TheoryData<AgreementState> States() => [.. Enum.GetValues<AgreementState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void Only_a_draft_takes_another_template(AgreementState state)
    {
        var agreement = AgreementIn.State(state);
        var worded = Brought().In(Form);
        if (state != AgreementState.Draft)
        {
            Assert.Throws<StepNotAllowed>(() => agreement.TakeTemplate(worded));
            Assert.Null(agreement.TemplateId);
            return;
        }

        var answers = agreement.Answers();
        agreement.TakeTemplate(worded);
        Assert.Equal(worded.Template, agreement.TemplateId);
        Assert.Equal(answers, agreement.Answers());
    }

    [Fact]
    public void A_template_that_asks_other_questions_is_not_taken() =>
        Assert.Throws<StepNotAllowed>(() => AgreementIn.Draft().TakeTemplate(Brought().In(Form) with { Version = 2 }));

    [Fact]
    public void An_agreement_stays_in_its_template_a_variation_keeps_it_and_a_renewal_takes_the_one_in_use()
    {
        var (first, second) = (Brought().In(Form), Brought().In(Form));
        var (police, school) = (AgreementIn.Roles(Role.LeadPoliceContact), AgreementIn.Roles(Role.Principal));
        var agreement = new Agreement(Guid.NewGuid(), 1, first, AgreementIn.Complete(Today, years: 1), AgreementIn.By(Role.LeadPoliceContact));
        agreement.SendToSchool(first, police, AgreementIn.By(Role.LeadPoliceContact));
        agreement.AgreeText(first, school, "{}", [1, 2, 3], AgreementIn.By(Role.Principal));
        Assert.All(Agreement.Parties, party => AgreementIn.Sign(agreement, party));
        agreement.ComeIntoForce(Today, AgreementIn.By(Role.Principal));

        var variation = agreement.Vary(2, Form, Today, police, AgreementIn.By(Role.LeadPoliceContact, "A new principal"));
        var renewal = agreement.Renew(3, second, Today.AddMonths(11), police, AgreementIn.By(Role.LeadPoliceContact));

        Assert.Equal((first.Template, first.Template, second.Template), (agreement.TemplateId, variation.TemplateId, renewal.TemplateId));
    }

    private static TemplateVersion Brought() => new(1, Other.In(Form, Guid.Empty), ([1, 2, 3], "ours.docx"), "Clearer", By);
}

using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Domain.Tests.Agreements;

/// <summary>Agreements brought into a state by the people whose steps lead there.</summary>
internal static class AgreementIn
{
    public static readonly DateOnly Today = new(2026, 11, 24);
    public static readonly DateTime Now = new(2026, 11, 23, 21, 0, 0, DateTimeKind.Utc);

    /// <summary>The published terms of 2026.</summary>
    public static readonly SchoolCalendar Terms = new(
    [
        new SchoolTerm(2026, 1, new(2026, 1, 26), new(2026, 4, 2)),
        new SchoolTerm(2026, 2, new(2026, 4, 20), new(2026, 7, 3)),
        new SchoolTerm(2026, 3, new(2026, 7, 20), new(2026, 9, 25)),
        new SchoolTerm(2026, 4, new(2026, 10, 12), new(2026, 12, 18)),
    ]);

    public static readonly FormDefinition Form = FormDefinitions.PartnershipAgreement;

    /// <summary>An answer to everything that needs one; it starts on a day and lasts for some years.</summary>
    public static Answers Complete(DateOnly start, int years = 3) => Form.Fields()
        .Where(f => f.Field is { Required: true } and not { Kind: FieldKind.Fact })
        .Aggregate(Answers.None, (all, f) => all.With(f.Field.Key, f.Field.Default ?? Some(f.Field)))
        .With(Projections.KeyOf(Form, Projections.TermStart), Answer.Of($"{start:yyyy-MM-dd}"))
        .With(Projections.KeyOf(Form, Projections.TermYears), Answer.Of($"{years}"));

    public static Agreement Draft(DateOnly? start = null, int years = 3) =>
        new(Guid.NewGuid(), 1, Form, Complete(start ?? Today, years), By(Role.LeadPoliceContact));

    /// <summary>An agreement in this state. Who has signed one that is partly signed is not the party spared.</summary>
    public static Agreement State(AgreementState state, Role? spared = null, DateOnly? start = null)
    {
        var agreement = Draft(start);
        switch (state)
        {
            case AgreementState.Draft:
                break;
            case AgreementState.SchoolReview:
                agreement.SendToSchool(Form, Roles(Role.LeadPoliceContact), By(Role.LeadPoliceContact));
                break;
            case AgreementState.ReadyToSign:
                agreement = State(AgreementState.SchoolReview, start: start);
                agreement.AgreeText(Form, Roles(Role.Principal), "{}", [1, 2, 3], By(Role.Principal));
                break;
            case AgreementState.PartlySigned:
                agreement = State(AgreementState.ReadyToSign, start: start);
                Sign(agreement, Agreement.Parties.First(p => p != spared));
                break;
            case AgreementState.Signed:
                agreement = State(AgreementState.ReadyToSign, start: start);
                foreach (var party in Agreement.Parties)
                {
                    Sign(agreement, party);
                }

                break;
            case AgreementState.Active:
                agreement = State(AgreementState.Signed, start: start);
                agreement.ComeIntoForce(start ?? Today, By(Role.Principal));
                break;
            case AgreementState.Superseded:
                agreement = State(AgreementState.Active);
                agreement.Supersede(By(Role.Principal));
                break;
            case AgreementState.Ended:
                agreement = State(AgreementState.Active);
                GiveNotice(agreement, Role.LeadPoliceContact);
                agreement.End(Today, Roles(Role.Principal), By(Role.Principal, "We agree to begin again"));
                break;
            case AgreementState.Withdrawn:
                agreement.Withdraw(Roles(Role.Principal), By(Role.Principal, "It is not wanted"));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state), state, null);
        }

        return agreement;
    }

    /// <summary>Gives notice to end an agreement on behalf of this role.</summary>
    public static void GiveNotice(Agreement agreement, Role role, DateOnly? day = null) =>
        agreement.GiveNotice(Form, Terms, day ?? Today, Roles(role), By(role, "We work differently from next year"));

    public static Signature Sign(Agreement agreement, Role party, Actor? actor = null, DateTime? at = null) =>
        agreement.Sign(
            Roles(party), Words(party), signedInRecently: true,
            new Change(actor ?? Somebody(party), at ?? Now, "Signed the agreement"));

    /// <summary>Somebody of the other side confirms that a party has signed on paper.</summary>
    public static Signature SignOnPaper(
        Agreement agreement, Role confirmer, Role party, string? name = null, DateOnly? on = null, bool recently = true, Change? change = null)
    {
        change ??= By(confirmer);
        var words = Words(party) with { TypedName = name ?? $"The {party}", SignInMethod = Signature.Paper };
        var scan = new AgreementFile(agreement, AgreementFileKind.Scan, [7, 8, 9], change.At);
        return agreement.SignOnPaper(party, Roles(confirmer), words, on ?? Today, scan, recently, change);
    }

    public static SigningWords Words(Role party) => new($"The {party}", $"{party}", "I agree", "passphrase");

    public static HashSet<Role> Roles(params Role[] roles) => [.. roles];

    public static Change By(Role role, string? why = null) => new(Somebody(role), Now, "Did something", why);

    public static Actor Somebody(params Role[] roles) =>
        new(Guid.NewGuid(), $"The {roles[0]}", $"{roles[0]}", [.. roles.Select(r => new Authority(r, Scope.Nation, null))]);

    private static Answer Some(FieldDefinition field) => field.Kind switch
    {
        FieldKind.Date => Answer.Of("2026-11-24"),
        FieldKind.Number => Answer.Of($"{field.Limits.Min ?? 1}"),
        FieldKind.YesNo => Answer.Of("yes"),
        FieldKind.Choice => Answer.Of(field.Options[0].Key),
        FieldKind.Several => Answer.OfItems(field.Options.Take(field.Limits.Min ?? 1).Select(o => o.Key)),
        FieldKind.Table => Answer.OfRows(Enumerable.Range(0, field.Limits.Min ?? 1)
            .Select(row => field.Columns.ToDictionary(c => c.Key, c => $"{c.Label} {row}"))),
        FieldKind.Contact => new ContactChoice("1", "Aroha Ngata", "principal").ToAnswer(),
        _ => Answer.Of("As agreed"),
    };
}

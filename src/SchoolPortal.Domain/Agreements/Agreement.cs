using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Agreements;

/// <summary>One section of an agreement.</summary>
public sealed class AgreementSection : AnsweredSection
{
    private AgreementSection()
    {
    }

    internal AgreementSection(Agreement agreement, string key, Answers answers, SectionState state)
        : base(agreement.SchoolId, key, answers, state) => AgreementId = agreement.Id;

    /// <summary>Of which agreement.</summary>
    public Guid AgreementId { get; private set; }
}

/// <summary>
/// One numbered version of a school's Partnership Agreement, from draft to its end. A renewal is the next number.
/// Its steps are those of <see cref="AgreementLifecycle"/>.
/// </summary>
public sealed class Agreement : Entity, IOfSchool
{
    /// <summary>The parties who sign, in the order they are listed (domain §7.1, section 17).</summary>
    public static IReadOnlyList<Role> Parties { get; } =
        [Role.Principal, Role.PresidingMember, Role.LeadPoliceContact, Role.AreaSupervisor];

    private readonly List<AgreementSection> sections = [];
    private readonly List<Signature> signatures = [];

    private Agreement()
    {
    }

    /// <summary>Begins a draft, pre-filled.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="number">1 for a school's first, then one more.</param>
    /// <param name="form">The definition it stays pinned to.</param>
    /// <param name="start">Answers to begin with: the definition's defaults or the predecessor's.</param>
    /// <param name="predecessorId">The agreement it renews.</param>
    /// <param name="change">Who and when.</param>
    public Agreement(Guid schoolId, int number, FormDefinition form, Answers start, Guid? predecessorId, Change change)
    {
        SchoolId = schoolId;
        Number = number;
        StateSince = change.At;
        FormVersion = form.Version;
        PredecessorId = predecessorId;
        foreach (var section in form.Sections)
        {
            var answers = start.Of(section);
            var state = section.Fields.All(f => f.Kind == FieldKind.Fact) ? SectionState.Complete
                : predecessorId is not null ? SectionState.ToCheck
                : SectionCheck.Missing(section, answers).Count == 0 ? SectionState.ToCheck
                : SectionState.NotStarted;
            sections.Add(new AgreementSection(this, section.Key, answers, state));
        }

        Project(form);
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>1 and up within the school; part of its address.</summary>
    public int Number { get; private set; }

    /// <summary>Version of the form definition.</summary>
    public int FormVersion { get; private set; }

    /// <summary>Its kept state.</summary>
    public AgreementState State { get; private set; } = AgreementState.Draft;

    /// <summary>When it came into that state, UTC.</summary>
    public DateTime StateSince { get; private set; }

    /// <summary>Why it was sent back, reopened, withdrawn or ended.</summary>
    public string? StateReason { get; private set; }

    /// <summary>The agreement it renews.</summary>
    public Guid? PredecessorId { get; private set; }

    /// <summary>First day of its term: from section 16; once in force, the day of the last signature if that was later.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>Length in years, 1–3, from section 16.</summary>
    public int? TermYears { get; private set; }

    /// <summary>Last day of its term: computed.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The day its next yearly review falls due; null until it is in force.</summary>
    public DateOnly? ReviewDueOn { get; private set; }

    /// <summary>The facts it was frozen with, as canonical JSON; null while they are live.</summary>
    public string? FrozenFacts { get; private set; }

    /// <summary>SHA-256 of the frozen bytes; null while it may be changed.</summary>
    public string? FrozenSha256 { get; private set; }

    /// <summary>Its sections.</summary>
    public IReadOnlyList<AgreementSection> Sections => sections;

    /// <summary>Every signature, void ones too.</summary>
    public IReadOnlyList<Signature> Signatures => signatures;

    /// <summary>Signatures that count.</summary>
    public IEnumerable<Signature> ValidSignatures => signatures.Where(s => s.VoidedAt is null);

    /// <summary>All answers together.</summary>
    public Answers Answers() => sections.Aggregate(Forms.Answers.None, (all, s) => all.With(s.Answers()));

    /// <summary>What the calendar makes of its state.</summary>
    public AgreementStanding Standing(DateOnly today) => AgreementStandings.Of(State, EndsOn, ReviewDueOn, today);

    /// <summary>Parties that have not signed yet.</summary>
    public IEnumerable<Role> Unsigned => Parties.Except(ValidSignatures.Select(s => s.Party));

    /// <summary>
    /// Restricted parts are read by those who may read restricted parts, and by the parties: nobody signs what they may not read.
    /// </summary>
    public static bool ReadsAll(Actor actor, Place place) =>
        actor.May(Operation.ViewRestricted, place) || Parties.Any(actor.RolesAt(place).Contains);

    /// <summary>The party this person would sign for, or null when there is none left for them.</summary>
    public Role? PartyFor(Actor actor, IReadOnlySet<Role> roles) =>
        ValidSignatures.Any(s => s.PersonId == actor.PersonId)
            ? null
            : Unsigned.Where(roles.Contains).Select(r => (Role?)r).FirstOrDefault();

    /// <summary>Saves one section of a draft.</summary>
    /// <param name="form">The pinned definition.</param>
    /// <param name="key">Section key.</param>
    /// <param name="answers">What was entered; formats are right, gaps allowed.</param>
    /// <param name="basedOn">The section's token when the form was opened.</param>
    /// <param name="change">Who and when.</param>
    public void SaveSection(FormDefinition form, string key, Answers answers, Guid basedOn, Change change)
    {
        if (State != AgreementState.Draft)
        {
            throw new StepNotAllowed($"This agreement is {Words.Of(State)}, so its text cannot be changed now. Open it again to see where it stands.");
        }

        var definition = form.Section(key)!;
        var state = SectionCheck.Missing(definition, answers).Count == 0 ? SectionState.Complete : SectionState.InProgress;
        sections.Single(s => s.Key == key).Save(answers, state, basedOn, change);
        Project(form);
    }

    /// <summary>The Lead Police Contact sends it to the school.</summary>
    public void SendToSchool(FormDefinition form, IReadOnlySet<Role> roles, Change change)
    {
        var to = Allow(AgreementStep.SendToSchool, roles, change);
        NeedComplete(form);
        Enter(to, change);
    }

    /// <summary>The school sends it back with reasons.</summary>
    public void AskForChanges(IReadOnlySet<Role> roles, Change change) =>
        Enter(Allow(AgreementStep.AskForChanges, roles, change), change);

    /// <summary>The school agrees to the text: facts and bytes are frozen.</summary>
    /// <param name="form">The pinned definition.</param>
    /// <param name="roles">Roles of the actor at the school.</param>
    /// <param name="facts">The facts as frozen, canonical JSON.</param>
    /// <param name="bytes">The Word file that everybody will sign.</param>
    /// <param name="change">Who and when.</param>
    public AgreementFile AgreeText(FormDefinition form, IReadOnlySet<Role> roles, string facts, byte[] bytes, Change change)
    {
        var to = Allow(AgreementStep.AgreeText, roles, change);
        NeedComplete(form);
        Enter(to, change);
        FrozenFacts = facts;
        var file = new AgreementFile(this, AgreementFileKind.Frozen, bytes, change.At);
        FrozenSha256 = file.Sha256;
        return file;
    }

    /// <summary>
    /// A party signs. With the fourth signature it is signed. Refuses a second signature of one party or of one person
    /// (requirement R27: one person never signs for two parties).
    /// </summary>
    public Signature Sign(IReadOnlySet<Role> roles, SigningWords words, bool signedInRecently, Change change)
    {
        var to = Allow(AgreementStep.Sign, roles, change);
        if (!signedInRecently)
        {
            throw new RuleBroken("Passphrase", "Enter your passphrase again before you sign");
        }

        if (ValidSignatures.Any(s => s.PersonId == change.Who.PersonId))
        {
            throw new RuleBroken("", "You have signed this agreement already; each party is signed for by a different person");
        }

        if (string.IsNullOrWhiteSpace(words.TypedName))
        {
            throw new RuleBroken("TypedName", "Type your full name");
        }

        if (string.IsNullOrWhiteSpace(words.Position))
        {
            throw new RuleBroken("Position", "Enter the position you sign in");
        }

        var party = PartyFor(change.Who, roles)
            ?? throw new RuleBroken("", "Somebody has signed for your party already; nothing more is needed from you");
        var signature = new Signature(this, party, change.Who, words, change.At, FrozenSha256!);
        signatures.Add(signature);
        Enter(to, change);
        if (!Unsigned.Any())
        {
            Enter(AgreementLifecycle.Table.Take(AgreementStep.CompleteSigning, State, Actor.Portal, roles, null), change);
        }

        return signature;
    }

    /// <summary>
    /// The start date has come: in force from then, or from the last signature if that is later, for its whole term
    /// (section 16).
    /// </summary>
    public void ComeIntoForce(DateOnly today, Change change)
    {
        if (StartsOn > today)
        {
            throw new StepNotAllowed($"This agreement begins on {NewZealandTime.Show(StartsOn.Value)}, not before");
        }

        Enter(AgreementLifecycle.Table.Take(AgreementStep.ComeIntoForce, State, Actor.Portal, NoRoles, null), change);
        var signedOn = NewZealandTime.DayOf(ValidSignatures.Max(s => s.SignedAt));
        StartsOn = StartsOn > signedOn ? StartsOn : signedOn;
        EndsOn = LastDay(StartsOn, TermYears);
        ReviewDueOn = StartsOn.Value.AddMonths(12);
    }

    /// <summary>A successor came into force.</summary>
    public void Supersede(Change change) =>
        Enter(AgreementLifecycle.Table.Take(AgreementStep.Supersede, State, Actor.Portal, NoRoles, null), change);

    /// <summary>The yearly review found nothing to change; the next one is due in twelve months.</summary>
    public void RecordReview(DateOnly today, IReadOnlySet<Role> roles, Change change)
    {
        Enter(Allow(AgreementStep.RecordReview, roles, change), change);
        ReviewDueOn = today.AddMonths(12);
    }

    /// <summary>Opens the frozen text again; signatures given so far become void.</summary>
    public void Reopen(IReadOnlySet<Role> roles, Change change)
    {
        Enter(Allow(AgreementStep.Reopen, roles, change), change);
        FrozenFacts = null;
        FrozenSha256 = null;
        foreach (var signature in ValidSignatures)
        {
            signature.Void(change.At);
        }
    }

    /// <summary>Given up before it was in force.</summary>
    public void Withdraw(IReadOnlySet<Role> roles, Change change) =>
        Enter(Allow(AgreementStep.Withdraw, roles, change), change);

    /// <summary>Ended before its time.</summary>
    public void End(DateOnly today, IReadOnlySet<Role> roles, Change change)
    {
        Enter(Allow(AgreementStep.End, roles, change), change);
        EndsOn = today;
    }

    private static IReadOnlySet<Role> NoRoles { get; } = new HashSet<Role>();

    private AgreementState Allow(AgreementStep step, IReadOnlySet<Role> roles, Change change) =>
        AgreementLifecycle.Table.Take(step, State, change.Who, roles, change.Why);

    private void Enter(AgreementState state, Change change)
    {
        State = state;
        StateSince = change.At;
        StateReason = change.Why;
    }

    private void NeedComplete(FormDefinition form)
    {
        var open = form.Sections
            .Where(d => SectionCheck.Missing(d, sections.Single(s => s.Key == d.Key).Answers()).Count > 0)
            .Select(d => $"{form.NumberOf(d)} {d.Title}")
            .ToList();
        if (open.Count > 0)
        {
            throw new RuleBroken("", $"Complete these sections first: {string.Join("; ", open)}");
        }
    }

    private void Project(FormDefinition form)
    {
        var answers = Answers();
        StartsOn = answers.DateOf(form, Projections.TermStart);
        TermYears = answers.NumberOf(form, Projections.TermYears);
        EndsOn = LastDay(StartsOn, TermYears);
    }

    // The day before the anniversary; that of 29 February is 1 March in other years.
    private static DateOnly? LastDay(DateOnly? start, int? years)
    {
        if (start is not { } first || years is not { } count)
        {
            return null;
        }

        var anniversary = first.AddYears(count);
        return anniversary.Day == first.Day ? anniversary.AddDays(-1) : anniversary;
    }
}

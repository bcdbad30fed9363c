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

    /// <inheritdoc />
    public override Guid RecordId => AgreementId;
}

/// <summary>How an agreement came to be.</summary>
public enum AgreementKind
{
    /// <summary>Begun afresh.</summary>
    New,

    /// <summary>Follows another when its term is over.</summary>
    Renewal,

    /// <summary>Takes the place of another within its term, with a changed text.</summary>
    Variation,
}

/// <summary>
/// One numbered version of a school's Partnership Agreement, from draft to its end. A renewal or variation is the
/// next number.
/// Its steps are those of <see cref="AgreementLifecycle"/>.
/// </summary>
public sealed partial class Agreement : Entity, IOfSchool
{
    private readonly List<AgreementSection> sections = [];

    private Agreement()
    {
    }

    /// <summary>Begins a draft, pre-filled, that follows no other.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="number">1 for a school’s first, then one more.</param>
    /// <param name="form">The definition it stays pinned to.</param>
    /// <param name="start">Answers to begin with.</param>
    /// <param name="change">Who and when.</param>
    public Agreement(Guid schoolId, int number, FormDefinition form, Answers start, Change change)
        : this(schoolId, number, form, start, AgreementKind.New, predecessorId: null, change)
    {
    }

    private Agreement(
        Guid schoolId, int number, FormDefinition form, Answers start, AgreementKind kind, Guid? predecessorId, Change change)
    {
        SchoolId = schoolId;
        Number = number;
        Kind = kind;
        StateSince = change.At;
        FormVersion = form.Version;
        TemplateId = form.Template;
        PredecessorId = predecessorId;
        foreach (var section in form.Sections)
        {
            var answers = start.Of(section);
            sections.Add(new AgreementSection(this, section.Key, answers, StateOf(section, answers)));
        }

        Project(form);
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>1 and up within the school; part of its address.</summary>
    public int Number { get; private set; }

    /// <summary>The number as the Word file says it.</summary>
    public static string EditionOf(int number) => $"Version {number}";

    /// <summary>How it came to be.</summary>
    public AgreementKind Kind { get; private set; }

    /// <summary>Version of the form definition.</summary>
    public int FormVersion { get; private set; }

    /// <summary>The template version that its text is written in; null for the standard one.</summary>
    public Guid? TemplateId { get; private set; }

    /// <summary>Its kept state.</summary>
    public AgreementState State { get; private set; } = AgreementState.Draft;

    /// <summary>When it came into that state, UTC.</summary>
    public DateTime StateSince { get; private set; }

    /// <summary>Why it was sent back, reopened, withdrawn or ended.</summary>
    public string? StateReason { get; private set; }

    /// <summary>The agreement it renews or varies.</summary>
    public Guid? PredecessorId { get; private set; }

    /// <summary>
    /// First day of its term: from section 16; once in force, the day of the last signature if that was later. A variation
    /// keeps the term of the agreement it varies.
    /// </summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>Length in years, 1–3, from section 16.</summary>
    public int? TermYears { get; private set; }

    /// <summary>Its last day: computed from its term, or from a notice to end it.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>The day its next yearly review falls due; null until it is in force.</summary>
    public DateOnly? ReviewDueOn { get; private set; }

    /// <summary>The side that gave notice to end it; null while nobody has.</summary>
    public Side? NoticeFrom { get; private set; }

    /// <summary>The day notice was given.</summary>
    public DateOnly? NoticeOn { get; private set; }

    /// <summary>The day its text was agreed and its facts frozen; null while they are live.</summary>
    public DateOnly? FrozenOn { get; private set; }

    /// <summary>The facts it was frozen with, as canonical JSON; null while they are live.</summary>
    public string? FrozenFacts { get; private set; }

    /// <summary>SHA-256 of the frozen bytes; null while it may be changed.</summary>
    public string? FrozenSha256 { get; private set; }

    /// <summary>Its sections.</summary>
    public IReadOnlyList<AgreementSection> Sections => sections;

    /// <summary>All answers together.</summary>
    public Answers Answers() => sections.Aggregate(Forms.Answers.None, (all, s) => all.With(s.Answers()));

    /// <summary>What the calendar makes of its state.</summary>
    public AgreementStanding Standing(DateOnly today) => AgreementStandings.Of(State, EndsOn, ReviewDueOn, today);

    /// <summary>
    /// Restricted parts are read by those who may read restricted parts, and by the parties: nobody signs what they may not read.
    /// </summary>
    public static bool ReadsAll(Actor actor, Place place) =>
        actor.May(Operation.ViewRestricted, place) || Parties.Any(actor.RolesAt(place).Contains);

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

    /// <summary>
    /// Takes the fixed text of another template version. Refuses once the text may not be changed, and a version whose
    /// questions are not those that were answered.
    /// </summary>
    public void TakeTemplate(FormDefinition form)
    {
        if (State != AgreementState.Draft)
        {
            throw new StepNotAllowed($"This agreement is {Words.Of(State)}, so its text cannot be changed now. Only a draft takes another template.");
        }

        if (form.Version != FormVersion)
        {
            throw new StepNotAllowed("This template asks other questions than this agreement answers. Withdraw the agreement and start it anew.");
        }

        TemplateId = form.Template;
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
        FrozenOn = NewZealandTime.DayOf(change.At);
        FrozenFacts = facts;
        var file = new AgreementFile(this, AgreementFileKind.Frozen, bytes, change.At);
        FrozenSha256 = file.Sha256;
        return file;
    }

    /// <summary>Opens the frozen text again; signatures given so far become void.</summary>
    public void Reopen(IReadOnlySet<Role> roles, Change change)
    {
        Enter(Allow(AgreementStep.Reopen, roles, change), change);
        FrozenOn = null;
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

    /// <summary>Given up because the school has closed or merged.</summary>
    public void WithdrawWithSchool(Change change) => Enter(AllowPortal(AgreementStep.WithdrawWithSchool), change);

    private static IReadOnlySet<Role> NoRoles { get; } = new HashSet<Role>();

    private AgreementState Allow(AgreementStep step, IReadOnlySet<Role> roles, Change change) =>
        AgreementLifecycle.Table.Take(step, State, change.Who, roles, change.Why);

    private AgreementState AllowPortal(AgreementStep step) =>
        AgreementLifecycle.Table.Take(step, State, Actor.Portal, NoRoles, null);

    // A step that leads where the agreement is already leaves since when and why it is there.
    private void Enter(AgreementState state, Change change)
    {
        if (State == state)
        {
            return;
        }

        State = state;
        StateSince = change.At;
        StateReason = change.Why;
    }

    private SectionState StateOf(SectionDefinition section, Answers answers)
    {
        if (section.Fields.All(f => f.Kind == FieldKind.Fact))
        {
            return SectionState.Complete;
        }

        var isComplete = SectionCheck.Missing(section, answers).Count == 0;
        return Kind switch
        {
            AgreementKind.Variation when isComplete => SectionState.Complete,
            AgreementKind.New when !isComplete => SectionState.NotStarted,
            _ => SectionState.ToCheck,
        };
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

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Domain.Profiles;

/// <summary>One section of a year's profile.</summary>
public sealed class ProfileSection : AnsweredSection
{
    private ProfileSection()
    {
    }

    internal ProfileSection(Profile profile, SectionDefinition definition, CarriedAnswers carried, SectionState state)
        : base(profile.SchoolId, definition.Key, carried.Answers.Of(definition), state)
    {
        ProfileId = profile.Id;
        TakeUp(definition, carried);
    }

    /// <summary>Of which profile.</summary>
    public Guid ProfileId { get; private set; }

    /// <inheritdoc />
    public override Guid RecordId => ProfileId;

    /// <summary>For those alone who may read what is restricted (domain §14.2): as its definition says.</summary>
    public bool IsRestricted { get; private set; }

    /// <summary>Answers to earlier versions of the form that its questions could not take whole, as <see cref="EarlierAnswer"/> writes them.</summary>
    public string? EarlierJson { get; private set; }

    /// <summary>Answers to earlier versions of the form that its questions could not take whole.</summary>
    public IReadOnlyList<EarlierAnswer> Earlier() => EarlierAnswer.Read(EarlierJson);

    /// <summary>When somebody last said that it is right as it stands, by saving it whole or by confirming it again, UTC.</summary>
    public DateTime? CheckedAt { get; private set; }

    /// <summary>Name of who said so.</summary>
    public string? CheckedBy { get; private set; }

    /// <summary>
    /// True when a section that is confirmed each term was last found right before the end of a term that is over (domain §8).
    /// </summary>
    public static bool IsStale(SectionDefinition definition, DateTime? checkedAt, SchoolCalendar calendar, DateOnly today) =>
        definition.ConfirmedEachTerm && checkedAt is { } at && NewZealandTime.DayOf(at) <= calendar.LastTermEndBefore(today);

    internal void Bring(SectionDefinition definition, CarriedAnswers carried, SectionState state)
    {
        Bring(carried.Answers.Of(definition), state);
        TakeUp(definition, carried);
    }

    internal void Retire()
    {
        Bring(Forms.Answers.None, SectionState.Retired);
        EarlierJson = null;
    }

    internal void Keep(IReadOnlyList<EarlierAnswer> earlier) => EarlierJson = EarlierAnswer.Write([.. Earlier(), .. earlier]);

    internal void Check(Change change)
    {
        CheckedAt = change.At;
        CheckedBy = change.Who.Name;
    }

    private void TakeUp(SectionDefinition definition, CarriedAnswers carried)
    {
        IsRestricted = definition.Sensitivity == Sensitivity.Restricted;
        Keep([.. carried.Earlier[definition.Key]]);
    }
}

/// <summary>A school's profile of one year (domain §8). Its steps are those of <see cref="ProfileLifecycle"/>.</summary>
public sealed class Profile : Entity, IOfSchool
{
    /// <summary>Most characters of the reason for which a section is sent back.</summary>
    public const int LongestReason = 1000;

    private readonly List<ProfileSection> sections = [];

    private Profile()
    {
    }

    /// <summary>Opens a year, every section filled in from last year and marked to check.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="form">The definition in use.</param>
    /// <param name="lastYear">Last year's answers, carried to that definition.</param>
    /// <param name="dueOn">The last school day of March.</param>
    /// <param name="change">Who and when.</param>
    public Profile(Guid schoolId, int year, FormDefinition form, CarriedAnswers lastYear, DateOnly dueOn, Change change)
    {
        SchoolId = schoolId;
        Year = year;
        DueOn = dueOn;
        OpenedOn = NewZealandTime.DayOf(change.At);
        FormVersion = form.Version;
        TemplateId = form.Template;
        StateSince = change.At;
        foreach (var section in form.Sections)
        {
            var known = !lastYear.Answers.Of(section).IsEmpty || section.Fields.All(f => f.Kind == FieldKind.Fact);
            sections.Add(new ProfileSection(this, section, lastYear, known ? SectionState.ToCheck : SectionState.NotStarted));
        }
    }

    /// <summary>Opens a year, filled in from answers that were given under the definition in use.</summary>
    public Profile(Guid schoolId, int year, FormDefinition form, Answers lastYear, DateOnly dueOn, Change change)
        : this(schoolId, year, form, CarriedAnswers.AsTheyAre(lastYear), dueOn, change)
    {
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>Calendar year; one profile a school and year.</summary>
    public int Year { get; private set; }

    /// <summary>Version of the form definition.</summary>
    public int FormVersion { get; private set; }

    /// <summary>The template version that its Word file is written in; null for the standard one.</summary>
    public Guid? TemplateId { get; private set; }

    /// <summary>Its state.</summary>
    public ProfileState State { get; private set; } = ProfileState.NotStarted;

    /// <summary>When it came into that state, UTC.</summary>
    public DateTime StateSince { get; private set; }

    /// <summary>The day it was opened on.</summary>
    public DateOnly OpenedOn { get; private set; }

    /// <summary>The last school day of March.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Who confirmed it.</summary>
    public string? ConfirmedBy { get; private set; }

    /// <summary>When it was confirmed, UTC.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>When a section was last changed after confirmation, UTC: a dated amendment.</summary>
    public DateTime? AmendedAt { get; private set; }

    /// <summary>Sections that are complete or have nothing to report, for "9 of 14".</summary>
    public int SectionsDone { get; private set; }

    /// <summary>Its sections.</summary>
    public IReadOnlyList<ProfileSection> Sections => sections;

    /// <summary>All answers together.</summary>
    public Answers Answers() => sections.Aggregate(Forms.Answers.None, (all, s) => all.With(s.Answers()));

    /// <summary>States in which sections may be changed; after confirmation each change is a dated amendment.</summary>
    public bool IsOpen => ProfileLifecycle.IsOpen(State);

    /// <summary>Past its due date and not with or confirmed by Police.</summary>
    public bool IsOverdue(DateOnly today) => ProfileLifecycle.IsOverdue(State, DueOn, today);

    /// <summary>The sections that hinder submitting, in the order of the form.</summary>
    public IEnumerable<SectionDefinition> OpenSections(FormDefinition form) =>
        form.Sections.Where(definition => !Section(definition.Key).IsDone);

    /// <summary>
    /// Saves one section. Refuses a closed profile, a role that does not fill in, a section changed since it was opened,
    /// "nothing to report" where there must be something, and an amendment that leaves gaps. A section with nothing to
    /// report keeps no answers.
    /// </summary>
    /// <param name="form">The pinned definition.</param>
    /// <param name="key">Section key.</param>
    /// <param name="entry">What was entered.</param>
    /// <param name="basedOn">The section's token when the form was opened.</param>
    /// <param name="roles">Roles of the actor at the school.</param>
    /// <param name="change">Who and when.</param>
    public void SaveSection(FormDefinition form, string key, SectionEntry entry, Guid basedOn, IReadOnlySet<Role> roles, Change change)
    {
        if (!IsOpen)
        {
            throw new StepNotAllowed($"The {Year} profile is {Words.Of(State)}, so it cannot be changed now. Open it again to see where it stands.");
        }

        MustFillIn(roles, change);
        var definition = form.Section(key)!;
        if (entry.NothingToReport && !definition.MayBeNothing)
        {
            throw new RuleBroken("", $"{definition.Title} needs an answer; it cannot be left at nothing to report");
        }

        var gaps = entry.NothingToReport ? [] : SectionCheck.Missing(definition, entry.Answers);
        if (State == ProfileState.Confirmed && gaps.Count > 0)
        {
            throw new RuleBroken("", $"This profile is confirmed, so a change must leave the section complete. {string.Join(' ', gaps.Select(gap => gap.Sentence))}");
        }

        var state = entry.NothingToReport ? SectionState.NothingToReport
            : gaps.Count == 0 ? SectionState.Complete
            : SectionState.InProgress;
        var section = Section(key);
        section.Save(entry.NothingToReport ? Forms.Answers.None : entry.Answers, state, basedOn, change);
        if (section.IsDone)
        {
            section.Check(change);
        }

        if (State == ProfileState.Confirmed)
        {
            AmendedAt = change.At;
        }
        else if (State != ProfileState.Draft)
        {
            Enter(ProfileStep.Begin, roles, change);
        }

        Count();
    }

    /// <summary>
    /// Says again that a section which falls stale after each term is right as it stands; one filled in from last year is
    /// thereby checked. May be done until the year is over. Refuses other sections, one with gaps, one that was sent back, and
    /// a role that does not fill in.
    /// </summary>
    /// <param name="form">The pinned definition.</param>
    /// <param name="key">Section key.</param>
    /// <param name="roles">Roles of the actor at the school.</param>
    /// <param name="change">Who and when.</param>
    public void Reconfirm(FormDefinition form, string key, IReadOnlySet<Role> roles, Change change)
    {
        var definition = form.Section(key)!;
        if (!definition.ConfirmedEachTerm)
        {
            throw new StepNotAllowed($"{definition.Title} is confirmed with the whole profile, not by itself.");
        }

        if (State == ProfileState.Archived)
        {
            throw new StepNotAllowed($"{Year} is over, so its profile is only to be read. Open the profile of this year instead.");
        }

        MustFillIn(roles, change);
        var section = Section(key);
        if (section.State == SectionState.Returned)
        {
            throw new StepNotAllowed($"Police sent {definition.Title} back. Read their reason, change the answers and save them.");
        }

        if (section.IsDone)
        {
            section.Check(change);
            return;
        }

        if (SectionCheck.Missing(definition, section.Answers()) is [_, ..] gaps)
        {
            throw new RuleBroken("", $"{definition.Title} cannot be confirmed with gaps. {string.Join(' ', gaps.Select(gap => gap.Sentence))}");
        }

        SaveSection(form, key, new SectionEntry(section.Answers(), NothingToReport: false), section.Token, roles, change);
    }

    /// <summary>
    /// Says that last year's answers still hold in every section that is complete as it was filled in from them; one with
    /// gaps stays to be checked.
    /// </summary>
    /// <param name="form">The pinned definition.</param>
    /// <param name="mayEdit">Which sections the actor fills in.</param>
    /// <param name="roles">Roles of the actor at the school.</param>
    /// <param name="change">Who and when.</param>
    /// <returns>The sections that are settled by it, in the order of the form.</returns>
    public IReadOnlyList<SectionDefinition> KeepUnchanged(
        FormDefinition form, Func<SectionDefinition, bool> mayEdit, IReadOnlySet<Role> roles, Change change)
    {
        var carried = form.Sections
            .Where(definition => mayEdit(definition) && Section(definition.Key) is { State: SectionState.ToCheck } section
                && SectionCheck.Missing(definition, section.Answers()).Count == 0)
            .ToList();
        foreach (var section in carried.Select(definition => Section(definition.Key)))
        {
            SaveSection(form, section.Key, new SectionEntry(section.Answers(), NothingToReport: false), section.Token, roles, change);
        }

        return carried;
    }

    /// <summary>
    /// Has a draft asked the next version of its form. No answer disappears, and only what is new or could not be taken whole
    /// makes a section that was done be looked at again. Refuses a profile that is with Police, confirmed or over: it stays as
    /// it was answered.
    /// </summary>
    /// <param name="step">The version it is pinned to, and the next.</param>
    public void TakeForm(FormSuccession step)
    {
        if (!ProfileLifecycle.InTheMaking.Contains(State))
        {
            throw new StepNotAllowed($"The {Year} profile is {Words.Of(State)}, so it stays with the questions it was answered under.");
        }

        if (step.From.Version != FormVersion)
        {
            throw new StepNotAllowed($"The {Year} profile is pinned to version {FormVersion} of its form, not to version {step.From.Version}.");
        }

        var carried = step.Carry(Answers());
        var left = sections.Where(section => section.State != SectionState.Retired).ToDictionary(section => section.Key, StringComparer.Ordinal);
        var homeless = left.Values.Where(section => step.To.Section(section.Key) is null).SelectMany(section => section.Earlier()).ToList();
        foreach (var definition in step.To.Sections)
        {
            if (left.Remove(definition.Key, out var section))
            {
                section.Bring(definition, carried, StateAfter(step, definition, carried, section.State));
            }
            else
            {
                Add(definition, carried);
            }
        }

        foreach (var section in left.Values)
        {
            section.Retire();
        }

        Section(step.To.Sections[0].Key).Keep(homeless);

        // A template holds the questions of one version, so the profile is written in the standard one until another is taken.
        FormVersion = step.To.Version;
        TemplateId = null;
        Count();
    }

    /// <summary>Takes another template version. Refuses a closed profile, and a version whose questions are not those that are answered.</summary>
    public void TakeTemplate(FormDefinition form)
    {
        if (!IsOpen)
        {
            throw new StepNotAllowed($"The {Year} profile is {Words.Of(State)}, so it cannot be changed now. Only an open profile takes another template.");
        }

        if (form.Version != FormVersion)
        {
            throw new StepNotAllowed("This template asks other questions than this profile answers. It can be taken once the profile has moved to them.");
        }

        TemplateId = form.Template;
    }

    /// <summary>Refuses a step taken from a page that no longer shows how the profile stands.</summary>
    /// <param name="seen">The token on that page.</param>
    public void MustBeAsSeen(Guid seen)
    {
        if (seen != Token)
        {
            throw new ChangedMeanwhile("Somebody changed this profile after you opened the page. Look at how it stands now, then decide again.");
        }
    }

    /// <summary>The school hands it to the Lead Police Contact.</summary>
    public void Submit(FormDefinition form, IReadOnlySet<Role> roles, Change change)
    {
        var open = OpenSections(form).Select(d => $"{form.NumberOf(d)} {d.Title}").ToList();
        var to = ProfileLifecycle.Table.Take(ProfileStep.Submit, State, change.Who, roles, change.Why);
        if (open.Count > 0)
        {
            throw new RuleBroken("", $"Check or complete these sections first: {string.Join("; ", open)}");
        }

        Enter(to, change);
    }

    /// <summary>The school takes it back before it is confirmed.</summary>
    public void TakeBack(IReadOnlySet<Role> roles, Change change) => Enter(ProfileStep.TakeBack, roles, change);

    /// <summary>The Lead Police Contact sends sections back, each with its reason.</summary>
    /// <param name="reasons">Section key → reason, at most <see cref="LongestReason"/> characters; a blank one leaves its section as it is.</param>
    /// <param name="roles">Roles of the actor at the school.</param>
    /// <param name="change">Who and when.</param>
    public void Return(IReadOnlyDictionary<string, string> reasons, IReadOnlySet<Role> roles, Change change)
    {
        var given = sections
            .Select(section => (Section: section, Reason: TypedText.Clean(reasons.GetValueOrDefault(section.Key))))
            .Where(each => each.Reason.Length > 0)
            .ToList();
        if (given.Count == 0)
        {
            throw new RuleBroken("Reasons", "Give a reason for at least one section");
        }

        if (given.Find(each => each.Reason.Length > LongestReason) is { Section: { } tooLong })
        {
            throw new RuleBroken($"Reasons[{tooLong.Key}]", $"Use {LongestReason} characters or fewer for each reason");
        }

        Enter(ProfileStep.Return, roles, change);
        foreach (var (section, reason) in given)
        {
            section.SendBack(reason);
        }

        Count();
    }

    /// <summary>The Lead Police Contact confirms it.</summary>
    public void Confirm(IReadOnlySet<Role> roles, Change change)
    {
        Enter(ProfileStep.Confirm, roles, change);
        ConfirmedBy = change.Who.Name;
        ConfirmedAt = change.At;
    }

    /// <summary>The year is over.</summary>
    public void Archive(Change change) => Enter(ProfileStep.Archive, new HashSet<Role>(), change);

    // A section that was done is looked at again when it asks something new, or was given what another section used to ask.
    private static SectionState StateAfter(FormSuccession step, SectionDefinition definition, CarriedAnswers carried, SectionState before) =>
        before is SectionState.Complete or SectionState.NothingToReport
            && (definition.Fields.Any(step.IsNew) || definition.Fields.Any(step.ComesFromElsewhere) || carried.Earlier.Contains(definition.Key))
            ? SectionState.ToCheck
            : before;

    // One that was retired comes back when a later version asks it again: a profile has one section of each key.
    private void Add(SectionDefinition definition, CarriedAnswers carried)
    {
        var state = carried.Answers.Of(definition).IsEmpty ? SectionState.NotStarted : SectionState.ToCheck;
        if (sections.Find(section => section.Key == definition.Key) is { } retired)
        {
            retired.Bring(definition, carried, state);
        }
        else
        {
            sections.Add(new ProfileSection(this, definition, carried, state));
        }
    }

    private static void MustFillIn(IReadOnlySet<Role> roles, Change change)
    {
        if (!change.Who.IsPortal && !ProfileLifecycle.MayTake(ProfileStep.Begin, roles))
        {
            throw new StepNotAllowed("Your role at this school does not fill in its profile.");
        }
    }

    private void Enter(ProfileStep step, IReadOnlySet<Role> roles, Change change) =>
        Enter(ProfileLifecycle.Table.Take(step, State, change.Who, roles, change.Why), change);

    private void Enter(ProfileState state, Change change)
    {
        State = state;
        StateSince = change.At;
    }

    private ProfileSection Section(string key) => sections.Single(s => s.Key == key);

    private void Count() => SectionsDone = sections.Count(s => s.IsDone);
}

/// <summary>What somebody enters for a section.</summary>
/// <param name="Answers">Formats are right; gaps allowed.</param>
/// <param name="NothingToReport">They say that there is nothing to report.</param>
public sealed record SectionEntry(Answers Answers, bool NothingToReport);

using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Whose turn it is, as <c>&lt;whose-turn&gt;</c> says it.</summary>
/// <param name="Yours">The reader acts next.</param>
/// <param name="Who">Who acts next when it is somebody else; null when nobody does.</param>
/// <param name="Text">What is to be done.</param>
public sealed record TurnWords(bool Yours, string? Who, string Text)
{
    private static readonly string[] BeforeForce = ["Draft", "School checks", "All four sign"];

    /// <summary>The strip for somebody with these roles.</summary>
    /// <param name="line">The agreement in the making, else the one in force, else the last one; null when there is none.</param>
    /// <param name="signatures">Those that count.</param>
    /// <param name="actor">The reader.</param>
    /// <param name="roles">Their roles at the school.</param>
    /// <param name="today">The day.</param>
    public static TurnWords Of(
        AgreementLine? line, IReadOnlyList<SignatureLine> signatures, Actor actor, IReadOnlySet<Role> roles, DateOnly today)
    {
        var standing = line?.Standing(today) ?? AgreementStanding.None;
        var unsigned = Agreement.Parties.Except(signatures.Select(s => s.Party)).ToList();
        var runsOut = line is { State: AgreementState.Active, NoticeFrom: not null };
        var next = runsOut ? [] : AgreementTurn.Of(standing, unsigned, line?.IsRenewalDue(today) ?? false);
        var isSigning = standing is AgreementStanding.ReadyToSign or AgreementStanding.PartlySigned;
        var yours = next.Any(roles.Contains) && !(isSigning && signatures.Any(s => s.PersonId == actor.PersonId));
        var who = next.Count == 0 ? null : standing == AgreementStanding.SchoolReview ? "the school" : Named(next);
        return new TurnWords(yours, who, TextOf(line, standing, signatures, today));
    }

    /// <summary>At a school that has closed or merged it is nobody’s turn.</summary>
    public static TurnWords OfSchool(SchoolStatus status) =>
        new(false, null, $"This school has {Words.Of(status)}, so nothing more is done with its agreements.");

    /// <summary>The stages that the agreement passes through; none for one that was ended or given up.</summary>
    public static IReadOnlyList<Stage> StagesOf(AgreementLine line, DateOnly today)
    {
        var standing = line.Standing(today);
        var at = standing switch
        {
            AgreementStanding.Draft => 0,
            AgreementStanding.SchoolReview => 1,
            AgreementStanding.ReadyToSign or AgreementStanding.PartlySigned => 2,
            AgreementStanding.Signed or AgreementStanding.Active or AgreementStanding.ReviewDue or AgreementStanding.Expired => 3,
            _ => -1,
        };
        var since = $"since {NewZealandTime.Show(NewZealandTime.DayOf(line.StateSince))}";
        var (last, note) = standing switch
        {
            AgreementStanding.Signed => (StageState.Ahead, $"from {Day(line.StartsOn)}"),
            AgreementStanding.Expired => (StageState.Over, $"ran out {Day(line.EndsOn)}"),
            _ => (StageState.Now, $"until {Day(line.EndsOn)}"),
        };
        return at < 0
            ? []
            :
            [
                .. BeforeForce.Select((text, i) =>
                    new Stage(text, i < at ? StageState.Done : i == at ? StageState.Now : StageState.Ahead, i == at ? since : null)),
                at == 3 ? new Stage("In force", last, note) : new Stage("In force", StageState.Ahead),
            ];
    }

    /// <summary>Parties in a sentence: <c>the principal and the presiding member</c>.</summary>
    public static string Named(IEnumerable<Role> roles) => Words.And([.. roles.Select(role => $"the {Words.Of(role)}")]);

    private static string TextOf(AgreementLine? line, AgreementStanding standing, IReadOnlyList<SignatureLine> signatures, DateOnly today)
    {
        var since = line is null ? "" : NewZealandTime.Show(NewZealandTime.DayOf(line.StateSince));
        return standing switch
        {
            AgreementStanding.None => "start the school\u2019s first Partnership Agreement.",
            AgreementStanding.Draft when line!.StateReason is { } reason =>
                $"change the draft and send it to the school again. It came back on {since}: \u201c{reason}\u201d",
            AgreementStanding.Draft => $"complete the sections and send the draft to the school. Begun on {since}.",
            AgreementStanding.SchoolReview => $"read the draft, then agree to its text or ask for changes. Sent on {since}.",
            AgreementStanding.ReadyToSign => $"sign the agreement. Ready since {since}.",
            AgreementStanding.PartlySigned => $"sign the agreement. Signed so far by {Named([.. signatures.Select(s => s.Party)])}.",
            AgreementStanding.Signed => $"Signed by all four. It comes into force on {Day(line!.StartsOn)}.",
            AgreementStanding.Active or AgreementStanding.ReviewDue when line!.NoticeFrom is { } side =>
                $"{(side == Side.School ? "The school" : "Police")} gave notice on {Day(line.NoticeOn)}. Its last day is {Day(line.EndsOn)}.",
            AgreementStanding.Active when line!.IsRenewalDue(today) => $"start the renewal. Agreement {line.Number} is in force until {Day(line.EndsOn)}.",
            AgreementStanding.Active => $"In force until {Day(line!.EndsOn)}. The yearly review is due on {Day(line.ReviewDueOn)}.",
            AgreementStanding.ReviewDue => $"look through the agreement together and record the review. Due since {Day(line!.ReviewDueOn)}.",
            AgreementStanding.Expired => $"start the renewal. The agreement ran out on {Day(line!.EndsOn)}.",
            _ => $"start a new agreement. The last one was {Words.Of(standing)} on {since}.",
        };
    }

    private static string Day(DateOnly? day) => day is { } known ? NewZealandTime.Show(known) : "a day not set";
}

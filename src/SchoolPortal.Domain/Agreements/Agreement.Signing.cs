using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Agreements;

/// <content>The four parties sign the frozen text, in the portal or on paper.</content>
public sealed partial class Agreement
{
    /// <summary>The parties who sign, in the order they are listed (domain §7.1, section 17).</summary>
    public static IReadOnlyList<Role> Parties { get; } =
        [Role.Principal, Role.PresidingMember, Role.LeadPoliceContact, Role.AreaSupervisor];

    private readonly List<Signature> signatures = [];

    /// <summary>Every signature, void ones too.</summary>
    public IReadOnlyList<Signature> Signatures => signatures;

    /// <summary>Signatures that count.</summary>
    public IEnumerable<Signature> ValidSignatures => signatures.Where(s => s.VoidedAt is null);

    /// <summary>Parties that have not signed yet.</summary>
    public IEnumerable<Role> Unsigned => Parties.Except(ValidSignatures.Select(s => s.Party));

    /// <summary>The party this person would sign for, or null when there is none left for them.</summary>
    public Role? PartyFor(Actor actor, IReadOnlySet<Role> roles) =>
        ValidSignatures.Any(s => s.PersonId == actor.PersonId)
            ? null
            : Unsigned.Where(roles.Contains).Select(r => (Role?)r).FirstOrDefault();

    /// <summary>
    /// The parties whose signature on paper somebody with these roles may confirm: those of the other side that have not
    /// signed, so that nobody vouches for their own side.
    /// </summary>
    public static IEnumerable<Role> ConfirmableBy(IReadOnlySet<Role> roles, IEnumerable<Role> unsigned)
    {
        var sides = AgreementLifecycle.Table[AgreementStep.SignOnPaper].Who.Where(roles.Contains).Select(Roles.SideOf).ToList();
        return unsigned.Where(party => sides.Count > 0 && sides.TrueForAll(side => side != Roles.SideOf(party)));
    }

    /// <summary>
    /// A party signs. With the fourth signature it is signed. Refuses a second signature of one party or of one person
    /// (requirement R27: one person never signs for two parties).
    /// </summary>
    /// <param name="roles">Roles of the actor at the school.</param>
    /// <param name="words">What they typed and ticked.</param>
    /// <param name="signedInRecently">Their passphrase was given a moment ago.</param>
    /// <param name="change">Who and when.</param>
    /// <param name="actingAs">For whom the actor holds a role here, see <see cref="Actor.ActingAs"/>; null when always in their own right.</param>
    public Signature Sign(
        IReadOnlySet<Role> roles, SigningWords words, bool signedInRecently, Change change, Func<Role, Acting?>? actingAs = null)
    {
        var to = Allow(AgreementStep.Sign, roles, change);
        NeedRecent(signedInRecently);
        if (ValidSignatures.Any(s => s.PersonId == change.Who.PersonId))
        {
            throw new RuleBroken("", "You have signed this agreement already; each party is signed for by a different person");
        }

        NeedWords(words, whose: "your");
        var party = PartyFor(change.Who, roles)
            ?? throw new RuleBroken("", "Somebody has signed for your party already; nothing more is needed from you");
        return Add(new Signature(this, party, change.Who, actingAs?.Invoke(party), words, change.At, FrozenSha256!), to, change);
    }

    /// <summary>
    /// Somebody of the other side confirms that a party has signed on paper. Refuses a party of the actor’s own side or one
    /// that has signed, a name that has signed for another party, and a day before the text was frozen or after today.
    /// </summary>
    /// <param name="party">The party that signed.</param>
    /// <param name="roles">Roles of the actor at the school.</param>
    /// <param name="words">What stands on the paper.</param>
    /// <param name="signedOn">The day written on the paper.</param>
    /// <param name="scan">The paper, scanned.</param>
    /// <param name="signedInRecently">The passphrase of who confirms it was given a moment ago.</param>
    /// <param name="change">Who confirms it, and when.</param>
    public Signature SignOnPaper(
        Role party, IReadOnlySet<Role> roles, SigningWords words, DateOnly signedOn, AgreementFile scan, bool signedInRecently, Change change)
    {
        var to = Allow(AgreementStep.SignOnPaper, roles, change);
        NeedRecent(signedInRecently);
        if (!Unsigned.Contains(party))
        {
            throw new RuleBroken("Party", $"The {Words.Of(party)} has signed already; nothing more is needed");
        }

        if (!ConfirmableBy(roles, [party]).Any())
        {
            throw new RuleBroken("Party", $"Somebody of the other side confirms the signature of the {Words.Of(party)}; ask them to record it");
        }

        NeedWords(words, whose: "their");
        if (signedOn < FrozenOn || signedOn > NewZealandTime.DayOf(change.At))
        {
            throw new RuleBroken("SignedOn", $"Enter the day on the paper, from {NewZealandTime.Show(FrozenOn!.Value)}, when the text was frozen, to today");
        }

        return Add(new Signature(this, party, words, new PaperSigning(signedOn, scan.Sha256, change), FrozenSha256!), to, change);
    }

    private Signature Add(Signature signature, AgreementState to, Change change)
    {
        signatures.Add(signature);
        Enter(to, change);
        if (!Unsigned.Any())
        {
            Enter(AllowPortal(AgreementStep.CompleteSigning), change);
        }

        return signature;
    }

    private static void NeedRecent(bool signedInRecently)
    {
        if (!signedInRecently)
        {
            throw new RuleBroken("Passphrase", "Enter your passphrase again before you sign");
        }
    }

    /// <summary>Of a paper nothing but the name tells who signed it, so one name never stands for two parties where paper is among them.</summary>
    private void NeedWords(SigningWords words, string whose)
    {
        if (string.IsNullOrWhiteSpace(words.TypedName))
        {
            throw new RuleBroken("TypedName", $"Type {whose} full name");
        }

        if (string.IsNullOrWhiteSpace(words.Position))
        {
            throw new RuleBroken("Position", "Enter the position that goes with the name");
        }

        var before = ValidSignatures.FirstOrDefault(s => (s.IsOnPaper || words.SignInMethod == Signature.Paper) && Folded.Of(s.TypedName) == Folded.Of(words.TypedName));
        if (before is not null)
        {
            throw new RuleBroken("TypedName", $"{before.TypedName} has signed for the {Words.Of(before.Party)} already; each party is signed for by a different person");
        }
    }
}

using SchoolPortal.Domain.Agreements;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>What people are told of one step.</summary>
/// <param name="Before">What will happen, shown before it is confirmed.</param>
/// <param name="Deed">What was done, in history.</param>
/// <param name="Done">What happened, shown afterwards.</param>
/// <param name="Next">What comes next.</param>
/// <param name="ReasonLabel">The question that asks for the reason.</param>
internal sealed record StepWords(string Before, string Deed, string Done, string Next, string ReasonLabel = "")
{
    private static readonly Dictionary<AgreementStep, StepWords> Known = new()
    {
        [AgreementStep.SendToSchool] = new(
            "The school sees the draft and is asked to agree to its text or to ask for changes. Until it answers, the draft cannot be changed.",
            "Sent the agreement to the school",
            "The draft is with the school",
            "The Lead School Contact or the principal reads it, and agrees to the text or asks for changes."),
        [AgreementStep.AskForChanges] = new(
            "The draft goes back to the Lead Police Contact with your reason. Both sides can change it again; nothing written so far is lost.",
            "Asked for changes to the agreement",
            "The Lead Police Contact has your reason",
            "The draft comes back to the school when it has been changed.",
            "What should change, and why?"),
        [AgreementStep.AgreeText] = new(
            "The text is frozen as it stands, with today\u2019s names and facts, and made into the Word file that everybody signs. It can be opened again before all have signed; signatures given by then would become void.",
            "Agreed to the text of the agreement",
            "The text is agreed and ready to sign",
            "The principal, the presiding member, the Lead Police Contact and the area supervisor each sign, in any order."),
        [AgreementStep.Reopen] = new(
            "The agreement becomes a draft again, and its names and facts follow the portal again. Signatures given so far become void; everybody signs anew.",
            "Opened the text of the agreement again",
            "The agreement is a draft again",
            "Change what is needed. The Lead Police Contact then sends it to the school.",
            "Why does the text need to change?"),
        [AgreementStep.Withdraw] = new(
            "This agreement is given up and can no longer be changed or signed. It stays readable. An agreement that is in force is not touched.",
            "Withdrew the agreement",
            "The agreement is withdrawn",
            "The Lead Police Contact can start a new one.",
            "Why is it withdrawn?"),
        [AgreementStep.RecordReview] = new(
            "You record that both sides have looked at the agreement and nothing in it needs to change. The next review falls due in twelve months.",
            "Recorded a review of the agreement",
            "The review is recorded",
            "The next one is due in twelve months.",
            "Who looked at it, and what did you look at?"),
        [AgreementStep.Vary] = new(
            "The next draft is begun with every answer of this agreement, for the same term. Both sides are told why. This agreement stays in force until all four have signed the new text.",
            "Proposed a variation of the agreement",
            "The variation is begun, and both sides are told",
            "Change the sections that need it. The Lead Police Contact then sends the draft to the school.",
            "What should change, and why?"),
        [AgreementStep.Renew] = new(
            "The draft of the next term is begun with every answer of this agreement, each section marked to check. It takes this agreement\u2019s place on its first day, once all four have signed.",
            "Started a renewal of the agreement",
            "The renewal is started",
            "Look through each section. When all are complete, send the draft to the school."),
        [AgreementStep.GiveNotice] = new(
            "The other side is told that this agreement will end, and why. It stays in force until its last day. Section 16 asks that the principal and the area supervisor have talked first.",
            "Gave notice to end the agreement",
            "Notice is given, and both sides are told",
            "The other side can agree to end it at once; your side can take the notice back.",
            "Why should it end?"),
        [AgreementStep.TakeBackNotice] = new(
            "The agreement runs to the end of its term again, and both sides are told.",
            "Took back the notice to end the agreement",
            "The notice is taken back, and both sides are told",
            "The agreement runs to the end of its term.",
            "Why is the notice taken back?"),
        [AgreementStep.End] = new(
            "You agree to the notice that the other side gave: the agreement stops being in force today. It stays readable. Police still answer calls and protect the school.",
            "Agreed to end the agreement",
            "The agreement is ended",
            "The Lead Police Contact can start a new one.",
            "Why do you agree to end it now?"),
    };

    /// <summary>The words of a step that somebody takes on its own page; null for signing and for the portal\u2019s own steps.</summary>
    public static StepWords? Of(AgreementStep step) => Known.GetValueOrDefault(step);
}

using Entente.Language;

namespace Entente.Tests;

public class MorphologyTests
{
    private static readonly Morphology Morphology = Morphology.Load(Repository.ReadData);

    [Theory]
    [InlineData("sign", "sign signs signed signing")]
    [InlineData("visit", "visit visits visited visiting")]
    [InlineData("offer", "offer offers offered offering")]
    [InlineData("agree", "agree agrees agreed agreeing")]
    [InlineData("pledge", "pledge pledges pledged pledging")]
    [InlineData("ratify", "ratify ratifies ratified ratifying")]
    [InlineData("deploy", "deploy deploys deployed deploying")]
    [InlineData("veto", "veto vetoes vetoed vetoing")]
    [InlineData("attack", "attack attacks attacked attacking")]
    [InlineData("clash", "clash clashes clashed clashing")]
    [InlineData("discuss", "discuss discusses discussed discussing")]
    [InlineData("annex", "annex annexes annexed annexing")]
    [InlineData("show", "show shows showed shown showing")]
    [InlineData("stop", "stop stops stopped stopping")]
    [InlineData("ban", "ban bans banned banning")]
    [InlineData("train", "train trains trained training")]
    [InlineData("commit", "commit commits committed committing")]
    [InlineData("refer", "refer refers referred referring")]
    [InlineData("expel", "expel expels expelled expelling")]
    [InlineData("transfer", "transfer transfers transferred transferring")]
    [InlineData("cancel", "cancel cancels cancelled canceled cancelling canceling")]
    [InlineData("quit", "quit quits quitting")]
    [InlineData("begin", "begin begins began begun beginning")]
    [InlineData("tie", "tie ties tied tying")]
    [InlineData("lie", "lie lies lay lain lying")]
    [InlineData("hold", "hold holds held holding")]
    [InlineData("withdraw", "withdraw withdraws withdrew withdrawn withdrawing")]
    [InlineData("get", "get gets got gotten getting")]
    [InlineData("put", "put puts putting")]
    [InlineData("set", "set sets setting")]
    [InlineData("run", "run runs ran running")]
    [InlineData("win", "win wins won winning")]
    [InlineData("forget", "forget forgets forgot forgotten forgetting")]
    [InlineData("forbid", "forbid forbids forbade forbidden forbidding")]
    [InlineData("upset", "upset upsets upsetting")]
    [InlineData("flee", "flee flees fled fleeing")]
    [InlineData("see", "see sees saw seen seeing")]
    [InlineData("go", "go goes went gone going")]
    [InlineData("panic", "panic panics panicked panicking")]
    [InlineData("split", "split splits splitting")]
    [InlineData("meet", "meet meets met meeting")]
    [InlineData("burn", "burn burns burned burnt burning")]
    [InlineData("feed", "feed feeds fed feeding")]
    [InlineData("annul", "annul annuls annulled annulling")]
    [InlineData("fulfil", "fulfil fulfils fulfilled fulfilling")]
    [InlineData("initial", "initial initials initialled initialed initialling initialing")]
    [InlineData("overrun", "overrun overruns overran overrunning")]
    [InlineData("forgo", "forgo forgoes forwent forgone forgoing")]
    [InlineData("be", "be is are was were been being am 're 'm")]
    [InlineData("have", "have has had having 've")]
    public void A_verb_has_these_forms_and_no_others(string lemma, string forms) =>
        Assert.Equal(forms.Split(' ').Order(StringComparer.Ordinal), Morphology.VerbForms(lemma).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("pact", "pacts")]
    [InlineData("treaty", "treaties")]
    [InlineData("envoy", "envoys")]
    [InlineData("clash", "clashes")]
    [InlineData("base", "bases")]
    [InlineData("basis", "bases")]
    [InlineData("crisis", "crises")]
    [InlineData("spokesman", "spokesmen")]
    [InlineData("fisherman", "fishermen")]
    [InlineData("stateswoman", "stateswomen")]
    [InlineData("human", "humans")]
    [InlineData("ally", "allies")]
    [InlineData("sanction", "sanctions")]
    [InlineData("tax", "taxes")]
    public void A_noun_has_this_plural(string lemma, string plural) => Assert.Equal([lemma, plural], Morphology.NounForms(lemma));

    [Fact]
    public void A_noun_whose_plural_is_itself_has_one_form() => Assert.Equal(["aircraft"], Morphology.NounForms("aircraft").Distinct());

    [Fact]
    public void Participles_that_no_ending_gives_away_are_known()
    {
        Assert.Contains("held", Morphology.IrregularParticiples);
        Assert.Contains("gotten", Morphology.IrregularParticiples);
        Assert.DoesNotContain("went", Morphology.IrregularParticiples);
        Assert.DoesNotContain("men", Morphology.IrregularParticiples);
    }
}

using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Who belongs to which body: one claim a member and body, in the form that the body's membership is coded as.</summary>
internal sealed class MembershipReader(RuleBook rules, Gazetteer gazetteer)
{
    /// <summary>Verbs whose subject it is that becomes a member.</summary>
    private static readonly HashSet<string> Begins = new(StringComparer.Ordinal)
    {
        "begin", "start", "open", "receive", "gain", "seek", "want", "win", "get", "obtain", "hold", "take", "assume", "pursue", "launch", "have", "resume", "continue", "complete", "conclude", "submit", "file", "secure", "lose",
        "abandon", "withdraw", "chair",
    };

    public IEnumerable<Claim> Read(SentenceContext context)
    {
        int covered = context.Sentence.First;
        foreach (var (rule, match) in rules.Memberships.In(context.Words))
        {
            // "hopes to join" is no joining.
            if (match.First < covered)
                continue;
            var (members, bodies) = Parties(rule, match, context);
            if (members.Count == 0 || bodies.Count == 0)
            {
                context.PassOver(match, rule, members.Count == 0 ? "no member found" : "no body found");
                continue;
            }
            if (ModalityOf(rule, match, context) is not { } modality)
            {
                context.PassOver(match, rule, "only a possibility");
                continue;
            }
            covered = match.End;
            foreach (string body in bodies)
                foreach (string member in members)
                    yield return new AgreementClaim
                    {
                        Doc = context.Article.Article.Name,
                        Name = gazetteer.Actors[body],
                        Form = gazetteer.FormOf(body)!,
                        Parties = Claim.Sorted([member, body]),
                        Status = rule.Status,
                        Date = context.DateOf(match, modality),
                        Modality = modality,
                        Speaker = context.SpeakerOf(match),
                        Evidence = context.EvidenceOf(match, [member, body]),
                        Confidence = rule.Confidence,
                        Rule = rule.Id,
                    };
        }
    }

    private (List<string> Members, List<string> Bodies) Parties(MembershipRule rule, TriggerMatch match, SentenceContext context)
    {
        IReadOnlyList<string> who = context.Arguments.Fill(rule.Who, match) ?? [], whom = context.Arguments.Fill(rule.Whom, match) ?? [];
        bool isDeed = match.HeadIsVerb && context.Article.Text.Words[match.Head].Pos is Upos.Verb or Upos.Aux;
        // Of "Serbia's EU membership" both stand before the noun; who joins stands before the verb, and what is joined after it.
        List<string> members = [.. (isDeed ? who : who.Concat(whom)).Where(a => gazetteer.FormOf(a) is null).Distinct()];
        List<string> bodies = [.. (isDeed ? whom : who.Concat(whom)).Where(a => gazetteer.FormOf(a) is not null).Distinct()];
        if (members.Count == 0)
            members.AddRange((match.HeadIsVerb ? [] : Listed(match, context)).Concat(Candidates(match, context)).Where(a => gazetteer.FormOf(a) is null).Distinct());
        if (bodies.Count == 0)
            bodies.AddRange(Joined(match, context).Concat(OfWhich(match, context)).Where(a => gazetteer.FormOf(a) is not null));
        if (IsOfStaff(match, context))
            members.Clear();
        if (AndOther(match, context) is { } first)
            members = [.. first.Where(a => gazetteer.FormOf(a) is null)];
        bool isOwn = match.HeadIsVerb && !rule.Who.Alternatives.Any(parts => parts.Contains("owner"));
        bodies.RemoveAll(b => OnlyQualifies(b, match, context) || (isOwn && IsBesideObject(match, context)));
        if (isOwn)
            members.RemoveAll(m => OnlyQualifies(m, match, context));
        return (members, bodies);
    }

    /// <summary>"members of the GCC (Oman and Bahrain)", "its members: Peru and Chile": who is told after the body.</summary>
    private static IReadOnlyList<string> Listed(TriggerMatch match, SentenceContext context)
    {
        int i = match.End;
        if (context.Actors.At(i) is { } body || context.Actors.At(++i) is { } && (body = context.Actors.At(i)) is { })
            i = body.End;
        int after = i;
        while (i < context.Sentence.End && i - after < 4 && context.Tokens[i].Norm is "," or "(" or ":" or "-" or "–" or "—" or "including" or "such" or "as" or "like" or "namely" or "notably" or "the")
            i++;
        return i > after ? context.Actors.At(i)?.Actors ?? [] : [];
    }

    /// <summary>"Oman and other GCC states": whom the others are beside. Null where no others are told.</summary>
    private static IReadOnlyList<string>? AndOther(TriggerMatch match, SentenceContext context)
    {
        int and = match.First - 1;
        if (context.Tokens[match.First].Norm != "other" || and <= context.Sentence.First)
            return null;
        int last = context.Tokens[and - 1].Norm == "," ? and - 2 : and - 1;
        return context.Tokens[and].Norm is "and" or "or" && last >= context.Sentence.First ? context.Actors.At(last)?.Actors ?? [] : [];
    }

    /// <summary>"the ICC, of which Peru is a member".</summary>
    private static IReadOnlyList<string> OfWhich(TriggerMatch match, SentenceContext context)
    {
        int which = match.First - 1;
        while (which > context.Sentence.First && match.First - which < 8 && context.Tokens[which].Norm != "which")
            which--;
        if (which - 3 < context.Sentence.First || context.Tokens[which].Norm != "which" || context.Tokens[which - 1].Norm != "of")
            return [];
        int last = which - 2;
        while (last > context.Sentence.First && context.Tokens[last].Norm is "," or ")" or "(")
            last--;
        return context.Actors.At(last)?.Actors ?? [];
    }

    /// <summary>"a UN staff member", "a council member": of the body's own people.</summary>
    private static bool IsOfStaff(TriggerMatch match, SentenceContext context) =>
        !match.HeadIsVerb && match.First > context.Sentence.First && context.Article.Text.Words[match.First - 1].Pos == Upos.Noun && context.Actors.At(match.First - 1) is null
        && context.Tokens[match.Head].Norm is "member" or "members";

    /// <summary>"left office, the UN court said", "withdrew its envoy from the EU", "joined the EU summit": something else was left.</summary>
    private static bool IsBesideObject(TriggerMatch match, SentenceContext context)
    {
        int thing = context.Article.Grammar.ChildOf(match.Head, "obj");
        return thing >= match.End && context.Article.Text.Words[thing].Pos == Upos.Noun && !context.Article.Classes.HasWord("body-noun", context.Article.Text.Words[thing].Lemma) && context.Actors.AtOrTitled(thing) is null;
    }

    /// <summary>"the NATO-led force", "IAEA inspectors", "left the APEC summit": what is meant is something of the body's, or of the state's.</summary>
    private static bool OnlyQualifies(string actor, TriggerMatch match, SentenceContext context)
    {
        var mention = context.Actors.Groups.SelectMany(g => g.Mentions).Where(m => m.Actors.Contains(actor)).MinBy(m => m.First >= match.Head ? m.First - match.Head : match.Head - m.End + 1);
        if (mention is null)
            return false;
        var words = context.Article.Text.Words;
        int top = mention.End - 1;
        while (words[top].Head is var head && (mention.First <= head && head < mention.End || (head > top && words[top].Relation is "compound" && words[head].Relation is "compound")))
            top = head;
        int governor = words[top].Head;
        return governor >= 0 && words[top].Relation is "compound" or "amod" or "nmod:poss" && !(match.First <= governor && governor <= match.End)
            && !context.Article.Classes.HasWord("body-noun", words[governor].Lemma) && context.Actors.At(governor) is null;
    }

    /// <summary>"Serbia's EU membership bid", "Serbia began EU membership talks": who stands further left in the phrase, or does it.</summary>
    private static IEnumerable<string> Candidates(TriggerMatch match, SentenceContext context)
    {
        int start = match.HeadIsVerb ? match.End - 2 : match.First - 1, stop = match.HeadIsVerb ? match.Head : context.Sentence.First - 1;
        for (int i = start; i > stop && start - i < 6; i--)
        {
            string norm = context.Tokens[i].Norm;
            if (context.Actors.At(i) is { IsPossessive: true } owner && owner.Actors.Count > 0)
                return owner.Actors;
            if (i < match.First && (Trigger.IsMark(norm) || VerbLexicon.IsPreposition(norm) || VerbLexicon.IsAuxiliary(norm) || context.Article.Text.Words[i].Pos == Upos.Verb))
                break;
        }
        if (match.HeadIsVerb)
            return [];
        int verb = context.Article.Grammar.VerbOf(context.Article.Grammar.TopOf(match), asObject: true);
        return verb >= 0 && Begins.Contains(context.Article.Text.Words[verb].Lemma) ? context.Arguments.Find("subject", new(verb, verb + 1, verb, HeadIsVerb: true))?.Actors ?? [] : [];
    }

    /// <summary>"withdrew its application to join the WTO": of the last verb of the trigger.</summary>
    private static IReadOnlyList<string> Joined(TriggerMatch match, SentenceContext context)
    {
        int last = match.End - 1;
        bool isVerb = last > match.Head && context.Article.Text.Words[last].Pos == Upos.Verb;
        return isVerb ? context.Arguments.Find("object", new(last, last + 1, last, HeadIsVerb: true))?.Actors ?? [] : [];
    }

    /// <summary>Null where a membership is only imagined ("if Prague joined NATO") and the rule is not about wishes.</summary>
    private static Modality? ModalityOf(MembershipRule rule, TriggerMatch match, SentenceContext context)
    {
        var read = context.ModalityOf(match);
        if (rule.Modality is { } fixedModality && read is null or Modality.Fact)
            return rule.Modality ?? read;
        return read == Modality.Possible && rule.Modality is null && rule.Status is not (Status.Ended or Status.Suspended or Status.Rejected) ? null : read;
    }
}

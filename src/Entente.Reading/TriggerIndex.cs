namespace Entente.Reading;

/// <summary>
/// Rules by the first word of their triggers, so that each token tries only those that may begin there, in table order; and of these only
/// those whose other words stand in the sentence too.
/// </summary>
public sealed class TriggerIndex<T>
{
    /// <summary>By the number of the word with which they may begin.</summary>
    private readonly Candidate[][] byFirstWord;

    public TriggerIndex(IReadOnlyList<T> items, Func<T, Trigger> trigger, TriggerWords words)
    {
        Items = items;
        var candidates = from item in items
                         from start in trigger(item).Starts()
                         let needs = start.Needs.Select(words.NeedFor).ToList()
                         from alternative in start.Alternatives
                         let candidate = new Candidate(item, trigger(item), [.. alternative.Skip(1).Select(words.NeedFor).Concat(needs).Distinct()])
                         from word in words.NumbersOf(alternative[0])
                         select (word, candidate);
        var lists = candidates.ToLookup(c => c.word, c => c.candidate);
        byFirstWord = [.. Enumerable.Range(0, lists.Select(l => l.Key + 1).DefaultIfEmpty().Max()).Select(word => lists[word].ToArray())];
    }

    public IReadOnlyList<T> Items { get; }

    /// <summary>All matches that begin at a token, in the order of the table.</summary>
    /// <param name="end">No match goes beyond it.</param>
    public Matches At(TriggerSentence sentence, int at, int end) =>
        new(sentence.NumberAt(at) is var word && word < byFirstWord.Length ? byFirstWord[word] : [], sentence, at, end);

    public Matches At(TriggerSentence sentence, int at) => At(sentence, at, sentence.Sentence.End);

    /// <summary>The first of them in the table; null for none.</summary>
    public (T Item, TriggerMatch Match)? FirstAt(TriggerSentence sentence, int at)
    {
        var matches = At(sentence, at);
        return matches.MoveNext() ? matches.Current : null;
    }

    /// <summary>All matches in a sentence, from left to right.</summary>
    public List<(T Item, TriggerMatch Match)> In(TriggerSentence sentence)
    {
        var found = new List<(T, TriggerMatch)>();
        for (int i = sentence.Sentence.First; i < sentence.Sentence.End; i++)
            foreach (var match in At(sentence, i))
                found.Add(match);
        return found;
    }

    /// <summary>One way in which an item may begin; those of one item follow each other.</summary>
    internal readonly record struct Candidate(T Item, Trigger Trigger, int[] Needs);

    /// <summary>Tries one candidate after the other as it is asked: most who ask are content with the first.</summary>
    public struct Matches
    {
        private readonly Candidate[] candidates;
        private readonly TriggerSentence sentence;
        private readonly int at, end;
        private int next;
        private Trigger? tried;

        internal Matches(Candidate[] candidates, TriggerSentence sentence, int at, int end) => (this.candidates, this.sentence, this.at, this.end) = (candidates, sentence, at, end);

        public (T Item, TriggerMatch Match) Current { get; private set; }

        public readonly Matches GetEnumerator() => this;

        public bool MoveNext()
        {
            while (next < candidates.Length)
            {
                ref readonly var candidate = ref candidates[next++];
                if (candidate.Trigger == tried || !sentence.Meets(candidate.Needs))
                    continue;
                tried = candidate.Trigger;
                if (!tried.TryMatch(sentence.Tokens, at, end, out var match))
                    continue;
                Current = (candidate.Item, match);
                return true;
            }
            return false;
        }
    }
}

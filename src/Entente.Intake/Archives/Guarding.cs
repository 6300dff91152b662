using Entente.Vocabulary;

namespace Entente.Intake;

internal static class Guarding
{
    /// <summary>What comes before a failure stays taken; the failure is told last if it is one that was foreseen, else it goes through.</summary>
    public static IEnumerable<Taken> Guarded(Func<IEnumerable<Taken>> open, Func<Exception, Fault?> foreseen)
    {
        IEnumerator<Taken>? all = null;
        try
        {
            for (bool failed = false; !failed;)
            {
                Taken next;
                try
                {
                    all ??= open().GetEnumerator();
                    if (!all.MoveNext())
                        yield break;
                    next = all.Current;
                }
                catch (Exception e) when (foreseen(e) is { } fault)
                {
                    next = Taken.Aside(fault);
                    failed = true;
                }
                yield return next;
            }
        }
        finally
        {
            all?.Dispose();
        }
    }
}

using System.Buffers;

namespace Entente.Intake;

/// <summary>Tags and their attributes.</summary>
internal sealed partial class MarkupTokenizer
{
    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \n\t\f/>");
    private static readonly SearchValues<char> AfterAttributeName = SearchValues.Create(" \n\t\f/>=");
    private static readonly SearchValues<char> AfterPlainValue = SearchValues.Create(" \n\t\f>");

    private int attributesEnd;

    /// <summary>False if the input ended in the tag, which then is none.</summary>
    private bool ReadTag(TokenKind kind, int name)
    {
        int close = IndexOfAny(name, AfterName);
        LowerCase(name, close - name);
        int first = attributesEnd;
        at = close;
        bool isSelfClosing = false;
        while (at < end && buffer[at] != '>')
        {
            isSelfClosing = buffer[at] == '/' && At(1) == '>';
            if (buffer[at] == '/' || IsSpace(buffer[at]))
                at++;
            else
                ReadAttribute();
        }
        if (at >= end)
            return false;
        at++;
        (Kind, start, length, IsSelfClosing) = (kind, name, close - name, isSelfClosing);
        if (kind == TokenKind.EndTag)
            attributesEnd = first;
        (FirstAttribute, AttributeCount) = (first, attributesEnd - first);
        return true;
    }

    private void ReadAttribute()
    {
        int name = at;
        // A "=" that comes first belongs to the name.
        at = IndexOfAny(name + 1, AfterAttributeName);
        int nameLength = at - name;
        LowerCase(name, nameLength);
        int equals = at;
        while (equals < end && IsSpace(buffer[equals]))
            equals++;
        if (CharAt(equals) == '=')
        {
            at = equals + 1;
            ReadValue();
            Keep(new(name, nameLength, start, length));
        }
        else
        {
            at = equals;
            Keep(new(name, nameLength, at, 0));
        }
    }

    private void ReadValue()
    {
        while (at < end && IsSpace(buffer[at]))
            at++;
        if (CharAt(at) is '"' or '\'')
        {
            int found = buffer.AsSpan(at + 1, end - at - 1).IndexOf(buffer[at]);
            (start, length) = (at + 1, found < 0 ? end - at - 1 : found);
            at = Math.Min(start + length + 1, end);
        }
        else
        {
            start = at;
            at = IndexOfAny(at, AfterPlainValue);
            length = at - start;
        }
        var value = buffer.AsSpan(start, length);
        value.Replace('\0', '\uFFFD');
        length = CharacterReferences.Decode(value, inAttribute: true);
    }

    private void Keep(MarkupAttribute attribute)
    {
        if (attributesEnd == attributes.Length)
        {
            var larger = ArrayPool<MarkupAttribute>.Shared.Rent(attributes.Length * 2);
            attributes.CopyTo(larger, 0);
            ArrayPool<MarkupAttribute>.Shared.Return(attributes);
            attributes = larger;
        }
        attributes[attributesEnd++] = attribute;
    }

    private int IndexOfAny(int first, SearchValues<char> sought)
    {
        int found = first >= end ? -1 : buffer.AsSpan(first, end - first).IndexOfAny(sought);
        return found < 0 ? end : first + found;
    }
}

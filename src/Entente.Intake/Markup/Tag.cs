using System.Collections.Frozen;

namespace Entente.Intake;

/// <summary>The elements of HTML that mean something to a reader of pages; any other is <see cref="Unknown"/>.</summary>
internal enum Tag : byte
{
    Unknown,
    Document, Text,
    A, Abbr, Address, Applet, Area, Article, Aside, Audio, B, Base, Basefont, Bgsound, Big, Blockquote, Body, Br, Button, Canvas, Caption, Center, Cite, Code,
    Col, Colgroup, Dd, Del, Details, Dialog, Dir, Div, Dl, Dt, Em, Embed, Fieldset, Figcaption, Figure, Font, Footer, Form, Frame, Frameset, H1, H2, H3, H4,
    H5, H6, Head, Header, Hgroup, Hr, Html, I, Iframe, Img, Input, Ins, Keygen, Label, Legend, Li, Link, Listing, Main, Map, Mark, Marquee, Math, Menu, Meta,
    Meter, Nav, Nobr, Noembed, Noframes, Noscript, Object, Ol, Optgroup, Option, Output, P, Param, Picture, Plaintext, Pre, Progress, Q, Rb, Rp, Rt, Rtc, Ruby,
    S, Samp, Script, Section, Select, Small, Source, Span, Strike, Strong, Style, Sub, Summary, Sup, Svg, Table, Tbody, Td, Template, Textarea, Tfoot, Th,
    Thead, Time, Title, Tr, Track, Tt, U, Ul, Var, Video, Wbr, Xmp,
}

internal static class Tags
{
    public const int Count = (int)Tag.Xmp + 1;

    private static readonly FrozenDictionary<string, Tag>.AlternateLookup<ReadOnlySpan<char>> ByName = Enum.GetValues<Tag>().Where(t => t > Tag.Text)
        .ToFrozenDictionary(t => t.ToString().ToLowerInvariant(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="name">In lower case.</param>
    public static Tag Named(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var tag) ? tag : Tag.Unknown;
}

/// <summary>A set of tags that answers at once.</summary>
internal readonly struct TagSet
{
    private readonly bool[] has;

    public TagSet(params ReadOnlySpan<Tag> tags)
    {
        has = new bool[Tags.Count];
        foreach (var tag in tags)
            has[(int)tag] = true;
    }

    public bool Has(Tag tag) => has[(int)tag];

    public void Add(Tag tag) => has[(int)tag] = true;
}

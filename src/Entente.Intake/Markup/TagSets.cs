namespace Entente.Intake;

/// <summary>How elements stand to one another, after the tree construction of the HTML Standard (13.2.6), as far as text depends on it.</summary>
internal static class TagSets
{
    public static readonly TagSet Void = new(Tag.Area, Tag.Base, Tag.Basefont, Tag.Bgsound, Tag.Br, Tag.Col, Tag.Embed, Tag.Frame, Tag.Hr, Tag.Img, Tag.Input, Tag.Keygen, Tag.Link,
        Tag.Meta, Tag.Param, Tag.Source, Tag.Track, Tag.Wbr);

    /// <summary>They stand in the head as long as the body has not begun.</summary>
    public static readonly TagSet OfHead = new(Tag.Base, Tag.Basefont, Tag.Bgsound, Tag.Link, Tag.Meta, Tag.Noframes, Tag.Noscript, Tag.Script, Tag.Style, Tag.Template, Tag.Title);

    /// <summary>They begin a line of their own, and end a paragraph that is open.</summary>
    public static readonly TagSet Block = new(Tag.Address, Tag.Article, Tag.Aside, Tag.Blockquote, Tag.Center, Tag.Dd, Tag.Details, Tag.Dialog, Tag.Dir, Tag.Div, Tag.Dl, Tag.Dt,
        Tag.Fieldset, Tag.Figcaption, Tag.Figure, Tag.Footer, Tag.Form, Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6, Tag.Header, Tag.Hgroup, Tag.Hr, Tag.Li, Tag.Listing,
        Tag.Main, Tag.Menu, Tag.Nav, Tag.Ol, Tag.P, Tag.Plaintext, Tag.Pre, Tag.Section, Tag.Summary, Tag.Table, Tag.Ul, Tag.Xmp);

    public static readonly TagSet Heading = new(Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6);

    public static readonly TagSet TablePart = new(Tag.Caption, Tag.Colgroup, Tag.Tbody, Tag.Td, Tag.Tfoot, Tag.Th, Tag.Thead, Tag.Tr);

    /// <summary>An end tag within them ends nothing outside.</summary>
    public static readonly TagSet Scope = new(Tag.Applet, Tag.Caption, Tag.Html, Tag.Document, Tag.Marquee, Tag.Object, Tag.Table, Tag.Td, Tag.Template, Tag.Th);

    /// <summary>Neither block nor scope: an end tag of one of these does not end a block around it.</summary>
    public static readonly TagSet Phrase = new(Tag.Unknown, Tag.A, Tag.Abbr, Tag.B, Tag.Big, Tag.Cite, Tag.Code, Tag.Del, Tag.Em, Tag.Font, Tag.I, Tag.Ins, Tag.Label, Tag.Legend, Tag.Mark,
        Tag.Meter, Tag.Nobr, Tag.Output, Tag.Picture, Tag.Progress, Tag.Q, Tag.S, Tag.Samp, Tag.Small, Tag.Span, Tag.Strike, Tag.Strong, Tag.Sub, Tag.Sup, Tag.Time, Tag.Tt, Tag.U, Tag.Var);

    /// <summary>In SVG or MathML they end it: someone forgot to.</summary>
    public static readonly TagSet EndsForeign = new(Tag.Article, Tag.B, Tag.Big, Tag.Blockquote, Tag.Body, Tag.Br, Tag.Center, Tag.Code, Tag.Dd, Tag.Div, Tag.Dl, Tag.Dt, Tag.Em, Tag.Embed,
        Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6, Tag.Head, Tag.Hr, Tag.I, Tag.Img, Tag.Li, Tag.Listing, Tag.Menu, Tag.Meta, Tag.Nobr, Tag.Ol, Tag.P, Tag.Pre, Tag.Ruby, Tag.S,
        Tag.Section, Tag.Small, Tag.Span, Tag.Strong, Tag.Strike, Tag.Sub, Tag.Sup, Tag.Table, Tag.Tt, Tag.U, Tag.Ul, Tag.Var);

    public static TextContent ContentOf(Tag tag) => tag switch
    {
        Tag.Title or Tag.Textarea => TextContent.Escapable,
        Tag.Style or Tag.Xmp or Tag.Iframe or Tag.Noembed or Tag.Noframes => TextContent.Raw,
        Tag.Script => TextContent.Script,
        Tag.Plaintext => TextContent.Plain,
        _ => TextContent.Markup,
    };

    /// <summary>Which open elements a start tag ends, and which ones it does not look beyond; null if none.</summary>
    public static (TagSet Ended, TagSet Limits)? EndedBy(Tag tag) => tag switch
    {
        Tag.Li => (Items, ListLimits),
        Tag.Dd or Tag.Dt => (Terms, ListLimits),
        Tag.Td or Tag.Th => (Cells, RowLimits),
        Tag.Tr => (Rows, SectionLimits),
        Tag.Tbody or Tag.Thead or Tag.Tfoot or Tag.Colgroup or Tag.Caption => (TablePart, TableLimits),
        Tag.Option => (Options, SelectLimits),
        Tag.Optgroup => (OptionGroups, SelectLimits),
        Tag.Rp or Tag.Rt or Tag.Rb or Tag.Rtc => (RubyParts, RubyLimits),
        _ => null,
    };

    private static readonly TagSet Items = new(Tag.Li);
    private static readonly TagSet Terms = new(Tag.Dd, Tag.Dt);
    private static readonly TagSet Cells = new(Tag.Td, Tag.Th);
    private static readonly TagSet Rows = new(Tag.Tr, Tag.Td, Tag.Th, Tag.Caption, Tag.Colgroup);
    private static readonly TagSet Options = new(Tag.Option);
    private static readonly TagSet OptionGroups = new(Tag.Option, Tag.Optgroup);
    private static readonly TagSet RubyParts = new(Tag.Rp, Tag.Rt, Tag.Rb, Tag.Rtc);

    /// <summary>The special elements of the standard but address, div and p.</summary>
    private static readonly TagSet ListLimits = new(Tag.Applet, Tag.Article, Tag.Aside, Tag.Blockquote, Tag.Body, Tag.Button, Tag.Caption, Tag.Center, Tag.Details, Tag.Dir, Tag.Dl,
        Tag.Document, Tag.Fieldset, Tag.Figcaption, Tag.Figure, Tag.Footer, Tag.Form, Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6, Tag.Head, Tag.Header, Tag.Hgroup, Tag.Html,
        Tag.Iframe, Tag.Listing, Tag.Main, Tag.Marquee, Tag.Menu, Tag.Nav, Tag.Object, Tag.Ol, Tag.Pre, Tag.Section, Tag.Select, Tag.Summary, Tag.Table, Tag.Td, Tag.Template, Tag.Th,
        Tag.Ul);

    private static readonly TagSet RowLimits = new(Tag.Tr, Tag.Table, Tag.Template, Tag.Body);
    private static readonly TagSet SectionLimits = new(Tag.Tbody, Tag.Thead, Tag.Tfoot, Tag.Table, Tag.Template, Tag.Body);
    private static readonly TagSet TableLimits = new(Tag.Table, Tag.Template, Tag.Body);
    private static readonly TagSet SelectLimits = new(Tag.Select, Tag.Template, Tag.Body);
    private static readonly TagSet RubyLimits = new(Tag.Ruby, Tag.Template, Tag.Body);
}

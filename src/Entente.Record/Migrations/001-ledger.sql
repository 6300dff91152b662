-- The truth: an append-only chain of entries, the texts of articles and the claims of readings. Triggers refuse any change.

create table entry (
    seq     integer primary key,  -- 1, 2, 3, … without a gap
    known   integer not null,     -- when the record learnt it, microseconds since 1970 UTC; never decreases
    kind    text    not null check (kind in ('article', 'reading', 'withdrawal', 'decision')),
    subject text    not null,     -- the article's id, or the claim's for a decision
    body    blob    not null,     -- UTF-8 JSON
    hash    blob    not null      -- SHA-256 over the hash before it and this entry's fields
) strict;

create table claim (
    claim_no integer primary key,
    reading  integer not null,    -- seq of the reading's entry
    id       text    not null,    -- content address; the same claim read again has it again
    json     text    not null,    -- the line format of claims
    rule     text                 -- the reading rule that made it; null = a person or another program did
) strict;

create trigger entry_is_final  before update on entry begin select raise(abort, 'entries are never changed'); end;
create trigger entry_stays     before delete on entry begin select raise(abort, 'entries are never removed'); end;
create trigger claim_is_final  before update on claim begin select raise(abort, 'claims are never changed'); end;
create trigger claim_stays     before delete on claim begin select raise(abort, 'claims are never removed'); end;
-- "insert or replace" removes without asking the triggers above.
create trigger entry_is_next   before insert on entry when new.seq <> (select coalesce(max(seq), 0) + 1 from entry)
    begin select raise(abort, 'entries are only appended'); end;
create trigger claim_is_next   before insert on claim when new.claim_no <> (select coalesce(max(claim_no), 0) + 1 from claim)
    begin select raise(abort, 'claims are only appended'); end;

-- What follows are indexes: made from the truth, kept in step within the same transaction, and could be made again.

create table article (
    article_no integer primary key,
    id         text    not null unique,
    entry      integer not null,
    name       text    not null,
    reported   text,              -- EDTF; null = nobody says
    withdrawn  integer            -- when, as entry.known; null = not
) strict;

create table reading (
    seq        integer primary key,
    article_no integer not null,
    known      integer not null,
    reader     text    not null,
    superseded integer            -- when a newer reading of the same article was appended; null = in force
) strict;
create index reading_of_article on reading (article_no, seq);

create table actor (
    actor_no integer primary key,
    code     text not null unique
) strict;

-- One row for each pair of actors of a claim (a < b by number; b = a for a claim that names one actor only).
create table pair (
    a        integer not null,
    b        integer not null,
    claim_no integer not null,
    primary key (a, b, claim_no)
) strict, without rowid;
create index pair_by_b on pair (b, claim_no);

create table code (
    code_no integer primary key,
    code    text not null unique
) strict;

create index claim_by_id on claim (id);
create index claim_by_reading on claim (reading);

create table decision (
    seq      integer primary key,
    claim_id text    not null,
    verdict  text    not null,
    known    integer not null
) strict;
create index decision_of_claim on decision (claim_id, seq);

-- The pairs of agreements and obligations again, packed by the ten thousand, so that a whole network is read as one scan.
-- What is not packed yet stands in tail.
create table segment (
    segment_no integer primary key,
    rows       integer not null,
    data       blob    not null   -- TieRow after TieRow, little-endian
) strict;

create table tail (
    tail_no integer primary key,
    data    blob    not null      -- the TieRows of one transaction
) strict;

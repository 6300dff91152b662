-- Which articles are copies of one text, as Matching found them: made from the articles, and could be made again.

create table fingerprint (
    article_no integer primary key,
    data       blob    not null   -- what Matching compares texts by, in a format of its own
) strict;

create table copy (
    a integer not null,           -- article_no of the one taken in first
    b integer not null,
    primary key (a, b)
) strict, without rowid;

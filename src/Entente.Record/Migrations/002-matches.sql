-- Which articles are copies of one text, as Matching found them: made from the articles, and could be made again.

create table fingerprint (
    article_no integer primary key,
    data       blob    not null   -- what Matching compares texts by, in a format of its own
) strict;

-- Only articles that have copies stand here.
create table copy (
    article_no integer primary key,
    origin     integer not null   -- article_no of the first of them that was taken in
) strict;

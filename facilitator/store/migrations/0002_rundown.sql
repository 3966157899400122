CREATE TABLE item_2 (
    id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    length INTEGER NOT NULL,
    least_length INTEGER NOT NULL,
    start VARCHAR,
    fixed BOOLEAN NOT NULL,
    speaker VARCHAR NOT NULL,
    notes VARCHAR NOT NULL,
    priority INTEGER NOT NULL,
    scheduled_start INTEGER,
    scheduled_length INTEGER,
    cut BOOLEAN NOT NULL,
    day INTEGER NOT NULL,
    track VARCHAR NOT NULL,
    warning INTEGER NOT NULL,
    danger INTEGER NOT NULL,
    scene VARCHAR NOT NULL,
    at_end VARCHAR NOT NULL,
    end_scene VARCHAR NOT NULL,
    sound BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
INSERT INTO item_2 SELECT
    id, position, title, kind, length, least_length, start, fixed, speaker, notes, priority, scheduled_start,
    scheduled_length, cut, 0, '', min(300000, length / 5000 * 1000), min(60000, length / 10000 * 1000), '', 'stay', '', 1
FROM item;
DROP TABLE item;
ALTER TABLE item_2 RENAME TO item;
CREATE TABLE quota_2 (
    id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    seats INTEGER NOT NULL,
    agency BOOLEAN NOT NULL,
    release_at INTEGER,
    PRIMARY KEY (id)
);
INSERT INTO quota_2 SELECT id, position, name, seats, agency, NULL FROM quota;
DROP TABLE quota;
ALTER TABLE quota_2 RENAME TO quota;
CREATE TABLE picture (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    data VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE ballot_2 (
    id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    method VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    phase VARCHAR NOT NULL,
    contest VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    options JSON NOT NULL,
    roles JSON NOT NULL,
    change_until_close BOOLEAN NOT NULL,
    straw_poll BOOLEAN NOT NULL,
    most INTEGER,
    budget INTEGER NOT NULL,
    criteria JSON NOT NULL,
    own_team_excluded BOOLEAN NOT NULL,
    blind BOOLEAN NOT NULL,
    shuffled BOOLEAN NOT NULL,
    item INTEGER,
    weights JSON NOT NULL,
    opened_at INTEGER,
    closed_at INTEGER,
    opens_at INTEGER,
    closes_at INTEGER,
    lasts INTEGER,
    shares JSON NOT NULL,
    reasons BOOLEAN NOT NULL,
    groups JSON NOT NULL,
    dice VARCHAR NOT NULL,
    unveiled INTEGER NOT NULL,
    receipts_listed BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
INSERT INTO ballot_2 SELECT
    id, position, title, method, rule, phase, contest, source, options, roles, change_until_close, straw_poll,
    most, budget, criteria, own_team_excluded, blind, shuffled, item, weights, opened_at, closed_at, NULL, NULL,
    NULL, '[]', 0, '[]', '', 0, 0
FROM ballot;
DROP TABLE ballot;
ALTER TABLE ballot_2 RENAME TO ballot;
CREATE TABLE paper (
    id INTEGER NOT NULL,
    ballot INTEGER NOT NULL,
    serial INTEGER NOT NULL,
    role VARCHAR NOT NULL,
    first VARCHAR NOT NULL,
    second VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

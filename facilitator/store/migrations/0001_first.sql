CREATE TABLE actual (
    item INTEGER NOT NULL,
    started INTEGER NOT NULL,
    ended INTEGER,
    PRIMARY KEY (item)
);
CREATE TABLE ballot (
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
    PRIMARY KEY (id)
);
CREATE TABLE card (
    id VARCHAR NOT NULL,
    secret VARCHAR NOT NULL,
    participant INTEGER,
    name VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    revoked BOOLEAN NOT NULL,
    first VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE cast_ballot (
    ballot INTEGER NOT NULL,
    receipt VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    choices VARCHAR NOT NULL,
    PRIMARY KEY (ballot, receipt)
)
 WITHOUT ROWID;
CREATE TABLE changeable (
    ballot INTEGER NOT NULL,
    voter VARCHAR NOT NULL,
    receipt VARCHAR NOT NULL,
    PRIMARY KEY (ballot, voter)
)
 WITHOUT ROWID;
CREATE TABLE history (
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    "by" VARCHAR NOT NULL,
    command JSON NOT NULL,
    entries JSON NOT NULL,
    undoable BOOLEAN NOT NULL,
    undoes INTEGER,
    redoes INTEGER,
    PRIMARY KEY (version)
);
CREATE TABLE item (
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
    PRIMARY KEY (id)
);
CREATE TABLE knowledge_item (
    id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    sector INTEGER,
    theme VARCHAR NOT NULL,
    workshop VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE need (
    participant INTEGER NOT NULL,
    categories JSON NOT NULL,
    PRIMARY KEY (participant)
);
CREATE TABLE participant (
    id INTEGER NOT NULL,
    first_name VARCHAR NOT NULL,
    last_name VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    sector INTEGER,
    quota INTEGER,
    role VARCHAR NOT NULL,
    skills JSON NOT NULL,
    languages JSON NOT NULL,
    wishes JSON NOT NULL,
    email VARCHAR NOT NULL,
    reference VARCHAR NOT NULL,
    attendance VARCHAR NOT NULL,
    walk_in BOOLEAN NOT NULL,
    accessible BOOLEAN NOT NULL,
    waiting_number INTEGER NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE question (
    id INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    sources JSON NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE quota (
    id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    seats INTEGER NOT NULL,
    agency BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE replaced_ballot (
    ballot INTEGER NOT NULL,
    receipt VARCHAR NOT NULL,
    PRIMARY KEY (ballot, receipt)
)
 WITHOUT ROWID;
CREATE TABLE result (
    ballot INTEGER NOT NULL,
    result JSON NOT NULL,
    PRIMARY KEY (ballot)
);
CREATE TABLE roll_mark (
    ballot INTEGER NOT NULL,
    voter VARCHAR NOT NULL,
    PRIMARY KEY (ballot, voter)
)
 WITHOUT ROWID;
CREATE TABLE sector (
    id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    letter VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE solution (
    id INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    problem VARCHAR NOT NULL,
    proposal VARCHAR NOT NULL,
    audience VARCHAR NOT NULL,
    first_step VARCHAR NOT NULL,
    kind VARCHAR,
    PRIMARY KEY (id)
);
CREATE TABLE team (
    number INTEGER NOT NULL,
    "table" VARCHAR NOT NULL,
    question VARCHAR,
    members JSON NOT NULL,
    locked BOOLEAN NOT NULL,
    PRIMARY KEY (number)
);
CREATE TABLE value (
    slice VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    value JSON NOT NULL,
    PRIMARY KEY (slice, field)
);

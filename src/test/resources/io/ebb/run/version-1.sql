CREATE TABLE call (
  at INTEGER NOT NULL, -- microseconds since 1970
  account TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (at, account)
) WITHOUT ROWID;
CREATE TABLE call_hold (
  account TEXT PRIMARY KEY,
  until INTEGER NOT NULL -- microseconds since 1970
) WITHOUT ROWID;
PRAGMA journal_mode = WAL;
PRAGMA user_version = 1;
INSERT INTO call (at, account, count) VALUES (1795262399000000, '2c70e12b7a0646f9', 16);

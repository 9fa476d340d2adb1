-- Returns no rows when pgbench's tables and torture's log of commits agree. Works on any PostgreSQL; read by torture.
-- Each line of the answer names a rule that is broken and by how much.
SET enable_seqscan = on;
SELECT 'sums differ' AS broken, format('accounts %s, tellers %s, branches %s, commits %s', a, t, b, c) AS how
FROM (SELECT (SELECT coalesce(sum(abalance), 0) FROM pgbench_accounts) AS a,
             (SELECT coalesce(sum(tbalance), 0) FROM pgbench_tellers) AS t,
             (SELECT coalesce(sum(bbalance), 0) FROM pgbench_branches) AS b,
             (SELECT coalesce(sum(delta), 0) FROM torture_commits) AS c) sums
WHERE a <> c OR t <> c OR b <> c
UNION ALL
SELECT 'account differs from its commits', format('aid %s: balance %s, commits %s', aid, abalance, total)
FROM pgbench_accounts JOIN (SELECT aid, sum(delta) AS total FROM torture_commits GROUP BY aid) c USING (aid)
WHERE abalance <> total
UNION ALL
SELECT 'teller differs from its commits', format('tid %s: balance %s, commits %s', tid, tbalance, total)
FROM pgbench_tellers JOIN (SELECT tid, sum(delta) AS total FROM torture_commits GROUP BY tid) c USING (tid)
WHERE tbalance <> total
UNION ALL
SELECT 'branch differs from its commits', format('bid %s: balance %s, commits %s', bid, bbalance, total)
FROM pgbench_branches JOIN (SELECT bid, sum(delta) AS total FROM torture_commits GROUP BY bid) c USING (bid)
WHERE bbalance <> total
UNION ALL
SELECT 'accounts missing or doubled', format('%s rows, %s keys, %s expected', count(*), count(DISTINCT aid), 100000 * (SELECT count(*) FROM pgbench_branches))
FROM pgbench_accounts
HAVING count(*) <> count(DISTINCT aid) OR count(*) <> 100000 * (SELECT count(*) FROM pgbench_branches)
UNION ALL
SELECT 'commit doubled', format('round %s client %s number %s', round, client, number)
FROM torture_commits GROUP BY round, client, number HAVING count(*) > 1;
-- The same rows by the index.
CREATE TEMP TABLE by_rows AS SELECT aid, abalance FROM pgbench_accounts;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
SELECT 'index differs from rows' AS broken, format('aid %s', aid) AS how
FROM (SELECT aid, abalance FROM pgbench_accounts WHERE aid > 0) by_index FULL JOIN by_rows USING (aid, abalance)
WHERE by_index.aid IS NULL OR by_rows.aid IS NULL
LIMIT 10;
DROP TABLE by_rows;

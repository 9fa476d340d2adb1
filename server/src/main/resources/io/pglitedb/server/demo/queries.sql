-- One order with its lines: a point lookup by key
SELECT o_orderdate, o_totalprice, l_linenumber, l_quantity, l_extendedprice, l_shipmode
FROM orders JOIN lineitem ON l_orderkey = o_orderkey
WHERE o_orderkey = 7
ORDER BY l_linenumber;
-- The richest accounts, after the transfers above
SELECT a.id, a.balance, count(t.id) AS transfers
FROM account a LEFT JOIN transfer t ON t.to_id = a.id
GROUP BY a.id, a.balance
ORDER BY a.balance DESC, a.id
LIMIT 5;
-- TPC-H 1, pricing summary: a scan that aggregates nearly all lines
SELECT l_returnflag, l_linestatus, sum(l_quantity) AS sum_qty, sum(l_extendedprice) AS sum_base_price,
       sum(l_extendedprice * (1 - l_discount)) AS sum_disc_price,
       sum(l_extendedprice * (1 - l_discount) * (1 + l_tax)) AS sum_charge,
       round(avg(l_quantity), 2) AS avg_qty, round(avg(l_discount), 4) AS avg_disc, count(*) AS count_order
FROM lineitem
WHERE l_shipdate <= date '1998-12-01' - interval '90' day
GROUP BY l_returnflag, l_linestatus
ORDER BY l_returnflag, l_linestatus;
-- TPC-H 3, shipping priority: three tables, the ten most valuable open orders
SELECT l_orderkey, sum(l_extendedprice * (1 - l_discount)) AS revenue, o_orderdate, o_shippriority
FROM customer, orders, lineitem
WHERE c_mktsegment = 'BUILDING' AND c_custkey = o_custkey AND l_orderkey = o_orderkey
  AND o_orderdate < date '1995-03-15' AND l_shipdate > date '1995-03-15'
GROUP BY l_orderkey, o_orderdate, o_shippriority
ORDER BY revenue DESC, o_orderdate, l_orderkey
LIMIT 10;
-- TPC-H 5, local supplier volume: six tables
SELECT n_name, sum(l_extendedprice * (1 - l_discount)) AS revenue
FROM customer, orders, lineitem, supplier, nation, region
WHERE c_custkey = o_custkey AND l_orderkey = o_orderkey AND l_suppkey = s_suppkey AND c_nationkey = s_nationkey
  AND s_nationkey = n_nationkey AND n_regionkey = r_regionkey AND r_name = 'ASIA'
  AND o_orderdate >= date '1994-01-01' AND o_orderdate < date '1994-01-01' + interval '1' year
GROUP BY n_name
ORDER BY revenue DESC;
-- TPC-H 6, forecasting revenue change: a filter and one sum
SELECT sum(l_extendedprice * l_discount) AS revenue
FROM lineitem
WHERE l_shipdate >= date '1994-01-01' AND l_shipdate < date '1994-01-01' + interval '1' year
  AND l_discount BETWEEN 0.05 AND 0.07 AND l_quantity < 24;
-- TPC-H 4, order priority checking: a correlated EXISTS
SELECT o_orderpriority, count(*) AS order_count
FROM orders
WHERE o_orderdate >= date '1993-07-01' AND o_orderdate < date '1993-07-01' + interval '3' month
  AND EXISTS (SELECT 1 FROM lineitem WHERE l_orderkey = o_orderkey AND l_commitdate < l_receiptdate)
GROUP BY o_orderpriority
ORDER BY o_orderpriority;
-- Each nation's best customer: a window function over a join
SELECT n_name, c_name, spent
FROM (SELECT n_name, c_name, sum(o_totalprice) AS spent,
             rank() OVER (PARTITION BY n_name ORDER BY sum(o_totalprice) DESC) AS place
      FROM nation JOIN customer ON c_nationkey = n_nationkey JOIN orders ON o_custkey = c_custkey
      GROUP BY n_name, c_name) ranked
WHERE place = 1
ORDER BY spent DESC
LIMIT 5;

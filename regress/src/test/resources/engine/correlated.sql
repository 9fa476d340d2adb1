-- Subqueries that stay ones: nothing says that a join would mean the same.
select o.id, (select count(*) from t where t.k < o.k) from o where o.id < 20 order by 1;
select o.id, (select count(*) from t where t.k = o.k and random() >= 0) from o where o.id < 20 order by 1;
select o.id, (select sum(100 / (t.x + 1)) from t where t.k = o.k) from o where o.id < 20 order by 1;
select o.id, (select sum(t.x) from t where t.k = o.k limit 1) from o where o.id < 20 order by 1;
select o.id, (select sum(t.x) from t where t.k = o.k having count(*) > 2) from o where o.id < 20 order by 1;
select o.id, (select sum(t.x) from t where t.k = o.k group by t.k) from o where o.id < 20 order by 1;
select o.id, (select sum(t.x + o.v) from t where t.k = o.k) from o where o.id < 20 order by 1;
select o.id, (select count(*) from t where t.k is not distinct from o.k) from o where o.id < 20 order by 1;
select o.id, (select rank(5) within group (order by t.x) from t where t.k = o.k) from o where o.id < 20 order by 1;
select o.id, (select sum(x) from (select * from t where t.k = o.k) z) from o where o.id < 20 order by 1;
select o.id, (select count(*) from sampled where sampled.k = o.k) from o where o.id < 20 order by 1;
select o.id, (select own_count(t.x) from t where t.k = o.k) from o where o.id < 20 order by 1;
select o.g, count(*), (select count(*) from t where t.g = o.g) from o group by o.g order by 1;
select o.id from o where o.id < 20 and o.v > (select avg(t.x) from t where t.k = o.k) order by 1 for update;

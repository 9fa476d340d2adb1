-- What PostgreSQL 15 was asked with; TestCatalog has the same.
create table t (a int, b text, c numeric(10,2));
create table k (id int primary key, v text, n numeric);
create type pair as (x int, y text);
create domain posint as int check (value > 0);
create table p (id int, pos pair, nums int[], pairs pair[], d posint);
create view tv as select a, b from t;

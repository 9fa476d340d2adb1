/// What plans cost, in PostgreSQL's unit, the fetch of one sequential page. Source: PostgreSQL's costsize.c.
package io.pglitedb.planner.optimizer.cost;

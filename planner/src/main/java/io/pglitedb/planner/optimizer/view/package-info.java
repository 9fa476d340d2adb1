/// Changes of views: `ViewRules` says which can be changed, `ViewTarget` makes them changes of what they show.
package io.pglitedb.planner.optimizer.view;

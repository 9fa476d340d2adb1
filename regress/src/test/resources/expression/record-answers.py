#!/usr/bin/env python3
"""Records what a running PostgreSQL 15 answers to the statements of functions/*.sql.

usage: record-answers.py CONNECTION_URI FILE.sql ...
Each statement (one a line) becomes a line of FILE.tsv: V or E, SQLSTATE, the value or message, detail, hint, statement;
tab-separated, with \\n, \\t, \\r and \\\\ for those characters. Columns of a row stand a U+001F apart, \\N is NULL.
"""
import os
import subprocess
import sys

COLUMN = "\x1f"
SETTINGS = (
    "set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'; set extra_float_digits = 1;"
)


def ask(uri, statement):
    script = SETTINGS + "\n\\set VERBOSITY verbose\n\\echo answer\n" + statement + ";\n"
    done = subprocess.run(
        ["psql", "-X", "-q", "-A", "-t", "-F", COLUMN, "-R", "\x1e", "-P", "null=\\N", uri],
        input=script, capture_output=True, text=True, env={**os.environ, "PGCLIENTENCODING": "UTF8"},
    )
    error = [line for line in done.stderr.splitlines() if "ERROR:" in line]
    if not error:
        return "V", "", done.stdout.split("answer\n", 1)[1].removesuffix("\n"), "", ""
    state, message = error[0].split("ERROR:  ", 1)[1].split(": ", 1)
    fields = {"DETAIL": "", "HINT": ""}
    last = None
    for line in done.stderr.splitlines()[done.stderr.splitlines().index(error[0]) + 1:]:
        name = line.split(":", 1)[0]
        if name in fields:
            fields[name] = line.split(":  ", 1)[1]
        if last is None and not line.startswith(("DETAIL:", "HINT:", "LINE ", "LOCATION:", "CONTEXT:", "QUERY:", " ")):
            message += "\n" + line
        else:
            last = name
    return "E", state, message, fields["DETAIL"], fields["HINT"]


def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


for path in sys.argv[2:]:
    with open(path) as source, open(path.removesuffix(".sql") + ".tsv", "w") as target:
        for line in source:
            statement = line.strip()
            if statement and not statement.startswith("--"):
                answer = [*ask(sys.argv[1], statement), statement]
                target.write("\t".join(escape(field) for field in answer) + "\n")

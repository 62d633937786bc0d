#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""SQLite's FTS5 as a contestant of bench/run: `index DIR CORPUS…`, `answer DIR` (question_lines.hpp)."""
import json
import pathlib
import sqlite3
import sys
import time


def rows(corpora):
    for corpus in corpora:
        with open(corpus, encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield str(record.get("date") or ""), (record.get("title") or "") + "\n" + (record.get("text") or "")


def index(directory, corpora):
    directory.mkdir(parents=True)
    database = sqlite3.connect(directory / "fts.db")
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.execute("CREATE VIRTUAL TABLE article USING fts5(date UNINDEXED, text, tokenize='unicode61')")
    database.executemany("INSERT INTO article(date, text) VALUES (?, ?)", rows(corpora))
    database.execute("INSERT INTO article(article) VALUES ('optimize')")
    database.commit()


def match(kind, words):
    quoted = ['"' + word.replace('"', '""') + '"' for word in words.split()]
    if kind == "phrase":
        return '"' + words.replace('"', '""') + '"'
    return (" OR " if kind == "any" else " AND ").join(quoted)


def page(database, kind, year, words):
    snippet = "snippet(article, 1, '<b>', '</b>', '…', 32)"
    if kind == "newest_everything":
        return database.execute("SELECT substr(text, 1, 240) FROM article ORDER BY date DESC LIMIT 10").fetchall()
    order = {"newest": "date DESC", "oldest": "date ASC"}.get(kind, "rank")
    if kind == "faceted":
        database.execute("SELECT substr(date, 1, 4), count(*) FROM article WHERE article MATCH ? GROUP BY 1",
                         [match(kind, words)]).fetchall()
    year_is = "AND date LIKE ?" if kind == "filtered" else ""
    values = [match(kind, words)] + ([year + "%"] if kind == "filtered" else [])
    return database.execute(
        f"SELECT {snippet} FROM article WHERE article MATCH ? {year_is} ORDER BY {order} LIMIT 10", values).fetchall()


def answer(directory):
    database = sqlite3.connect(directory / "fts.db")
    for line in sys.stdin:
        _, kind, year, words = line.rstrip("\n").split("\t")
        begin = time.perf_counter()
        shown = len(page(database, kind, year, words))
        print(f"{(time.perf_counter() - begin) * 1e3:.4f}\t{shown}", flush=True)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[2])
    index(folder, sys.argv[3:]) if sys.argv[1] == "index" else answer(folder)

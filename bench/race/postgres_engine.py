#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""PostgreSQL's full-text search as a contestant of bench/run: `index DIR CORPUS…`, `answer DIR`.

A server of its own runs below DIR for as long as the command does, so that its cost is the command's. It is
started as the user `postgres` when the caller is root, as the server demands.
"""
import contextlib
import glob
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

import psycopg2

PROGRAMS = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
SETTINGS = {"listen_addresses": "", "fsync": "off", "shared_buffers": "1GB", "max_parallel_workers_per_gather": "0",
            "maintenance_work_mem": "512MB"}


def as_server_user(command):
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


@contextlib.contextmanager
def server(directory):
    options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    process = subprocess.Popen(
        as_server_user([f"{PROGRAMS}/postgres", "-D", str(directory), "-k", str(directory), *options]),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with contextlib.suppress(psycopg2.OperationalError):
                yield psycopg2.connect(host=str(directory), dbname="postgres", user="postgres")
                return
            time.sleep(0.1)
        raise RuntimeError("the PostgreSQL server did not start")
    finally:
        subprocess.run(as_server_user([f"{PROGRAMS}/pg_ctl", "-D", str(directory), "-m", "fast", "stop"]),
                       stdout=subprocess.DEVNULL, check=False)
        process.wait()


def index(directory, corpora):
    directory.mkdir(parents=True)
    if os.geteuid() == 0:
        shutil.chown(directory, "postgres")
    subprocess.run(as_server_user([f"{PROGRAMS}/initdb", "-D", str(directory), "-U", "postgres", "--locale=C.UTF-8"]),
                   stdout=subprocess.DEVNULL, check=True)
    with server(directory) as connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE article (date text, body text, words tsvector)")
        for corpus in corpora:
            with open(corpus, encoding="utf-8") as lines:
                for line in lines:
                    record = json.loads(line)
                    body = ((record.get("title") or "") + "\n" + (record.get("text") or ""))[:900_000]
                    cursor.execute("INSERT INTO article VALUES (%s, %s, to_tsvector('arabic', %s))",
                                   (record.get("date"), body, body))
        cursor.execute("CREATE INDEX ON article USING gin (words)")
        cursor.execute("CREATE INDEX ON article (date)")
        connection.commit()
        cursor.execute("ANALYZE article")
        connection.commit()


def page(cursor, kind, year, words):
    if kind == "newest_everything":
        cursor.execute("SELECT left(body, 240) FROM article WHERE date IS NOT NULL ORDER BY date DESC LIMIT 10")
        return cursor.fetchall()
    if kind == "phrase":
        query, text = "phraseto_tsquery('arabic', %s)", words
    else:
        query, text = "websearch_to_tsquery('arabic', %s)", words.replace(" ", " or ") if kind == "any" else words
    order = {"newest": "date DESC NULLS LAST", "oldest": "date ASC NULLS LAST"}.get(kind, "ts_rank(words, query, 1) DESC")
    if kind == "faceted":
        cursor.execute(f"SELECT left(date, 4), count(*) FROM article, {query} query WHERE words @@ query GROUP BY 1", (text,))
        cursor.fetchall()
    year_is = "AND date LIKE %s" if kind == "filtered" else ""
    cursor.execute(
        f"""SELECT ts_headline('arabic', left(body, 20000), query) FROM
            (SELECT body, query FROM article, {query} query WHERE words @@ query {year_is} ORDER BY {order} LIMIT 10) ten""",
        (text, *([year + "%"] if kind == "filtered" else [])))
    return cursor.fetchall()


def answer(directory):
    with server(directory) as connection, connection.cursor() as cursor:
        for line in sys.stdin:
            _, kind, year, words = line.rstrip("\n").split("\t")
            begin = time.perf_counter()
            shown = len(page(cursor, kind, year, words))
            print(f"{(time.perf_counter() - begin) * 1e3:.4f}\t{shown}", flush=True)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[2]).resolve()
    index(folder, sys.argv[3:]) if sys.argv[1] == "index" else answer(folder)

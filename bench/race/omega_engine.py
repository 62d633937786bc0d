#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Omega, Xapian's own search application, as a contestant of bench/run: `index DIR CORPUS…`, `answer DIR`.

scriptindex builds the index, and each question is one run of the CGI program, as a web server would make it.
"""
import json
import os
import pathlib
import subprocess
import sys
import time
import urllib.parse

CGI = "/usr/lib/cgi-bin/omega/omega"
SCRIPT = """id : boolean=Q unique=Q field
title : weight=3 index=S index field
date : field date=yyyymmdd value=0
text : index truncate=400 field=sample
"""
TEMPLATE = """$set{stemmer,arabic}$set{thousand,}<!DOCTYPE html><html lang="ar" dir="rtl"><meta charset="utf-8">
<title>$html{$query}</title><ol>
$hitlist{<li><a href="$html{$field{id}}">$html{$field{title}}</a><p>$highlight{$field{sample},$terms}</p>}</ol>
"""


def dump_lines(corpora):
    """scriptindex's own input: field=value lines, an empty line behind each article."""
    for corpus in corpora:
        with open(corpus, encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                date = str(record.get("date") or "")[:10].replace("-", "")
                text = (record.get("text") or "").replace("\n", "\n=")
                yield f"id={record.get('id')}\ntitle={(record.get('title') or '').replace(chr(10), ' ')}\n"
                yield (f"date={date}\n" if len(date) == 8 else "") + f"text={text}\n\n"


def index(directory, corpora):
    directory.mkdir(parents=True)
    (directory / "script").write_text(SCRIPT, encoding="utf-8")
    (directory / "templates").mkdir()
    (directory / "templates" / "query").write_text(TEMPLATE, encoding="utf-8")
    (directory / "omega.conf").write_text(
        f"database_dir {directory}\ntemplate_dir {directory}/templates\nlog_dir {directory}\ncdb_dir {directory}\n",
        encoding="utf-8")
    process = subprocess.Popen(["scriptindex", "--stemmer=arabic", str(directory / "default"), str(directory / "script")],
                               stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, encoding="utf-8")
    for piece in dump_lines(corpora):
        process.stdin.write(piece)
    process.stdin.close()
    if process.wait() != 0:
        sys.exit("scriptindex failed")


def parameters(kind, year, words):
    question = {"DB": "default", "HITSPERPAGE": "10", "P": f'"{words}"' if kind == "phrase" else words,
                "DEFAULTOP": "or" if kind == "any" else "and"}
    if kind.startswith("newest") or kind == "oldest":
        question |= {"SORT": "0", "SORTREVERSE": "0" if kind == "oldest" else "1"}
    if kind == "newest_everything":
        question |= {"P": ""}
    if kind == "filtered":
        question |= {"START": f"{year}0101", "END": f"{year}1231", "DATEVALUE": "0"}
    return urllib.parse.urlencode(question)


def page(directory, kind, year, words):
    environment = os.environ | {"OMEGA_CONFIG_FILE": str(directory / "omega.conf"), "REQUEST_METHOD": "GET",
                                "QUERY_STRING": parameters(kind, year, words)}
    shown = subprocess.run([CGI], env=environment, stdout=subprocess.PIPE, check=True).stdout
    return shown.count(b"<li>")


def answer(directory):
    for line in sys.stdin:
        _, kind, year, words = line.rstrip("\n").split("\t")
        if kind == "faceted":  # Omega 1.4 counts no values
            print("-\t0", flush=True)
            continue
        begin = time.perf_counter()
        shown = page(directory, kind, year, words)
        print(f"{(time.perf_counter() - begin) * 1e3:.4f}\t{shown}", flush=True)


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[2]).resolve()
    index(folder, sys.argv[3:]) if sys.argv[1] == "index" else answer(folder)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The corpus as a ZIM file with Kiwix's full-text index, for load.py: `kiwix_archive.py OUT.zim CORPUS.jsonl…`."""
import base64
import html
import json
import pathlib
import subprocess
import sys
import tempfile

# One transparent point: zimwriterfs wants an illustration.
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAYAAABXAvmHAAAAH0lEQVR42u3BAQEAAACCIP+vbkhAAQAAAAAAAAAALwYkMAABdG+8JQAA"
                       "AABJRU5ErkJggg==")


def page(title, text):
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
    return (f'<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{html.escape(title)}</title></head>'
            f"<body><h1>{html.escape(title)}</h1>{paragraphs}</body></html>")


def main():
    target, corpora = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        folder = pathlib.Path(folder)
        number = 0
        for corpus in corpora:
            with open(corpus, encoding="utf-8") as lines:
                for line in lines:
                    article = json.loads(line)
                    number += 1
                    (folder / f"{number}.html").write_text(page(article.get("title") or str(number), article.get("text", "")),
                                                           encoding="utf-8")
        (folder / "index.html").write_text(page("Index", str(number)), encoding="utf-8")
        (folder / "icon.png").write_bytes(PNG)
        target.unlink(missing_ok=True)
        subprocess.run(["zimwriterfs", "--welcome=index.html", "--illustration=icon.png", "--language=ara", "--title=Race",
                        "--description=Race", "--creator=Race", "--publisher=Race", "--name=race", str(folder), str(target)],
                       check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()

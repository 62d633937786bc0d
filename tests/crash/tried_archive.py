# SPDX-License-Identifier: GPL-3.0-or-later
"""An archive that is written to while things go wrong, and a ledger of what it owes."""

import json
import os
import subprocess

WORDS = "هاتف حاسوب شبكة برنامج معالج ذاكرة شاشة بطارية تطبيق موقع خادم لغة برمجة أمان تحديث نظام".split()


class TriedArchive:
    """The ledger holds what finished commands acknowledged; what was begun and not acknowledged may be there or
    not."""

    def __init__(self, program, directory, rng, vocabulary=tuple(WORDS), length=60):
        self.program, self.directory, self.rng = program, directory, rng
        self.vocabulary, self.length = vocabulary, length  # of an article, in words
        self.path = os.path.join(directory, "archive")
        self.ledger = {}  # id -> text
        self.buried = set()  # ids that may never come back
        self.pending = []  # batches that were begun
        self.dying = set()  # ids whose removal was begun
        self.names = set()  # that were added
        self.last_id = 0
        self.last_name = 0
        self.last_batch = 0

    def start(self, *arguments, archive=None, **how):
        return subprocess.Popen([self.program, "-q", "-C", archive or self.path, *arguments],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how)

    def run(self, *arguments, **how):
        """Its exit code, output and messages."""
        process = self.start(*arguments, **how)
        out, err = process.communicate()
        return process.returncode, out.decode(), err.decode()

    def generation(self):
        """The name of the one that is served."""
        with open(os.path.join(self.path, "index", "current"), encoding="ascii") as file:
            return file.read().strip()

    def new_text(self):
        return " ".join(self.rng.choices(self.vocabulary, k=self.length)) + f" رقم {self.rng.random()}"

    def new_batch(self, size):
        batch = {}
        for _ in range(size):
            if self.ledger and self.rng.random() < 0.2:
                name = self.rng.choice(sorted(self.ledger))
            else:
                self.last_id += 1
                name = f"a{self.last_id}"
            batch[name] = self.new_text()
        return batch

    def write(self, batch):
        """The path of a file of it."""
        self.last_batch += 1
        path = os.path.join(self.directory, f"batch-{self.last_batch}.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            for name, text in batch.items():
                row = {"id": name, "title": f"مقال {name}", "text": text, "date": "2017-01-20"}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
        return path

    def begin_index(self, batch, **how):
        self.pending.append(batch)
        return self.start("index", self.write(batch), **how)

    def acknowledge(self, batch):
        self.ledger.update(batch)
        self.pending = [other for other in self.pending if other is not batch]

    def must_index(self, batch):
        code, _, err = self.run("index", self.write(batch))
        if code != 0:
            raise RuntimeError(f"a run that nothing disturbs: exit code {code}: {err}")
        self.acknowledge(batch)

    def begin_rejected(self, **how):
        """A run whose records are all refused."""
        path = os.path.join(self.directory, "rejected.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            file.write("{\n" * self.rng.randint(1, 30))
        return self.start("index", path, **how)

    def begin_name(self, **how):
        """A name in two scripts, as its owner adds it, and what its end acknowledges."""
        self.last_name += 1
        name = f"Word{self.last_name}"
        return self.start("names", "add", name, f"كلمة{self.last_name}", **how), lambda: self.names.add(name)

    def bury(self, name):
        self.ledger.pop(name, None)
        self.dying.discard(name)
        self.buried.add(name)

    def violations(self, archive=None):
        """What is wrong with the archive, or with a copy of it, in sentences."""
        code, out, err = self.run("check", archive=archive)
        found = [] if code == 0 else [f"check: exit code {code}: {out} {err}"]
        code, out, err = self.run("export", archive=archive)
        if code != 0:
            return found + [f"export: exit code {code}: {err}"]
        stored = {row["id"]: row["text"] for row in map(json.loads, out.splitlines())}
        unsure = {}
        for batch in self.pending:
            for name, text in batch.items():
                unsure.setdefault(name, set()).add(text)
        for name, text in self.ledger.items():
            held = stored.get(name)
            if held != text and held not in unsure.get(name, ()) and not (held is None and name in self.dying):
                found.append(f"{name} was acknowledged and is lost")
        found += [f"{name} was removed for ever and is back" for name in sorted(self.buried & stored.keys())]
        found += self.wrong_files(archive or self.path)
        known = self.ledger.keys() | unsure.keys()
        found += [f"{name} was never written" for name in sorted(stored.keys() - known - self.buried)]
        return found

    def wrong_files(self, path):
        """What is wrong with the small files beside the index, in sentences."""
        names, rejects = os.path.join(path, "names.tsv"), os.path.join(path, "rejects.jsonl")
        rows = set()
        if os.path.exists(names):
            with open(names, encoding="utf-8") as lines:
                rows = {line.split("\t")[0] for line in lines if line.endswith("\n")}
        found = [f"the name {name} was added and is lost" for name in sorted(self.names - rows)]
        if os.path.exists(rejects):
            with open(rejects, encoding="utf-8") as file:
                text = file.read()
            if not text.endswith("}\n"):
                found.append(f"rejects.jsonl is not whole: {text[-40:]!r}")
        return found

    def resume(self):
        """What was begun and cut short is run again, to its end; what is wrong after it, in sentences."""
        for batch in list(self.pending):
            self.must_index({name: text for name, text in batch.items() if name not in self.buried})
            self.acknowledge(batch)
        for name in sorted(self.dying):
            code, _, err = self.run("remove", name, "--forever", "--reason", "test")
            if code not in (0, 1):
                return [f"remove: exit code {code}: {err}"]
            self.bury(name)
        for name in self.buried:
            self.ledger.pop(name, None)
        return []

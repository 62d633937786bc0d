# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes down what commands do to an archive, cuts the power at many moments of it, and looks what is left."""

import collections
import os
import shutil

import disk_model
import disturbed_runs

VERBS = ["index", "name", "index", "rejected", "remove", "name", "index", "rebuild", "swap", "index", "remove", "bulk",
         "rejected", "index"]

Owed = collections.namedtuple("Owed", "ledger buried pending dying names")


def owed_now(archive):
    return Owed(dict(archive.ledger), set(archive.buried), list(archive.pending), set(archive.dying),
                set(archive.names))


class Recording:
    """The records of a row of commands, and what was owed at each moment."""

    def __init__(self, archive, shim, verbs):
        self.before = os.path.join(archive.directory, "before")
        shutil.copytree(archive.path, self.before)
        log = os.path.join(archive.directory, "recording")
        environment = {**os.environ, "LD_PRELOAD": shim, "RECORD_UNDER": archive.path, "RECORD_LOG": log}
        self.records, self.owed = [], [owed_now(archive)]
        for verb in verbs:
            if verb == "swap":  # the rebuild before it is recorded already
                process, acknowledge = archive.start("swap", env=environment), lambda: None
            elif verb == "rejected":
                process, acknowledge = archive.begin_rejected(env=environment), lambda: None
            else:
                process, acknowledge = disturbed_runs.begin(archive, verb, env=environment)
            _, err = process.communicate()
            if process.returncode != (3 if verb == "rejected" else 0):
                raise RuntimeError(f"{verb}: exit code {process.returncode}: {err.decode()}")
            self.records = list(disk_model.records(log))
            self.owed += [owed_now(archive)] * (len(self.records) - len(self.owed))
            acknowledge()
            self.owed.append(owed_now(archive))
        self.owed[len(self.records):] = [owed_now(archive)]

    def moments(self, rng, count):
        """Some of them anywhere, as many shortly after a file was renamed; in order."""
        renames = [place + 1 for place, record in enumerate(self.records) if record[0] == "R"]
        anywhere = rng.choices(range(1, len(self.records) + 1), k=count - count // 2)
        near = [min(len(self.records), rng.choice(renames) + rng.randint(0, 6)) for _ in range(count // 2)]
        return sorted(anywhere + near)


def cut(archive, recording, count, strict, syncs_directories=True):
    """The states that were wrong, in sentences."""
    disk = disk_model.Disk(archive.path, strict, syncs_directories)
    disk.adopt(recording.before)
    found, left = [], os.path.join(archive.directory, "left")
    kept = owed_now(archive)
    for number, moment in enumerate(recording.moments(archive.rng, count)):
        while disk.moment < moment:
            disk.apply(recording.records[disk.moment])
        disk.leave(archive.rng, left)
        archive.ledger, archive.buried, archive.pending, archive.dying, archive.names = recording.owed[moment]
        wrong = archive.violations(archive=left)
        if not wrong and number % 5 == 0:  # and writing goes on
            code, _, err = archive.run("index", archive.write({"after": "كتب بعد انقطاع الكهرباء"}), archive=left)
            wrong = [f"afterwards: exit code {code}: {err}"] if code != 0 else []
        if wrong:
            found.append(f"cut after record {moment} of {len(recording.records)}: {wrong[0]}")
        shutil.rmtree(left)
    archive.ledger, archive.buried, archive.pending, archive.dying, archive.names = kept
    return found

# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that are killed, or that meet a disk that fails or is full."""

import os
import shutil
import signal
import subprocess
import time

CALLS = ["write", "pwrite", "fsync", "fdatasync", "rename", "open", "unlink"]
PLACES = [1, 1, 2, 2, 3, 4, 5, 7, 10, 14, 20, 30, 45, 70]


class Disturbance:
    """Sets the shim up for one command."""

    def __init__(self, archive, shim):
        self.archive, self.shim = archive, shim
        self.log = os.path.join(archive.directory, "met")

    def environment(self, call, errno, sticky=False, preload=""):
        return {**os.environ, "LD_PRELOAD": f"{self.shim} {preload}".strip(), "FAULT_UNDER": self.archive.path,
                "FAULT_CALL": call, "FAULT_AT": str(self.archive.rng.choice(PLACES)), "FAULT_ERRNO": errno,
                "FAULT_STICKY": "1" if sticky else "0", "FAULT_LOG": self.log}

    def was_met(self):
        met = os.path.exists(self.log)
        if met:
            os.unlink(self.log)
        return met


def begin(archive, verb, **how):
    """Starts the verb; what its end acknowledges is done by the function beside the process."""
    if verb == "index":
        batch = archive.new_batch(archive.rng.randint(1, 60))
        return archive.begin_index(batch, **how), lambda: archive.acknowledge(batch)
    if verb == "bulk":  # as many as go into segments and are merged with the rest
        batch = archive.new_batch(2000 + len(archive.ledger) // 3)
        batch = {name: text for name, text in batch.items() if name not in archive.ledger}
        return archive.begin_index(batch, **how), lambda: archive.acknowledge(batch)
    if verb == "change":
        batch = {name: archive.new_text() for name in archive.rng.sample(sorted(archive.ledger), 80)}
        return archive.begin_index(batch, **how), lambda: archive.acknowledge(batch)
    if verb == "name":
        return archive.begin_name(**how)
    if verb == "remove":
        name = archive.rng.choice(sorted(archive.ledger))
        archive.dying.add(name)
        return archive.start("remove", name, "--forever", "--reason", "test", **how), lambda: archive.bury(name)
    if verb == "swap":  # needs something to swap to
        code, _, err = archive.run("rebuild")
        if code != 0:
            raise RuntimeError(f"rebuild: exit code {code}: {err}")
    return archive.start(verb, **how), lambda: None


def kill(archive, verb, disturbance, at_a_call=0.7, calls=tuple(CALLS), preload=""):
    """A command that is killed at a call into the kernel or at any moment; True unless it was done before."""
    if archive.rng.random() < at_a_call:
        call = archive.rng.choice(calls)
        process, acknowledge = begin(archive, verb, env=disturbance.environment(call, "kill", preload=preload))
    else:
        process, acknowledge = begin(archive, verb)
        time.sleep(archive.rng.uniform(0, archive.longest[verb]))
        process.send_signal(signal.SIGKILL)
    _, err = process.communicate()
    if process.returncode == 0:
        acknowledge()
    elif process.returncode != -signal.SIGKILL:
        raise RuntimeError(f"{verb}: exit code {process.returncode}: {err.decode()}")
    disturbance.was_met()
    return process.returncode != 0


def measure(archive, verbs):
    """How long each verb takes, so that a kill may come at any moment of it."""
    archive.longest = {}
    for verb in verbs:
        process, acknowledge = begin(archive, verb)
        start = time.monotonic()
        _, err = process.communicate()
        archive.longest[verb] = 1.1 * (time.monotonic() - start)
        if process.returncode != 0:
            raise RuntimeError(f"{verb}: exit code {process.returncode}: {err.decode()}")
        acknowledge()


def vocabulary(rng, size):
    """Made-up words."""
    return ["".join(rng.choices("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", k=rng.randint(3, 7))) for _ in range(size)]


def unfinished(archive):
    """True while a generation is being put together, or was when its run was killed."""
    return any(name.endswith(".building") for name in os.listdir(os.path.join(archive.path, "index")))


def kill_packing(archive, count):
    """Runs that each leave an index too large for its text, and so copy it, killed from the beginning of the
    copy on: what is wrong, and how many were killed while they copied."""
    copying = 0
    while copying < count:
        before = archive.generation()
        process, acknowledge = begin(archive, "change")
        while not unfinished(archive) and process.poll() is None:
            time.sleep(0.001)
        time.sleep(archive.rng.uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
        _, err = process.communicate()
        if process.returncode == 0:
            acknowledge()
            if archive.generation() == before:
                return ["a run that was to pack did not"], copying
        elif process.returncode != -signal.SIGKILL:
            return [f"a run that packs: exit code {process.returncode}: {err.decode()}"], copying
        copying += unfinished(archive)
        if found := archive.violations() + archive.resume():
            return found, copying
    return archive.violations(), copying


def fail(archive, verb, disturbance):
    """A command whose disk fails. It must say so, and leave the archive as it was or as it should be. Whether
    the fault was met, and what is wrong."""
    call = archive.rng.choice([*CALLS[:-1], "short"])
    environment = disturbance.environment(call, archive.rng.choice(["28", "5"]), archive.rng.random() < 0.5)
    process, acknowledge = begin(archive, verb, env=environment)
    _, err = process.communicate()
    met = disturbance.was_met()
    if process.returncode == 0:
        acknowledge()
        return met, []
    if process.returncode in (1, 7) and err.decode().startswith("error: "):
        return met, []
    told = {name: value for name, value in environment.items() if name.startswith("FAULT_")}
    return met, [f"{verb} with {told}: exit code {process.returncode}: {err.decode()}"]


def fill_disk(archive, place):
    """Indexes into a file system of 4 MB until it is full, and goes on where there is room again: what is wrong,
    and how many runs there were. Needs the right to mount one."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", place], check=True)
    try:
        archive.path = os.path.join(place, "archive")
        full, runs = 0, 0
        while full < 5:
            batch = archive.new_batch(150)
            process = archive.begin_index(batch)
            _, err = process.communicate()
            runs += 1
            if process.returncode == 0:
                archive.acknowledge(batch)
            elif process.returncode == 1 and "space" in err.decode():
                full += 1
            else:
                return [f"on a full disk: exit code {process.returncode}: {err.decode()}"], runs
            found = archive.violations()
            if found:
                return found, runs
        subprocess.run(["mount", "-o", "remount,size=64m", place], check=True)
        return archive.resume() + archive.violations(), runs
    finally:
        subprocess.run(["umount", place], check=True)


def flip_bits(archive, count):
    """Flips one bit at a time of the files of an index: how many `check` did not see."""
    copy = os.path.join(archive.directory, "flipped")
    shutil.copytree(archive.path, copy)
    generation = os.path.join(copy, "index", archive.generation())
    files = sorted(name for name in os.listdir(generation) if os.path.getsize(os.path.join(generation, name)) > 0)
    unseen = []
    for number in range(count):
        name = files[number % len(files)]
        path = os.path.join(generation, name)
        place, bit = archive.rng.randrange(os.path.getsize(path)), 1 << archive.rng.randrange(8)
        for undo in (False, True):
            with open(path, "r+b") as file:
                file.seek(place)
                byte = file.read(1)[0]
                file.seek(place)
                file.write(bytes([byte ^ bit]))
            if not undo and archive.run("check", archive=copy)[0] != 7:
                unseen.append(f"{name}: bit {bit} of byte {place} is flipped and check does not say so")
    shutil.rmtree(copy)
    return unseen

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the engines against each other over one corpus and prints one table; bench/run prepares and calls it.

Index runs of the engines take turns, and so does each question, so that what else the machine does hits all
alike. Ratios are against plain Xapian, the engine named `xapian`, in the same run.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import time


def engines(build, work):
    here = pathlib.Path(__file__).parent
    race, fihrist = build / "bench/fihrist-race-engine", build / "cli/fihrist"
    jars = ":".join(map(str, [*pathlib.Path("/usr/share/java").glob("lucene-core-8.*.jar"),
                              *pathlib.Path("/usr/share/java").glob("lucene-analyzers-common-8.*.jar"),
                              "/usr/share/java/gson.jar", work / "classes"]))
    java = ["java", "-Xmx2g", "-cp", jars, "LuceneEngine"]
    return {
        "xapian": ([race, "index-xapian"], [race, "answer-xapian"]),
        "fihrist": ([fihrist, "-q", "-C", None, "index"], [race, "answer-fihrist"]),
        "lucene": ([*java, "index"], [*java, "answer"]),
        "omega": ([here / "omega_engine.py", "index"], [here / "omega_engine.py", "answer"]),
        "sqlite": ([here / "sqlite_engine.py", "index"], [here / "sqlite_engine.py", "answer"]),
        "postgres": ([here / "postgres_engine.py", "index"], [here / "postgres_engine.py", "answer"]),
    }


def index_command(command, directory, corpora):
    if None in command:
        return [str(directory if part is None else part) for part in command] + corpora
    return [*map(str, command), str(directory), *corpora]


def directory_bytes(directory):
    return sum(path.stat().st_blocks * 512 for path in directory.rglob("*") if path.is_file())


def index_once(command, directory, corpora):
    """Wall seconds, CPU seconds and peak memory (MiB) of the command and all that it started."""
    shutil.rmtree(directory, ignore_errors=True)
    begin = time.perf_counter()
    process = subprocess.Popen(index_command(command, directory, corpora), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{command[0]} index failed")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def spread(values):
    """Median and half the distance of the quartiles; the only value when there is one."""
    middle = statistics.median(values)
    if len(values) < 3:
        return middle, (max(values) - min(values)) / 2
    low, _, high = statistics.quantiles(values, n=4)
    return middle, (high - low) / 2


def race_index(chosen, work, corpora, passes):
    text = documents = 0
    for corpus in corpora:
        with open(corpus, encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                text += len(((record.get("title") or "") + (record.get("text") or "")).encode())
                documents += 1
    print(f"corpus: {documents} articles, {text / 1e6:.1f} MB of titles and texts; {passes} index runs each, in turn\n")
    taken = {name: [] for name in chosen}
    for _ in range(passes):
        for name, (command, _) in chosen.items():
            taken[name].append(index_once(command, work / name, corpora))
    print(f"{'index':<10} {'docs/s':>8} {'MB/s':>7} {'MB/CPU s':>9} {'±':>5} {'ratio':>6} {'peak MiB':>9} {'index/text':>10}")
    base = statistics.median(text / 1e6 / cpu for _, cpu, _ in taken.get("xapian", [(1, 1, 1)]))
    for name, runs in taken.items():
        wall = statistics.median(run[0] for run in runs)
        rate, half = spread([text / 1e6 / cpu for _, cpu, _ in runs])
        print(f"{name:<10} {documents / wall:8.0f} {text / 1e6 / wall:7.2f} {rate:9.2f} {half:5.2f} {rate / base:6.2f} "
              f"{max(run[2] for run in runs):9.0f} {directory_bytes(work / name) / text:10.2f}")


class Contestant:
    def __init__(self, command, directory):
        self.process = subprocess.Popen([*map(str, command), str(directory)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def ask(self, question):
        self.process.stdin.write(question + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.process.args[0]} ended at: {question}")
        taken = line.split("\t")[0]
        return None if taken == "-" else float(taken)  # "-": it cannot answer such questions

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def quantile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def mixed(times, engines):
    """All classes that every engine answers, as one."""
    together = {}
    for by_engine in times.values():
        if len(by_engine) < len(engines):
            continue
        for engine, by_pass in by_engine.items():
            for number, taken in by_pass.items():
                together.setdefault(engine, {}).setdefault(number, []).extend(taken)
    return together


def race_questions(chosen, work, questions, passes):
    contestants = {name: Contestant(command, work / name) for name, (_, command) in chosen.items()}
    times = {}  # class -> engine -> a list of times a pass
    for number in range(passes + 1):
        for question in questions:
            name = question.split("\t")[0]
            for engine, contestant in contestants.items():
                taken = contestant.ask(question)
                if number > 0 and taken is not None:  # the first pass warms caches
                    times.setdefault(name, {}).setdefault(engine, {}).setdefault(number, []).append(taken)
    for contestant in contestants.values():
        contestant.end()
    times["mixed"] = mixed(times, contestants)
    print(f"\n{'a page of ten, ms':<18} {'engine':<9} {'p50':>8} {'p95':>8} {'p99':>8} {'p50 ratio':>10} {'±':>6}")
    for name, by_engine in times.items():
        for engine, by_pass in by_engine.items():
            everything = [taken for one in by_pass.values() for taken in one]
            ratios = [statistics.median(one) / statistics.median(by_engine["xapian"][number])
                      for number, one in by_pass.items()] if "xapian" in by_engine else [float("nan")]
            ratio, half = spread(ratios)
            print(f"{name:<18} {engine:<9} {quantile(everything, .5):8.3f} {quantile(everything, .95):8.3f} "
                  f"{quantile(everything, .99):8.3f} {ratio:10.2f} {half:6.2f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--build", type=pathlib.Path, required=True, help="a release build with benchmarks")
    arguments.add_argument("--work", type=pathlib.Path, required=True, help="where the indexes go")
    arguments.add_argument("--engines", default="xapian,fihrist,lucene,omega,sqlite,postgres")
    arguments.add_argument("--index-passes", type=int, default=3)
    arguments.add_argument("--passes", type=int, default=5, help="over all questions, the first not counted")
    arguments.add_argument("--each", type=int, default=25, help="questions a class")
    arguments.add_argument("corpora", nargs="+", help="JSON lines")
    chosen = arguments.parse_args()
    work = chosen.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    known = engines(chosen.build.resolve(), work)
    runners = {name: known[name] for name in chosen.engines.split(",")}
    corpora = [os.path.abspath(path) for path in chosen.corpora]
    if chosen.index_passes > 0:
        race_index(runners, work, corpora, chosen.index_passes)
        (work / "kiwix").mkdir(exist_ok=True)  # which only load.py asks
        subprocess.run([str(pathlib.Path(__file__).resolve().parent / "kiwix_archive.py"), str(work / "kiwix" / "race.zim"), *corpora],
                       check=True)
    drawn = subprocess.run([str(chosen.build / "bench/fihrist-race-engine"), "questions", str(chosen.each), *corpora],
                           stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True).stdout.splitlines()
    race_questions(runners, work, drawn, chosen.passes)


if __name__ == "__main__":
    main()

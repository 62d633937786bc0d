#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests a second for results pages: `fihrist serve` beside Omega's CGI behind lighttpd and kiwix-serve, by wrk, in turn.

Needs the indexes that race.py left in its work directory, and kiwix/race.zim there (kiwix_archive.py).
"""
import argparse
import contextlib
import pathlib
import re
import signal
import statistics
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request

CONNECTIONS = (1, 2, 16, 64)
LIGHTTPD = """server.modules = ("mod_cgi", "mod_setenv", "mod_alias")
server.document-root = "/usr/lib/cgi-bin/omega"
server.bind = "127.0.0.1"
server.port = {port}
server.max-connections = 1024
alias.url = ("/omega" => "/usr/lib/cgi-bin/omega/omega")
$HTTP["url"] =~ "^/omega" {{ cgi.assign = ("" => "") }}
setenv.add-environment = ("OMEGA_CONFIG_FILE" => "{config}")
"""


def wait_for(address):
    for _ in range(200):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=5).read()
            return
        time.sleep(0.1)
    raise RuntimeError(f"nothing answers at {address}")


def wrk_script(folder, name, paths):
    listed = ",".join(f'"{path}"' for path in paths)
    script = folder / f"{name}.lua"
    script.write_text(f"local paths = {{{listed}}}\nlocal at = 0\n"
                      "request = function() at = at % #paths + 1; return wrk.format('GET', paths[at]) end\n")
    return script


def load(script, address, connections, seconds):
    printed = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", str(script), address],
                             stdout=subprocess.PIPE, text=True, check=True).stdout
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", printed)
    unit = {"us": 1e-3, "ms": 1, "s": 1e3}[p99[2]]
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", printed)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", printed)[1]), float(p99[1]) * unit, int(failed[1]) if failed else 0


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--build", type=pathlib.Path, required=True)
    arguments.add_argument("--work", type=pathlib.Path, required=True)
    arguments.add_argument("--questions", type=pathlib.Path, required=True, help="lines of fihrist-race-engine questions")
    arguments.add_argument("--seconds", type=int, default=5)
    arguments.add_argument("--passes", type=int, default=3)
    chosen = arguments.parse_args()
    words = [urllib.parse.quote(line.split("\t")[3]) for line in chosen.questions.read_text(encoding="utf-8").splitlines()
             if line.split("\t")[1] in ("term", "all") and line.split("\t")[3]]
    work = chosen.work.resolve()
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as servers:
        folder = pathlib.Path(folder)
        config = folder / "lighttpd.conf"
        config.write_text(LIGHTTPD.format(port=18081, config=work / "omega" / "omega.conf"))
        for command in ([str(chosen.build / "cli/fihrist"), "-q", "-C", str(work / "fihrist"), "serve", "--listen", "127.0.0.1:18080"],
                        ["/usr/sbin/lighttpd", "-D", "-f", str(config)],
                        ["kiwix-serve", "-i", "127.0.0.1", "-p", "18082", str(work / "kiwix" / "race.zim")]):
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            servers.callback(lambda p=process: (p.send_signal(signal.SIGTERM), p.wait()))
        sites = {
            "fihrist": ("http://127.0.0.1:18080", wrk_script(folder, "fihrist", [f"/search?q={word}" for word in words])),
            "omega": ("http://127.0.0.1:18081",
                      wrk_script(folder, "omega", [f"/omega?DB=default&DEFAULTOP=and&P={word}" for word in words])),
            "kiwix": ("http://127.0.0.1:18082",
                      wrk_script(folder, "kiwix", [f"/search?content=race&pageLength=10&pattern={word}" for word in words])),
        }
        wait_for(sites["fihrist"][0] + "/healthz")
        wait_for(sites["omega"][0] + f"/omega?DB=default&P={words[0]}")
        wait_for(sites["kiwix"][0])
        print(f"{'results pages':<14} {'connections':>11} {'requests/s':>11} {'p99 ms':>8} {'failed':>7} {'fihrist/it':>11}")
        for connections in CONNECTIONS:
            seen = {name: [] for name in sites}
            for _ in range(chosen.passes):
                for name, (address, script) in sites.items():
                    seen[name].append(load(script, address, connections, chosen.seconds))
            own = statistics.median(rate for rate, _, _ in seen["fihrist"])
            for name, runs in seen.items():
                rate = statistics.median(run[0] for run in runs)
                print(f"{name:<14} {connections:>11} {rate:>11.0f} {statistics.median(run[1] for run in runs):>8.1f} "
                      f"{sum(run[2] for run in runs):>7} {own / rate:>11.1f}")


if __name__ == "__main__":
    main()

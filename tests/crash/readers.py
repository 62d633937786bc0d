# SPDX-License-Identifier: GPL-3.0-or-later
"""Those who read an archive while it is written to: a server that is asked all the while, and searches by
the command line. Neither may ever see an error, or an archive without what was acknowledged."""

import json
import subprocess
import threading
import urllib.request

PAGES = ["search?q=%D9%87%D8%A7%D8%AA%D9%81", "api/v1/search?q=%D8%B4%D8%A8%D9%83%D8%A9&facets=1", "", "2017/01",
         "api/v1/search?q=", "article/a1", "feed.atom", "search?q=%D8%B4*&sort=newest&page=2", "sitemap.xml"]


class Readers:
    def __init__(self, archive):
        self.archive = archive
        self.server = subprocess.Popen([archive.program, "-C", archive.path, "serve", "--listen", "127.0.0.1:0"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        line = self.server.stderr.readline().decode()
        if " on http" not in line:
            raise RuntimeError(f"the server does not start: {line}")
        self.url = line.split(" on ")[1].split()[0]
        self.requests = self.searches = 0
        self.failures = []
        self.ended = threading.Event()
        self.threads = [threading.Thread(target=one, daemon=True) for one in (self.ask_server, self.ask_program)]
        for thread in self.threads:
            thread.start()

    def ask_server(self):
        while not self.ended.wait(0.02):
            page = PAGES[self.requests % len(PAGES)]
            owed = self.owed()
            try:
                with urllib.request.urlopen(self.url + page, timeout=60) as answer:
                    body = answer.read()
                owed = min(owed, self.owed())  # an article may have gone meanwhile
                if page.endswith("search?q=") and json.loads(body)["total"] < owed:
                    self.failures.append(f"the server shows {json.loads(body)['total']} of {owed} articles")
            except (OSError, ValueError) as error:
                self.failures.append(f"{page}: {error}")
            self.requests += 1

    def owed(self):
        """Those that die are counted first: one that has died between the two counts is in neither."""
        dying = len(self.archive.dying)
        return len(self.archive.ledger) - dying

    def ask_program(self):
        while not self.ended.wait(0.5):
            code, out, err = self.archive.run("search", "شبكة", "--limit", "3", "--format", "json")
            if code != 0 or '"hits"' not in out:
                self.failures.append(f"search: exit code {code}: {err}")
            self.searches += 1

    def end(self):
        """What went wrong, in sentences."""
        self.ended.set()
        for thread in self.threads:
            thread.join()
        self.server.terminate()
        if self.server.wait() != 0:
            self.failures.append(f"the server ended with {self.server.returncode}")
        return self.failures

# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a directory survives a power cut, made of a recording of its changes (recording_shim.cpp).

Two models of a file system. In both, what was written to a file and not synced is there or not, page by page,
in any of its versions.
  journal: changes of names and sizes are kept in their order, and syncing any file keeps all that came before
           (ext4 with data=ordered; XFS is like it);
  strict:  each directory keeps a beginning of its changes, at least up to its own last sync, whatever the
           others keep (what POSIX promises).
"""

import os

PAGE = 4096


class File:
    def __init__(self):
        self.kept = {}  # page -> bytes
        self.unsynced = {}  # page -> versions, oldest first
        self.sizes = [(0, 0)]  # (moment, size), since the last sync

    def size(self):
        return self.sizes[-1][1]

    def page(self, number):
        versions = self.unsynced.get(number)
        return versions[-1] if versions else self.kept.get(number, bytes(PAGE))

    def write(self, moment, offset, data):
        end = offset + len(data)
        for number in range(offset // PAGE, (end + PAGE - 1) // PAGE):
            page = bytearray(self.page(number))
            begin = max(offset, number * PAGE)
            stop = min(end, (number + 1) * PAGE)
            page[begin - number * PAGE:stop - number * PAGE] = data[begin - offset:stop - offset]
            self.unsynced.setdefault(number, []).append(bytes(page))
        if end > self.size():
            self.sizes.append((moment, end))

    def cut(self, moment, size):
        if size < self.size():
            for number in {*self.kept, *self.unsynced}:
                if number * PAGE >= size:
                    self.unsynced.setdefault(number, []).append(bytes(PAGE))
        self.sizes.append((moment, size))

    def sync(self):
        for number, versions in self.unsynced.items():
            self.kept[number] = versions[-1]
        self.unsynced.clear()
        self.sizes = [(0, self.size())]

    def changed_size(self):
        return len(self.sizes) > 1

    def left(self, rng, until):
        """The bytes after a cut; sizes are those of the moment."""
        size = [size for moment, size in self.sizes if moment <= until][-1]
        luck = rng.choice([0, 0.5, 1])
        data = bytearray(size)
        for number in {*self.kept, *self.unsynced}:
            page = self.kept.get(number, bytes(PAGE))
            if number in self.unsynced and rng.random() < luck:
                page = rng.choice(self.unsynced[number])
            room = max(0, min(PAGE, size - number * PAGE))
            data[number * PAGE:number * PAGE + room] = page[:room]
        return bytes(data)


class Directory:
    def __init__(self):
        self.changes = []  # (moment, {name: node or None}), all that ever were
        self.synced = 0  # of them

    def entries(self, count=None):
        entries = {}
        for _, change in self.changes[:count]:
            entries.update(change)
        return {name: node for name, node in entries.items() if node is not None}

    def change(self, moment, names):
        self.changes.append((moment, names))


class Disk:
    """A directory as a recording makes it, moment by moment."""

    def __init__(self, path, strict, syncs_directories=True):
        self.top_path, self.strict, self.syncs_directories = path, strict, syncs_directories
        self.top = Directory()
        self.moment = self.committed = 0  # records applied, and those that the journal has
        self.now = {path: self.top}  # path -> node

    def adopt(self, copy):
        """Takes over what a copy of the directory holds, as safe."""
        for place, directories, files in os.walk(copy):
            here = self.top_path + place[len(copy):]
            for name in directories:
                self.make(os.path.join(here, name), Directory())
            for name in files:
                file = File()
                with open(os.path.join(place, name), "rb") as content:
                    file.write(0, 0, content.read())
                file.sync()
                self.make(os.path.join(here, name), file)
        for node in self.now.values():
            if isinstance(node, Directory):
                node.synced = len(node.changes)

    def parent(self, path):
        return self.now[os.path.dirname(path)]

    def make(self, path, node):
        self.now[path] = node
        self.parent(path).change(self.moment, {os.path.basename(path): node})

    def rename(self, source, target):
        moved = {path: node for path, node in self.now.items() if path == source or path.startswith(source + "/")}
        for path in [path for path in self.now if path == target or path.startswith(target + "/")]:
            del self.now[path]
        for path, node in moved.items():
            del self.now[path]
            self.now[target + path[len(source):]] = node
        node, old, new = moved[source], os.path.basename(source), os.path.basename(target)
        if os.path.dirname(source) == os.path.dirname(target):
            self.parent(target).change(self.moment, {old: None, new: node})
        else:
            self.parent(target).change(self.moment, {new: node})
            self.parent(source).change(self.moment, {old: None})

    def sync(self, path):
        node = self.now[path]
        if isinstance(node, Directory):
            if not self.syncs_directories:
                return
            node.synced = len(node.changes)
            self.committed = self.moment
        else:
            changes_names = node.changed_size() or any(
                moment > self.committed and node in change.values() for moment, change in self.parent(path).changes)
            node.sync()
            if changes_names:
                self.committed = self.moment

    def apply(self, record):
        self.moment += 1
        what, path = record[0], record[-1]
        if what == "R":
            return self.rename(*path.split("\t"))
        if what == "O":
            if path not in self.now:
                self.make(path, File())
            elif record[1] == "1":
                self.now[path].cut(self.moment, 0)
        elif what == "D":
            self.make(path, Directory())
        elif path in self.now:  # a file that was removed may be written to still
            if what == "U":
                del self.now[path]
                self.parent(path).change(self.moment, {os.path.basename(path): None})
            elif what == "S":
                self.sync(path)
            elif what == "W":
                self.now[path].write(self.moment, record[1], record[2])
            elif what == "Z":
                self.now[path].cut(self.moment, int(record[1]))
        return None

    def leave(self, rng, target):
        """Writes to `target` what a cut at this moment leaves."""
        until = rng.choice([self.committed, self.moment, rng.randint(self.committed, self.moment)])
        self.leave_directory(self.top, rng, until, target)

    def leave_directory(self, directory, rng, until, target):
        os.makedirs(target, exist_ok=True)
        if self.strict:
            count = rng.choice([directory.synced, len(directory.changes),
                                rng.randint(directory.synced, len(directory.changes))])
            until = rng.randint(0, self.moment)
        else:
            count = sum(1 for moment, _ in directory.changes if moment <= until)
        for name, node in directory.entries(count).items():
            place = os.path.join(target, name)
            if isinstance(node, Directory):
                self.leave_directory(node, rng, until, place)
            else:
                with open(place, "wb") as file:
                    file.write(node.left(rng, until))


def records(log):
    """The records of a recording, in order."""
    with open(log, "rb") as file:
        while line := file.readline():
            parts = line.decode().rstrip("\n").split(" ", {"O": 2, "Z": 2, "W": 3}.get(chr(line[0]), 1))
            if parts[0] != "W":
                yield parts
                continue
            yield ["W", int(parts[1]), file.read(int(parts[2])), parts[3]]

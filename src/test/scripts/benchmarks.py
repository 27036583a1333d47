#!/usr/bin/python3
"""Measures how fast the packaged program is and prints the tables of src/docs/SPEED.md.

usage: benchmarks.py [--seconds S] [--rounds N] [--only WORD,WORD] [--write]

Needs what `mvn -DskipTests package` makes, Linux, h5py and numpy; JAVA_HOME, else the java of the PATH. Each row is measured in
every round, so that a change of the machine meets all of them. --seconds: how long a warm Java machine is measured in a
round, and half as long before (8); --rounds: how often (3); --only: rows whose names have one of these words; --write: puts the
tables between the marks in src/docs/SPEED.md.

Beside each row stands the plain reading and writing of as many bytes, in the same minute: what no program can do without.
"""

import argparse
import datetime
import glob
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time

sys.dont_write_bytecode = True
import benchmark_datasets  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[3]
HOME = ROOT / "target" / "benchmark"
DATASETS = HOME / "datasets"
PAGE = ROOT / "src" / "docs" / "SPEED.md"
MARKS = "<!-- measured by src/test/scripts/benchmarks.py -->", "<!-- end of what was measured -->"

NAMES = {
    "sample": "the sample, 10 frames",
    "nxmx-eiger-3600": "NXmx of an EIGER, 3 600 frames in 4 linked files",
    "nxmx-virtual-3600": "NXmx with a virtual data set, 3 600 frames in 4 files",
    "nxmx-eiger-100000": "NXmx of an EIGER, 100 000 frames in 100 linked files",
    "minicbf-3600": "miniCBF, 3 600 files",
    "fullcbf-720": "full CBF, 720 files",
    "smv-720": "SMV, 720 files",
    "tiff-720": "PILATUS TIFF, 720 files",
}


def java():
    home = os.environ.get("JAVA_HOME")
    return os.path.join(home, "bin", "java") if home else shutil.which("java")


def place(dataset):
    return ROOT / "src/main/resources/sample" if dataset == "sample" else DATASETS / dataset


class Ended:
    """A process from its start to its end: seconds on the clock and of processors, MB of memory, bytes that were read."""

    def __init__(self, command, **environment):
        begun = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in command], cwd=ROOT, env={**os.environ, **environment},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        self.clock = time.perf_counter() - begun
        io = pathlib.Path("/proc/%d/io" % process.pid).read_text()
        self.read = int(re.search(r"rchar: (\d+)", io).group(1))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.processors = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        if process.returncode:
            raise SystemExit("%s ended with %d" % (command, process.returncode))


def warm(work, at, seconds):
    """What a warm machine took, and the plain bytes beside it."""
    app = ROOT / "target" / "quarkus-app"
    jars = [str(ROOT / "target" / "test-classes")] + sorted(
        glob.glob(str(app / "app" / "*.jar")) + glob.glob(str(app / "lib" / "*" / "*.jar")))
    heap = "-Xmx256m" if "500000" in str(at) else "-Xmx64m"
    ended = subprocess.run(
        [java(), heap, "-XX:+UseSerialGC", "-cp", ":".join(jars), "io.github.icatimgcif.benchmark.WarmMachine", work, str(at),
         str(HOME / "made"), str(seconds / 2), str(seconds)], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return json.loads(ended.stdout.decode().splitlines()[-1])


def cold(at, plain_read, plain_written):
    """A command from its start to its end, and cat and dd of the bytes that the conversion itself reads and writes."""
    made, copy = HOME / "cold.cif", HOME / "cold.bytes"
    made.unlink(missing_ok=True)
    ended = Ended([ROOT / "bin/imgcif", "convert", at, "-o", made], XDG_CACHE_HOME=str(HOME / "cache"))
    plain = Ended(["sh", "-c", 'cat "$0"/* 2>/dev/null | head -c %d >/dev/null; dd if=/dev/zero of="$1" bs=%d count=1 conv=fsync'
                   % (plain_read, plain_written), at, copy])
    return ended, plain


def spread(values, form):
    return "%s (%s – %s)" % tuple(form % value for value in (statistics.median(values), min(values), max(values)))


def table(columns, rows):
    lines = [columns, ["---"] * len(columns)] + rows
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def mega(count):
    return "%.2f" % (count / 1e6)


class Work:
    """The rounds of one row."""

    def __init__(self, name, work, at):
        self.name, self.work, self.at, self.rounds, self.cold = name, work, at, [], []

    def measure(self, seconds):
        self.rounds.append(warm(self.work, self.at, seconds))

    def all(self, who, what):
        return [value for one in self.rounds for value in one[who][what]]

    def processors(self):
        return statistics.mean(one["ours"]["process"] for one in self.rounds)

    def clock(self):
        return statistics.median(self.all("ours", "clock"))

    def limit(self, what):
        return statistics.median(self.all("limit", what))

    def row(self):
        first = self.rounds[0]
        return [
            self.name, mega(first["read"]), mega(first["written"]),
            "%.1f" % self.processors(), "%.1f" % (1000 / self.processors()),
            spread(self.all("ours", "clock"), "%.1f"), spread(self.all("limit", "clock"), "%.1f"), "%.2f" % self.limit("thread"),
            "%.0f" % (self.processors() / max(self.limit("thread"), 0.001)), "%.1f" % (self.clock() / self.limit("clock")),
            "%.1f" % (first["ours"]["allocated"] / 1e6)]

    def cold_row(self):
        ours, plain = [one for one, _ in self.cold], [one for _, one in self.cold]
        clock = statistics.median(one.clock for one in ours)
        return [
            self.name, spread([one.processors for one in ours], "%.2f"), spread([one.clock for one in ours], "%.2f"),
            "%.0f" % statistics.median(one.memory for one in ours), mega(statistics.median(one.read for one in ours)),
            spread([one.clock for one in plain], "%.3f"),
            "%.0f" % (clock / statistics.median(one.clock for one in plain))]


WARM = ["", "read, MB", "written, MB", "processors, ms", "a second and core", "clock, ms", "plain, clock, ms",
        "plain, processor, ms", "processors / plain", "clock / plain", "memory asked for, MB"]
COLD = ["", "processors, s", "clock, s", "memory, MB", "read in all, MB", "cat and dd, clock, s", "clock / plain"]


def machine():
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    version = subprocess.run([java(), "-version"], stderr=subprocess.PIPE, check=True).stderr.decode().splitlines()[1]
    return "%s, %d cores, Linux; %s; %s. Load when it began %.1f, when it ended %%.1f." % (
        model.group(1) if model else platform.machine(), os.cpu_count(), version,
        datetime.date.today(), os.getloadavg()[0])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--seconds", type=float, default=8)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--only", default="")
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    described = machine()
    benchmark_datasets.main(str(DATASETS))

    def wanted(name):
        return any(word in name for word in chosen.only.split(","))

    launcher = {"XDG_CACHE_HOME": str(HOME / "cache")}
    Ended([ROOT / "bin/imgcif", "--prepare", place("sample")], **launcher)
    conversions = [Work(text, "CONVERT", place(name)) for name, text in NAMES.items() if wanted(name)]
    headers = [Work("the header of every file", "CONVERT_ALL_HEADERS", place("minicbf-3600"))] if wanted("minicbf-3600") else []
    large = []
    if wanted("500000"):
        cif = HOME / "large-500000.cif"
        if not cif.exists():
            Ended([ROOT / "bin/imgcif", "convert", place("nxmx-eiger-500000"), "-o", cif], **launcher)
        large = [Work("write", "WRITE", place("nxmx-eiger-500000")),
                 Work("read", "READ", cif), Work("read and judge", "JUDGE", cif)]
    for number in range(chosen.rounds):
        for work in conversions + headers + large:
            print("round %d: %s" % (number + 1, work.name), file=sys.stderr)
            work.measure(chosen.seconds)
            if work in conversions:
                for _ in range(5):
                    work.cold.append(cold(work.at, work.rounds[0]["read"], work.rounds[0]["written"]))
    parts = [described % os.getloadavg()[0]]
    if conversions:
        parts += ["A conversion in a warm Java machine, heap 64 MB:", table(WARM, [work.row() for work in conversions + headers])]
        parts += ["A conversion by `bin/imgcif`, its start included:", table(COLD, [work.cold_row() for work in conversions])]
    if headers:
        files = benchmark_datasets.DATASETS["minicbf-3600"][1]
        sampled = next(work for work in conversions if work.at == headers[0].at)
        parts.append("A header costs %.0f µs of processor and %.0f µs on the clock, and %.1f kB are read of its file." % (
            (headers[0].processors() - sampled.processors()) / files * 1000,
            (headers[0].clock() - sampled.clock()) / files * 1000,
            (headers[0].rounds[0]["read"] - sampled.rounds[0]["read"]) / files / 1000))
    if large:
        parts += ["An imgCIF of 500 000 frames, heap 256 MB:", table(WARM, [work.row() for work in large])]
    text = "\n\n".join(parts)
    print(text)
    if chosen.write:
        page = PAGE.read_text()
        before, rest = page.split(MARKS[0])
        after = rest.split(MARKS[1])[1]
        PAGE.write_text(before + MARKS[0] + "\n" + text + "\n\n" + MARKS[1] + after)


if __name__ == "__main__":
    main()

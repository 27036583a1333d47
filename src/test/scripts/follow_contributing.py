#!/usr/bin/env python3
"""Follows CONTRIBUTING.md to the letter in a clone that is thrown away, as somebody on the first day would.

Files are written, changes are applied by git, commands are run by a shell, and what the page says they print must be printed. The
sections follow one another in the same clone.

  python3 src/test/scripts/follow_contributing.py [--maven 'mvn -o -B'] [SECTION ...]

SECTION is the heading, as in "A beamline"; without one the whole page is followed. "Build" takes as long as all tests.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import time

FILE = re.compile(r"`([\w./-]+/[\w.-]+)`:$")


def sections(page):
    """Headings and their blocks: (kind, file name or None, text)."""
    found, heading, name, fence, lines = [], None, None, None, []
    for line in page.splitlines():
        if fence is not None:
            if line.strip() == "```":
                found[-1][1].append((fence, name, "\n".join(lines) + "\n"))
                fence, name, lines = None, None, []
            else:
                lines.append(line)
        elif line.strip().startswith("```"):
            fence = line.strip()[3:]
        elif line.startswith("## "):
            heading = line[3:].strip()
            found.append((heading, []))
        elif line.strip():
            match = FILE.search(line.strip())
            name = match.group(1) if match else None
    return found


def steps(text):
    """Commands and the lines that each prints."""
    commands = []
    for line in text.splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        else:
            commands[-1][1].append(line)
    return commands


def prints(output, expected):
    """Whether the lines are there in this order, with anything where '...' stands."""
    at, gap = 0, False
    printed = output.splitlines()
    for line in expected:
        if line == "...":
            gap = True
            continue
        while at < len(printed) and printed[at].rstrip() != line and gap:
            at += 1
        if at >= len(printed) or printed[at].rstrip() != line:
            return False
        at, gap = at + 1, False
    return True


def run(command, expected, folder, maven):
    began = time.monotonic()
    ended = subprocess.run(
        ["bash", "-c", re.sub(r"^mvn\b", maven, command)],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    print(f"    {ended.returncode} after {time.monotonic() - began:.0f} s: {command}", flush=True)
    if ended.returncode != 0 or not prints(ended.stdout, expected):
        sys.exit(f"{ended.stdout[-6000:]}\nFAILED in {folder}: {command}")
    if not command.startswith("mvn"):
        print(re.sub(r"(?m)^", "      ", ended.stdout[:1500].rstrip()))


def follow(blocks, folder, maven):
    for kind, name, text in blocks:
        if kind == "console":
            for command, expected in steps(text):
                run(command, expected, folder, maven)
        elif kind == "diff":
            subprocess.run(["git", "apply", "-"], cwd=folder, input=text, text=True, check=True)
        elif name:
            place = pathlib.Path(folder, name)
            if place.exists():
                sys.exit(f"{name} is there already")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text)
        else:
            sys.exit(f"a block of {kind} has no file name before it:\n{text}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--maven", default="mvn -B", help="what is run where the page says mvn")
    parser.add_argument("sections", nargs="*")
    wish = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parents[3]
    page = sections((root / "CONTRIBUTING.md").read_text())
    unknown = set(wish.sections) - {heading for heading, _ in page}
    if unknown:
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory(prefix="contributing-") as folder:
        subprocess.run(["git", "clone", "-q", str(root), folder], check=True)
        for heading, blocks in page:
            if blocks and (not wish.sections or heading in wish.sections):
                print(heading, flush=True)
                follow(blocks, folder, wish.maven)
    print("the page is true")


if __name__ == "__main__":
    main()

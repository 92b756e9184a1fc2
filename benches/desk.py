#!/usr/bin/env python3
"""How long the desk takes: the first page, a correction with the page that shows it, the site's page after it.

    python3 benches/corpus.py FOLDER --notices 1000 --notes 1 --measures 4
    python3 benches/desk.py PROGRAM FOLDER [ROUNDS]

Puts one mistake that has a correction into each notice, then corrects one and takes that back, round after round.
Seconds are printed. Only the standard library is used.
"""

import http.client
import re
import subprocess
import sys
import time
from pathlib import Path

MISTAKE = "\n各单位、企业、等，要抓好落实。\n"


class Desk:
    """A running desk."""

    def __init__(self, program, root):
        arguments = [program, "--lang", "zh", "desk", "--no-open", "--port", "0", "--today", "2024-12-31", "--root", root]
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
        found = re.search(r":(\d+)/(\w+)/", self.process.stdout.readline())
        self.port, self.token = int(found[1]), found[2]

    def ask(self, method, path, body=None, head=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request(method, f"/{self.token}/{path}", body, head or {})
        return connection.getresponse().read().decode()

    def send(self, path, **fields):
        part = '--b\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
        body = "".join(part.format(name, value) for name, value in fields.items()) + "--b--\r\n"
        head = {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "multipart/form-data; boundary=b"}
        self.ask("POST", path, body.encode(), head)


def main():
    program, root = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    for notice in Path(root, "content").rglob("notice.md"):
        text = notice.read_text(encoding="utf-8")
        if not text.endswith(MISTAKE):
            notice.write_text(text + MISTAKE, encoding="utf-8")
    desk = Desk(program, root)
    try:
        begun = time.monotonic()
        page = desk.ask("GET", "")
        print(f"first page {time.monotonic() - begun:.3f}")
        for _ in range(rounds):
            key = re.search(r'action="mend".*?name="key" value="(\w+)"', page, re.S)[1]
            begun = time.monotonic()
            desk.send("mend", key=key)
            page = desk.ask("GET", "")
            shown = time.monotonic()
            assert "已改好1处" in page, page
            desk.ask("GET", "site/index.html")
            print(f"corrected and shown {shown - begun:.3f}, the site's page {time.monotonic() - shown:.3f}")
            time.sleep(1)
            desk.send("undo")
            page = desk.ask("GET", "")
            time.sleep(1)
    finally:
        desk.process.terminate()


main()

#!/usr/bin/env python3
"""Takes every picture of the guide and of the READMEs anew, from what ships and from what `gongkai new` makes.

    python3 docs/images/make.py [NAME…]

Needs Chromium, LibreOffice, pdftoppm (poppler-utils), Pillow and a CJK font such as Noto Sans CJK. GONGKAI names the
program if it is not to be built here, CHROMIUM the browser. Windows are drawn, what stands in them is real: the
words of a terminal are what the program printed, pages and workbooks are those that it made. Look at what comes out.
"""

import atexit
import html
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from urllib.parse import quote

from PIL import Image, ImageChops

IMAGES = Path(__file__).resolve().parent
REPOSITORY = IMAGES.parent.parent
WORK = Path(tempfile.mkdtemp())
atexit.register(shutil.rmtree, WORK, ignore_errors=True)
CHROMIUM = os.environ.get("CHROMIUM", "chromium")

# The days on which the pictures stand: of the new project, when it comes back, and of the content that ships.
BEGUN, RETURNED, YEAR_OVER = "2026-03-02", "2026-03-31", "2025-01-15"
SHIPPED = "gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan"
EXAMPLE = "tongzhi-gonggao/2026-shili"
# What the pictures may weigh together, in bytes.
LIMIT = 2_000_000


def program():
    """The program, built if none is named."""
    if "GONGKAI" in os.environ:
        return os.environ["GONGKAI"]
    subprocess.run(["cargo", "build", "--locked"], cwd=REPOSITORY, check=True)
    asked = ["cargo", "metadata", "--no-deps", "--format-version", "1"]
    target = json.loads(subprocess.run(asked, cwd=REPOSITORY, check=True, capture_output=True).stdout)
    return str(Path(target["target_directory"]) / "debug" / "gongkai")


GONGKAI = program()


def surroundings(day):
    """The environment in which it is that day, and in which colours are printed."""
    epoch = time.mktime(time.strptime(day + " +0000", "%Y-%m-%d %z")) - time.timezone
    return {**os.environ, "SOURCE_DATE_EPOCH": str(int(epoch)), "CLICOLOR_FORCE": "1"}


def run(day, folder, *arguments):
    """What the program prints on that day, both streams in their order, with colours."""
    done = subprocess.run(
        [GONGKAI, "--lang", "zh", *arguments],
        cwd=folder, env=surroundings(day), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )
    if done.returncode == 2:
        sys.exit(f"gongkai {' '.join(arguments)}: {done.stdout}")
    return done.stdout.rstrip()


# ---------------------------------------------------------------- pictures

def shoot(address, width, height, *options):
    """What Chromium shows of an address in a window of that size."""
    to = WORK / "shot.png"
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             f"--user-data-dir={profile}", "--hide-scrollbars", "--allow-file-access-from-files",
             f"--window-size={width},{height}", f"--screenshot={to}", *options, str(address)],
            check=True, capture_output=True,
        )
    return Image.open(io.BytesIO(to.read_bytes())).convert("RGB")


def trimmed(image, margin=12):
    """The image without the white around it."""
    white = Image.new("RGB", image.size, "white")
    box = ImageChops.difference(image, white).getbbox() or (0, 0, *image.size)
    left, top = max(box[0] - margin, 0), max(box[1] - margin, 0)
    return image.crop((left, top, min(box[2] + margin, image.width), min(box[3] + margin, image.height)))


def save(name, image, colours=128):
    """Writes a picture, small."""
    small = image.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(IMAGES / f"{name}.png", optimize=True)


STYLE = """
body { margin: 0; padding: 12px; background: #fff; font: 15px/1.6 "Noto Sans CJK SC", sans-serif; color: #222 }
.window { display: inline-block; border: 1px solid #999; border-radius: 6px; overflow: hidden; vertical-align: top }
.title { padding: 3px 12px; background: #e7e7e7; border-bottom: 1px solid #bbb; font-size: 13px; color: #333 }
pre { margin: 0; padding: 10px 14px; font: 14px/1.5 "Noto Sans Mono CJK SC", monospace }
.terminal pre { background: #101418; color: #ddd }
.terminal b { color: #fff }
.address { padding: 6px 12px; border-bottom: 1px solid #ddd; font-size: 14px }
.address span { display: inline-block; width: 420px; padding: 0 8px; border: 1px solid #bbb; border-radius: 3px }
.address .typed { border: 2px solid #c00 }
td { padding: 2px 40px 2px 14px; white-space: pre } tr.say td { color: #c00 }
td:last-child { color: #555; font-size: 13px }
.side { display: flex; gap: 14px; align-items: flex-start }
"""

# Colours of a terminal, by their number, on a dark ground.
COLOURS = {"31": "#ff7b72", "32": "#7ee787", "33": "#f2cc60", "91": "#ff7b72", "92": "#7ee787", "93": "#f2cc60",
           "94": "#79b8ff", "96": "#56d4dd", "34": "#79b8ff", "36": "#56d4dd"}


def coloured(text):
    """Printed text as HTML: its escape sequences as colours."""
    out, opened = [], 0
    for piece in re.split(r"(\x1b\[[0-9;]*m)", text):
        if not piece.startswith("\x1b"):
            out.append(html.escape(piece, quote=False))
            continue
        for code in piece[2:-1].split(";"):
            if code in ("", "0"):
                out.append("</span>" * opened)
                opened = 0
            elif code == "1" or code in COLOURS:
                out.append(f'<span style="{"font-weight: bold" if code == "1" else "color: " + COLOURS[code]}">')
                opened += 1
    return "".join(out) + "</span>" * opened


def drawn(body, width=1300, height=1600):
    """What Chromium makes of a piece of HTML."""
    page = WORK / "drawn.html"
    page.write_text(f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{body}", encoding="utf-8")
    return trimmed(shoot(page.as_uri(), width, height))


def terminal(name, *steps):
    """A window of commands and what they printed: pairs, the folder that is shown before the command among them."""
    lines = [f"<b>{html.escape(prompt)}&gt;{html.escape(command)}</b>\n{coloured(printed)}\n"
             for prompt, command, printed in steps]
    text = "\n".join(lines).rstrip()
    save(name, drawn(f'<div class="window terminal"><div class="title">命令提示符</div><pre>{text}</pre></div>'), 48)


def explorer(name, title, address, rows):
    """A window of files: name, what it is, and whether to heed it."""
    cells = "".join(f'<tr class="{heed}"><td>{html.escape(file)}</td><td>{html.escape(what)}</td></tr>'
                    for file, what, heed in rows)
    kind = "typed" if address == "cmd" else ""
    bar = f'<div class="address"><span class="{kind}">{html.escape(address)}</span></div>' if address else ""
    body = f'<div class="window"><div class="title">{html.escape(title)}</div>{bar}<table>{cells}</table></div>'
    save(name, drawn(body), 48)


def editor(title, text, width=560, height=None):
    """A window of the text of a file, as HTML."""
    limit = f"; height: {height}px; overflow: hidden" if height else ""
    return (f'<div class="window" style="width: {width}px"><div class="title">{html.escape(title)} - 记事本</div>'
            f'<pre style="font-size: 13px; white-space: pre-wrap{limit}">{html.escape(text, quote=False)}</pre></div>')


def beside(name, left, image, width, colours=48):
    """What was written, and beside it what comes of it."""
    (WORK / "right.png").write_bytes(png(image))
    right = f'<div class="window"><img src="right.png" style="width: {width}px; display: block"></div>'
    save(name, drawn(f'<div class="side">{left}{right}</div>', 1400), colours)


def stacked(*images):
    """Images of one width below each other."""
    width = images[0].width
    images = [image.resize((width, image.height * width // image.width), Image.Resampling.LANCZOS) for image in images]
    sheet = Image.new("RGB", (width, sum(image.height + 2 for image in images)), "#999")
    top = 0
    for image in images:
        sheet.paste(image, (0, top))
        top += image.height + 2
    return sheet


def png(image):
    """The bytes of an image."""
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def page(path, width=1000, height=3000, zoom=1.0):
    """A page of an output folder, down to its end."""
    image = shoot(Path(path).as_uri(), width, height)
    return trimmed(image, 0) if zoom == 1.0 else trimmed(image, 0).resize(
        (int(width * zoom), int(image.height * zoom)), Image.Resampling.LANCZOS)


def printed(path, number=1, resolution=80):
    """A page of a workbook as LibreOffice prints it."""
    profile = f"-env:UserInstallation={(WORK / 'office').as_uri()}"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", WORK, path],
                   check=True, capture_output=True)
    pdf = WORK / (Path(path).stem + ".pdf")
    sheet = subprocess.run(["pdftoppm", "-r", str(resolution), "-f", str(number), "-l", str(number), "-png", pdf],
                           check=True, capture_output=True).stdout
    return Image.open(io.BytesIO(sheet)).convert("RGB")


def table(path, number=1, resolution=80):
    """What is printed on a page of a workbook, without the number of the page and the white around."""
    image = printed(path, number, resolution)
    return framed(trimmed(image.crop((0, 0, image.width, int(image.height * 0.92))), 16))


def framed(image, margin=0):
    """A sheet with a line around it."""
    width, height = image.width + 2 * margin, image.height + 2 * margin
    sheet = Image.new("RGB", (width + 2, height + 2), "#999")
    sheet.paste("white", (1, 1, width + 1, height + 1))
    sheet.paste(image, (margin + 1, margin + 1))
    return sheet


# ---------------------------------------------------------------- projects

def fresh():
    """A new project, built; its folder and what `new` printed."""
    told = run(BEGUN, WORK, "new", "zwgk")
    run(BEGUN, WORK / "zwgk", "build")
    return WORK / "zwgk", told


def shipped():
    """The output of the content that ships, as of the end of its year."""
    output = WORK / "shipped"
    if not output.exists():
        run(YEAR_OVER, REPOSITORY, "build", "--output", str(output))
    return output


def changed(project, path, old, new):
    """A copy of a project with one text changed."""
    other = Path(tempfile.mkdtemp(dir=WORK)) / "zwgk"
    shutil.copytree(project, other)
    file = other / path
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{path}: {old} is not there"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return other


def filled(path, cells):
    """A handout with texts put into empty cells, as bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in book.namelist():
            text = book.read(part)
            if part == "xl/worksheets/sheet2.xml":
                for cell, value in cells.items():
                    put = rf'<c r="{cell}" s="\1" t="inlineStr"><is><t>{html.escape(value)}</t></is></c>'
                    text, count = re.subn(rf'<c r="{cell}" s="(\d+)"/>', put, text.decode())
                    assert count == 1, f"{cell} is not empty"
                    text = text.encode()
            copy.writestr(part, text)
    return out.getvalue()


def from_line_with(words, text):
    """The text from the line on that has the words first."""
    return text[text.rfind("\n", 0, text.index(words)) + 1 :]


def wait_for(address, words):
    """Waits until a page says something; one with findings comes as a failure."""
    for _ in range(100):
        try:
            text = urllib.request.urlopen(address).read()
        except urllib.error.HTTPError as failure:
            text = failure.read()
        if words in text.decode():
            return
        time.sleep(0.1)
    sys.exit(f"{address} does not say {words}")


def head(path, lines, start=0):
    """Some lines of a file."""
    return "\n".join(Path(path).read_text(encoding="utf-8").splitlines()[start : start + lines])


# ---------------------------------------------------------------- what is shown

def readme(_):
    """The picture of the READMEs: what is written once, and the page and the table that come of it."""
    site = shipped() / "site" / SHIPPED
    written = head(REPOSITORY / "content" / SHIPPED / "tasks.yaml", 25)
    notice = shoot((site / "index.html").as_uri(), 1040, 600)
    workbook = printed(site / "zeren-fenjie-biao.xlsx", resolution=100)
    workbook = workbook.crop((40, 60, workbook.width - 40, 600))
    beside("overview", editor("tasks.yaml", written, 520), stacked(notice, workbook), 700, 16)


def word(_):
    """A paper in Word as it comes to the desk, what the program says of it, and the page that it becomes."""
    folder = Path(tempfile.mkdtemp(dir=WORK))
    paper = folder / "通知.docx"
    shutil.copy(REPOSITORY / "tests/papers/word-paper-typed-numbers.docx", paper)
    sheets = [framed(printed(paper, number, 60)) for number in (1, 3)]
    desk = Image.new("RGB", (sum(sheet.width for sheet in sheets) + 16, max(sheet.height for sheet in sheets)), "white")
    desk.paste(sheets[0], (0, 0))
    desk.paste(sheets[1], (sheets[0].width + 16, 0))
    save("guide-word", desk, 32)
    told = run(BEGUN, folder, "new", "zwgk", "--from", "通知.docx")
    terminal("guide-word-new", ("D:\\", "gongkai new zwgk --from 通知.docx", without_most(told, "I093")))
    notice = folder / "zwgk/content/tongzhi-gonggao/2026-tongzhi"
    text = (notice / "notice.md").read_text(encoding="utf-8")
    left = editor("notice.md", text, 560)
    # What the paper does not say is filled in, and the missing attachment put into its place.
    (notice / "files").mkdir(exist_ok=True)
    shutil.copy(shipped() / "site" / SHIPPED / "zeren-fenjie-biao.xlsx", notice / "files" / "抽检批次安排.xlsx")
    text = re.sub("# 发布日期: .*", f"发布日期: {BEGUN} 09:00", text).replace("files/抽检批次安排", "files/抽检批次安排.xlsx")
    (notice / "notice.md").write_text(text, encoding="utf-8")
    run(BEGUN, folder / "zwgk", "build")
    site = folder / "zwgk/output/site/tongzhi-gonggao/2026-tongzhi/index.html"
    beside("guide-word-page", left, page(site, 900, 1700), 640, 64)


def without_most(told, code):
    """What was printed, of its findings only the first three and the one with that code."""
    blocks = re.split(r"\n\s*\n", told)
    plain = [re.sub(r"\x1b\[[0-9;]*m", "", block) for block in blocks]
    is_finding = [block.startswith(("提示[", "警告[", "错误[")) for block in plain]
    first = [i for i, is_one in enumerate(is_finding) if is_one][:3]
    kept, out = set(first), []
    for i, block in enumerate(blocks):
        if not is_finding[i] or i in kept or f"[{code}]" in plain[i]:
            out.append(block)
        elif out[-1] != "……":
            out.append("……")
    return "\n\n".join(out)


def begin(project):
    """Opening a terminal, making a project, and what is in it."""
    told = project.told
    explorer("guide-terminal", "资料 (D:)", "cmd", [
        ("gongkai.exe", "本程序", ""),
        ("", "在上方地址栏里输入 cmd，按回车", "say"),
    ])
    terminal("guide-new", ("D:\\", "gongkai new zwgk", told))
    explorer("guide-folder", "zwgk", "D:\\zwgk", [
        ("content", "所写的内容，都在这里", "say"),
        ("    site.yaml", "本站：名称、主办单位、域名……", ""),
        ("    offices.yaml", "机构名录：有哪些股室", ""),
        ("    tongzhi-gonggao", "一个栏目：通知公告", ""),
        ("        column.yaml", "栏目的名称", ""),
        ("        2026-shili", "一份通知", ""),
        ("            notice.md", "通知正文", ""),
        ("            tasks.yaml", "责任分解表", ""),
        ("            roster.yaml", "责任人、联络人名单，从不公开", ""),
        ("            progress", "各股室的进展，一次一个文件", ""),
        ("            summary", "各股室的年度总结", ""),
        ("output", "生成的结果，运行 gongkai build 之后才有", "say"),
        ("schema  .vscode", "编辑器用的，不必动", ""),
    ])


def write(project):
    """What is written, and what comes of it."""
    site = project.folder / "output" / "site" / EXAMPLE
    content = project.folder / "content" / EXAMPLE
    notice = head(content / "notice.md", 18) + "\n……\n" + head(content / "notice.md", 22, 44)
    beside("guide-notice", editor("notice.md", notice), page(site / "index.html", 900, 1220), 660)
    tasks = head(content / "tasks.yaml", 30, 14)
    workbook = site / "zeren-fenjie-biao.xlsx"
    beside("guide-tasks", editor("tasks.yaml", tasks, 640), table(workbook, resolution=100), 640)
    shutil.copy(workbook, project.folder / "责任分解表.xlsx")
    command = f"import 责任分解表.xlsx --output content/{EXAMPLE}/renwu.yaml"
    terminal("guide-import", ("D:\\zwgk", f"gongkai {command}", run(BEGUN, project.folder, *command.split())))
    (project.folder / "content" / EXAMPLE / "renwu.yaml").unlink()


def check(project):
    """A finding, and what explains it."""
    wrong = changed(project.folder, f"content/{EXAMPLE}/tasks.yaml", "责任股室: 法规股 ", "责任股室: 法规古 ")
    text = run(BEGUN, wrong, "check")
    terminal("guide-finding", ("D:\\zwgk", "gongkai check", "……\n" + from_line_with("错误[", text)))
    text = run(YEAR_OVER, REPOSITORY, "check")
    accepted = from_line_with("提示[D002]", text).split("\n\n")[0]
    terminal("guide-accepted", ("D:\\zwgk", "gongkai check", "……\n" + accepted))
    terminal("guide-explain", ("D:\\zwgk", "gongkai explain T002", run(BEGUN, wrong, "explain", "T002")))


def preview(project):
    """The preview, with the page and with a mistake."""
    wrong = changed(project.folder, f"content/{EXAMPLE}/tasks.yaml", "责任股室: 法规股 ", "责任股室: 法规古 ")
    serve = subprocess.Popen([GONGKAI, "--lang", "zh", "serve"], cwd=wrong, env=surroundings(BEGUN),
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        told = [serve.stdout.readline(), serve.stdout.readline()]
        address = re.search(r"http://\S+/", told[0]).group()
        wait_for(address, "T002")
        save("guide-mistake", framed(trimmed(shoot(address, 900, 700), 24)), 48)
    finally:
        serve.terminate()
        serve.wait()
    terminal("guide-serve", ("D:\\zwgk", "gongkai serve --open", "".join(told).rstrip()))


def desk(project):
    """The desk with a mistake: the site on the left, what is to be done on the right."""
    wrong = changed(project.folder, f"content/{EXAMPLE}/tasks.yaml", "责任股室: 法规股 ", "责任股室: 法规古 ")
    server = subprocess.Popen([GONGKAI, "--lang", "zh", "desk", "--no-open"], cwd=wrong, env=surroundings(BEGUN),
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        address = re.search(r"http://\S+/", server.stdout.readline()).group()
        wait_for(address, "T002")
        save("guide-desk", framed(shoot(address, 1280, 800)), 64)
    finally:
        server.terminate()
        server.wait()


def build(project):
    """Building, what changes, and the three folders."""
    other = changed(project.folder, f"content/{EXAMPLE}/notice.md", "共有两项工作任务", "安排两项工作任务")
    text = run(BEGUN, other, "build", "--diff")
    terminal("guide-build", ("D:\\zwgk", "gongkai build --diff", from_line_with("更改", text)))
    explorer("guide-output", "output", "", [
        ("site", "网站。只有这个文件夹可以上传、公开", "say"),
        ("handout", "填报表，一个股室一份，发给股室", ""),
        ("internal", "工作台账、名单、总结汇总、总览，只供内部使用", ""),
    ])


def year(project):
    """Handing out, collecting, and who owes what."""
    handout = project.folder / "output" / "handout" / EXAMPLE / "业务股.xlsx"
    save("guide-handout", table(handout, 2), 64)
    other = Path(tempfile.mkdtemp(dir=WORK)) / "zwgk"
    shutil.copytree(project.folder, other)
    (other / "交回").mkdir()
    (other / "交回" / "业务股.xlsx").write_bytes(filled(handout, {
        "H7": "长期坚持", "I7": "（示例）在网站发布解读文章2篇。", "K7": "示例戊", "L7": "2026-03-30"}))
    told = run(RETURNED, other, "collect", "交回", "--dry-run")
    terminal("guide-collect", ("D:\\zwgk", "gongkai collect 交回 --dry-run", told))
    terminal("guide-status", ("D:\\zwgk", "gongkai status", run(YEAR_OVER, REPOSITORY, "status")))
    register = project.folder / "output" / "internal" / EXAMPLE / "gongzuo-taizhang.xlsx"
    save("guide-register", table(register), 64)
    save("guide-roster", table(shipped() / "internal" / SHIPPED / "mingdan.xlsx"), 64)
    terminal("guide-summary", ("D:\\zwgk", "gongkai summary 业务股", run(BEGUN, project.folder, "summary", "业务股")))


def site(project):
    """Pages of the year that ships, and what is pasted into another system."""
    folder = shipped() / "site"
    note = "2024-08-30-feimei"
    text = (REPOSITORY / "content" / SHIPPED / "progress" / f"{note}.md").read_text(encoding="utf-8").rstrip()
    beside("guide-progress", editor(f"{note}.md", text), page(folder / SHIPPED / "progress" / f"{note}.html", 900, 1610), 640)
    save("guide-ledger", framed(page(folder / SHIPPED / "progress" / "index.html", 1000, 1500)), 64)
    # What is looked for is known a moment after the page is there.
    found = shoot((folder / "search.html").as_uri() + "?q=" + quote("患排"), 1000, 910, "--virtual-time-budget=5000")
    save("guide-search", framed(found), 64)
    save("guide-office", framed(page(folder / "offices" / "非煤矿山股" / "index.html", 1000, 1040)), 64)
    catalog = project.folder / "output" / "site" / "catalog" / "index.html"
    save("guide-catalog", framed(page(catalog, 1000, 590)), 64)
    standard = folder / Path(SHIPPED).parent / "biaozhun-mulu.html"
    save("guide-standard", framed(page(standard, 1280, 1000)), 64)
    fragment = project.folder / "output" / "site" / EXAMPLE / "fragment.html"
    save("guide-fragment", framed(trimmed(shoot(fragment.as_uri(), 900, 1600), 0), 20), 48)


PICTURES = [readme, word, begin, write, check, preview, desk, build, year, site]


class Project:
    """A new project, made when the first picture asks for it."""

    folder, told = fresh()


def main():
    """Takes the pictures, or those whose functions are named."""
    asked = sys.argv[1:]
    for take in PICTURES:
        if not asked or take.__name__ in asked:
            take(Project)
    weight = sum(file.stat().st_size for file in IMAGES.glob("*.png"))
    if weight > LIMIT:
        sys.exit(f"the pictures weigh {weight} bytes together, more than {LIMIT}")


if __name__ == "__main__":
    main()

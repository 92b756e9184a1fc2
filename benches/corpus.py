#!/usr/bin/env python3
"""Makes content to measure with: the same words every time, in our format and in Hugo's.

    python3 benches/corpus.py FOLDER --notices 100 --notes 9 --measures 12

Every page differs from every other, and nothing in it deserves a finding: what is measured is the work, not the
printing of mistakes. Only the standard library is used.
"""

import argparse
import datetime
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

# The day as of which the content is clean: no deadline has passed by then, none is close.
TODAY = "2024-12-31"
PER_COLUMN = 50
# How many measures and how many notices a page of a list has, as in ours.
DUTIES, NOTICES = 50, 20
ORGANISER = "某市应急管理局"
OFFICES = ["危化股", "工贸股", "非煤矿山股", "法规股", "救灾股", "应急指挥中心", "政工党建办", "防汛抗旱股"]
# Each with the address, the name and the last day of the list in which it is found.
DEADLINES = {
    "长期坚持": ("changqi", "长期坚持", ""),
    "2025年12月底前": ("2025-12", "2025年12月", "2025年12月31日"),
    "2025年6月": ("2025-06", "2025年6月", "2025年6月30日"),
}
# 固定栏目: to where each leads, and the text of those that have a page.
PLACES = [
    ("政府信息公开指南", "zhinan.md", "本指南说明政府信息的分类、编排体系和获取方式，以及政府信息公开工作机构的名称和办公时间。"),
    ("政府信息公开制度", "zhidu.md", "本机关公开政府信息，以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。"),
    ("法定主动公开内容", "gongkai-lingyu", ""),
    ("政府信息公开年报", "https://www.example.gov.cn/nianbao/", ""),
    ("依申请公开", "yishenqing.md", "公民、法人或者其他组织可以向本机关申请获取相关政府信息。"),
]
STATES = ["正在推进", "已完成", "长期坚持"]
NUMERALS = "一二三四五六七八九十"

ADVERBS = ["持续", "扎实", "统筹", "稳步", "全面", "严格", "依法", "及时"]
VERBS = ["推进", "开展", "落实", "完善", "组织", "规范", "强化", "深化"]
OBJECTS = [
    "重点领域监管执法", "隐患排查治理", "双重预防机制建设", "应急预案演练", "安全生产宣传教育", "执法人员业务培训",
    "行政执法公示制度", "重大执法决定法制审核", "防汛抗旱物资储备", "灾害信息员队伍建设", "企业主要负责人安全承诺",
    "危险化学品专项整治", "粉尘涉爆企业治理", "有限空间作业管理", "信用监管和联合惩戒", "政务公开平台管理",
]
GOALS = [
    "从源头上预防和化解风险", "压实企业主体责任", "提升本质安全水平", "确保各项任务落到实处", "保障群众生命财产安全",
    "不断提高依法行政能力", "形成齐抓共管的工作合力", "做到发现一处、整改一处、销号一处",
]
TOPICS = ["安全生产治本攻坚", "法治政府建设", "防灾减灾救灾", "执法规范化建设", "应急能力提升", "政务公开"]


@dataclass
class Note:
    """进展: one progress note."""

    stem: str
    date: str
    office: str
    item: str
    state: str
    paragraphs: list[str]
    # Ours makes it of the table; here it is written out, for Hugo.
    title: str


@dataclass
class Measure:
    text: str
    offices: list[str]
    deadline: str


@dataclass
class Task:
    name: str
    requirement: str
    measures: list[Measure]


@dataclass
class Notice:
    """公开事项 with its table."""

    path: str
    column: int
    title: str
    dated: datetime.date
    table: str
    tasks: list[Task]
    opening: str
    demands: list[tuple[str, str]]
    notes: list[Note] = field(default_factory=list)


def sentence(rng):
    """One sentence that people might have written."""
    first = rng.choice(ADVERBS) + rng.choice(VERBS) + rng.choice(OBJECTS)
    second = rng.choice(ADVERBS) + rng.choice(VERBS) + rng.choice(OBJECTS)
    return f"{first}，{second}，{rng.choice(GOALS)}。"


def sentences(rng, least, most):
    return "".join(sentence(rng) for _ in range(rng.randint(least, most)))


def column_path(column):
    return f"gongkai-lingyu/lanmu-{column + 1:03}"


def notice(index, notes, measures):
    """The `index`th notice; it depends on nothing but the arguments."""
    rng = random.Random(f"{index} {notes} {measures}")
    dated = datetime.date(2024, 7, 5) + datetime.timedelta(days=rng.randrange(60))
    topic = rng.choice(TOPICS)
    tasks = []
    for start in range(0, measures, 3):
        of_task = [
            Measure(
                text=sentences(rng, 1, 3),
                offices=rng.sample(OFFICES, rng.randint(1, 3)),
                deadline=rng.choice(list(DEADLINES)),
            )
            for _ in range(min(3, measures - start))
        ]
        name = rng.choice(VERBS) + rng.choice(OBJECTS)
        tasks.append(Task(name, sentences(rng, 1, 2), of_task))
    made = Notice(
        path=f"{column_path(index // PER_COLUMN)}/2024-{index + 1:05}",
        column=index // PER_COLUMN,
        title=f"关于{topic}工作任务分解（第{index + 1}批）的通知",
        dated=dated,
        table=f"{topic}工作任务清单和责任分解表（第{index + 1}批）",
        tasks=tasks,
        opening=f"为做好{topic}工作，{sentences(rng, 1, 2)}现将有关事项通知如下。",
        demands=[(f"{rng.choice(VERBS)}{rng.choice(OBJECTS)}", sentences(rng, 2, 4)) for _ in range(3)],
    )
    for n in range(notes):
        day = dated + datetime.timedelta(days=7 + 10 * n)
        task = rng.randrange(len(tasks))
        measure = rng.randrange(len(tasks[task].measures))
        item = f"{task + 1}.{measure + 1}"
        office = rng.choice(tasks[task].measures[measure].offices)
        paragraphs = [sentences(rng, 1, 3), f"**下一步：** {sentences(rng, 1, 2)}"]
        state, title = rng.choice(STATES), f"{tasks[task].name}：{day.year}年{day.month}月{day.day}日进展"
        # What is done stays so.
        if any(other.item == item and other.state == "已完成" for other in made.notes):
            state = "已完成"
        note = Note(f"{day}-{n + 1}", str(day), office, item, state, paragraphs, title)
        made.notes.append(note)
    return made


def body(notice, requirements, heading):
    """The Markdown; `heading` writes one of the `n`th place in its list."""
    demands = "\n\n".join(
        f"### {heading(1, n)}{name}\n\n{words}" for n, (name, words) in enumerate(notice.demands)
    )
    return (
        f"{notice.opening}\n\n## {heading(0, 0)}工作任务\n\n{requirements}\n\n"
        f"## {heading(0, 1)}工作要求\n\n{demands}\n"
    )


def tasks_yaml(notice):
    lines = [f"表名: {notice.table}", "任务:"]
    for task in notice.tasks:
        lines += [f"  - 名称: {task.name}", f"    要求: {task.requirement}", "    举措:"]
        for n, measure in enumerate(task.measures):
            offices = measure.offices
            lines += [
                f"      - 编号: （{n + 1}）",
                f"        内容: {measure.text}",
                f"        责任股室: [{', '.join(offices)}]",
                f"        完成时限: {measure.deadline}",
            ]
    return "\n".join(lines) + "\n"


def beginning(notice, item):
    """The first characters of the item's words."""
    task, _, measure = item.partition(".")
    task = notice.tasks[int(task) - 1]
    return (task.measures[int(measure) - 1].text if measure else task.name)[:12]


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def columns_of(notices):
    return (notices + PER_COLUMN - 1) // PER_COLUMN


def write_ours(root, notices, notes, measures):
    """A project for `gongkai` in `root`."""
    content = Path(root) / "content"
    site = f"名称: {ORGANISER}政务公开\n域名: www.example.gov.cn\n主办单位: {ORGANISER}\n"
    site += '网站标识码: "4306820001"\n固定栏目:\n' + "".join(f"  {name}: {target}\n" for name, target, _ in PLACES)
    # Hugo draws no codes.
    write(content / "site.yaml", site + "二维码: 不用\n")
    for name, file, text in PLACES:
        if text:
            write(content / file, f"---\n标题: {name}\n---\n{text}\n")
    write(content / "offices.yaml", "股室:\n" + "".join(f"  - {office}\n" for office in OFFICES))
    write(content / "gongkai-lingyu/column.yaml", "名称: 公开领域\n说明: 按领域公开的政府信息\n类型: 政策文件\n")
    for column in range(columns_of(notices)):
        name = f"名称: 第{column + 1}栏目\n说明: 第{column + 1}栏目的政策文件\n类型: 政策文件\n"
        write(content / column_path(column) / "column.yaml", name)
    for index in range(notices):
        it = notice(index, notes, measures)
        folder = content / it.path
        head = (
            f"---\n标题: {it.title}\n发文机关: {ORGANISER}\n主送: 局机关各股室、二级机构\n成文日期: {it.dated}\n"
            f"发布日期: {it.dated} 10:00\n附件:\n  - 表: tasks.yaml\n    名称: {it.table}\n"
            f"基本信息:\n  公开方式: 主动公开\n---\n"
        )
        write(folder / "notice.md", head + body(it, "{{任务要求}}", lambda level, n: ""))
        write(folder / "tasks.yaml", tasks_yaml(it))
        for note in it.notes:
            head = (
                f"---\n日期: {note.date}\n股室: {note.office}\n事项: \"{note.item}\"\n"
                f"举措开头: {beginning(it, note.item)}\n状态: {note.state}\n"
                f"公开: true\n发布日期: {note.date} 17:00\n---\n"
            )
            write(folder / "progress" / f"{note.stem}.md", head + "\n\n".join(note.paragraphs) + "\n")


def write_lists(content, offices, deadlines, notices):
    """The pages by office, deadline and year, as they are found: for Hugo, a file for each, which its theme fills in."""

    def pages(section, order, folder, kind, title, key, day, count, each):
        for part in range((count + each - 1) // each):
            file = "index.html" if part == 0 else f"index-{part + 1}.html"
            write(
                content / section / f"{folder}-{part + 1}.md",
                f"---\ntype: {kind}\ntitle: {title}\nkey: {key}\nday: {day}\norder: {order}\npart: {part}\n"
                f"first: /{section}/{folder}/index.html\nurl: /{section}/{folder}/{file}\n---\n",
            )

    for section, title, description in (
        ("offices", "按股室查找", "各责任股室在全部公开事项中承担的工作举措。"),
        ("deadlines", "按时限查找", "按完成时限所在的月份列出工作举措；长期坚持的单独列出。"),
        ("years", "按年份查找", "按发布日期的年份列出公开的信息。"),
    ):
        head = f"---\ntype: choices\ntitle: {title}\ndescription: {description}\n---\n"
        write(content / section / "_index.md", head)
    for order, office in enumerate(OFFICES):
        pages("offices", order, office, "duties", office, office, "", offices[office], DUTIES)
    for order, (deadline, (folder, name, day)) in enumerate(sorted(DEADLINES.items(), key=lambda one: one[1])):
        pages("deadlines", order, folder, "duties", name, deadline, day, deadlines[deadline], DUTIES)
    pages("years", 0, 2024, "year", "2024年公开的信息", "2024年", "", notices, NOTICES)


def write_hugos(root, notices, notes, measures):
    """The same words for Hugo in `root`; the theme that goes with them is `benches/hugo`."""

    def number(level, n):
        return f"{NUMERALS[n]}、" if level == 0 else f"（{NUMERALS[n]}）"

    content = Path(root) / "content"
    home = f"---\ntitle: {ORGANISER}政务公开\noutputs: [html, openindex]\ncascade:\n  build:\n    publishResources: false\n---\n"
    write(content / "_index.md", home)
    for name, file, text in PLACES:
        if text:
            write(content / file, f"---\ntype: place\ntitle: {name}\n---\n{text}\n")
    if notes:
        about = "全部在办事项的进展：项数、逾期、各股室完成情况、到期月份和最新进展"
        write(content / "overview.md", f"---\ntype: overview\ntitle: 总览\ndescription: {about}\n---\n")
    write(content / "gongkai-lingyu/_index.md", "---\ntitle: 公开领域\ndescription: 按领域公开的政府信息\n---\n")
    for column in range(columns_of(notices)):
        name = f"---\ntitle: 第{column + 1}栏目\ndescription: 第{column + 1}栏目的政策文件\n---\n"
        write(content / column_path(column) / "_index.md", name)
    offices, deadlines = Counter(), Counter()
    for index in range(notices):
        it = notice(index, notes, measures)
        for measure in (measure for task in it.tasks for measure in task.measures):
            offices.update(measure.offices)
            deadlines[measure.deadline] += 1
        folder = content / it.path
        head = (
            f"---\ntype: notice\noutputs: [html, opendata, opencsv]\ntitle: {it.title}\ndate: {it.dated}T10:00:00\n"
            f"issuer: {ORGANISER}\n"
            f"addressee: 局机关各股室、二级机构\nenclosure: {it.table}\n"
            f"disclosure:\n  - [公开方式, 主动公开]\n---\n"
        )
        write(folder / "_index.md", head + body(it, "{{< requirements >}}", number))
        write(folder / "tasks.yaml", tasks_yaml(it))
        if it.notes:
            write(folder / "progress/_index.md", "---\ntype: ledger\ntitle: 进展台账\n---\n")
        for note in it.notes:
            head = (
                f"---\ntype: note\ntitle: {note.title}\ndate: {note.date}\noffice: {note.office}\n"
                f"item: \"{note.item}\"\nstate: {note.state}\nshown: \"{note.date} 17:00\"\n---\n"
            )
            write(folder / "progress" / f"{note.stem}.md", head + "\n\n".join(note.paragraphs) + "\n")
    write_lists(content, offices, deadlines, notices)


def sizes(parser):
    """The arguments that say how much."""
    parser.add_argument("--notices", type=int, default=100, help="how many notices")
    parser.add_argument("--notes", type=int, default=9, help="progress notes of each notice")
    parser.add_argument("--measures", type=int, default=12, help="measures in each notice's table, three a task")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where to write; has to be new")
    parser.add_argument("--hugo", action="store_true", help="in Hugo's format instead of ours")
    sizes(parser)
    options = parser.parse_args()
    if options.folder.exists():
        parser.error(f"{options.folder} is there already")
    form = write_hugos if options.hugo else write_ours
    form(options.folder, options.notices, options.notes, options.measures)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Makes the projects of many bureaus, to measure `gongkai join` with: the same words every time.

    python3 benches/province.py FOLDER --bureaus 1000 --notices 20

Every second bureau has 域名, so that both kinds of addresses are joined. Only the standard library is used.
"""

import argparse
import datetime
import random
from pathlib import Path

from corpus import ADVERBS, OBJECTS, VERBS

KINDS = ["应急管理局", "教育局", "财政局", "自然资源局", "卫生健康局", "农业农村局", "交通运输局", "市场监督管理局"]
NAMES = "东南西北中江河湖山林石田桥溪岭沙云龙凤鹤"
FIRST = datetime.date(2021, 1, 4)

NOTICE = """---
标题: {title}
发文机关: {bureau}
发文字号: {number}
成文日期: {day}
发布日期: {day} 09:00
附件:
  - {{表: tasks.yaml, 名称: 责任分解表}}
---
各有关单位：

现就有关工作通知如下。
"""
TABLE = """表名: 责任分解表
任务:
  - 名称: {task}
    举措:
      - {{内容: {task}。, 责任股室: 业务股, 完成时限: 长期坚持}}
"""


def make(folder: Path, number: int, notices: int) -> None:
    words = random.Random(number)
    names = len(NAMES)
    place = NAMES[number // names % names] + NAMES[number % names]
    bureau = place + "县" * (number // names**2 + 1) + words.choice(KINDS)
    content = folder / f"{number:04}" / "content"
    section = content / "tongzhi"
    section.mkdir(parents=True, exist_ok=True)
    address = f"域名: ju{number}.example.gov.cn\n" if number % 2 else ""
    (content / "site.yaml").write_text(f"名称: {bureau}政务公开\n主办单位: {bureau}\n{address}", "utf-8")
    (content / "offices.yaml").write_text("股室: [业务股, 办公室]\n", "utf-8")
    (section / "column.yaml").write_text("名称: 通知公告\n说明: 通知和方案\n类型: 信息公开目录\n", "utf-8")
    for n in range(notices):
        day = FIRST + datetime.timedelta(days=words.randrange(1400))
        task = words.choice(ADVERBS) + words.choice(VERBS) + words.choice(OBJECTS)
        title = f"关于{task}的通知"
        own = section / f"{day}-{n:03}"
        own.mkdir(exist_ok=True)
        fields = {"title": title, "bureau": bureau, "number": f"{place}发〔{day.year}〕{n + 1}号", "day": day}
        (own / "notice.md").write_text(NOTICE.format(**fields), "utf-8")
        (own / "tasks.yaml").write_text(TABLE.format(task=task), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bureaus", type=int, default=1000)
    parser.add_argument("--notices", type=int, default=20)
    asked = parser.parse_args()
    for number in range(asked.bureaus):
        make(asked.folder, number, asked.notices)


if __name__ == "__main__":
    main()

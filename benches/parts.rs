//! What the parts cost for one notice: `cargo bench`.
//!
//! The notice has a table of 24 measures. `compare.py` measures the whole; this tells where to look.

#![allow(missing_docs, reason = "criterion's macros make a public function without words")]
#![expect(clippy::expect_used, reason = "the content is our own")]

use std::cell::RefCell;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use gongkai::check;
use gongkai::model::grid::Grid;
use gongkai::model::notice::Notice;
use gongkai::read::{Content, project, yaml};
use gongkai::render::{Edition, Theme, plan};
use gongkai::source::FileId;
use jiff::civil::{Date, date};

const TODAY: Date = date(2024, 12, 31);
const TASKS: usize = 8;

/// A table of [`TASKS`] tasks with three measures each.
fn table() -> String {
    let measure = |n: usize| {
        format!(
            "      - 编号: （{n}）
        内容: 持续推进隐患排查治理，扎实开展执法人员业务培训，从源头上预防和化解风险。全面落实企业主体责任。
        责任股室: [危化股, 工贸股]
        完成时限: 2025年12月底前\n"
        )
    };
    let task = |n: usize| {
        let measures: String = (1..=3).map(measure).collect();
        format!(
            "  - 名称: 加强第{n}项工作\n    要求: 依法加大执法力度，确保落到实处。\n    举措:\n{measures}"
        )
    };
    let tasks: String = (1..=TASKS).map(task).collect();
    format!("表名: 任务清单\n任务:\n{tasks}")
}

/// One notice, its table, and what every project needs.
fn content() -> Content {
    let notice = "\
---
标题: 关于任务分解的通知
发文机关: 某局
主送: 各股室
成文日期: 2024-08-01
发布日期: 2024-08-02 09:00
附件:
  - 表: tasks.yaml
    名称: 任务清单
基本信息:
  公开方式: 主动公开
---
现通知如下。

## 工作任务

{{任务要求}}

## 工作要求

各股室要**高度重视**，对照任务清单，进一步细化举措，确保各项任务落到实处。
";
    Content::of_texts(&[
        ("site.yaml", "名称: 某局政务公开\n网站标识码: \"4306820001\"\n".to_owned()),
        ("offices.yaml", "股室: [危化股, 工贸股]\n统称:\n  - 名称: 各股室\n".to_owned()),
        ("栏目/column.yaml", "名称: 栏目\n说明: 某局的通知\n".to_owned()),
        ("栏目/通知/notice.md", notice.to_owned()),
        ("栏目/通知/tasks.yaml", table()),
    ])
}

fn parts(criterion: &mut Criterion) {
    let text = table();
    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("the table's YAML, with places", |bencher| {
        bencher.iter(|| {
            let report = RefCell::default();
            yaml::parse(FileId(0), &text, 0, &report).is_some()
        });
    });
    group.finish();
    criterion.bench_function("read/all files to the model, their YAML included", |bencher| {
        bencher.iter_batched(content, |content| project(content, TODAY), BatchSize::SmallInput);
    });

    let (project, ..) = project(content(), TODAY);
    criterion.bench_function("check/every rule", |bencher| bencher.iter(|| check::run(&project)));
    criterion.bench_function("model/grid", |bencher| {
        let tables = || project.notices.iter().flat_map(Notice::tables);
        bencher.iter(|| {
            tables()
                .map(|table| Grid::new(table).blocks().map(|block| block.rows.len()).sum::<usize>())
                .sum::<usize>()
        });
    });

    criterion.bench_function("render/templates prepared, once a build", |bencher| {
        bencher.iter(|| Theme::new(&project));
    });
    let theme = Theme::new(&project).expect("the built-in templates are right");
    let edition = Edition::new(&project, &theme);
    let all = plan(&edition).expect("the paths are right");
    for (name, ending) in [("render/page", "通知/index.html"), ("render/workbook", ".xlsx")] {
        let artifact = all.iter().find(|artifact| artifact.path.as_str().ends_with(ending));
        let artifact = artifact.expect("it is planned");
        criterion.bench_function(name, |bencher| bencher.iter(|| artifact.make()));
    }
}

criterion_group!(benches, parts);
criterion_main!(benches);

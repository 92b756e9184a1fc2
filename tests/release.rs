//! The recipes that make what is handed out, and the examples for a province: read as YAML; their steps, as far as they
//! are shell, are read by a shell or run.

#![cfg(unix)]

use std::fs;
use std::process::{Command, Stdio};

use serde_yaml::Value;

use crate::support::{Project, program, repository};

/// Every step of a recipe that is shell.
fn steps(recipe: &Value) -> Vec<String> {
    match recipe {
        Value::Mapping(fields) => fields
            .iter()
            .flat_map(|(key, value)| match (key.as_str(), value) {
                (Some("run" | "script" | "args"), Value::String(step)) => vec![step.clone()],
                (Some("script" | "args"), Value::Sequence(list)) => {
                    list.iter().map(|step| step.as_str().unwrap().to_owned()).collect()
                }
                _ => steps(value),
            })
            .collect(),
        Value::Sequence(list) => list.iter().flat_map(steps).collect(),
        _ => Vec::new(),
    }
}

fn recipe(path: &str) -> Value {
    serde_yaml::from_str(&fs::read_to_string(repository().join(path)).unwrap()).unwrap()
}

#[test]
fn every_step_of_a_release_is_shell_and_names_files_that_exist() {
    for (path, count) in [(".github/workflows/release.yml", 7), ("packaging/gitlab-release.yml", 14)] {
        let steps = steps(&recipe(path));
        assert!(steps.len() >= count, "{path}: {steps:?}");
        for step in &steps {
            let read = Command::new("bash").args(["-n", "-c", step]).output().unwrap();
            assert!(read.status.success(), "{path}: {step}\n{}", String::from_utf8_lossy(&read.stderr));
            for word in step.split_whitespace().filter(|word| word.starts_with("packaging/")) {
                let is_made = word.contains('*');
                assert!(is_made || repository().join(word).exists(), "{path}: {word}");
            }
        }
        let whole = steps.join("\n");
        for tool in ["maturin build --release --zig", "packaging/package.sh", "cargo cyclonedx"] {
            assert!(whole.contains(tool), "{path} has no {tool}");
        }
    }
}

/// The code blocks of `docs/scale.md` in a language.
fn examples(language: &str) -> Vec<String> {
    let text = fs::read_to_string(repository().join("docs/scale.md")).unwrap();
    let fence = format!("```{language}\n");
    let blocks = text.split(fence.as_str()).skip(1);
    blocks.map(|block| block.split("```").next().unwrap().to_owned()).collect()
}

/// Three bureaus, built and published by each example as its engine would run it, in parts.
#[test]
fn the_examples_for_a_province_build_and_publish_every_bureau() {
    let names = ["jia-xian", "yi-xian", "bing-xian"];
    let project = Project::empty();
    for name in names {
        assert_eq!(project.run(&["new", name]).code(), 0);
    }
    project.write("bureaus.txt", names.map(|name| format!("{name}\n")).concat());
    project
        .write("bin/publish", "#!/bin/sh\ntest -f \"$1/index.html\" && echo \"$1\" >> \"$ROOT/published\"\n");
    project.write("bin/gongkai", format!("#!/bin/sh\nexec '{}' \"$@\"\n", program().get_program().display()));
    for file in ["bin/publish", "bin/gongkai"] {
        let done = Command::new("chmod").arg("+x").arg(project.path(file)).status().unwrap();
        assert!(done.success());
    }
    let root = project.path(".");
    let run = |script: &str, variables: &[(&str, &str)]| {
        let path = format!("{}:/usr/bin:/bin", root.join("bin").display());
        let mut shell = Command::new("bash");
        shell.args(["-e", "-c", script]).current_dir(&root).env("PATH", path).env("ROOT", &root);
        let ran = shell.envs(variables.iter().copied()).stdin(Stdio::null()).output().unwrap();
        assert!(ran.status.success(), "{script}\n{}", String::from_utf8_lossy(&ran.stderr));
    };
    let published = || {
        let text = fs::read_to_string(root.join("published")).unwrap_or_default();
        let _ = fs::remove_file(root.join("published"));
        let mut lines: Vec<String> = text
            .lines()
            .map(|line| line.replace("/output/site", "").rsplit('/').next().unwrap().to_owned())
            .collect();
        lines.sort_unstable();
        lines
    };
    let all = ["bing-xian", "jia-xian", "yi-xian"];
    let blocks = examples("yaml");
    let [shared, named, parts, job] = blocks.as_slice() else { panic!("{blocks:?}") };
    let shell = |block: &str| steps(&serde_yaml::from_str(block).unwrap()).join("\n");

    for index in ["1", "2"] {
        run(&shell(shared), &[("CI_NODE_INDEX", index), ("CI_NODE_TOTAL", "2")]);
    }
    assert_eq!(published(), all, "GitLab, in parts");
    for name in names {
        run(&shell(named), &[("BUREAU", name)]);
    }
    assert_eq!(published(), all, "GitLab, by name");
    for part in 0..8 {
        run(&shell(parts).replace("${{ matrix.part }}", &part.to_string()), &[]);
    }
    assert_eq!(published(), all, "GitHub");
    for index in ["0", "1", "2"] {
        let script = shell(job).replace("/province/", &format!("{}/", root.display()));
        run(&script, &[("JOB_COMPLETION_INDEX", index)]);
    }
    assert_eq!(published(), all, "Kubernetes");
    let alone = examples("text").into_iter().find(|block| block.starts_with("xargs")).unwrap();
    for name in names {
        fs::remove_dir_all(root.join(name).join("output")).unwrap();
    }
    run(&alone, &[]);
    assert!(names.iter().all(|name| root.join(name).join("output/site/index.html").is_file()));
}

//! Offices and notices that are named on the command line.

use crate::error::Error;
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::office::{Found, OfficeId};
use crate::text::similar::nearest;

/// The office of that name.
pub fn office(project: &Project, name: &str) -> Result<OfficeId, Error> {
    if let Some(Found::Office(office)) = project.register.find(name.trim()) {
        return Ok(office);
    }
    let names: Vec<&str> = project.register.offices.iter().map(|office| office.name.value.as_str()).collect();
    let (zh, en) = nearest(name, names.iter().copied()).map_or_else(Default::default, |near| {
        (format!("；是否想写“{near}”？"), format!("; did you mean {near:?}?"))
    });
    let list = names.join("、");
    Err(Error::Usage(message!(
        "机构名录中没有股室“{name}”{zh}\n\n可用：{list}",
        "there is no office {name:?} in the register{en}\n\nOffices: {list}"
    )))
}

/// The notice in a folder, by its path below `content/`.
pub fn notice<'p>(project: &'p Project, path: &str) -> Result<&'p Notice, Error> {
    let path = path.replace('\\', "/");
    let path = path.trim_matches('/').trim_start_matches("content/");
    project.notices.iter().find(|notice| notice.path == path).ok_or_else(|| {
        let paths: Vec<&str> = project.newest().iter().map(|notice| notice.path.as_str()).collect();
        let list = paths.join("\n");
        Error::Usage(message!(
            "没有通知“{path}”\n\n可用：\n{list}",
            "there is no notice {path:?}\n\nNotices:\n{list}"
        ))
    })
}

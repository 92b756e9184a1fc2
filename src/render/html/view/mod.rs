//! The `view` of templates: one struct per template, borrowed from the model. Templates
//! also see `page` ([`Page`](crate::render::html::Page)) and `site` ([`SiteView`](crate::render::html::SiteView)).

mod duties;
mod link;
mod lists;
mod notice;

pub use duties::{DutiesView, DutyBlock, DutyView, TaskView};
pub use link::Link;
pub use lists::{
    Choice, ChoicesView, HomeView, ListItem, MapView, Newest, SearchView, SectionItem, SectionView,
};
pub use notice::{AttachmentView, Download, FieldView, FollowedView, NoticeView, RestView};

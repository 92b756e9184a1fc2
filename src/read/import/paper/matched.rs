//! Which of the attachments of a paper stands below each label: the one with its number, wherever the label stands, else
//! the one whose name is the title below it.

use std::collections::BTreeSet;

use crate::read::import::paper::Reading;
use crate::read::import::paper::enclosed::{TITLE, bare};
use crate::read::import::paper::signs::{attachment_label, attachment_number};

/// The most names that are compared with each title.
const MOST: usize = 50;

impl Reading<'_> {
    /// The index of the attachment below each label. A number that 附件说明 does not reach counts only as far as the
    /// labels have all numbers before it, so that no attachment is missing that nobody names.
    pub(super) fn indices(&self, labels: &[usize]) -> Vec<usize> {
        let listed = self.facts.names.len();
        let numbers: Vec<Option<usize>> =
            labels.iter().map(|label| attachment_number(&self.lines[*label].text)).collect();
        let all: BTreeSet<usize> = numbers.iter().flatten().copied().collect();
        let mut last = listed;
        while all.contains(&(last + 1)) {
            last += 1;
        }
        let labelled = self.enclosed.iter().filter(|enclosed| enclosed.is_labelled);
        let mut taken: BTreeSet<usize> = labelled.map(|enclosed| enclosed.index).collect();
        let mut indices: Vec<Option<usize>> = Vec::new();
        for number in &numbers {
            let index = number.filter(|number| *number <= last).map(|number| number - 1);
            indices.push(index.filter(|index| taken.insert(*index)));
        }
        let (mut rest, mut free) = (Vec::new(), [0, listed]);
        for ((label, number), index) in labels.iter().zip(numbers).zip(indices) {
            let index = index.unwrap_or_else(|| {
                // Taken indices stay taken, so that none is looked at twice.
                let first = &mut free[usize::from(number.is_some_and(|number| number > last))];
                while taken.contains(first) {
                    *first += 1;
                }
                let is_free = |index: &usize| !taken.contains(index);
                let mut named = (0..listed.min(MOST)).filter(is_free);
                named.find(|index| self.has_title(*label, *index)).unwrap_or(*first)
            });
            taken.insert(index);
            rest.push(index);
        }
        rest
    }

    /// Whether the title at a label is a name of 附件说明.
    fn has_title(&self, label: usize, index: usize) -> bool {
        let name = bare(&self.facts.names[index]);
        let behind = attachment_label(&self.lines[label].text).unwrap_or_default();
        if !behind.is_empty() {
            return bare(behind) == name;
        }
        let mut title = String::new();
        let below = self.lines[label + 1..].iter().take(TITLE).take_while(|line| line.is_words());
        below.into_iter().any(|line| {
            title.push_str(&bare(&line.text));
            title == name
        })
    }
}

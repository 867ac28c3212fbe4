//! The structure of a document: what each piece of content is, in reading order.

use crate::model::Language;
use krilla::tagging::{Identifier, Node as Tagged, TagGroup, TagKind, TagTree};
use std::collections::BTreeMap;

/// An element of the structure. Those that come first are read first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node(usize);

/// All elements.
pub struct Tree {
    language: Language,
    elements: Vec<(Option<Node>, TagKind)>,
}

impl Tree {
    /// An empty document in this language.
    pub const fn new(language: Language) -> Self {
        Self { language, elements: Vec::new() }
    }

    /// The language of the document.
    pub const fn language(&self) -> &Language {
        &self.language
    }

    /// Adds an element after all others.
    pub fn add(&mut self, parent: Option<Node>, tag: impl Into<TagKind>) -> Node {
        self.elements.push((parent, tag.into()));
        Node(self.elements.len() - 1)
    }

    /// Says in which language an element is, when that is not the document's.
    pub fn speak(&mut self, node: Node, language: Option<&Language>) {
        let other = language.filter(|l| **l != self.language).map(|l| l.as_str().to_owned());
        if let Some((_, tag)) = self.elements.get_mut(node.0) {
            tag.set_lang(other);
        }
    }

    /// The structure with the content that was drawn for each element.
    pub fn finish(self, mut content: BTreeMap<Node, Vec<Identifier>>) -> TagTree {
        let mut inside: BTreeMap<Option<Node>, Vec<Tagged>> = BTreeMap::new();
        for (at, (parent, tag)) in self.elements.into_iter().enumerate().rev() {
            let node = Node(at);
            let drawn = content.remove(&node).unwrap_or_default().into_iter().map(Tagged::from);
            let children = inside.remove(&Some(node)).unwrap_or_default().into_iter().rev();
            let group = TagGroup::with_children(tag, drawn.chain(children).collect());
            inside.entry(parent).or_default().push(group.into());
        }
        let mut roots = inside.remove(&None).unwrap_or_default();
        roots.reverse();
        TagTree::from(roots).with_lang(Some(self.language.as_str().to_owned()))
    }
}

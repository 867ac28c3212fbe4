//! Reads a PDF as a screen reader does: by its structure, each text as its glyphs or `ActualText` say.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// A document that was read.
pub struct Read {
    /// The file.
    pub file: Document,
    /// The elements on top.
    pub root: Element,
    /// What each page shows that is not read aloud.
    pub artifacts: Vec<String>,
    /// What each page shows and is read aloud, as it comes in the file.
    pub pages: Vec<String>,
}

/// An element of the structure.
#[derive(Debug, Default)]
pub struct Element {
    /// What it is: `P`, `H1`.
    pub role: String,
    /// Its language, when it names one.
    pub language: Option<String>,
    /// The scope of a header cell.
    pub scope: Option<String>,
    /// What it says itself, without what is in it.
    pub own: String,
    /// What it says with all that is in it.
    pub text: String,
    /// What is in it.
    pub inside: Vec<Element>,
}

impl Element {
    /// All elements of this role, in reading order.
    pub fn all(&self, role: &str) -> Vec<&Element> {
        let mut found: Vec<&Element> = self.inside.iter().flat_map(|e| e.all(role)).collect();
        if self.role == role {
            found.insert(0, self);
        }
        found
    }

    /// All roles, in reading order.
    pub fn roles(&self) -> Vec<&str> {
        std::iter::once(self.role.as_str()).chain(self.inside.iter().flat_map(Element::roles)).collect()
    }
}

type Marked = BTreeMap<(ObjectId, i64), String>;

/// Reads a PDF.
pub fn read(pdf: &[u8]) -> Read {
    let file = Document::load_mem(pdf).unwrap();
    let mut marked = Marked::new();
    let (mut artifacts, mut pages) = (Vec::new(), Vec::new());
    for id in file.get_pages().into_values() {
        let page = Page::read(&file, id);
        artifacts.push(page.artifacts);
        pages.push(page.marked.values().cloned().collect());
        marked.extend(page.marked.into_iter().map(|(number, text)| ((id, number), text)));
    }
    let tree = dictionary(&file, file.catalog().unwrap().get(b"StructTreeRoot").unwrap());
    let mut root = Element::default();
    children(&file, tree, None, &marked, &mut root);
    Read { file, root, artifacts, pages }
}

fn dictionary<'a>(file: &'a Document, object: &'a Object) -> &'a Dictionary {
    file.dereference(object).unwrap().1.as_dict().unwrap()
}

fn children(file: &Document, of: &Dictionary, page: Option<ObjectId>, marked: &Marked, into: &mut Element) {
    let page = of.get(b"Pg").ok().map(|p| p.as_reference().unwrap()).or(page);
    let Ok(kids) = of.get(b"K") else { return };
    let kids = match file.dereference(kids).unwrap().1 {
        Object::Array(kids) => kids.clone(),
        kid => vec![kid.clone()],
    };
    for kid in &kids {
        match file.dereference(kid).unwrap().1 {
            Object::Integer(number) => say(into, &marked[&(page.unwrap(), *number)]),
            Object::Dictionary(kid) if kid.has(b"MCID") => {
                let page = kid.get(b"Pg").ok().map(|p| p.as_reference().unwrap()).or(page).unwrap();
                say(into, &marked[&(page, kid.get(b"MCID").unwrap().as_i64().unwrap())]);
            }
            Object::Dictionary(kid) => {
                let mut element = Element { role: String::from_utf8(kid.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap(), ..Element::default() };
                element.language = kid.get(b"Lang").ok().map(|l| text(l.as_str().unwrap()));
                element.scope =
                    attributes(file, kid).into_iter().find_map(|a| Some(String::from_utf8(a.get(b"Scope").ok()?.as_name().unwrap().to_vec()).unwrap()));
                children(file, kid, page, marked, &mut element);
                into.text.push_str(&element.text);
                into.inside.push(element);
            }
            other => panic!("an unknown child: {other:?}"),
        }
    }
}

fn say(element: &mut Element, text: &str) {
    element.own.push_str(text);
    element.text.push_str(text);
}

fn attributes<'a>(file: &'a Document, element: &'a Dictionary) -> Vec<&'a Dictionary> {
    match element.get(b"A").map(|a| file.dereference(a).unwrap().1) {
        Ok(Object::Array(list)) => list.iter().map(|a| dictionary(file, a)).collect(),
        Ok(Object::Dictionary(one)) => vec![one],
        _ => Vec::new(),
    }
}

/// A text string of a PDF.
pub fn text(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(wide) => utf16(wide),
        None => bytes.iter().map(|b| char::from(*b)).collect(),
    }
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap()
}

/// Which text each glyph of a font stands for.
type Letters = BTreeMap<Vec<u8>, String>;

#[derive(Default)]
struct Page {
    marked: BTreeMap<i64, String>,
    artifacts: String,
    fonts: BTreeMap<Vec<u8>, Letters>,
    font: Vec<u8>,
    /// What is open: number, whether it is an artifact, the text that replaces it, whether it runs backwards.
    open: Vec<Open>,
}

#[derive(Default, Clone)]
struct Open {
    number: Option<i64>,
    artifact: bool,
    actual: Option<String>,
    backwards: bool,
}

impl Page {
    fn read(file: &Document, id: ObjectId) -> Self {
        let mut page = Self::default();
        for (name, font) in file.get_page_fonts(id).unwrap() {
            let map = file.dereference(font.get(b"ToUnicode").unwrap()).unwrap().1.as_stream().unwrap();
            page.fonts.insert(name, letters(&String::from_utf8(map.decompressed_content().unwrap_or_else(|_| map.content.clone())).unwrap()));
        }
        for operation in Content::decode(&file.get_page_content(id)).unwrap().operations {
            page.step(&operation);
        }
        assert!(page.open.is_empty());
        page
    }

    fn step(&mut self, Operation { operator, operands }: &Operation) {
        match operator.as_str() {
            "Tf" => self.font = operands[0].as_name().unwrap().to_vec(),
            "BMC" | "BDC" => {
                let tag = operands[0].as_name().unwrap();
                let properties = operands.get(1).and_then(|p| p.as_dict().ok());
                let number = properties.and_then(|p| p.get(b"MCID").ok()).map(|n| n.as_i64().unwrap());
                let actual = properties.and_then(|p| p.get(b"ActualText").ok()).map(|t| text(t.as_str().unwrap()));
                self.open.push(Open { number, artifact: tag == b"Artifact", actual, backwards: tag == b"ReversedChars" });
                if let Some(number) = number {
                    assert!(self.marked.insert(number, String::new()).is_none());
                }
            }
            "EMC" => {
                let closed = self.open.pop().unwrap();
                if let Some(actual) = closed.actual {
                    self.say(&actual, closed.number, closed.artifact);
                }
            }
            "Tj" => self.show(operands[0].as_str().unwrap()),
            "TJ" => {
                let parts = operands[0].as_array().unwrap().iter().filter_map(|part| part.as_str().ok());
                self.show(&parts.collect::<Vec<_>>().concat());
            }
            _ => {}
        }
    }

    fn show(&mut self, glyphs: &[u8]) {
        if self.open.iter().any(|o| o.actual.is_some()) {
            return;
        }
        let letters = &self.fonts[&self.font];
        let mut texts: Vec<&str> = glyphs.chunks(2).map(|g| letters[g].as_str()).collect();
        if self.open.iter().any(|o| o.backwards) {
            texts.reverse();
        }
        self.say(&texts.concat(), None, false);
    }

    fn say(&mut self, text: &str, number: Option<i64>, artifact: bool) {
        let number = number.or_else(|| self.open.iter().find_map(|o| o.number));
        match number {
            Some(number) => self.marked.get_mut(&number).unwrap().push_str(text),
            None if artifact || self.open.iter().any(|o| o.artifact) => self.artifacts.push_str(text),
            None => panic!("text that is neither content nor artifact: {text}"),
        }
    }
}

/// Reads the `bfchar` and `bfrange` lines of a character map.
fn letters(map: &str) -> Letters {
    let hex = |word: &str| -> Vec<u8> {
        let digits = word.trim_matches(['<', '>']);
        (0..digits.len() / 2).map(|i| u8::from_str_radix(&digits[2 * i..2 * i + 2], 16).unwrap()).collect()
    };
    let mut letters = Letters::new();
    let mut reading = false;
    for line in map.lines() {
        assert!(!line.contains("beginbfrange"), "ranges are not read");
        reading = (reading || line.ends_with("beginbfchar")) && !line.starts_with("endbfchar");
        if let [glyph, text] = line.split_whitespace().collect::<Vec<_>>().as_slice()
            && reading
            && glyph.starts_with('<')
        {
            letters.insert(hex(glyph), utf16(&hex(text)));
        }
    }
    letters
}

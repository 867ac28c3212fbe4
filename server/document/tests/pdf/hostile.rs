//! Whatever somebody types, the document is made, and what they typed is in it.

use crate::reader::read;
use crate::samples::{document, heading, language, pair, skipped};
use document::{Block, Fault, Level, Sides, Table, Text, Words, pdf};

/// A document with this text in every place where a text can be.
fn everywhere(text: &str) -> document::Document {
    let words = || Words::from(text).beside(Text::of(language("ar"), text));
    let mut document = document(vec![
        Block::Heading(Level::One, words()),
        Block::Paragraph(words()),
        Block::Bullets(vec![words(), text.into()]),
        Block::Numbered(vec![words(), text.into()]),
        Block::Pairs(vec![pair(words(), words()), skipped(words()), pair("Kort", text)]),
        Block::Pairs(vec![pair("Kort", text)]),
        Block::Table(Table { caption: words(), columns: vec![words(), words()], rows: vec![vec![words(), text.into()]], row_headers: true }),
        Block::Sides(Sides { caption: words(), municipality: words(), resident: words(), rows: vec![(words(), text.into())] }),
    ]);
    document.title = text.into();
    document.author = text.into();
    document.subject = text.into();
    document.footer.reference = text.into();
    document
}

#[test]
fn no_text_makes_a_document_fail() {
    let texts = [
        "\u{0}\u{1}\u{7}\u{8}\u{1B}[31m\u{7F}\u{9F}",
        "\u{202E}omgekeerd\u{202C} \u{2066}\u{2067}\u{2068}open",
        "<b>&amp;</b> </rdf:RDF> ]]> %PDF-1.7 endstream endobj (((( \\ /Name <<>> {page} \u{FEFF}",
        "😀 👩‍👩‍👧‍👦 🇳🇱 👍🏽 1️⃣ ♥️",
        "\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}",
        "\u{378}\u{FFFE}\u{FFFF}\u{1FFFE}\u{10FFFF}\u{FDD0}",
        "\u{301}\u{308} \u{64E}\u{651} \u{135D} \u{20E3}\u{FE0F}\u{200D}",
        "漢字 かな 한국어 हिन्दी ไทย עברית ქართული",
        "\u{FFFC}\u{FFFD}\u{AD}\u{34F}\u{115F}\u{3164}\u{180E}",
        "ﷺ ﷲ ﻻ لا لله \u{600}123 \u{6DD}45",
    ];
    for text in texts {
        assert_eq!(pdf(&everywhere(text)).err(), None, "{text:?}");
        let both = format!("ja {text} أهلا {text} ሰላም {text} Київ");
        assert_eq!(pdf(&everywhere(&both)).err(), None, "{both:?}");
    }
}

#[test]
fn each_block_of_unicode_can_be_printed() {
    let blocks = (0..=0x0010_FFFF_u32).step_by(0x40).map(|start| (start..start + 0x40).step_by(7).filter_map(char::from_u32).collect::<String>());
    let text = blocks.step_by(9).collect::<Vec<_>>().join("\n");
    pdf(&document(vec![Block::Paragraph(text.as_str().into())])).unwrap();
}

#[test]
fn markup_and_codes_are_text() {
    let text = "<script>alert(1)</script> (a\\b) & {page} %PDF";
    let read = read(&pdf(&document(vec![Block::Paragraph(text.into())])).unwrap());
    assert_eq!(read.root.all("P").last().unwrap().text, text);
}

#[test]
fn a_hundred_thousand_characters_without_a_space_are_all_there() {
    for (letter, times) in [("x", 100_000), ("س", 100_000), ("ሰ", 3_000), ("a\u{301}", 3_000), ("😀", 3_000)] {
        let text = letter.repeat(times);
        let read = read(&pdf(&document(vec![Block::Pairs(vec![pair("Wat wilt u zeggen?", text.as_str())])])).unwrap());
        assert_eq!(read.root.all("LBody")[0].text, text);
    }
}

#[test]
fn very_long_words_in_narrow_cells_are_broken() {
    let row: Vec<Words> = (0..Table::MAX_COLUMNS).map(|_| "Arbeidsongeschiktheidsverzekering".repeat(20).as_str().into()).collect();
    let table = Table { columns: row.clone(), rows: vec![row; 3], ..Table::default() };
    let read = read(&pdf(&document(vec![Block::Table(table)])).unwrap());
    assert!(read.root.all("TD").iter().all(|cell| cell.text == "Arbeidsongeschiktheidsverzekering".repeat(20)));
}

#[test]
fn very_long_titles_are_shortened_in_the_outline_only() {
    let text = "a".repeat(40_000);
    let read = read(&pdf(&document(vec![heading(Level::One, &text)])).unwrap());
    assert_eq!(read.root.all("H1")[0].text, text);
}

#[test]
fn a_title_that_no_file_can_hold_is_refused() {
    let mut document = document(Vec::new());
    document.title = "a".repeat(40_000);
    assert_eq!(pdf(&document), Err(Fault::Invalid(vec!["TooLongString".into()])));
}

#[test]
fn a_listener_hears_which_emoji_it_was() {
    let read = read(&pdf(&document(vec![Block::Paragraph("Dank u 🙏🏽, tot straks 😀 \u{E000}.".into())])).unwrap());
    assert_eq!(read.root.all("P")[1].text, "Dank u 🙏🏽, tot straks 😀 \u{FFFD}.");
}

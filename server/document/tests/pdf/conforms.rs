//! Each document passes the validation of both standards, and the same document is the same bytes.

use crate::reader::{read, text};
use crate::samples::{document, heading, language, mixed, self_scan, skipped};
use document::{Block, Fault, Level, Pair, Table, Text, Words, pdf};

#[test]
fn empty_small_and_long_documents_conform() {
    pdf(&document(Vec::new())).unwrap();
    pdf(&document(vec![Block::Paragraph("Hallo".into())])).unwrap();
    pdf(&self_scan(500)).unwrap();
    let answer = "Ik wil graag rust. ".repeat(530);
    let long = Pair { answer: Some(answer.as_str().into()), ..skipped("Wat wilt u nog zeggen?") };
    let read = read(&pdf(&document(vec![Block::Pairs(vec![long])])).unwrap());
    assert!(read.file.get_pages().len() > 2);
    assert!(read.root.text.contains(answer.trim()));
}

#[test]
fn documents_from_right_to_left_and_mixed_ones_conform() {
    pdf(&mixed()).unwrap();
    let mut arabic = document(vec![heading(Level::One, "تقييمك الذاتي"), Block::Paragraph("هذا ما أخبرتنا به.".repeat(400).as_str().into())]);
    arabic.language = language("ar");
    pdf(&arabic).unwrap();
}

#[test]
fn blocks_without_anything_in_them_leave_no_trace() {
    let blank = || Words::from(" \n\u{2068}\u{AD}\u{A0}");
    let blocks = vec![
        Block::Paragraph(blank()),
        Block::Bullets(vec![blank()]),
        Block::Numbered(Vec::new()),
        Block::Pairs(Vec::new()),
        Block::Pairs(vec![Pair { question: blank(), answer: Some(blank()), state: None }]),
    ];
    assert_eq!(pdf(&document(blocks)), pdf(&document(Vec::new())));
}

#[test]
fn the_same_document_is_the_same_bytes() {
    assert_eq!(pdf(&mixed()), pdf(&mixed()));
    assert_eq!(pdf(&self_scan(80)), pdf(&self_scan(80)));
    assert_ne!(pdf(&self_scan(80)), pdf(&self_scan(81)));
}

#[test]
fn the_file_says_which_standards_it_follows_and_whose_it_is() {
    let pdf = pdf(&self_scan(3)).unwrap();
    let read = read(&pdf);
    let catalog = read.file.catalog().unwrap();
    assert_eq!(text(catalog.get(b"Lang").unwrap().as_str().unwrap()), "nl");
    assert!(catalog.get(b"ViewerPreferences").unwrap().as_dict().unwrap().get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    assert!(catalog.get(b"MarkInfo").unwrap().as_dict().unwrap().get(b"Marked").unwrap().as_bool().unwrap());
    let metadata = read.file.get_object(catalog.get(b"Metadata").unwrap().as_reference().unwrap()).unwrap().as_stream().unwrap();
    let metadata = String::from_utf8(metadata.content.clone()).unwrap();
    for part in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "Uw zelfscan", "Gemeente Hilversum", "2026-07-01T09:30:00"] {
        assert!(metadata.contains(part), "{part} is not in {metadata}");
    }
}

#[test]
fn a_document_that_is_not_well_formed_is_refused() {
    let mut untitled = document(Vec::new());
    untitled.title = " ".into();
    assert_eq!(pdf(&untitled), Err(Fault::Title));
    let headings = |levels: &[Level]| pdf(&document(levels.iter().map(|l| heading(*l, "Geld")).collect()));
    assert_eq!(headings(&[Level::Two]), Err(Fault::Heading(1)));
    assert_eq!(headings(&[Level::One, Level::Three]), Err(Fault::Heading(2)));
    assert!(headings(&[Level::One, Level::Two, Level::Three, Level::One, Level::Two, Level::Two]).is_ok());
    assert_eq!(pdf(&document(vec![heading(Level::One, " ")])), Err(Fault::Heading(1)));
    let table = |columns: usize, cells: usize| {
        let table = Table { columns: vec!["a".into(); columns], rows: vec![vec!["b".into(); cells]], ..Table::default() };
        pdf(&document(vec![Block::Table(table)]))
    };
    assert!(table(6, 6).is_ok());
    for (columns, cells) in [(0, 0), (7, 7), (2, 3), (3, 2)] {
        assert_eq!(table(columns, cells), Err(Fault::Table));
    }
}

#[test]
fn what_somebody_wrote_is_in_no_debug_output() {
    let text = Text::from("geheim");
    let shown = format!("{:?} {:?} {:?}", text, document(vec![Block::Paragraph("geheim".into())]), skipped("geheim"));
    assert!(!shown.contains("geheim"));
}

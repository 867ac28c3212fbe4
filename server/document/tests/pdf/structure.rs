//! What a screen reader finds: the order, what each part is, and in which language.

use crate::reader::read;
use crate::samples::{closing, document, heading, language, mixed, pair, self_scan, skipped};
use document::{Block, Document, Level, Pair, Table, Text, Words, pdf};
use lopdf::Object;

fn made(document: &Document) -> crate::reader::Read {
    read(&pdf(document).unwrap())
}

#[test]
fn everything_is_read_in_order() {
    let read = made(&document(vec![
        heading(Level::One, "Uw zelfscan"),
        Block::Paragraph("Dit vertelde u ons.\nOp 1 juli.".into()),
        heading(Level::Two, "Geld"),
        heading(Level::Three, "Wat goed gaat"),
        Block::Bullets(vec!["Een vaste plek.".into()]),
        Block::Numbered(vec!["Eerst geld.".into(), "Dan wonen.".into()]),
        Block::Pairs(vec![pair("Komt u rond?", "Meestal."), skipped("Slaapt u goed?")]),
    ]));
    let said = "Gemeente HilversumUw zelfscanDit vertelde u ons. Op 1 juli.GeldWat goed gaat• Een vaste plek.1. Eerst geld.2. Dan wonen.\
                Komt u rond? Meestal.Slaapt u goed? Overgeslagen. Dat mag.";
    assert_eq!(read.root.text, said);
    assert_eq!(read.pages.concat(), said);
    let roles = "Document P H1 P H2 H3 L LI Lbl LBody L LI Lbl LBody LI Lbl LBody L LI Lbl LBody P LI Lbl LBody P";
    assert_eq!(read.root.roles().join(" ").trim(), roles);
}

#[test]
fn an_answer_and_its_state_are_both_said() {
    let pair = Pair { question: "Hoeveel?".into(), answer: Some("Twaalf".into()), state: Some("Nog niet af.".into()) };
    let read = made(&document(vec![Block::Pairs(vec![pair])]));
    assert_eq!(read.root.all("LBody")[0].inside.iter().map(|p| p.text.as_str()).collect::<Vec<_>>(), ["Twaalf", "Nog niet af."]);
}

#[test]
fn words_in_one_of_two_languages_are_not_lost() {
    let only = || Words::default().beside(Text::of(language("en"), "Only here"));
    let unasked = Pair { question: Words::default(), answer: Some("Toch gezegd".into()), state: None };
    let read = made(&document(vec![Block::Paragraph(only()), Block::Bullets(vec![only()]), Block::Pairs(vec![pair(only(), only()), unasked])]));
    assert_eq!(read.root.text.matches("Only here").count(), 4);
    assert_eq!(read.root.all("LBody").last().unwrap().text, "Toch gezegd");
}

#[test]
fn a_table_has_a_caption_and_header_cells_with_scope() {
    let read = made(&document([vec![heading(Level::One, "Uw zelfscan")], closing()].concat()));
    let tables = read.root.all("Table");
    assert_eq!(tables.len(), 2);
    let [sides, axes] = tables.as_slice() else { panic!("two tables") };
    assert_eq!(sides.roles().join(" "), "Table Caption THead TR TH TH TBody TR TD TD TR TD TD");
    let scopes = |table: &crate::reader::Element| table.all("TH").iter().map(|h| h.scope.clone().unwrap()).collect::<Vec<_>>().join(" ");
    assert_eq!(scopes(sides), "Column Column");
    assert_eq!(scopes(axes), "Column Column Column Row Row Row");
    assert_eq!(axes.all("TR")[3].text, "Mensen om u heen35, want mijn zus helpt nu elke week");
}

#[test]
fn each_text_says_its_language_when_it_is_another() {
    let read = made(&mixed());
    let document = read.root.all("Document");
    assert_eq!(document[0].language.as_deref(), Some("nl"));
    let title = read.root.all("H1")[0];
    assert_eq!((title.language.as_deref(), title.own.as_str()), (None, "Uw zelfscan "));
    assert_eq!((title.inside[0].language.as_deref(), title.inside[0].text.as_str()), (Some("ar"), "تقييمك الذاتي"));
    let languages: Vec<&str> = read.root.all("Span").iter().filter_map(|s| s.language.as_deref()).collect();
    assert!(["ar", "ti"].iter().all(|l| languages.contains(l)));
    let ukrainian = read.root.all("P").into_iter().find(|p| p.text.contains("кімнаті")).unwrap();
    assert_eq!(ukrainian.language.as_deref(), Some("uk"));
}

#[test]
fn other_scripts_are_read_as_they_were_written() {
    let texts = [
        ("ar", "غالبًا لا. في نهاية الشهر لا يبقى سوى 20 يورو، وأتصل للسؤال عن DigiD."),
        ("fa", "می‌خواهم کار کنم، ۱۲ ساعت در هفته."),
        ("ti", "ደቀይ ናብ ቤት ትምህርቲ ብሓጎስ ይኸዱ። ሓብተይ ትሕግዘኒ።"),
        ("uk", "Ми живемо в одній кімнаті, але нам тепло. Її ім’я — Софія."),
        ("pl", "Źdźbło, żółw, ćma, e\u{301}."),
    ];
    for (tag, text) in texts {
        let read = made(&document(vec![Block::Paragraph(Text::of(language(tag), text).into())]));
        assert_eq!(read.root.all("P")[1].text, text);
    }
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let long = |word: &str| vec![word; 60].join(" ");
    let words = Words::from(long("Nederlands").as_str()).beside(Text::of(language("en"), long("English")));
    let read = made(&document(vec![Block::Paragraph(words)]));
    assert!(read.pages.concat().ends_with(&format!("{} {}", long("Nederlands"), long("English"))));
}

#[test]
fn each_page_has_its_foot() {
    let read = made(&self_scan(80));
    let count = read.file.get_pages().len();
    assert!((5..=10).contains(&count), "{count} pages");
    for (at, artifacts) in read.artifacts.iter().enumerate() {
        assert!(artifacts.contains("Kenmerk MD-2026-0417"));
        assert!(artifacts.contains(&format!("Pagina {} van {count}", at + 1)));
    }
    assert!(!read.root.text.contains("Pagina"));
}

#[test]
fn the_header_of_a_long_table_is_seen_on_each_page_and_read_once() {
    let rows = (0..100).map(|n| vec![Words::from(n.to_string()), "antwoord".into()]).collect();
    let table = Table { columns: vec!["Nummer".into(), "Antwoord hier".into()], rows, ..Table::default() };
    let read = made(&document(vec![Block::Table(table)]));
    let (first, others) = read.artifacts.split_first().unwrap();
    assert!(!first.contains("Antwoord hier"));
    assert!(others.len() > 2 && others.iter().all(|page| page.contains("Antwoord hier")));
    assert_eq!(read.root.text.matches("Antwoord hier").count(), 1);
}

#[test]
fn a_heading_is_never_the_last_on_a_page() {
    for lines in 0..60 {
        let mut blocks = vec![heading(Level::One, "Begin")];
        blocks.extend((0..lines).map(|_| Block::Bullets(vec!["regel".into()])));
        blocks.extend([heading(Level::Two, "Geld"), heading(Level::Three, "Antwoorden"), Block::Paragraph("Meestal wel.".into())]);
        let read = made(&document(blocks));
        assert!(read.pages.iter().all(|page| page.contains("Geld") == page.contains("Meestal wel.")), "{lines}");
    }
}

#[test]
fn headings_are_the_outline() {
    let read = made(&self_scan(20));
    let outline = read.file.get_object(read.file.catalog().unwrap().get(b"Outlines").unwrap().as_reference().unwrap()).unwrap().as_dict().unwrap();
    let mut titles = Vec::new();
    titles_of(&read.file, outline, 0, &mut titles);
    assert_eq!(titles[..5], ["0 Uw zelfscan", "1 Geld", "2 Wat goed gaat", "2 Uw antwoorden", "1 Wonen"]);
}

fn titles_of(file: &lopdf::Document, of: &lopdf::Dictionary, depth: usize, titles: &mut Vec<String>) {
    let mut next = of.get(b"First").ok().map(Object::as_reference);
    while let Some(Ok(id)) = next {
        let item = file.get_object(id).unwrap().as_dict().unwrap();
        titles.push(format!("{depth} {}", crate::reader::text(item.get(b"Title").unwrap().as_str().unwrap())));
        titles_of(file, item, depth + 1, titles);
        next = item.get(b"Next").ok().map(Object::as_reference);
    }
}

//! Documents to test with: all people and answers are invented.

use chrono::{TimeZone, Utc};
use document::{Block, Document, Footer, Language, Level, Pair, Sides, Table, Text, Words};

/// A language.
pub fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

/// A document of these blocks.
pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Uw zelfscan".into(),
        language: language("nl"),
        author: "Gemeente Hilversum".into(),
        subject: "Kopie van wat u op 1 juli 2026 verstuurde".into(),
        created: Utc.with_ymd_and_hms(2026, 7, 1, 9, 30, 0).unwrap(),
        blocks,
        footer: Footer { reference: "Kenmerk MD-2026-0417".into(), page: "Pagina {page} van {pages}".into() },
    }
}

/// A heading.
pub fn heading(level: Level, text: &str) -> Block {
    Block::Heading(level, text.into())
}

/// A question with an answer.
pub fn pair(question: impl Into<Words>, answer: impl Into<Words>) -> Pair {
    Pair { question: question.into(), answer: Some(answer.into()), state: None }
}

/// A question that was skipped.
pub fn skipped(question: impl Into<Words>) -> Pair {
    Pair { question: question.into(), answer: None, state: Some("Overgeslagen. Dat mag.".into()) }
}

const DOMAINS: [&str; 6] = ["Geld", "Wonen", "Gezondheid", "Mensen om u heen", "Werk en leren", "Elke dag"];
const ASKED: [(&str, &str); 4] = [
    ("Komt u deze maand rond met uw geld?", "Meestal wel. Aan het eind van de maand wordt het krap."),
    ("Heeft u post of rekeningen die u nog niet heeft opengemaakt?", "Ja, een paar. Ik weet niet goed waar ik moet beginnen en ik zie er tegenop."),
    (
        "Wat gaat goed en wilt u graag zo houden?",
        "De kinderen zijn elke dag op tijd op school. Mijn zus helpt op woensdag en op zaterdag gaan we samen naar de markt.",
    ),
    ("Waar wilt u dat wij als eerste mee helpen?", "Eén vast nummer dat ik kan bellen."),
];

/// A self-scan of so many questions, as most are.
pub fn self_scan(questions: usize) -> Document {
    let mut blocks = vec![
        heading(Level::One, "Uw zelfscan"),
        Block::Pairs(vec![pair("Kenmerk", "MD-2026-0417"), pair("Verstuurd", "1 juli 2026 om 11.30 uur"), pair("Naam", "Samira el Amrani")]),
        Block::Paragraph(
            "Dit is wat u ons vertelde, in uw eigen woorden. Bewaar het goed. Klopt er iets niet? Bel dan 14\u{a0}035 en noem het kenmerk.".into(),
        ),
    ];
    for (at, domain) in DOMAINS.into_iter().enumerate() {
        blocks.push(heading(Level::Two, domain));
        if at == 0 {
            blocks.push(heading(Level::Three, "Wat goed gaat"));
            blocks.push(Block::Bullets(vec!["U heeft een vaste plek om te wonen.".into(), "U vraagt hulp als dat nodig is.".into()]));
            blocks.push(heading(Level::Three, "Uw antwoorden"));
        }
        let asked = (0..questions).filter(|n| n % DOMAINS.len() == at);
        let answers = asked.map(|n| match ASKED.get(n * 7 % 5) {
            Some((question, answer)) => pair(*question, *answer),
            None => skipped("Hoe slaapt u de laatste tijd?"),
        });
        blocks.push(Block::Pairs(answers.collect()));
    }
    blocks.extend(closing());
    document(blocks)
}

/// What stands at the end of a self-scan.
pub fn closing() -> Vec<Block> {
    let rows = vec![
        ("Wij bellen u binnen een week over de rekeningen.".into(), "U legt de post bij elkaar, ook wat nog dicht is.".into()),
        ("Wij vragen de toeslagen met u aan.".into(), Words::default()),
    ];
    let axis = |name: &str, then: &str, now: &str| vec![name.into(), then.into(), now.into()];
    vec![
        heading(Level::Two, "Tot slot"),
        Block::Numbered(vec!["Geld is voor u het belangrijkst.".into(), "Daarna wonen.".into()]),
        Block::Sides(Sides { caption: "Wat we afspreken".into(), municipality: "De gemeente doet".into(), resident: "U doet".into(), rows }),
        Block::Table(Table {
            caption: "Hoe u het zelf ziet, van 1 tot 5".into(),
            columns: vec!["Onderwerp".into(), "In januari".into(), "Nu".into()],
            rows: vec![axis("Geld", "2", "3"), axis("Wonen", "4", "4"), axis("Mensen om u heen", "3", "5, want mijn zus helpt nu elke week")],
            row_headers: true,
        }),
    ]
}

/// A self-scan in Dutch with Arabic, Tigrinya and Ukrainian beside it.
pub fn mixed() -> Document {
    let arabic = |text: &str| Text::of(language("ar"), text);
    let tigrinya = |text: &str| Text::of(language("ti"), text);
    let ukrainian = |text: &str| Text::of(language("uk"), text);
    let asked = Words::from("Komt u deze maand rond met uw geld?").beside(arabic("هل يكفيك المال هذا الشهر؟"));
    let said = Words::from("Vaak niet. Vertaald uit het Arabisch.")
        .beside(arabic("غالبًا لا. في نهاية الشهر لا يبقى سوى 20 يورو، وأتصل برقم 14\u{a0}035 للسؤال عن DigiD."));
    let asked_ti = Words::from("Wat gaat goed?").beside(tigrinya("እንታይ ጽቡቕ ይኸይድ ኣሎ?"));
    let said_ti = Words::from("De kinderen gaan graag naar school.").beside(tigrinya("ደቀይ ናብ ቤት ትምህርቲ ብሓጎስ ይኸዱ። ሓብተይ ትሕግዘኒ።"));
    let asked_uk = Words::from("Hoe woont u?").beside(ukrainian("Як ви живете?"));
    let said_uk = Words::from(ukrainian("Ми живемо в одній кімнаті, але нам тепло."));
    let rows =
        vec![(Words::from("Wij bellen u.").beside(arabic("نتصل بك.")), Words::from("U legt de post bij elkaar.").beside(arabic("تجمع الرسائل في مكان واحد.")))];
    document(vec![
        Block::Heading(Level::One, Words::from("Uw zelfscan").beside(arabic("تقييمك الذاتي"))),
        Block::Paragraph(
            Words::from("Links staat het in het Nederlands, rechts in uw eigen taal.").beside(arabic("على اليسار النص بالهولندية، وعلى اليمين النص بلغتك.")),
        ),
        Block::Heading(Level::Two, Words::from("Geld").beside(arabic("المال"))),
        Block::Pairs(vec![
            Pair { question: asked, answer: Some(said), state: None },
            Pair {
                question: Words::from("Heeft u schulden?").beside(arabic("هل عليك ديون؟")),
                answer: None,
                state: Some(Words::from("Overgeslagen. Dat mag.").beside(arabic("تم التخطي. هذا مسموح."))),
            },
            pair(asked_ti, said_ti),
            pair(asked_uk, said_uk),
            pair("Zgłoszenie po polsku", Text::of(language("pl"), "Źdźbło, żółw, ćma. Türkçe: İğne, şöför. Tiếng Việt: Nguyễn. Soo: 😀👍🏽")),
        ]),
        Block::Heading(Level::Two, Words::from("Tot slot").beside(arabic("في الختام"))),
        Block::Bullets(vec![Words::from("Bel 14\u{a0}035.").beside(arabic("اتصل بالرقم 14\u{a0}035.")), arabic("في حالة الطوارئ اتصل بـ 112.").into()]),
        Block::Sides(Sides {
            caption: Words::from("Wat we afspreken").beside(arabic("ما نتفق عليه")),
            municipality: Words::from("De gemeente doet").beside(arabic("ما تفعله البلدية")),
            resident: Words::from("U doet").beside(arabic("ما تفعله أنت")),
            rows,
        }),
    ])
}

//! What a resident sent as a document (PDF): for the case, for the caseworker, and for the resident to keep. The same
//! content as on the screen, in Dutch with the resident's own language beside it.

use crate::content::{Locale, Words};
use crate::file::File;
use crate::intake::{SentView, axis_text, domain_text, strengths_of};
use crate::{Error, Result, Service};
use document::{Block, Document, Footer, Language, Level, Pair, Sides, Table, Text};
use domain::access::{Action, Actor};
use domain::intake::{AnswerState, Channel, Domain, Intake, ScanAnswer, Visibility, picture};

/// Words in Dutch and, for a resident who reads another language, in that one.
pub(crate) struct Both {
    pub(crate) dutch: Words,
    other: Option<(Language, Words)>,
}

impl Both {
    /// The same text twice.
    pub(crate) fn say(&self, text: impl Fn(&Words) -> String) -> document::Words {
        let words = document::Words::from(text(&self.dutch));
        match &self.other {
            Some((language, other)) => words.beside(Text::of(language.clone(), text(other))),
            None => words,
        }
    }

    pub(crate) fn t(&self, key: &str) -> document::Words {
        self.say(|words| words.t(key))
    }

    /// What stood on the screen, in both languages; what somebody typed is the same in both and stands once.
    fn asked(&self, answer: &ScanAnswer, pick: impl Fn(&domain::intake::Asked) -> &str) -> document::Words {
        let dutch = answer.asked.get("nl").map(|asked| pick(asked).to_owned()).unwrap_or_default();
        let other = self.other.as_ref().and_then(|(language, words)| Some((language, pick(answer.asked.get(words.locale.language)?))));
        match other {
            Some((language, other)) if other != dutch => document::Words::from(dutch).beside(Text::of(language.clone(), other)),
            _ => dutch.into(),
        }
    }
}

impl Service {
    /// The document of a version, for the resident who sent it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none or the actor is not that resident.
    pub async fn own_document(&self, actor: &Actor, resident: &str, number: i64) -> Result<Vec<u8>> {
        let (file, sent, _) = self.own_scan(actor, resident, number).await?;
        self.printed(&file, sent).await
    }

    /// The document of a version, for the resident's caseworker.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none or the actor may not.
    pub async fn review_document(&self, actor: &Actor, resident: &str, number: i64) -> Result<Vec<u8>> {
        let file = self.open_file(actor, Action::ReadSent, resident).await?;
        let sent = self.scans(&file, 100).await?.into_iter().find(|sent| sent.scan.number == number).ok_or(Error::NotFound)?;
        self.printed(&file, sent).await
    }

    /// The document of what was sent under this id, for delivering it.
    pub(crate) async fn document_of(&self, file: &File, scan: &str) -> Result<Vec<u8>> {
        let sent = self.scans(file, 100).await?.into_iter().find(|sent| sent.id == scan).ok_or(Error::NotFound)?;
        self.printed(file, sent).await
    }

    /// Words in Dutch and in the language `code`.
    pub(crate) fn both(&self, code: &str) -> Both {
        let form = self.settings.municipality.form;
        let language = Some(code).filter(|code| !code.is_empty() && *code != "nl");
        let other = language.and_then(|code| Some((Language::parse(code)?, self.content.texts.words(Locale::parse(code, form)?))));
        Both { dutch: self.content.texts.words(Locale::dutch(form)), other }
    }

    async fn printed(&self, file: &File, sent: SentView) -> Result<Vec<u8>> {
        set(self.paper(file, &sent)).await
    }

    /// The document. It depends on nothing but what was sent, so that it can be made again.
    fn paper(&self, file: &File, sent: &SentView) -> Document {
        let both = self.both(&sent.scan.language);
        let place = &self.content.municipality;
        let title = both.dutch.t("paper-title");
        let mut blocks = vec![Block::Heading(Level::One, both.t("paper-title")), Block::Pairs(about(&both, file, sent))];
        blocks.extend(body(&both, &self.content.intake, sent));
        Document {
            subject: format!("{title}, {}", sent.reference),
            title,
            language: Language::parse("nl").unwrap_or_else(|| unreachable!("a language tag")),
            author: place.name.clone(),
            created: chrono::DateTime::from_timestamp_millis(sent.sent_at).unwrap_or_default(),
            blocks,
            footer: Footer {
                reference: sent.reference.clone().into(),
                page: both.dutch.with("paper-page", &[("page", "{page}".into()), ("pages", "{pages}".into())]).into(),
            },
        }
    }
}

/// Sets a document, not on a thread that answers others: it takes the processor for a while.
pub(crate) async fn set(paper: Document) -> Result<Vec<u8>> {
    let made = tokio::task::spawn_blocking(move || document::pdf(&paper)).await;
    made.map_err(|_| Error::internal("setting a document panicked"))?.map_err(|fault| Error::internal(format_args!("a document: {fault}")))
}

/// Reference, when, who, and how it came about.
fn about(both: &Both, file: &File, sent: &SentView) -> Vec<Pair> {
    let pair = |key: &str, answer: document::Words| Pair { question: both.t(key), answer: Some(answer), state: None };
    let at = crate::clock::local(sent.sent_at).format("%-d-%-m-%Y, %H:%M").to_string();
    let mut list = vec![
        pair("reference-short", sent.reference.clone().into()),
        pair("copy-sent", at.into()),
        pair("copy-name", file.profile.full_name().into()),
        pair("paper-version", sent.scan.number.to_string().into()),
    ];
    if sent.scan.channel != Channel::Own {
        list.push(pair("copy-channel", both.t(&format!("channel-{}", sent.scan.channel.as_str()))));
    }
    if let Some(agreement) = &sent.scan.agreement {
        list.push(pair("copy-agreement", agreement.clone().into()));
    }
    list
}

fn body(both: &Both, intake: &Intake, sent: &SentView) -> Vec<Block> {
    let scan = &sent.scan;
    let closing = |answer: &ScanAnswer| intake.closing.iter().any(|q| q.id == answer.step);
    let of = |domain: Option<Domain>| {
        // An answer that only the resident sees is in no copy.
        let seen = scan.answers.iter().filter(|a| a.domain == domain && a.visible != Visibility::I && !closing(a));
        seen.map(|answer| pair(both, answer)).collect::<Vec<_>>()
    };
    let heading = |words: document::Words| Block::Heading(Level::Two, words);
    let mut blocks = Vec::new();
    let opening = of(None);
    if !opening.is_empty() {
        blocks.extend([heading(both.t("part-start")), Block::Pairs(opening)]);
    }
    let strong = strengths_of(intake, sent, &both.dutch);
    for domain in Domain::ALL {
        let (skipped, rows) = (scan.skipped_domains.contains(&domain), of(Some(domain)));
        if !skipped && rows.is_empty() {
            continue;
        }
        blocks.push(heading(both.say(|words| domain_text(words, domain))));
        if skipped {
            blocks.push(Block::Paragraph(both.t("check-domain-skipped")));
            continue;
        }
        if let Some((_, list)) = strong.iter().find(|(of, _)| *of == domain) {
            blocks.push(Block::Heading(Level::Three, both.t("strengths-title")));
            blocks.push(Block::Bullets(list.iter().map(|text| text.as_str().into()).collect()));
        }
        blocks.push(Block::Pairs(rows));
    }
    blocks.extend(ending(both, intake, sent));
    blocks
}

/// What matters most, what may be shared, the picture as a table, and the proposals.
fn ending(both: &Both, intake: &Intake, sent: &SentView) -> Vec<Block> {
    let scan = &sent.scan;
    let names = |domains: &[Domain]| both.say(|words| domains.iter().map(|d| domain_text(words, *d)).collect::<Vec<_>>().join(", "));
    let or_not = |domains: &[Domain], key: &str| if domains.is_empty() { both.t(key) } else { names(domains) };
    let pair = |key: &str, answer: document::Words| Pair { question: both.t(key), answer: Some(answer), state: None };
    let mut blocks = vec![
        Block::Heading(Level::Two, both.t("part-closing")),
        Block::Pairs(vec![pair("copy-important", or_not(&scan.most_important, "answer-open")), pair("copy-shared", or_not(&scan.shared, "copy-not-shared"))]),
    ];
    let side = |text: &str| document::Words::from(text.to_owned());
    if !scan.proposals.is_empty() {
        blocks.push(Block::Sides(Sides {
            caption: both.t("copy-proposals"),
            municipality: both.t("proposals-we"),
            resident: both.t("paper-resident"),
            rows: scan.proposals.iter().map(|p| (side(&p.line.municipality), side(&p.line.resident))).collect(),
        }));
    }
    let axes = picture(intake, &sent.facts(intake));
    let said = |axis: domain::intake::Axis| {
        both.say(|words| match axis_text(words, intake, axis) {
            Some(text) => format!("{text} {}", words.with("picture-of-five", &[("n", i64::from(axis.value.unwrap_or_default()).into())])),
            None => words.t(if axis.skipped { "answer-skipped" } else { "answer-open" }),
        })
    };
    blocks.push(Block::Table(Table {
        caption: both.t("paper-picture"),
        columns: vec![both.t("paper-domain"), both.t("paper-how")],
        rows: axes.into_iter().map(|axis| vec![both.say(|words| domain_text(words, axis.domain)), said(axis)]).collect(),
        row_headers: true,
    }));
    blocks
}

fn pair(both: &Both, answer: &ScanAnswer) -> Pair {
    let question = both.asked(answer, |asked| &asked.question);
    match answer.state {
        AnswerState::Skipped => Pair { question, answer: None, state: Some(both.t("answer-skipped")) },
        AnswerState::Open => Pair { question, answer: None, state: Some(both.t("answer-open")) },
        AnswerState::Given | AnswerState::Unknown => Pair { question, answer: Some(both.asked(answer, |asked| &asked.answer)), state: None },
    }
}

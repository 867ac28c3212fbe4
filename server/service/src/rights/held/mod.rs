//! Everything that is held about a resident, in the words of the screen, and as data for machines (GDPR art. 15 and 20).

mod agreement;

use crate::clock::local;
use crate::content::Words;
use crate::event::Event;
use crate::file::File;
use crate::intake::{Way, answer_text, domain_text, question_text};
use crate::{Error, Result, Service};
use document::{Block, Document, Footer, Language, Level, Pair, Text};
use domain::access::{Action, Actor};
use domain::intake::Choice;
use serde_json::{Value, json};

/// One kind of what is held: what it is called, and each thing with its value.
#[derive(Clone, PartialEq, Eq)]
pub struct Part {
    /// The name in the keys of texts and in the data.
    pub kind: &'static str,
    /// What and its value, in words.
    pub pairs: Vec<Said>,
}

/// One thing that is held, in words.
#[derive(Clone, PartialEq, Eq)]
pub struct Said {
    /// What it is.
    pub what: String,
    /// Its value; empty when nothing was said.
    pub value: String,
    /// The language that it was sent in (BCP 47), where that is not the one of the screen.
    pub language: Option<&'static str>,
}

/// Everything that is held.
pub struct Held {
    /// Whose.
    pub file: File,
    /// By kind; none is left out, empty or not.
    pub parts: Vec<Part>,
    /// The same for machines.
    pub data: Value,
    /// The resident's own draft, which can be thrown away at once.
    pub draft: Option<String>,
}

fn day(millis: i64) -> String {
    local(millis).format("%-d-%-m-%Y, %H:%M").to_string()
}

fn rfc3339(millis: i64) -> String {
    local(millis).to_rfc3339()
}

/// The parts of one thing that is held: as words and as data.
type Found = (Vec<(String, String)>, Value);

/// What stands in the language of the screen.
fn said((pairs, data): Found) -> (Vec<Said>, Value) {
    (pairs.into_iter().map(|(what, value)| Said { what, value, language: None }).collect(), data)
}

impl Service {
    /// Everything that is held about `resident`, for the resident.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident.
    pub async fn held(&self, actor: &Actor, resident: &str, words: &Words) -> Result<Held> {
        let file = self.open_file(actor, Action::KeepProfile, resident).await?;
        let (draft, (draft_pairs, draft_data)) = self.held_draft(actor, &file, words).await?;
        let found = [
            ("profile", said(profile(&file, words)?)),
            ("draft", said((draft_pairs, draft_data))),
            ("sent", self.held_scans(&file, words).await?),
            ("letters", said(self.held_letters(&file, words).await?)),
            ("agreements", said(self.held_agreements(&file, words).await?)),
            ("appointments", said(self.held_appointments(&file, words).await?)),
            ("calculations", said(self.held_calculations(&file, words).await?)),
            ("helpers", said(self.held_helpers(&file, words).await?)),
            ("events", said(self.held_events(&file, words).await?)),
            ("notes", said(self.held_notes(&file, words).await?)),
        ];
        let mut data = serde_json::Map::new();
        data.insert("made_at".into(), rfc3339(self.clock.now()).into());
        let mut parts = Vec::new();
        for (kind, (pairs, value)) in found {
            data.insert(kind.into(), value);
            parts.push(Part { kind, pairs });
        }
        Ok(Held { file, parts, data: Value::Object(data), draft })
    }

    async fn held_draft(&self, actor: &Actor, file: &File, words: &Words) -> Result<(Option<String>, Found)> {
        let Ok(view) = self.draft(actor, file.resident(), Way::Own).await? else { return Ok((None, (Vec::new(), Value::Null))) };
        let mut pairs = Vec::new();
        for (step, kept) in &view.answers {
            let said = match self.content.intake.step(step) {
                Some((question, part)) => (question_text(words, question, part), answer_text(words, question, kept)),
                None => (step.clone(), String::new()),
            };
            pairs.push(said);
        }
        let data = json!({ "begun_at": rfc3339(view.draft.created_at), "changed_at": rfc3339(view.draft.updated_at), "answers": view.answers });
        Ok((Some(view.draft.id.clone()), (pairs, data)))
    }

    /// What was sent stays in the languages that it was sent in.
    async fn held_scans(&self, file: &File, words: &Words) -> Result<(Vec<Said>, Value)> {
        let scans = self.scans(file, i64::MAX).await?;
        let mut pairs = Vec::new();
        let mut data = Vec::new();
        for sent in scans {
            pairs.push(Said { what: words.t("reference-short"), value: format!("{} ({})", sent.reference, day(sent.sent_at)), language: None });
            for answer in &sent.scan.answers {
                let (language, asked) = answer.in_language(words.locale.language);
                let language = (language != words.locale.language).then_some("nl");
                // The same question closes every topic: say which.
                let closing = self.content.intake.question(&answer.step).is_some_and(|question| question.choice == Some(Choice::Wish));
                let topic = answer.domain.filter(|_| closing).map(|domain| format!("{}: ", domain_text(words, domain)));
                pairs.push(Said { what: topic.unwrap_or_default() + &asked.question, value: asked.answer, language });
            }
            data.push(json!({ "reference": sent.reference, "sent_at": rfc3339(sent.sent_at), "content": sent.scan }));
        }
        Ok((pairs, Value::Array(data)))
    }

    /// Small requests, questions about answers, and decisions on the group.
    async fn held_letters(&self, file: &File, words: &Words) -> Result<Found> {
        let (mut pairs, mut data) = (Vec::new(), Vec::new());
        for request in self.requests(file).await? {
            let kind = words.t(&format!("request-{}", request.kind.as_str().replace('_', "-")));
            pairs.push((kind, [day(request.sent_at), request.content.phone.clone(), request.content.about.clone()].join(" ").trim().to_owned()));
            data.push(
                json!({ "request": request.kind.as_str(), "reference": request.reference, "sent_at": rfc3339(request.sent_at), "content": request.content }),
            );
        }
        for ask in self.asks(file).await? {
            pairs.push((words.t("held-asked"), format!("{} {}", day(ask.at), ask.content.message)));
            data.push(json!({ "asked_at": rfc3339(ask.at), "content": ask.content, "state": ask.state }));
        }
        for decision in self.decisions(file).await? {
            pairs.push((words.t("held-group"), format!("{} {}. {}", day(decision.at), decision.group, decision.reason)));
            if let Some((reply, at)) = &decision.reply {
                pairs.push((words.t("group-your-reply"), format!("{} {reply}", day(*at))));
            }
            let reply = decision.reply.as_ref().map(|(text, at)| json!({ "text": text, "at": rfc3339(*at) }));
            data.push(json!({ "group": decision.group, "reason": decision.reason, "decided_at": rfc3339(decision.at), "reply": reply }));
        }
        Ok((pairs, Value::Array(data)))
    }

    async fn held_calculations(&self, file: &File, words: &Words) -> Result<Found> {
        let saved = self.calculations(file).await?;
        let pairs = saved.iter().map(|one| (words.t("calculations-title"), day(one.saved_at))).collect();
        let data = saved.iter().map(|one| json!({ "saved_at": rfc3339(one.saved_at), "shown": one.shown, "content": one.calculation }));
        Ok((pairs, Value::Array(data.collect())))
    }

    async fn held_events(&self, file: &File, words: &Words) -> Result<Found> {
        let events = self.latest_events(file.resident(), i64::MAX).await?;
        let staff = self.staff().await?;
        let said = |event: &Event| {
            let who = staff.get(&event.by).map_or_else(|| words.t("agreement-side-municipality"), |person| person.name.clone());
            let args = [("name", who.into()), ("detail", self.event_detail(words, &staff, file.resident(), event).into())];
            words.find(&format!("happened-{}", event.kind.as_str().replace('_', "-")), None, &args)
        };
        let pairs = events.iter().map(|event| (day(event.at), said(event).unwrap_or_else(|| event.kind.as_str().to_owned())));
        let pairs = pairs.collect();
        let data = events.iter().map(|event| json!({ "what": event.kind.as_str(), "detail": event.detail, "at": rfc3339(event.at) }));
        Ok((pairs, Value::Array(data.collect())))
    }

    /// How many notes the municipality made for itself: what stands in them is asked of the municipality.
    async fn held_notes(&self, file: &File, words: &Words) -> Result<Found> {
        let count = i64::try_from(self.notes(file).await?.len()).unwrap_or(i64::MAX);
        let pairs = if count == 0 { Vec::new() } else { vec![(words.t("held-notes-count"), count.to_string())] };
        Ok((pairs, json!({ "count": count })))
    }

    /// Everything as a document (PDF) in the words of the screen.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident.
    pub async fn held_document(&self, actor: &Actor, resident: &str, words: &Words) -> Result<Vec<u8>> {
        let held = self.held(actor, resident, words).await?;
        let mut blocks = vec![Block::Heading(Level::One, words.t("held-title").into())];
        for part in held.parts {
            blocks.push(Block::Heading(Level::Two, words.t(&format!("held-{}", part.kind)).into()));
            if part.pairs.is_empty() {
                blocks.push(Block::Paragraph(words.t("held-nothing").into()));
                continue;
            }
            let pair = |said: Said| {
                let empty = said.value.trim().is_empty();
                let text = |text| Text { text, language: said.language.and_then(Language::parse) };
                Pair {
                    question: text(said.what).into(),
                    answer: (!empty).then(|| text(said.value).into()),
                    state: empty.then(|| words.t("answer-open").into()),
                }
            };
            blocks.push(Block::Pairs(part.pairs.into_iter().map(pair).collect()));
        }
        let page = words.with("paper-page", &[("page", "{page}".into()), ("pages", "{pages}".into())]);
        let paper = Document {
            subject: words.t("held-title"),
            title: words.t("held-title"),
            language: Language::parse(words.locale.language).ok_or_else(|| Error::internal("a language without a tag"))?,
            author: self.content.municipality.name.clone(),
            created: chrono::DateTime::from_timestamp_millis(self.clock.now()).unwrap_or_default(),
            blocks,
            footer: Footer { reference: words.t("portal-name").into(), page: page.into() },
        };
        let made = tokio::task::spawn_blocking(move || document::pdf(&paper)).await;
        made.map_err(|_| Error::internal("setting a document panicked"))?.map_err(|fault| Error::internal(format_args!("a document: {fault}")))
    }
}

fn profile(file: &File, words: &Words) -> Result<Found> {
    let profile = &file.profile;
    let named = [
        ("invite-first-name", profile.first_name.clone()),
        ("invite-last-name", profile.last_name.clone()),
        ("held-called", profile.called.clone()),
        ("held-phone", profile.phone.clone()),
        ("held-email", profile.email.clone()),
        ("held-language", words.find(&format!("language-{}", profile.language), None, &[]).unwrap_or_else(|| profile.language.clone())),
    ];
    let mut pairs: Vec<(String, String)> = named.into_iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| (words.t(key), value)).collect();
    // The number itself is shown nowhere: the resident knows it, and who looks over a shoulder does not.
    pairs.push((words.t("held-bsn"), words.t("held-bsn-sealed")));
    Ok((pairs, json!({ "profile": serde_json::to_value(profile)?, "bsn": "held, encrypted" })))
}

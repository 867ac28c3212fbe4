//! Reads content into types and refuses what does not hold together.

use super::{Finding, Source, Texts, audit};
use crate::settings::Settings;
use domain::agreement::Supports;
use domain::intake::{Block, Domain, DomainContent, Intake, Move, NextDomain, Pair, Question, ShortRoute, Topic};
use domain::journey::Route;
use domain::volunteer::VolunteerContent;
use rules::local::Schemes;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The file of the municipality's schemes.
pub(super) const SCHEMES: &str = "schemes.csv";

/// The file of what agreements can use.
pub(super) const SUPPORTS: &str = "agreement.toml";

/// The file of the journey.
pub(super) const JOURNEY: &str = "journey.toml";

/// The file of volunteers.
pub(super) const VOLUNTEERS: &str = "volunteers.toml";

/// All content of one portal.
#[derive(Debug)]
pub struct Content {
    /// The intake.
    pub intake: Intake,
    /// What agreements can use.
    pub agreement: Supports,
    /// The stages of the journey.
    pub journey: Route,
    /// What the municipality says about its volunteers.
    pub volunteers: VolunteerContent,
    /// The texts.
    pub texts: Arc<Texts>,
    /// The municipality's own facts.
    pub municipality: MunicipalityFacts,
    /// The municipality's own schemes, with their amounts.
    pub schemes: Schemes,
    /// A short hash of all content, kept with what is sent.
    pub version: String,
}

/// What a municipality says about itself.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MunicipalityFacts {
    /// Its id.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// Its place.
    pub place: String,
    /// Its own site.
    pub website: String,
    /// Address of its logo in `public/`, shown beside the portal's own mark.
    #[serde(default)]
    pub logo: Option<String>,
    /// Telephone numbers by name.
    pub phone: BTreeMap<String, String>,
    /// Addresses.
    pub address: Addresses,
}

/// Where to visit and to write.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addresses {
    /// Lines of the visiting address.
    pub visit: Vec<String>,
    /// Lines of the postal address.
    pub post: Vec<String>,
}

impl MunicipalityFacts {
    /// The municipality's own number.
    #[must_use]
    pub fn telephone(&self) -> &str {
        self.phone.get("municipality").map_or("", String::as_str)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionFile {
    domain: Option<DomainContent>,
    #[serde(default)]
    question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RouteFile {
    domains: Vec<Domain>,
    start_with: String,
    #[serde(default, rename = "move")]
    moves: Vec<Move>,
    #[serde(default)]
    next_domain: Vec<NextDomain>,
    short: ShortRoute,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Topics {
    topic: Vec<Topic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pairs {
    pair: Vec<Pair>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Blocks {
    block: Vec<Block>,
}

impl Content {
    /// Reads the built-in content with the municipality's folder over it, and checks all of it.
    ///
    /// # Errors
    /// Everything that is wrong: file, line and reason.
    pub fn load(settings: &Settings) -> Result<Self, Vec<Finding>> {
        Self::from_source(&Source::of(settings)?, &settings.municipality.languages)
    }

    /// Reads content from `source`.
    ///
    /// # Errors
    /// Everything that is wrong: file, line and reason.
    pub fn from_source(source: &Source, languages: &[String]) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let intake = intake(source, &mut findings);
        let municipality = read::<MunicipalityFacts>(source, "municipality.toml", &mut findings).unwrap_or_default();
        let schemes = schemes(source, &mut findings);
        let agreement = read::<Supports>(source, SUPPORTS, &mut findings).unwrap_or_default();
        let journey = read::<Route>(source, JOURNEY, &mut findings).unwrap_or_default();
        let volunteers = read::<VolunteerContent>(source, VOLUNTEERS, &mut findings).unwrap_or_default();
        let texts = match Texts::load(source, languages) {
            Ok(texts) => Some(Arc::new(texts)),
            Err(found) => {
                findings.extend(found);
                None
            }
        };
        if let (true, Some(texts)) = (findings.is_empty(), texts) {
            findings.extend(audit::audit(&intake, &municipality, &schemes, &agreement, &journey, &texts, source, languages));
            if findings.is_empty() {
                return Ok(Self { version: version(&intake), intake, agreement, journey, volunteers, texts, municipality, schemes });
            }
        }
        findings.sort();
        Err(findings)
    }
}

fn version(intake: &Intake) -> String {
    use sha2::{Digest as _, Sha256};
    let digest = Sha256::digest(format!("{intake:?}").as_bytes());
    data_encoding::HEXLOWER.encode(&digest).chars().take(12).collect()
}

fn schemes(source: &Source, findings: &mut Vec<Finding>) -> Schemes {
    let text = source.text(SCHEMES).unwrap_or_default();
    let problems = Schemes::problems(text);
    findings.extend(problems.iter().map(|problem| Finding::new(SCHEMES, problem.line, problem.fault.reason())));
    Schemes::parse(text).unwrap_or_default()
}

fn intake(source: &Source, findings: &mut Vec<Finding>) -> Intake {
    let mut intake = Intake::default();
    let Some(route) = read::<RouteFile>(source, "intake/route.toml", findings) else { return intake };
    intake.opening = read::<QuestionFile>(source, "intake/start.toml", findings).map(|f| f.question).unwrap_or_default();
    intake.closing = read::<QuestionFile>(source, "intake/closing.toml", findings).map(|f| f.question).unwrap_or_default();
    for id in route.domains {
        let name = format!("intake/{}.toml", id.as_str());
        let Some(file) = read::<QuestionFile>(source, &name, findings) else { continue };
        let Some(content) = file.domain else {
            findings.push(Finding::new(&name, 1, "the table [domain] is missing"));
            continue;
        };
        let mut questions = file.question;
        for question in &mut questions {
            question.domain = Some(content.id);
        }
        intake.domains.push((content, questions));
    }
    intake.start_with = route.start_with;
    intake.moves = route.moves;
    intake.next_domains = route.next_domain;
    intake.short = route.short;
    intake.topics = read::<Topics>(source, "intake/topics.toml", findings).map(|f| f.topic).unwrap_or_default();
    intake.pairs = read::<Pairs>(source, "intake/pairs.toml", findings).map(|f| f.pair).unwrap_or_default();
    intake.blocks = read::<Blocks>(source, "intake/blocks.toml", findings).map(|f| f.block).unwrap_or_default();
    intake
}

fn read<T: DeserializeOwned>(source: &Source, name: &str, findings: &mut Vec<Finding>) -> Option<T> {
    let Some(text) = source.text(name) else {
        findings.push(Finding::new(name, 0, "the file is missing"));
        return None;
    };
    match toml::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            let line = error.span().and_then(|span| text.get(..span.start)).map_or(0, |before| before.matches('\n').count() + 1);
            findings.push(Finding::new(name, line, error.message()));
            None
        }
    }
}

//! Content that does not hold together: each mistake is found, with its file, its line and what is wrong.

use service::content::{Content, Source};
use service::settings::Settings;

/// The built-in content with one change in a file.
fn changed(file: &str, from: &str, to: &str) -> Source {
    let mut source = Source::built_in();
    let text = source.text(file).unwrap_or_else(|| panic!("{file}")).to_owned();
    assert!(text.contains(from), "{file} holds `{from}`");
    source.put(file, text.replacen(from, to, 1));
    source
}

fn languages() -> Vec<String> {
    Settings::default().municipality.languages
}

/// One mistake: file, what stands there, what is put in its place, and how the finding begins and goes on.
type Mistake = (&'static str, &'static str, &'static str, &'static str);

const MISTAKES: &[Mistake] = &[
    ("intake/work.toml", "{ question = \"W1\", any = [\"paid\"] }", "{ question = \"W77\", any = [\"paid\"] }", "the question `W77` does not exist"),
    ("intake/work.toml", "{ question = \"W1\", any = [\"paid\"] }", "{ question = \"W1\", any = [\"payed\"] }", "`W1` has no option `payed`"),
    (
        "intake/work.toml",
        "{ question = \"W1\", any = [\"paid\"] }",
        "{ question = \"W10\", any = [\"help\"] }",
        "`W1a` waits for `W10`, which is asked later: a loop",
    ),
    ("intake/work.toml", "{ question = \"W1\", any = [\"paid\"] }", "{ question = \"W1a\", any = [] }", "`W1a` waits for `W1a`, which is asked later: a loop"),
    (
        "intake/work.toml",
        "{ question = \"W1\", any = [\"paid\"] }",
        "{ question = \"G1\", any = [\"short\"] }",
        "`W1a` waits for `G1`, which is asked later: a loop",
    ),
    (
        "intake/work.toml",
        "[{ question = \"W1\", any = [\"paid\"] }]",
        "[{ question = \"W1\", any = [\"paid\"] }, { question = \"W1\", none = [\"paid\"] }]",
        "`W1a` can never be reached",
    ),
    ("intake/body.toml", "{ question = \"L5\", at_least = 3 }", "{ question = \"L5\", at_least = 9 }", "no option of `L5` has such a score"),
    (
        "intake/body.toml",
        "[{ question = \"L5\", at_least = 3 }]",
        "[{ question = \"L5\", at_least = 3 }, { question = \"L5\", at_most = 1 }]",
        "`L5a` can never be reached",
    ),
    ("intake/work.toml", "options = [\"paid\",", "options = [\"extra\", \"paid\",", "the text `W1.o-extra` is missing in `nl`"),
    ("intake/work.toml", "id = \"W2\"", "id = \"W99\"", "the text `W99` is missing in `en`"),
    ("schemes.csv", "hvs.iit.couple", "hvs.bonus.couple", "the text `scheme-bonus` is missing in `en`"),
    ("schemes.csv", "767,EUR/12 months", "767,%", "the unit does not fit"),
    ("intake/work.toml", "id = \"W2\"", "id = \"W1\"", "the question `W1` stands here 2 times"),
    ("intake/work.toml", "id = \"W2\"", "id = \"check\"", "`check` cannot be the id of a question"),
    ("intake/work.toml", "id = \"W2\"", "id = \"W-2\"", "`W-2` cannot be the id of a question"),
    ("intake/work.toml", "id = \"W2\"\nchoice = \"one\"", "id = \"W2\"\nchoice = \"yes_no\"", "`W2`: a list needs options, a scale has its own"),
    ("intake/strength.toml", "id = \"almost_nothing\", score = 1", "id = \"almost_nothing\", scoer = 1", "data did not match"),
    ("intake/work.toml", "choice = \"many\"", "choise = \"many\"", "unknown field `choise`"),
    ("intake/work.toml", "choice = \"many\"", "choice = \"several\"", "unknown variant `several`"),
    ("intake/work.toml", "visible = \"M\"", "visible = \"M", "invalid basic string"),
    ("intake/work.toml", "[domain]\nid = \"work\"\nicon = \"briefcase\"", "", "the table [domain] is missing"),
    ("intake/route.toml", "\"people\", \"strength\"]", "\"people\"]", "the domain `strength` is missing"),
    ("intake/route.toml", "question = \"S2\"", "question = \"S22\"", "the question `S22` does not exist"),
    ("intake/route.toml", "\"W1\", \"W6\", \"W10\"", "\"W1\", \"W6\", \"W100\"", "the question `W100` does not exist"),
    ("intake/route.toml", "start_with = \"B3\"", "start_with = \"B33\"", "the question `B33` does not exist"),
    ("intake/route.toml", "any = [\"health\"]", "any = [\"heelth\"]", "`W5` has no option `heelth`"),
    ("intake/topics.toml", "{ question = \"H1a\", any = [\"yes\"] }", "{ question = \"H1a\", any = [\"jes\"] }", "`H1a` has no option `jes`"),
    ("intake/topics.toml", "id = \"R2\"", "id = \"R1\"", "the rule `R1` stands here twice"),
    ("intake/topics.toml", "id = \"R10\"", "id = \"R11\"", "the text `topic-R11` is missing in `nl`"),
    ("intake/pairs.toml", "{ question = \"G5\", any", "{ question = \"G55\", any", "the question `G55` does not exist"),
    ("intake/start.toml", "block = \"safe\"", "block = \"save\"", "the help block `save` does not exist"),
    ("intake/start.toml", "any = [\"read_to_me\"]", "any = [\"reed\"]", "`B2` has no option `reed`"),
    ("intake/blocks.toml", "phone = \"geldfit\"", "phone = \"gelfdit\"", "municipality.toml has no number `gelfdit`"),
    ("municipality.toml", "place = \"Hilversum\"", "plaats = \"Hilversum\"", "unknown field `plaats`"),
];

#[test]
fn every_mistake_is_found_where_it_stands() {
    for (file, from, to, reason) in MISTAKES {
        let source = changed(file, from, to);
        let findings = Content::from_source(&source, &languages()).expect_err(reason);
        let found = findings.iter().find(|f| f.reason.contains(reason));
        let Some(found) = found else { panic!("{file}: `{to}`: {reason} is not in {findings:#?}") };
        assert!(found.file == *file || found.reason.contains("stands here"), "{found}");
        let line = source.text(&found.file).and_then(|text| text.lines().nth(found.line.saturating_sub(1))).unwrap_or_default();
        assert!(found.line > 0 || reason.contains("does not exist"), "{found} has no line");
        assert!(found.to_string().starts_with(&found.file) && found.to_string().ends_with(&found.reason), "{found}: {line}");
    }
}

#[test]
fn the_line_is_the_one_that_is_wrong() {
    let at = |file: &str, from: &str, to: &str| {
        let source = changed(file, from, to);
        let finding = Content::from_source(&source, &languages()).unwrap_err().remove(0);
        source.text(&finding.file).unwrap().lines().nth(finding.line - 1).unwrap().to_owned()
    };
    assert_eq!(at("intake/work.toml", "{ question = \"W1\", any = [\"paid\"] }", "{ question = \"W77\", any = [\"paid\"] }"), "id = \"W1a\"");
    assert_eq!(at("intake/work.toml", "visible = \"M\"", "visible = \"Q\""), "visible = \"Q\"");
    assert_eq!(at("intake/blocks.toml", "phone = \"geldfit\"", "phone = \"gelfdit\""), "id = \"urgent\"");
}

#[test]
fn texts_are_checked_too() {
    let with = |file: &str, text: &str| {
        let mut source = Source::built_in();
        source.put(file, text.to_owned());
        Content::from_source(&source, &languages()).err().unwrap_or_default()
    };
    let long = format!("# Own words\n\nown-text = {}\n", "woord ".repeat(19));
    let found = with("nl/own.ftl", &long);
    assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), ["nl/own.ftl:3: a sentence of 19 words; 18 at most"]);
    assert!(with("nl/own.ftl", &format!("own-text = {}. {}\n", "woord ".repeat(18), "woord ".repeat(18))).is_empty(), "two sentences");
    assert!(with("en/own.ftl", &format!("own-text = {}\n", "word ".repeat(40))).is_empty(), "only Dutch is counted");
    let found = with("nl/own.ftl", "own-text = Goed\n\nnot fluent at all\n\nother = { $open\n");
    assert!(found.iter().all(|f| f.file == "nl/own.ftl" && f.line >= 3 && f.reason.starts_with("not valid Fluent")) && !found.is_empty(), "{found:#?}");
    // A text of a question that loses its variable, or that is empty of what is asked for.
    let found = with("nl/own.ftl", "topic-R1 = { $nobody }\n");
    assert!(found.iter().any(|f| f.reason.contains("the text `topic-R1` is missing in `nl`")), "{found:#?}");
}

#[test]
fn a_language_without_texts_is_refused() {
    let offered = |list: &[&str]| Content::from_source(&Source::built_in(), &list.iter().map(|l| (*l).to_owned()).collect::<Vec<_>>());
    assert!(offered(&["nl", "en"]).is_ok() && offered(&["en"]).is_ok() && offered(&["nl"]).is_ok());
    let findings = offered(&["nl", "ar"]).unwrap_err();
    assert!(findings.iter().any(|f| f.reason == "the text `W1` is missing in `ar`"), "{:#?}", &findings[..3]);
    assert!(offered(&["nl", "tlh"]).unwrap_err().iter().any(|f| f.reason.contains("the language `tlh` is not known")));
}

#[test]
fn a_question_that_is_on_cannot_wait_for_one_that_is_off() {
    let source =
        changed("intake/people.toml", "id = \"S8\"\nchoice = \"faces\"\n", "id = \"S8\"\nwhen = [{ question = \"S7\", any = [\"no\"] }]\nchoice = \"faces\"\n");
    let findings = Content::from_source(&source, &languages()).unwrap_err();
    assert!(findings.iter().any(|f| f.reason.contains("`S8` can never be reached")), "{findings:#?}");
}

#[tokio::test]
async fn the_command_says_it_all() {
    use clap::Parser as _;
    let run = |folder: Option<&std::path::Path>| {
        let settings = tempfile::NamedTempFile::new().unwrap();
        let own = folder.map_or_else(String::new, |f| format!("[municipality]\ncontent = \"{}\"\n", f.display()));
        std::fs::write(settings.path(), format!("mode = \"demo\"\n{own}")).unwrap();
        let path = settings.path().display().to_string();
        async move {
            let _file = settings;
            server::cli::run(server::cli::Cli::parse_from(["portal", "--config", &path, "content", "check"])).await
        }
    };
    assert!(run(None).await.is_ok());
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("intake")).unwrap();
    std::fs::write(folder.path().join("intake/work.toml"), "nonsense").unwrap();
    let error = run(Some(folder.path())).await.unwrap_err();
    assert!(error.to_string().contains("findings"), "{error:#}");
}

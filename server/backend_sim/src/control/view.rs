//! The pages: the staff's list of cases, the faults, the log.

use super::page::{button, escape, hidden, page};
use crate::evidence::LogEntry;
use crate::faults::ActiveFault;
use crate::switches::Switches;
use serde_json::{Value, json};

/// Calls on the page of the log.
const LATEST: usize = 300;

/// The names of faults, in the words of the contract and in Dutch.
const FAULTS: [(&str, &str); 11] = [
    ("drop_before", "Verbinding weg voordat er iets gebeurt"),
    ("drop_after", "Opgeslagen, daarna verbinding weg"),
    ("error_500_before", "Fout 500, niets opgeslagen"),
    ("error_500_after", "Fout 500, wel opgeslagen"),
    ("hang", "Hangt 19 seconden, daarna fout 500"),
    ("too_many", "Te veel aanvragen (429)"),
    ("unavailable", "Tijdelijk niet beschikbaar (503)"),
    ("bad_json", "Onleesbaar antwoord"),
    ("slow_body", "Antwoord komt heel langzaam"),
    ("revoked", "Sleutels ingetrokken"),
    ("stale_find", "Zoeken vindt nog niets"),
];

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The cases with what staff can do.
pub fn cases(cases: &[Value], withdrawn: bool) -> String {
    let rights = if withdrawn {
        button("/_sim/staff", &[("act", "restore_rights")], "main", "Rechten van het portaal teruggeven")
    } else {
        button("/_sim/staff", &[("act", "withdraw_rights")], "warn", "Rechten van het portaal intrekken")
    };
    let publish = format!(
        "<form method=\"post\" action=\"/_sim/staff\" class=\"row\">{}<label>Nieuwe versie van het zaaktype geldt vanaf\
         <input type=\"date\" name=\"begins\" required></label><button>Publiceren</button></form>",
        hidden(&[("act", "publish_case_type")])
    );
    let list: String = cases.iter().map(case).collect();
    let list = if list.is_empty() { "<p>Er zijn nog geen zaken.</p>".to_owned() } else { list };
    page("/_sim/staff", "Zaken", &format!("{list}<h2>Beheer</h2><div class=\"card row\">{publish}{rights}</div>"))
}

fn case(case: &Value) -> String {
    let (id, number) = (text(case, "uuid"), text(case, "identificatie"));
    let status = case.get("status").and_then(Value::as_str).unwrap_or("nog geen status");
    let documents = case.get("documenten").and_then(Value::as_u64).unwrap_or_default();
    let closed = case.get("gesloten").and_then(Value::as_bool).unwrap_or_default();
    let act = |act: &str, class: &str, words: &str| button("/_sim/staff", &[("act", act), ("case", id)], class, words);
    let change =
        if closed { String::new() } else { format!("{}{}", act("set_status", "main", "Volgende status"), act("close", "", "Afsluiten met resultaat")) };
    let with_field = |act: &str, field: &str, label: &str, words: &str| {
        format!(
            "<form method=\"post\" action=\"/_sim/staff\" class=\"row\">{}<label>{label}<input name=\"{field}\" required></label><button>{words}</button></form>",
            hidden(&[("act", act), ("case", id)])
        )
    };
    format!(
        "<section class=\"card\" aria-label=\"Zaak {number}\"><h2>{number}</h2><dl><dt>Onderwerp</dt><dd>{}</dd><dt>Begonnen op</dt><dd>{}</dd>\
         <dt>Status</dt><dd>{}{}</dd><dt>Documenten</dt><dd>{documents}</dd></dl><div class=\"row\">{change}{}</div><div class=\"row second\">{}{}</div></section>",
        escape(text(case, "omschrijving")),
        escape(text(case, "startdatum")),
        escape(status),
        if closed { " (gesloten)" } else { "" },
        act("remove_case", "warn", "Verwijderen"),
        with_field("add_document", "title", "Titel van het document", "Document toevoegen"),
        with_field("add_contact", "subject", "Onderwerp van het bericht", "Bericht toevoegen"),
        number = escape(number),
    )
}

/// The faults and the switches.
pub fn faults(active: &[ActiveFault], switches: &Switches) -> String {
    let options: String = FAULTS.iter().map(|(name, words)| format!("<option value=\"{name}\">{words} ({name})</option>")).collect();
    let add = format!(
        "<form method=\"post\" action=\"/_sim/faults\" class=\"row\"><label>Storing<select name=\"fault\">{options}</select></label>\
         <label>Stap (* is alles)<input name=\"route\" value=\"*\" required></label>\
         <label>Aantal keer (leeg: tot opheffen)<input name=\"times\" inputmode=\"numeric\" pattern=\"[0-9]*\"></label>\
         <label>Alleen voor nummer (mag leeg)<input name=\"aggregate\"></label><button class=\"main\">Aanzetten</button></form>"
    );
    let down = button("/_sim/faults", &[("fault", "drop_before"), ("route", "*")], "warn", "Backend ligt eruit");
    let lift = button("/_sim/faults/lift", &[("all", "true")], "main", "Alle storingen opheffen");
    let rows: String = active.iter().map(fault_row).collect();
    let table = if rows.is_empty() {
        "<p>Er staat geen storing aan.</p>".to_owned()
    } else {
        format!(
            "<div class=\"scroll\"><table><caption>Storingen die aan staan</caption><thead><tr><th scope=\"col\">Storing</th><th scope=\"col\">Stap</th>\
             <th scope=\"col\">Gebeurd</th><th scope=\"col\">Opheffen</th></tr></thead><tbody>{rows}</tbody></table></div>"
        )
    };
    let switch = |name: &str, on: bool, words: &str| {
        let (to, verb) = if on { ("false", "uitzetten") } else { ("true", "aanzetten") };
        button("/_sim/switches", &[(name, to)], if on { "warn" } else { "" }, &format!("{words}: {verb}"))
    };
    let all = [
        switch("broker_down", switches.broker_down, "Berichtenmakelaar ligt eruit"),
        switch("no_notifications", switches.no_notifications, "Geen notificaties ingericht"),
        switch("no_object_credentials", switches.no_object_credentials, "Zaaksysteem mag objecten niet lezen"),
        switch("future", switches.future, "Antwoorden van een latere versie"),
    ];
    let content = format!(
        "<div class=\"card row\">{down}{lift}</div>{table}<h2>Storing aanzetten</h2><div class=\"card\">{add}</div><h2>Schakelaars</h2><div class=\"card row\">{}</div>",
        all.concat()
    );
    page("/_sim/faults", "Storingen", &content)
}

fn fault_row(active: &ActiveFault) -> String {
    let name = json!(active.rule.fault);
    let times = active.rule.times.map_or_else(String::new, |times| format!(" van {times}"));
    format!(
        "<tr><td>{}</td><td>{}</td><td>{}{times} keer</td><td>{}</td></tr>",
        escape(FAULTS.iter().find(|(fault, _)| *fault == text(&name, "name")).map_or("", |(_, words)| words)),
        escape(active.rule.matching.route.as_deref().unwrap_or("*")),
        active.applied,
        button("/_sim/faults/lift", &[("id", &active.id.to_string())], "", "Opheffen"),
    )
}

/// What could not be done, and why.
pub fn refused(why: &str) -> String {
    page("", "Dat kan niet", &format!("<p>{}</p><p><a href=\"/_sim/staff\">Terug naar de zaken</a></p>", escape(why)))
}

/// The latest calls, the last one first.
pub fn log(log: &[LogEntry]) -> String {
    let row = |entry: &LogEntry| {
        format!(
            "<tr><td>{}</td><td>{}</td><td>{} {}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            entry.number,
            escape(&entry.at),
            escape(&entry.method),
            escape(&entry.route),
            entry.status.map_or_else(|| "geen antwoord".to_owned(), |status| status.to_string()),
            escape(entry.fault.as_deref().unwrap_or("–")),
            if entry.stored { "ja" } else { "nee" },
        )
    };
    let rows: String = log.iter().rev().take(LATEST).map(row).collect();
    let content = format!(
        "<div class=\"scroll\"><table><caption>De laatste {LATEST} aanroepen, zonder inhoud</caption><thead><tr><th scope=\"col\">Nr.</th><th scope=\"col\">Tijd</th>\
         <th scope=\"col\">Stap</th><th scope=\"col\">Antwoord</th><th scope=\"col\">Storing</th><th scope=\"col\">Opgeslagen</th></tr></thead><tbody>{rows}</tbody></table></div>"
    );
    page("/_sim/log", "Logboek", &content)
}

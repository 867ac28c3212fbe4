//! The frame of the pages; every one says that it is simulated (nagebootst).

/// Writes text so that it is only text.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

const STYLE: &str = "
:root{color-scheme:light;--ink:#1b1b1f;--soft:#55565f;--line:#d8d8de;--ground:#f6f6f8;--accent:#154273;--warn:#8a3b00;--warn-ground:#fff1e0}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
.banner{background:var(--warn-ground);color:var(--warn);border-bottom:1px solid currentColor;padding:.5rem 1.5rem;font-weight:600}
header{background:#fff;border-bottom:1px solid var(--line);padding:1rem 1.5rem}
header p{margin:0;font-size:1.25rem;font-weight:600}
nav{margin-top:.5rem;display:flex;gap:1.5rem;flex-wrap:wrap}
a{color:var(--accent)}
a[aria-current]{color:inherit;font-weight:600;text-decoration:none}
main{max-width:72rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.5rem;margin:0 0 1rem}
h2{font-size:1.125rem;margin:2rem 0 .75rem}
.card{background:#fff;border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem;margin-bottom:1rem}
.card h2{margin-top:0}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end}
.second{margin-top:.75rem;gap:1.5rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;background:#fff}
th,td{text-align:left;padding:.4rem .75rem;border-bottom:1px solid var(--line);vertical-align:top}
caption{text-align:left;color:var(--soft);padding-bottom:.5rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0 0 1rem}
dt{color:var(--soft)}
dd{margin:0}
label{display:grid;gap:.25rem;font-size:.9rem;color:var(--soft)}
input,select,button{font:inherit;min-height:2.75rem;padding:.4rem .75rem;border:1px solid #767680;border-radius:.375rem;background:#fff;color:var(--ink)}
button{cursor:pointer;border-color:var(--accent);color:var(--accent);font-weight:600}
button.main{background:var(--accent);color:#fff}
button.warn{border-color:var(--warn);color:var(--warn)}
:focus-visible{outline:3px solid #f0a500;outline-offset:2px}
form{margin:0}
";

/// Where a page stands in the menu.
const MENU: [(&str, &str); 3] = [("/_sim/staff", "Zaken"), ("/_sim/faults", "Storingen"), ("/_sim/log", "Logboek")];

/// A whole page with its title and content; `path` is its place in the menu.
#[must_use]
pub fn page(path: &str, title: &str, content: &str) -> String {
    let links: Vec<String> =
        MENU.iter().map(|(to, name)| format!("<a href=\"{to}\"{}>{name}</a>", if *to == path { " aria-current=\"page\"" } else { "" })).collect();
    format!(
        "<!doctype html><html lang=\"nl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <link rel=\"icon\" href=\"data:,\"><title>{title} – nagebootste gemeentelijke backend</title><style>{STYLE}</style></head><body>\
         <p class=\"banner\" style=\"margin:0\">Dit is een nagebootst systeem. Er staan alleen testgegevens in.</p>\
         <header><p>Gemeentelijke backend (nagebootst)</p><nav aria-label=\"Onderdelen\">{}</nav></header>\
         <main><h1>{title}</h1>{content}</main></body></html>",
        links.join("")
    )
}

/// A form with one button. `fields` are sent along, unseen.
#[must_use]
pub fn button(to: &str, fields: &[(&str, &str)], class: &str, text: &str) -> String {
    format!("<form method=\"post\" action=\"{to}\">{}<button class=\"{class}\">{text}</button></form>", hidden(fields))
}

/// Fields of a form that are not seen.
#[must_use]
pub fn hidden(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("<input type=\"hidden\" name=\"{name}\" value=\"{}\">", escape(value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text_and_every_page_says_what_it_is() {
        assert_eq!(escape("<b class='x'>&\"</b>"), "&lt;b class=&#39;x&#39;&gt;&amp;&quot;&lt;/b&gt;");
        let page = page("/_sim/staff", "Zaken", "");
        assert!(page.contains("nagebootst") && page.contains("aria-current=\"page\">Zaken"));
    }
}

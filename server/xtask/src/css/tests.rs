#![allow(clippy::unwrap_used)] // a test that cannot go on may stop

use super::*;

/// A style folder with a package, a component and a theme, made afresh for one test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, theme: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("css-{name}-{}", std::process::id()));
        let folder = Self(dir);
        folder.write("portal.css", "/*! Notice */\n@import \"@x/button/b.css\";\n@import \"./components/own.css\";\n");
        folder.write(
            "node_modules/@x/button/b.css",
            "@charset \"UTF-8\";.b{color:var(--x-button-color,red)}.b--dead,.b:where(.b--dead):hover{color:var(--unused)}.b:not(.b--dead){margin:0}",
        );
        folder.write("unused.txt", "# Not used\n\nb--dead\n");
        folder.write("components/own.css", "@import \"./part.css\";\n.md-a { margin-inline: var(--basis-space) }");
        folder.write("components/part.css", ".md-part { --md-own: 1px; gap: var(--md-own) }");
        folder.write(
            &format!("node_modules/{BASE_TOKENS}"),
            ".voorbeeld-theme { --x-button-color: var(--basis-accent); --basis-accent: #ff00ff; --basis-space: 8px; --unused: 1px }",
        );
        folder.write("themes/town.css", theme);
        folder
    }

    fn write(&self, name: &str, text: &str) {
        let file = self.0.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn only_reached_tokens_stay_and_the_municipality_wins() {
    let folder = Folder::new("reached", ".town-theme { --basis-accent: #0b5a73; --other: 2px }");
    let css = bundle(&folder.0, "portal.css", "town").unwrap();
    assert_eq!(
        css,
        "/*! Notice */\n.b{color:var(--x-button-color,red)}.b:not(.b--dead){margin:0}.md-part{--md-own:1px;gap:var(--md-own)}.md-a{margin-inline:var(--basis-space)}\
         :where(.town-theme){--basis-accent:#0b5a73;--basis-space:8px;--x-button-color:var(--basis-accent)}"
    );
}

#[test]
fn a_misspelt_token_is_an_error() {
    let folder = Folder::new("misspelt", ".town-theme { --basis-accent: #0b5a73 }");
    folder.write("components/part.css", ".md-part { gap: var(--basis-spcae) }");
    let error = bundle(&folder.0, "portal.css", "town").unwrap_err();
    assert!(error.to_string().contains("--basis-spcae"), "{error}");
}

#[test]
fn a_theme_with_rules_or_properties_is_refused() {
    for theme in [".town-theme { color: red }", ".md-a { --basis-accent: red }", "@media print { .a { b: c } }"] {
        let folder = Folder::new("refused", theme);
        let error = bundle(&folder.0, "portal.css", "town").unwrap_err();
        assert!(format!("{error:#}").contains("themes/town.css"), "{error:#}");
    }
}

#[test]
fn a_missing_file_and_a_strange_import_are_named() {
    let folder = Folder::new("missing", ".town-theme { --basis-accent: red }");
    folder.write("components/part.css", "@import url(other.css) print;");
    let error = format!("{:#}", bundle(&folder.0, "portal.css", "town").unwrap_err());
    assert!(error.contains("url(other.css)"), "{error}");
    folder.write("components/part.css", "@import \"./gone.css\";");
    let error = format!("{:#}", bundle(&folder.0, "portal.css", "town").unwrap_err());
    assert!(error.contains("components/gone.css"), "{error}");
}

#[test]
fn names_are_found_with_and_without_a_fallback() {
    let names: Vec<_> = used_names("a{b:var(--x);c:calc(var( --y , 1px)*2);d:var(--z,var(--w))}").collect();
    assert_eq!(names, ["--x", "--y", "--z", "--w"]);
}

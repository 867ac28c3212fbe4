//! Makes one small stylesheet out of the folder `style/`.
//!
//! An entry such as `portal.css` is a plain list of `@import`s: NL Design System packages and our own
//! components. The design tokens (custom properties) come from a base theme with thousands of values plus
//! one file per municipality. A page needs about a third of them, so only the tokens that the chosen
//! components reach, directly or through other tokens, go into the result.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail, ensure};
use lightningcss::declaration::DeclarationBlock;
use lightningcss::properties::Property;
use lightningcss::rules::CssRule;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};
use lightningcss::traits::ToCss;

/// The base theme: a value for every token of the packages, free to use (EUPL-1.2).
const BASE_TOKENS: &str = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";
/// The class that the base theme puts its tokens on.
const BASE_CLASS: &str = ".voorbeeld-theme";
/// Tokens of these families must exist when they are used: a typing error is an error, not a lost colour.
const CHECKED_FAMILIES: [&str; 2] = ["--basis-", "--md-"];

/// Token name (with the two dashes) to its value.
type Tokens = BTreeMap<String, String>;

/// Bundles `entry` (a file in `style_dir`) with the tokens of `theme` and returns minified CSS.
///
/// `theme` names `themes/<theme>.css` and the class `.<theme>-theme` that the page's `<body>` carries.
///
/// # Errors
/// When a file is missing or is not valid CSS, when the theme file holds anything but tokens on its class,
/// and when our own CSS uses a `--basis-` or `--md-` token that nobody defines.
pub fn bundle(style_dir: &Path, entry: &str, theme: &str) -> Result<String> {
    let rules = inline_imports(style_dir, &style_dir.join(entry), &mut BTreeSet::new())?;
    let rules = minify(&rules).with_context(|| format!("style/{entry}"))?;
    let tokens = theme_tokens(style_dir, theme)?;
    let reached = reached_tokens(&rules, &tokens);
    check_defined(&rules, &tokens, &own_css(&style_dir.join("components"))?)?;
    let block: String = reached.iter().map(|(name, value)| format!("{name}:{value};")).collect();
    let (notice, rules) = split_notice(&rules);
    minify(&format!("{notice}.{theme}-theme{{{block}}}{rules}"))
}

/// Replaces each `@import "…";` by the text of its file, each file once, in order.
fn inline_imports(style_dir: &Path, file: &Path, seen: &mut BTreeSet<PathBuf>) -> Result<String> {
    if !seen.insert(file.to_path_buf()) {
        return Ok(String::new());
    }
    let name = file.strip_prefix(style_dir).unwrap_or(file).display().to_string();
    let text = fs::read_to_string(file)
        .with_context(|| format!("cannot read style/{name}; run `npm ci` in style/ if it is in node_modules"))?;
    parse(&text).with_context(|| format!("style/{name}"))?;
    let mut css = String::new();
    for line in text.replace("@charset \"UTF-8\";", "").lines() {
        let Some(specifier) = import_specifier(line)? else {
            css.push_str(line);
            css.push('\n');
            continue;
        };
        let imported = resolve(style_dir, file, specifier);
        css.push_str(&inline_imports(style_dir, &imported, seen)?);
    }
    Ok(css)
}

/// The file named by a line `@import "file";`, or `None` for another line.
fn import_specifier(line: &str) -> Result<Option<&str>> {
    let Some(rest) = line.trim().strip_prefix("@import") else {
        return Ok(None);
    };
    let specifier = rest.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix("\";"));
    specifier.map(Some).ok_or_else(|| anyhow!("an import must be written as @import \"file\"; not as {line}"))
}

/// `./x` and `../x` stand beside the importing file, anything else is a package.
fn resolve(style_dir: &Path, importing: &Path, specifier: &str) -> PathBuf {
    if specifier.starts_with('.') {
        importing.with_file_name("").join(specifier.trim_start_matches("./"))
    } else {
        style_dir.join("node_modules").join(specifier)
    }
}

/// The base tokens with those of the municipality laid over them.
fn theme_tokens(style_dir: &Path, theme: &str) -> Result<Tokens> {
    let base = style_dir.join("node_modules").join(BASE_TOKENS);
    let own = style_dir.join("themes").join(format!("{theme}.css"));
    let mut tokens = Tokens::new();
    for (file, class) in [(base, BASE_CLASS.to_owned()), (own, format!(".{theme}-theme"))] {
        let shown = file.strip_prefix(style_dir).unwrap_or(&file).display();
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read style/{shown}"))?;
        tokens.extend(read_tokens(&text, &class).with_context(|| format!("style/{shown}"))?);
    }
    Ok(tokens)
}

/// Reads the custom properties of a stylesheet that holds nothing else, all on `class`.
fn read_tokens(text: &str, class: &str) -> Result<Tokens> {
    let mut tokens = Tokens::new();
    for rule in &parse(text)?.rules.0 {
        let CssRule::Style(style) = rule else {
            bail!("a theme holds only tokens on {class}");
        };
        let selector = style.selectors.to_css_string(PrinterOptions::default())?;
        ensure!(selector == class, "a theme holds only tokens on {class}, not on {selector}");
        collect_tokens(&style.declarations, &mut tokens)?;
    }
    Ok(tokens)
}

fn collect_tokens(block: &DeclarationBlock<'_>, tokens: &mut Tokens) -> Result<()> {
    for property in &block.declarations {
        let Property::Custom(custom) = property else {
            bail!("a theme holds only tokens, not the property {}", property.property_id().name());
        };
        let value = property.value_to_css_string(PrinterOptions { minify: true, ..PrinterOptions::default() })?;
        tokens.insert(custom.name.as_ref().to_owned(), value);
    }
    Ok(())
}

/// The tokens that `css` uses, and those that these use in turn.
fn reached_tokens<'t>(css: &str, tokens: &'t Tokens) -> BTreeMap<&'t str, &'t str> {
    let mut reached = BTreeMap::new();
    let mut open: Vec<&str> = used_names(css).collect();
    while let Some(name) = open.pop() {
        let Some((name, value)) = tokens.get_key_value(name) else { continue };
        if reached.insert(name.as_str(), value.as_str()).is_none() {
            open.extend(used_names(value));
        }
    }
    reached
}

/// Refuses tokens of the checked families that neither the themes nor our own components define.
fn check_defined(css: &str, tokens: &Tokens, own: &str) -> Result<()> {
    let undefined: BTreeSet<&str> = used_names(css)
        .filter(|name| CHECKED_FAMILIES.iter().any(|family| name.starts_with(family)))
        .filter(|name| !tokens.contains_key(*name) && !own.contains(&format!("{name}:")))
        .collect();
    ensure!(undefined.is_empty(), "tokens that nobody defines: {}", Vec::from_iter(undefined).join(", "));
    Ok(())
}

/// All our own components in one text: a sheet may use what a sheet before it defines.
fn own_css(components: &Path) -> Result<String> {
    let mut text = String::new();
    for entry in fs::read_dir(components).context("cannot read style/components")? {
        let path = entry?.path();
        text.push_str(&if path.is_dir() { own_css(&path)? } else { fs::read_to_string(&path)? });
    }
    Ok(text)
}

/// The names in `var(--name)` and `var(--name, …)`.
fn used_names(css: &str) -> impl Iterator<Item = &str> {
    css.split("var(").skip(1).filter_map(|rest| {
        let rest = rest.trim_start();
        let end = rest.find(|c: char| c == ',' || c == ')' || c.is_whitespace())?;
        rest.get(..end).filter(|name| name.starts_with("--"))
    })
}

/// Splits off the licence notices (`/*! … */`) that stand before the first rule.
fn split_notice(css: &str) -> (&str, &str) {
    let mut end = 0;
    while let Some(rest) = css.get(end..).filter(|rest| rest.trim_start().starts_with("/*!")) {
        let Some(close) = rest.find("*/") else { break };
        end += close + 2;
    }
    css.split_at(end)
}

fn parse(css: &str) -> Result<StyleSheet<'_>> {
    StyleSheet::parse(css, ParserOptions::default()).map_err(|error| anyhow!("{error}"))
}

fn minify(css: &str) -> Result<String> {
    let targets = Targets::from(last_four_years());
    let mut sheet = parse(css)?;
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| anyhow!("{error}"))?;
    Ok(sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })?.code)
}

/// The oldest browser versions that get the full look: those of the end of 2022.
fn last_four_years() -> Browsers {
    let version = |major: u32| Some(major << 16);
    Browsers {
        android: version(107),
        chrome: version(107),
        edge: version(107),
        firefox: version(106),
        ios_saf: version(16),
        opera: version(93),
        safari: version(16),
        samsung: version(19),
        ie: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A style folder with a package, a component and a theme, made afresh for one test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str, theme: &str) -> Self {
            let dir = std::env::temp_dir().join(format!("css-{name}-{}", std::process::id()));
            let folder = Self(dir);
            folder.write("portal.css", "/*! Notice */\n@import \"@x/button/b.css\";\n@import \"./components/own.css\";\n");
            folder.write("node_modules/@x/button/b.css", "@charset \"UTF-8\";.b{color:var(--x-button-color,red)}");
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
            "/*! Notice */\n.town-theme{--basis-accent:#0b5a73;--basis-space:8px;--x-button-color:var(--basis-accent)}\
             .b{color:var(--x-button-color,red)}.md-part{--md-own:1px;gap:var(--md-own)}.md-a{margin-inline:var(--basis-space)}"
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
}

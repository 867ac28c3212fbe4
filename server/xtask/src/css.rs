//! Makes one small stylesheet out of the folder `style/`.
//!
//! An entry such as `portal.css` is a plain list of `@import`s: NL Design System packages and our own
//! components. The design tokens (custom properties) come from a base theme with thousands of values plus
//! one file per municipality. A page needs about a quarter of them, so only the tokens that the chosen
//! components reach, directly or through other tokens, go into the result. Variants of package components
//! that no page uses stand in `unused.txt` and are left out first.

use std::collections::{BTreeMap, BTreeSet, HashSet};
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
/// Package classes that no page uses, one a line; `#` starts a comment.
const UNUSED: &str = "unused.txt";
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
    let rules = minify(&rules, unused_classes(style_dir)?).with_context(|| format!("style/{entry}"))?;
    let tokens = theme_tokens(style_dir, theme)?;
    check_defined(&rules, &tokens, &own_css(&style_dir.join("components"))?)?;
    let block: String = reached_tokens(&rules, &tokens).iter().map(|(name, value)| format!("{name}:{value};")).collect();
    // `:where` weighs nothing: whatever a component sets on the body wins, also from an earlier sheet.
    minify(&format!("{rules}:where(.{theme}-theme){{{block}}}"), HashSet::new())
}

fn unused_classes(style_dir: &Path) -> Result<HashSet<String>> {
    let text = fs::read_to_string(style_dir.join(UNUSED)).with_context(|| format!("cannot read style/{UNUSED}"))?;
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect())
}

/// Replaces each `@import "…";` by the text of its file, each file once, in order.
fn inline_imports(style_dir: &Path, file: &Path, seen: &mut BTreeSet<PathBuf>) -> Result<String> {
    if !seen.insert(file.to_path_buf()) {
        return Ok(String::new());
    }
    let name = file.strip_prefix(style_dir).unwrap_or(file).display();
    let text = fs::read_to_string(file).with_context(|| format!("cannot read style/{name}; run `npm ci` in style/ if it is in node_modules"))?;
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
        let Some((name, value)) = tokens.get_key_value(name) else {
            continue;
        };
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

fn parse(css: &str) -> Result<StyleSheet<'_>> {
    StyleSheet::parse(css, ParserOptions::default()).map_err(|error| anyhow!("{error}"))
}

fn minify(css: &str, unused_symbols: HashSet<String>) -> Result<String> {
    let targets = Targets::from(last_four_years());
    let mut sheet = parse(css)?;
    sheet.minify(MinifyOptions { targets, unused_symbols }).map_err(|error| anyhow!("{error}"))?;
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
mod tests;

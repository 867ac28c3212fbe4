//! What the browser runs: each island crate becomes one script and one WASM file.

use crate::tools;
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the island `name` (crate `island-<name>`) and gives its script and its WASM.
pub fn island(root: &Path, name: &str) -> Result<[(String, Vec<u8>); 2]> {
    add_target(root)?;
    tools::say(&format!("building the island {name}"));
    let package = format!("island-{name}");
    let build = ["build", "--quiet", "--package", &package, "--target", TARGET, "--profile", "wasm"];
    // In parts, as an environment may ask for, it comes out larger.
    tools::run(tools::cargo().current_dir(root).args(build).env("CARGO_INCREMENTAL", "0"))?;
    let input = root.join("target").join(TARGET).join("wasm").join(format!("{}.wasm", package.replace('-', "_")));
    let out: PathBuf = root.join("target/islands").join(name);
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen
        .input_path(&input)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .out_name(name);
    bindgen.generate(&out).with_context(|| format!("the island {name}"))?;
    let read = |file: String| std::fs::read(out.join(&file)).map(|bytes| (file, bytes)).with_context(|| format!("the island {name}"));
    Ok([read(format!("{name}.js"))?, read(format!("{name}_bg.wasm"))?])
}

/// Adds the target where rustup manages the toolchain; elsewhere cargo says what is missing.
fn add_target(root: &Path) -> Result<()> {
    if !tools::has("rustup") {
        return Ok(());
    }
    let installed = tools::command("rustup").current_dir(root).args(["target", "list", "--installed"]).output()?;
    if String::from_utf8_lossy(&installed.stdout).lines().any(|l| l == TARGET) {
        return Ok(());
    }
    tools::say("adding the WASM target");
    tools::run(tools::command("rustup").current_dir(root).args(["target", "add", TARGET]))
}

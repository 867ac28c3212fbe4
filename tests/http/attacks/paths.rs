//! Addresses that would leave a folder: built files, fonts, icons, calendars. A secret stands beside the folder and inside it.

use super::told;
use tests::{Engine, TestApp, on_sqlite};

on_sqlite!(no_address_leaves_the_folder);

const SECRET: &str = "this-is-the-secret";

/// A name written in every way that a careless server takes apart.
fn spellings(target: &str) -> Vec<String> {
    let mut all = Vec::new();
    for up in ["..", "%2e%2e", "%2E%2E", ".%2e", "%252e%252e", "%c0%ae%c0%ae", "..%00", "....", "..;", "%u002e%u002e", "~"] {
        for slash in ["/", "%2f", "%5c", "\\", "//", "%252f", "/./"] {
            for depth in [1, 5] {
                all.push(format!("{}{target}", format!("{up}{slash}").repeat(depth)));
            }
        }
    }
    all.extend([format!("/{target}"), format!("%2f{target}"), format!("file:///{target}"), format!("./{target}"), format!("{target}%00.css")]);
    all
}

async fn no_address_leaves_the_folder(engine: Engine) {
    let app = TestApp::start(engine).await;
    let site = app.folder().join("site");
    // Written after the start: what is served was read then, so that not even a file inside the folder is found.
    for folder in [app.folder(), site.as_path(), &site.join("assets")] {
        std::fs::write(folder.join("secret.txt"), SECRET).unwrap();
    }
    let mut client = app.stranger();
    let mut tried = 0;
    for folder in ["assets", "fonts", "icons", "calendar", "sign-in", "r", ""] {
        for target in ["secret.txt", "keys.toml", "etc/passwd"] {
            for name in spellings(target) {
                let address = format!("/{folder}/{name}");
                // What is no address at all cannot be asked for.
                let Ok(request) = http::Request::builder().uri(&address).header("host", app.address.to_string()).body(Vec::new().into()) else { continue };
                let page = client.ask(request).await;
                assert!(page.status.is_client_error(), "{address}: {}", page.status);
                for inside in [SECRET, "root:", "[[keys]]", "SQLite format"] {
                    assert!(!page.html.contains(inside), "{address}: {}", page.html);
                }
                tried += 1;
            }
        }
    }
    for language in spellings("nl") {
        let page = client.post("/session/language", &[("language", &language), ("back", "/help")]).await;
        assert_eq!((page.location(), page.header("set-cookie")), ("/help", ""), "{language}");
        tried += 1;
    }
    told("addresses and names that would leave a folder", tried, 3_000);
}

//! How easy the Dutch texts for residents are to read, by the formula of Flesch as Douma fitted it to Dutch. A score is
//! a smoke alarm, not proof: readers are.

use super::Source;

/// The texts of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Readability {
    /// The file.
    pub file: String,
    /// Words in all its texts.
    pub words: usize,
    /// Words in a sentence, on average.
    pub mean: f64,
    /// Words in the longest sentence.
    pub longest: usize,
    /// 206.84 - 0.93 * words in a sentence - 77 * syllables in a word. 70 and more reads easily (B1).
    pub score: f64,
}

/// The least score of a file for residents.
pub const EASY: f64 = 70.0;

/// Every file of the Dutch texts that residents read.
#[must_use]
pub fn readability(source: &Source) -> Vec<Readability> {
    ["nl", "nl-je"]
        .into_iter()
        .flat_map(|folder| source.layers(folder))
        .filter(|(name, _)| !name.ends_with("/staff.ftl"))
        .map(|(name, text)| of(name, text))
        .collect()
}

fn of(file: &str, text: &str) -> Readability {
    let said = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = ")).map(|(_, said)| said);
    let sentences: Vec<Vec<&str>> = said.flat_map(|said| said.split(['.', '?', '!', ':'])).map(words).filter(|words| !words.is_empty()).collect();
    let count: usize = sentences.iter().map(Vec::len).sum();
    let all: usize = sentences.iter().flatten().map(|word| syllables(word)).sum();
    let mean = count as f64 / sentences.len().max(1) as f64;
    let score = 206.84 - 0.93 * mean - 77.0 * all as f64 / count.max(1) as f64;
    Readability { file: file.to_owned(), words: count, mean, longest: sentences.iter().map(Vec::len).max().unwrap_or(0), score }
}

/// The words of a sentence; what comes in from elsewhere (`{ $name }`) and numbers are left out.
fn words(sentence: &str) -> Vec<&str> {
    sentence.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '-' && c != '$').filter(|word| word.starts_with(char::is_alphabetic)).collect()
}

/// Syllables as groups of vowels; "ij" is one.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase().replace("ij", "y");
    let mut groups = 0;
    let mut inside = false;
    for letter in word.chars() {
        // A vowel with dots begins a syllable of its own: "reïntegratie".
        let dots = "ëïöü".contains(letter);
        let vowel = dots || "aeiouyáéíóúàèêôâ".contains(letter);
        if vowel && (!inside || dots) {
            groups += 1;
        }
        inside = vowel;
    }
    groups.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_people_say_them() {
        let said = ["uitkering", "belasting", "bijstand", "reïntegratie", "huur", "ik", "zorgtoeslag", "U", "schrift"].map(syllables);
        assert_eq!(said, [3, 3, 2, 5, 1, 1, 3, 1, 1]);
    }

    #[test]
    fn a_file_is_measured_by_its_sentences() {
        let found = of("x.ftl", "# a comment = left out\na = Ik woon hier.\n    .why = Wat { $name } wil, mag. Dat is alles.\n");
        assert_eq!((found.words, found.longest), (9, 3));
        assert!((found.mean - 3.0).abs() < 1e-9);
        // Ten syllables in nine words.
        assert!((found.score - (206.84 - 0.93 * 3.0 - 77.0 * 10.0 / 9.0)).abs() < 1e-9, "{found:?}");
        let hard = of("y.ftl", "a = Belanghebbenden verstrekken onverwijld inlichtingen betreffende inkomensverhoudingen ingevolge artikel zeventien.");
        assert!(hard.score < EASY && found.score > EASY);
    }
}

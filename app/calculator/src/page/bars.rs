//! Now and then as two stacked bars: the same scale, the same order, a label on each piece.

use crate::answer::Side;
use crate::html::Html;
use crate::part::Band;
use crate::words::{Words, to_five};
use rules::Cents;

const WIDTH: i64 = 360;
const HEIGHT: i64 = 300;
/// The foot of the bars and the room above the highest.
const FOOT: i64 = 262;
const TOP: i64 = 30;
const BAR: i64 = 128;
/// Where each bar stands.
const LEFT: [i64; 2] = [36, 196];
/// A piece lower than this has no room for its label.
const LABEL: i64 = 18;

/// The drawing. What is below zero (childcare that costs more than it brings) cannot be stacked: the table has it.
pub fn bars(html: &mut Html, now: &Side, then: &Side, words: &Words) {
    let most = [now, then].map(|side| Band::ALL.into_iter().map(|band| band.amount(side).or_zero()).sum::<Cents>().0).into_iter().max().unwrap_or(0).max(1);
    html.put("<svg class=\"md-chart\" viewBox=\"0 0 ", &WIDTH.to_string(), " ")
        .number(HEIGHT)
        .raw("\" role=\"img\" aria-labelledby=\"bars-title bars-desc\"><title id=\"bars-title\">");
    let (from, to) = (words.whole(to_five(now.left())), words.whole(to_five(then.left())));
    html.text(&words.with("bars-title", &[("now", &from), ("then", &to)])).put(
        "</title><desc id=\"bars-desc\">",
        words.t("bars-desc"),
        "</desc><g aria-hidden=\"true\">",
    );
    html.raw("<path class=\"md-chart__axis\" d=\"M20 ").number(FOOT).raw("H340\"></path>");
    for (side, left) in [now, then].into_iter().zip(LEFT) {
        bar(html, side, left, most, words);
    }
    html.raw("</g></svg>");
}

fn bar(html: &mut Html, side: &Side, left: i64, most: i64, words: &Words) {
    let height = |amount: i64| amount * (FOOT - TOP) / most;
    let (mut foot, mut sum) = (FOOT, 0);
    for band in Band::ALL {
        let amount = band.amount(side).or_zero().0;
        sum += amount;
        let top = FOOT - height(sum);
        let tall = foot - top;
        if tall > 0 {
            html.put("<rect class=\"md-bar-piece md-bar-piece--", band.as_str(), "\" x=\"")
                .number(left)
                .raw("\" y=\"")
                .number(top)
                .raw("\" width=\"")
                .number(BAR)
                .raw("\" height=\"")
                .number(tall)
                .raw("\"></rect>");
        }
        if tall >= LABEL {
            html.put("<text class=\"md-bar-label md-bar-label--", band.as_str(), "\" x=\"")
                .number(left + 8)
                .raw("\" y=\"")
                .number(top + (tall + 10) / 2)
                .raw("\">");
            html.text(words.t(&format!("band-{}", band.as_str()))).put(
                "</text><text class=\"md-bar-label md-bar-label--",
                band.as_str(),
                " md-bar-label--end\" x=\"",
            );
            html.number(left + BAR - 8).raw("\" y=\"").number(top + (tall + 10) / 2).raw("\">").text(&words.whole(to_five(Cents(amount)))).raw("</text>");
        }
        foot = top;
    }
    let middle = left + BAR / 2;
    html.raw("<text class=\"md-chart__total\" x=\"").number(middle).raw("\" y=\"").number(foot - 9).put("\">€ ", &words.whole(to_five(side.left())), "</text>");
    html.raw("<text class=\"md-chart__name\" x=\"").number(middle).raw("\" y=\"").number(FOOT + 24).put(
        "\">",
        &words.with("hours-n", &[("n", &words.hours(side.hours()))]),
        "</text>",
    );
}

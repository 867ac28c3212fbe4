//! One step further: from what was posted to the screen that comes next.

use crate::form::Form;
use crate::step::{Field, Number, Step};
use crate::told::{Problem, amount, problems, read};

/// What is shown next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    /// The opening.
    Start,
    /// A question, with what is wrong with its answer.
    Question {
        /// Which.
        step: Step,
        /// What is wrong; empty at first.
        problems: Vec<Problem>,
    },
    /// The answer, with what is wrong with its own fields.
    Answer {
        /// What is wrong with the hours or the wage of a plan.
        problems: Vec<Problem>,
    },
}

impl Screen {
    /// Whether something on it is wrong.
    #[must_use]
    pub fn is_faulty(&self) -> bool {
        match self {
            Self::Start => false,
            Self::Question { problems, .. } | Self::Answer { problems } => !problems.is_empty(),
        }
    }
}

/// A mother with two children and a job of twelve hours: the example to start from.
pub const EXAMPLE: [(&str, &str); 15] = [
    ("household", "alone"),
    ("age", "27"),
    ("children", "2"),
    ("child_1", "5"),
    ("child_2", "8"),
    ("home", "rent"),
    ("rent", "650"),
    ("hours", "12"),
    ("plan", "16"),
    ("wage_unknown", "yes"),
    ("housemates", "0"),
    ("months", "none"),
    ("letter", "none"),
    ("childcare", "none"),
    ("savings", "under"),
];

/// The fields of the answer's own form.
const PLANS: [(&str, Number); 4] = [("plan", Number::Hours), ("plan_2", Number::Hours), ("plan_3", Number::Hours), ("plan_wage", Number::Wage)];

/// Takes the form one step further. What was typed stays in it, right or wrong.
pub fn turn(form: &mut Form) -> Screen {
    let go = form.get("go").to_owned();
    form.set("go", "");
    let step = Step::parse(form.get("step"));
    if let Some(step) = go.strip_prefix("change-").and_then(Step::parse) {
        form.set("back", "answer");
        // From here on it is the visitor's own.
        form.set("example", "");
        return ask(step);
    }
    match (go.as_str(), step) {
        ("begin", _) => ask(Step::Household),
        ("example", _) => {
            *form = Form::of(EXAMPLE);
            form.set("example", "yes");
            answer(form)
        }
        ("more" | "less", _) => {
            let now = read(form, "plan", Number::Hours).unwrap_or(0);
            let next = now + if go == "more" { 100 } else { -100 };
            form.set("plan", &(next.clamp(0, 6_000) / 100).to_string());
            answer(form)
        }
        ("answer" | "show", _) => answer(form),
        ("back", Some(step)) => step.before(form).map_or(Screen::Start, ask),
        ("next", Some(step)) => next(form, step),
        // Another language: the same screen again.
        ("", Some(step)) => ask(step),
        ("", None) if form.get("step") == "answer" => answer(form),
        _ => Screen::Start,
    }
}

const fn ask(step: Step) -> Screen {
    Screen::Question { step, problems: Vec::new() }
}

/// A number beside a choice, typed without choosing: it is that choice.
fn choose_by_number(form: &mut Form, step: Step) {
    let fields = step.fields(form);
    let typed = fields.iter().find_map(|field| match field {
        Field::Number { name, with, .. } if !form.get(name).is_empty() => Some(*with),
        _ => None,
    });
    let open = fields.iter().find_map(|field| match field {
        Field::Choice { name, options } if form.get(name).is_empty() => Some((*name, options)),
        _ => None,
    });
    if let (Some((name, options)), Some(choice)) = (open, typed)
        && options.contains(&choice)
    {
        form.set(name, choice);
    }
}

fn next(form: &mut Form, step: Step) -> Screen {
    choose_by_number(form, step);
    let problems = problems(step, form);
    if !problems.is_empty() {
        return Screen::Question { step, problems };
    }
    if form.get("back").is_empty() {
        return step.after(form).map_or_else(|| answer(form), ask);
    }
    // A changed answer may bring other questions; only what the answer cannot do without is asked first.
    let open = Step::ALL.into_iter().find(|step| !step.refines() && step.asked(form) && !crate::told::problems(*step, form).is_empty());
    open.map_or_else(|| answer(form), ask)
}

fn answer(form: &mut Form) -> Screen {
    form.set("back", "");
    let wrong = PLANS.into_iter().filter(|(name, _)| !form.get(name).is_empty());
    let problems = wrong.filter_map(|(name, number)| Some(Problem { field: name.to_owned(), number: Some(number), fault: amount(form.get(name), number)? }));
    Screen::Answer { problems: problems.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::told::Fault;

    /// Types `fields` on the screen of `step` and presses "next".
    fn press(form: &mut Form, step: Step, fields: &[(&str, &str)]) -> Screen {
        for (name, value) in fields {
            form.set(name, value);
        }
        form.set("step", step.as_str());
        form.set("go", "next");
        turn(form)
    }

    fn step(screen: &Screen) -> Step {
        match screen {
            Screen::Question { step, problems } if problems.is_empty() => *step,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_single_parent_is_asked_what_concerns_her_and_comes_to_the_answer() {
        let mut form = Form::of([("go", "begin")]);
        assert_eq!(step(&turn(&mut form)), Step::Household);
        let walk: &[(Step, &[(&str, &str)])] = &[
            (Step::Household, &[("household", "alone")]),
            (Step::Age, &[("age", "27")]),
            (Step::Children, &[("children", "1")]),
            (Step::Ages, &[("child_1", "6")]),
            (Step::Home, &[("home", "rent"), ("rent", "600")]),
            (Step::Hours, &[("hours", "8")]),
            (Step::Plan, &[("plan", "12")]),
            (Step::Wage, &[("wage_unknown", "yes")]),
            (Step::Housemates, &[("housemates", "0")]),
            (Step::Months, &[("months", "all")]),
            (Step::Care, &[("care", "yes")]),
            (Step::Letter, &[("letter", "none")]),
            (Step::Childcare, &[("childcare", "none")]),
        ];
        for (at, (here, fields)) in walk.iter().enumerate() {
            let shown = step(&press(&mut form, *here, fields));
            assert_eq!(shown, walk.get(at + 1).map_or(Step::Savings, |(next, _)| *next));
            assert_eq!(shown.before(&form), Some(*here));
        }
        assert_eq!(press(&mut form, Step::Savings, &[("savings", "under")]), Screen::Answer { problems: vec![] });
    }

    #[test]
    fn a_wrong_answer_stays_and_says_why() {
        let mut form = Form::default();
        let Screen::Question { step: Step::Hours, problems } = press(&mut form, Step::Hours, &[("hours", "99")]) else { panic!() };
        assert_eq!((problems[0].fault, form.get("hours")), (Fault::TooHigh(6_000), "99"));
    }

    #[test]
    fn a_change_goes_back_to_the_answer_after_what_it_brings() {
        let mut form = Form::default();
        form.set("go", "example");
        assert_eq!(turn(&mut form), Screen::Answer { problems: vec![] });
        form.set("go", "change-household");
        assert_eq!(step(&turn(&mut form)), Step::Household);
        assert_eq!(step(&press(&mut form, Step::Household, &[("household", "partner")])), Step::PartnerAge);
        assert_eq!(step(&press(&mut form, Step::PartnerAge, &[("partner_age", "21")])), Step::PartnerHours);
        assert_eq!(press(&mut form, Step::PartnerHours, &[("partner_hours", "0")]), Screen::Answer { problems: vec![] });
    }

    #[test]
    fn the_answer_has_buttons_and_checks_its_own_fields() {
        let mut form = Form::of([("plan", "16,5"), ("go", "more")]);
        turn(&mut form);
        assert_eq!(form.get("plan"), "17");
        for (typed, go, after) in [("0", "less", "0"), ("60", "more", "60"), ("", "more", "1")] {
            form.set("plan", typed);
            form.set("go", go);
            turn(&mut form);
            assert_eq!(form.get("plan"), after);
        }
        form.set("plan_2", "veel");
        form.set("go", "show");
        let Screen::Answer { problems } = turn(&mut form) else { panic!() };
        assert_eq!(problems.iter().map(|p| (p.field.as_str(), p.fault)).collect::<Vec<_>>(), [("plan_2", Fault::NotUnderstood)]);
    }

    #[test]
    fn without_a_button_it_is_the_same_screen_again() {
        assert_eq!(step(&turn(&mut Form::of([("step", "rent"), ("step", "home"), ("rent", "5")]))), Step::Home);
        assert_eq!(turn(&mut Form::of([("step", "answer"), ("plan", "8")])), Screen::Answer { problems: vec![] });
    }

    #[test]
    fn anything_else_is_the_opening() {
        for fields in
            [vec![], vec![("go", "nonsense")], vec![("go", "next")], vec![("go", "next"), ("step", "nowhere")], vec![("go", "back"), ("step", "household")]]
        {
            assert_eq!(turn(&mut Form::of(fields)), Screen::Start);
        }
    }
}

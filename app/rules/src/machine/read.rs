//! From a JSON line to a situation: types, required and unknown fields. Ranges are checked by the situation.

use super::json::{Document, Kind, Node};
use super::number;
use crate::day::Day;
use crate::money::{Cents, Hours};
use crate::pair::Pair;
use crate::problem::{Code, Problem};
use crate::situation::{Adult, Child, Childcare, ChildcareKind, Household, Situation};

/// A household with the id that the answer repeats.
pub struct Named<'d> {
    pub id: &'d str,
    pub household: Household,
}

/// How the path of an object or of one of its fields is made; only called for an error.
type Path<'p> = &'p dyn Fn(Option<&str>) -> String;

/// Reads and checks one document.
pub fn situation<'d>(document: &'d Document<'_>) -> Result<Named<'d>, Problem> {
    if !matches!(document.root().kind(), Kind::Object) {
        return Err(Problem::new(Code::InvalidJson, ""));
    }
    let top: Path<'_> = &|field| field.unwrap_or_default().to_owned();
    let fields = Fields::of(
        document.root(),
        top,
        &[
            "id",
            "date",
            "adults",
            "children",
            "cost_sharing_housemates",
            "housing",
            "assets_above_assistance_limit",
            "assets_above_allowance_limit",
            "assets_above_rent_allowance_limit",
        ],
    )?;
    let id = fields.text("id")?;
    if !(1..=64).contains(&id.chars().count()) {
        return Err(Problem::new(Code::OutOfRange, "id"));
    }
    let date = Day::parse(fields.text("date")?).ok_or_else(|| Problem::new(Code::InvalidValue, "date"))?;
    let situation = Situation {
        date,
        adults: adults(fields.required("adults")?)?,
        children: match fields.get("children") {
            Some(list) => items(list, "children")?.map(|(place, child)| read_child(child, place)).collect::<Result<_, _>>()?,
            None => Vec::new(),
        },
        cost_sharing_housemates: fields.integer_or_zero("cost_sharing_housemates")?,
        rent: housing(fields.required("housing")?)?,
        assets_above_assistance_limit: fields.flag("assets_above_assistance_limit", false)?,
        assets_above_allowance_limit: fields.flag("assets_above_allowance_limit", false)?,
        assets_above_rent_allowance_limit: fields.flag("assets_above_rent_allowance_limit", false)?,
    };
    Ok(Named { id, household: situation.check()? })
}

/// The items of an array with their places.
fn items<'d, 'a>(list: Node<'d, 'a>, field: &str) -> Result<impl Iterator<Item = (usize, Node<'d, 'a>)> + use<'d, 'a>, Problem> {
    match list.kind() {
        Kind::Array => Ok(list.items().enumerate()),
        _ => Err(Problem::new(Code::WrongType, field)),
    }
}

fn adults(list: Node<'_, '_>) -> Result<Pair<Adult>, Problem> {
    let mut adults = items(list, "adults")?;
    let (Some((_, first)), second, None) = (adults.next(), adults.next(), adults.next()) else {
        return Err(Problem::new(Code::OutOfRange, "adults"));
    };
    Ok(Pair { first: read_adult(first, 0)?, second: second.map(|(place, adult)| read_adult(adult, place)).transpose()? })
}

fn read_adult(node: Node<'_, '_>, place: usize) -> Result<Adult, Problem> {
    let path: Path<'_> = &|field| join(&format!("adults[{place}]"), field);
    let fields = Fields::of(
        node,
        path,
        &[
            "age",
            "hours_per_week",
            "hourly_wage_cents",
            "work_helps_activation",
            "disregard_months_used",
            "single_parent_disregard_months_used",
            "medically_limited_hours",
            "wage_subsidy_target_group",
            "wage_subsidy_months_used",
            "more_hours_not_possible",
            "disregard_2027_months_used",
        ],
    )?;
    Ok(Adult {
        age: fields.integer("age")?,
        hours_per_week: fields.hours("hours_per_week")?,
        hourly_wage: Cents(fields.integer("hourly_wage_cents")?),
        work_helps_activation: fields.flag("work_helps_activation", true)?,
        disregard_months_used: fields.integer_or_zero("disregard_months_used")?,
        single_parent_disregard_months_used: fields.integer_or_zero("single_parent_disregard_months_used")?,
        medically_limited_hours: fields.flag("medically_limited_hours", false)?,
        wage_subsidy_target_group: fields.flag("wage_subsidy_target_group", false)?,
        wage_subsidy_months_used: fields.integer_or_zero("wage_subsidy_months_used")?,
        more_hours_not_possible: fields.flag("more_hours_not_possible", false)?,
        disregard_2027_months_used: fields.integer_or_zero("disregard_2027_months_used")?,
    })
}

fn read_child(node: Node<'_, '_>, place: usize) -> Result<Child, Problem> {
    let path: Path<'_> = &|field| join(&format!("children[{place}]"), field);
    let fields = Fields::of(node, path, &["age", "childcare"])?;
    let childcare = fields.get("childcare").map(|care| read_childcare(care, place)).transpose()?;
    Ok(Child { age: fields.integer("age")?, childcare })
}

fn read_childcare(node: Node<'_, '_>, place: usize) -> Result<Childcare, Problem> {
    let path: Path<'_> = &|field| join(&format!("children[{place}].childcare"), field);
    let fields = Fields::of(node, path, &["kind", "hours_per_month", "hourly_price_cents"])?;
    let kind = match fields.text("kind")? {
        "day_care" => ChildcareKind::DayCare,
        "after_school" => ChildcareKind::AfterSchool,
        "childminder" => ChildcareKind::Childminder,
        _ => return Err(Problem::new(Code::InvalidValue, path(Some("kind")))),
    };
    Ok(Childcare { kind, hours_per_month: fields.hours("hours_per_month")?, hourly_price: Cents(fields.integer("hourly_price_cents")?) })
}

fn housing(node: Node<'_, '_>) -> Result<Option<Cents>, Problem> {
    let path: Path<'_> = &|field| join("housing", field);
    let fields = Fields::of(node, path, &["kind", "rent_cents"])?;
    match fields.text("kind")? {
        "rent" => Ok(Some(Cents(fields.integer("rent_cents")?))),
        "other" if fields.get("rent_cents").is_some() => Err(Problem::new(Code::UnknownField, path(Some("rent_cents")))),
        "other" => Ok(None),
        _ => Err(Problem::new(Code::InvalidValue, path(Some("kind")))),
    }
}

/// `object.field`, or just `object` for a problem with the object itself.
fn join(object: &str, field: Option<&str>) -> String {
    field.map_or_else(|| object.to_owned(), |field| format!("{object}.{field}"))
}

/// The fields of one object, none of them unknown.
struct Fields<'p, 'd, 'a> {
    node: Node<'d, 'a>,
    path: Path<'p>,
}

impl<'p, 'd, 'a> Fields<'p, 'd, 'a> {
    fn of(node: Node<'d, 'a>, path: Path<'p>, known: &[&str]) -> Result<Self, Problem> {
        if !matches!(node.kind(), Kind::Object) {
            return Err(Problem::new(Code::WrongType, path(None)));
        }
        match node.entries().find(|(key, _)| !known.contains(key)) {
            Some((key, _)) => Err(Problem::new(Code::UnknownField, path(Some(key)))),
            None => Ok(Self { node, path }),
        }
    }

    fn get(&self, field: &str) -> Option<Node<'d, 'a>> {
        self.node.get(field)
    }

    fn problem(&self, code: Code, field: &str) -> Problem {
        Problem::new(code, (self.path)(Some(field)))
    }

    fn required(&self, field: &str) -> Result<Node<'d, 'a>, Problem> {
        self.get(field).ok_or_else(|| self.problem(Code::MissingField, field))
    }

    fn text(&self, field: &str) -> Result<&'d str, Problem> {
        self.required(field)?.text().ok_or_else(|| self.problem(Code::WrongType, field))
    }

    fn number(&self, node: Node<'d, 'a>, field: &str, read: fn(&str) -> Result<i64, Code>) -> Result<i64, Problem> {
        match node.kind() {
            Kind::Number(text) => read(text).map_err(|code| self.problem(code, field)),
            _ => Err(self.problem(Code::WrongType, field)),
        }
    }

    fn integer(&self, field: &str) -> Result<i64, Problem> {
        self.number(self.required(field)?, field, number::integer)
    }

    fn integer_or_zero(&self, field: &str) -> Result<i64, Problem> {
        self.get(field).map_or(Ok(0), |node| self.number(node, field, number::integer))
    }

    fn hours(&self, field: &str) -> Result<Hours, Problem> {
        self.number(self.required(field)?, field, number::hundredths).map(Hours)
    }

    fn flag(&self, field: &str, default: bool) -> Result<bool, Problem> {
        match self.get(field).map(Node::kind) {
            None => Ok(default),
            Some(Kind::Bool(value)) => Ok(value),
            Some(_) => Err(self.problem(Code::WrongType, field)),
        }
    }
}

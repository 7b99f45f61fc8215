//! How a front end such as `prx doctor models` shows Bedrock: it runs `doctor models --format json` and draws the cells.
//!
//!     front-end DOCTOR MODEL,... REGION,... [further options of doctor models]

use std::process::{Command, ExitCode, Stdio};

use serde::Deserialize;

/// The members of a report that a table needs. Members are added to reports and never renamed: others are ignored.
#[derive(Deserialize)]
struct Report {
    schema: String,
    models: Vec<Cell>,
    findings: Vec<Finding>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Cell {
    region: String,
    model: String,
    verdict: String,
    profile: Option<String>,
    successor: Option<String>,
    suggestion: Option<String>,
    gate: Option<String>,
    latency_ms: Option<f64>,
    remedies: Vec<Remedy>,
}

#[derive(Deserialize)]
struct Finding {
    code: String,
    status: String,
    title: String,
}

#[derive(Deserialize)]
struct Remedy {
    text: String,
    command: Option<String>,
}

/// PRX's classes of a provider's state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Class {
    Ok,
    AuthOrAccess,
    Skipped,
    Error,
}

impl Class {
    /// The class of a verdict; one that a newer `doctor` has is an error, never ok.
    fn of(verdict: &str) -> Class {
        match verdict {
            "accessible" | "accessible-via-profile" => Class::Ok,
            "throttled" | "no-access" | "denied" | "credential-fault" => Class::AuthOrAccess,
            "not-in-region" => Class::Skipped,
            _ => Class::Error,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Class::Ok => "ok",
            Class::AuthOrAccess => "auth/access",
            Class::Skipped => "skipped",
            Class::Error => "error",
        }
    }
}

impl Cell {
    /// What to do next, in a few words: the id to use instead, else the command, else the advice.
    fn next(&self) -> String {
        if let Some(profile) = &self.profile {
            if Class::of(&self.verdict) == Class::Ok {
                return format!("use {profile}");
            }
        }
        if let Some(id) = self.successor.as_ref().or(self.suggestion.as_ref()) {
            return format!("use {id}");
        }
        if let Some(gate) = &self.gate {
            return format!("see {gate}");
        }
        let remedy = self.remedies.first();
        remedy
            .and_then(|remedy| remedy.command.clone())
            .or_else(|| remedy.map(|remedy| remedy.text.clone()))
            .unwrap_or_default()
    }
}

fn table(report: &Report, shows_latency: bool) -> String {
    let mut rows = vec![["Provider", "Region", "Model", "Status", "Latency", "Next"].map(String::from)];
    for cell in &report.models {
        let latency = match cell.latency_ms {
            Some(ms) if shows_latency => format!("{ms:.0} ms"),
            _ => "-".to_string(),
        };
        let status = format!("{} ({})", Class::of(&cell.verdict).word(), cell.verdict);
        rows.push(["bedrock".to_string(), cell.region.clone(), cell.model.clone(), status, latency, cell.next()]);
    }
    let widths: Vec<usize> = (0..6).map(|column| rows.iter().map(|row| row[column].len()).max().unwrap_or(0)).collect();
    let lines = rows.iter().map(|row| {
        let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        cells.join("  ").trim_end().to_string() + "\n"
    });
    lines.collect()
}

/// Runs `doctor` and gives its report, whatever the verdicts: 0, 1 and 2 are reports, anything else is an error of the run.
fn run(doctor: &str, models: &str, regions: &str, more: &[String]) -> Result<Report, String> {
    let output = Command::new(doctor)
        .args(["models", "--format", "json", "--models", models, "--regions", regions])
        .args(more)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{doctor}: {error}"))?;
    match output.status.code() {
        Some(0..=2) => {}
        code => {
            return Err(format!("doctor ended with {code:?}: {}", String::from_utf8_lossy(&output.stderr).trim()));
        }
    }
    let report: Report = serde_json::from_slice(&output.stdout).map_err(|error| format!("no report: {error}"))?;
    if report.schema != "bedrock-doctor.report/1" {
        return Err(format!("a report of another kind: {}", report.schema));
    }
    Ok(report)
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [doctor, models, regions, more @ ..] = arguments.as_slice() else {
        eprintln!("usage: front-end DOCTOR MODEL,... REGION,... [options of doctor models]");
        return ExitCode::from(64);
    };
    let report = match run(doctor, models, regions, more) {
        Ok(report) => report,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    // What is wrong before any model was asked: no credentials, no region.
    for finding in report.findings.iter().filter(|finding| finding.status == "fail") {
        println!("{}: {}", finding.code, finding.title);
    }
    print!("{}", table(&report, std::env::var_os("FRONT_END_NO_LATENCY").is_none()));
    let has_error = report.models.iter().any(|cell| Class::of(&cell.verdict) == Class::Error);
    if has_error { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

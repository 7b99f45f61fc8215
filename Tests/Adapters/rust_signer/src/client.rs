//! One call over one connection, told as the page does: text, stop reason and tool uses of an answer, or its error text.

use serde_json::{json, Value};
use std::io::{Error, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

pub fn call(case: &Value) -> Value {
    match exchange(case) {
        Ok((200, body)) => match serde_json::from_slice::<Value>(&body) {
            Ok(answer) if answer["output"]["message"].is_object() => json!({"result": told(&answer)}),
            _ => failure("decode", None, "No response from Bedrock"),
        },
        Ok((status, body)) => {
            let text: String = String::from_utf8_lossy(&body).chars().take(200).collect();
            failure("service", Some(status), &format!("Bedrock API error ({}): {}", status, text))
        }
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
            failure("timeout", None, &error.to_string())
        }
        Err(error) => failure("transport", None, &error.to_string()),
    }
}

fn failure(kind: &str, status: Option<u16>, message: &str) -> Value {
    let mut told = json!({"kind": kind, "message": message});
    if let Some(status) = status {
        told["status"] = json!(status);
    }
    json!({"failure": told})
}

fn told(answer: &Value) -> Value {
    let blocks = answer["output"]["message"]["content"].as_array().cloned().unwrap_or_default();
    let text: String = blocks.iter().filter_map(|block| block["text"].as_str()).collect();
    let tools: Vec<Value> = blocks.iter().map(|block| &block["toolUse"]).filter(|used| used.is_object())
        .map(|used| json!({"name": used["name"], "input": used["input"]})).collect();
    let mut result = json!({"text": text, "toolUses": tools});
    for name in ["stopReason", "usage"] {
        if !answer[name].is_null() {
            result[name] = answer[name].clone();
        }
    }
    result
}

fn exchange(case: &Value) -> Result<(u16, Vec<u8>), Error> {
    let host = case["endpoint"].as_str().unwrap_or_default().trim_start_matches("http://");
    let body = serde_json::to_vec(&case["input"])?;
    let target = format!("/model/{}/converse", case["modelId"].as_str().unwrap_or_default());
    let given = vec![("content-type".into(), "application/json".into()), ("host".into(), host.into())];
    let signed = crate::sign_request(case, &target, given, &body, &now());
    let mut head = format!("POST {} HTTP/1.1\r\nconnection: close\r\ncontent-length: {}\r\n", target, body.len());
    for header in signed["headers"].as_array().into_iter().flatten() {
        head += &format!("{}: {}\r\n", header[0].as_str().unwrap_or(""), header[1].as_str().unwrap_or(""));
    }
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(case["timeoutSeconds"].as_u64().map(Duration::from_secs))?;
    stream.write_all((head + "\r\n").as_bytes())?;
    stream.write_all(&body)?;
    let mut received = Vec::new();
    stream.read_to_end(&mut received)?;
    parse(&received).ok_or_else(|| Error::new(ErrorKind::UnexpectedEof, "the answer is not whole"))
}

fn parse(received: &[u8]) -> Option<(u16, Vec<u8>)> {
    let end = received.windows(4).position(|bytes| bytes == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&received[..end]).to_lowercase();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    let body = received[end + 4..].to_vec();
    if length.map_or(false, |length| body.len() < length) {
        return None;
    }
    Some((status, body))
}

/// The time as `20260102T030405Z`.
fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    // Days to a date, by shifting the year to begin in March.
    let (days, rest) = ((seconds / 86_400) as i64 + 719_468, seconds % 86_400);
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * shifted + 2) / 5 + 1, if shifted < 10 { shifted + 3 } else { shifted - 9 });
    let year = year + era * 400 + i64::from(month <= 2);
    format!(
        "{:04}{:02}{:02}T{:02}{:02}{:02}Z", year, month, day, rest / 3_600, rest / 60 % 60, rest % 60)
}

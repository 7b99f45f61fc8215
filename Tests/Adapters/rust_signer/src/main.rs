//! A signer by the page of OpenPRX about Bedrock, on the crates hmac and sha2 alone: the colon of a model id is sent as it
//! stands and signed as `%3A`, and nothing else of a path is encoded. `client.rs` makes calls with it.

mod client;

use base64::decode;
use hmac::{Hmac, Mac};
use serde_json::{json, Value};
use sha2::{Digest, Sha256};
use std::io::{self, BufRead, Write};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{:02x}", byte)).collect()
}

fn hmac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

fn sign(case: &Value) -> Value {
    let request = &case["request"];
    if case["options"].as_object().map_or(false, |options| !options.is_empty()) {
        return json!({"skipped": "the page signs in one way only"});
    }
    let target = text(request, "target");
    if target.contains('?') || text(request, "method") != "POST" {
        return json!({"skipped": "the page signs the POST of a model only, which has no query"});
    }
    if target.contains('%') {
        return json!({"skipped": "the page signs the path of a model id, which it does not encode"});
    }
    let given: Vec<(String, String)> = request["headers"].as_array().into_iter().flatten()
        .map(|header| (header[0].as_str().unwrap_or("").to_lowercase(), header[1].as_str().unwrap_or("").to_string()))
        .collect();
    if given.iter().any(|(name, _)| name != "host" && name != "content-type") || given.len() != 2 {
        return json!({"skipped": "the page has the headers host and content-type only"});
    }
    let body = decode(text(request, "body")).unwrap_or_default();
    sign_request(case, target, given, &body, text(case, "time"))
}

/// The request as it would be sent, with the stages of its signature.
fn sign_request(case: &Value, target: &str, given: Vec<(String, String)>, body: &[u8], time: &str) -> Value {
    let (keys, mut headers) = (&case["credentials"], given);
    headers.push(("x-amz-date".into(), time.into()));
    if let Some(token) = keys["sessionToken"].as_str() {
        headers.push(("x-amz-security-token".into(), token.into()));
    }
    headers.sort();
    let names = headers.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(";");
    let lines: String = headers.iter().map(|(name, value)| format!("{}:{}\n", name, value.trim())).collect();
    let canonical = format!(
        "POST\n{}\n\n{}\n{}\n{}", target.replace(':', "%3A"), lines, names, hex(&Sha256::digest(body)));
    let service = case["service"].as_str().unwrap_or("bedrock");
    let scope = format!("{}/{}/{}/aws4_request", &time[..8], text(case, "region"), service);
    let to_sign =
        format!("AWS4-HMAC-SHA256\n{}\n{}\n{}", time, scope, hex(&Sha256::digest(canonical.as_bytes())));
    let secret = format!("AWS4{}", text(keys, "secretAccessKey"));
    let key = scope.split('/').fold(secret.into_bytes(), |key, part| hmac(&key, part));
    let signature = hex(&hmac(&key, &to_sign));
    let credential = format!("{}/{}", text(keys, "accessKeyId"), scope);
    headers.push((
        "authorization".into(),
        format!("AWS4-HMAC-SHA256 Credential={}, SignedHeaders={}, Signature={}", credential, names, signature),
    ));
    json!({"target": target, "headers": headers, "canonicalRequest": canonical, "stringToSign": to_sign,
           "signature": signature})
}

fn main() {
    let (mut out, mut is_client) = (io::stdout(), false);
    for line in io::stdin().lock().lines() {
        let case: Value = match line.ok().and_then(|line| serde_json::from_str(&line).ok()) {
            Some(case) => case,
            None => return,
        };
        let answer = if case["end"] == json!(true) {
            return;
        } else if case.get("protocol").is_some() {
            is_client = case["role"] == json!("client");
            let features = if is_client { json!(["converse", "tools", "token"]) } else { json!(["headers"]) };
            json!({"name": "hmac and sha2", "version": "1.0.0", "language": "Rust", "features": features})
        } else {
            let mut answer = if is_client { client::call(&case) } else { sign(&case) };
            answer["id"] = case["id"].clone();
            answer
        };
        if writeln!(out, "{}", answer).and_then(|_| out.flush()).is_err() {
            return;
        }
    }
}

import JSONText

/// The evidence of an explained failure that a person wants to see, each under a short name.
enum EvidenceRows {
    private static let names = [
        ("change", "change"), ("message", "said"), ("errorType", "type"), ("principal", "who"), ("action", "may not"),
        ("resource", "on"),
        ("policyARN", "policy"), ("skew", "clock"), ("model", "model"), ("profile", "profile"), ("quota", "quota"),
        ("requestId", "request"),
    ]

    static func rows(_ evidence: JSONObject) -> [(name: String, text: String)] {
        names.compactMap { key, name in evidence[key]?.stringValue.map { (name, $0) } }
    }
}

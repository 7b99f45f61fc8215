import JSONText
package import Report

/// Turns the attempt to reach the endpoint into a finding.
package enum NetworkCheck {
    package static func finding(_ facts: NetworkFacts) -> Finding {
        switch facts.outcome {
        case .answered(let timings): return reachable(facts, timings)
        case .failed(let failure):
            let words = NetworkFailureWords(failure, facts)
            var evidence: JSONObject = [
                "host": VariableView.plain(facts.host), "port": .number(JSONNumber(facts.port)),
                "message": .string(PrintableText.escaped(facts.message, limit: 300)),
            ]
            if let proxy = facts.proxy { evidence["proxy"] = VariableView.plain(proxy) }
            return Finding(
                code: words.code, check: ProxyCheck.check, status: .fail, title: words.title, detail: words.detail,
                evidence: evidence, where: words.place, confidence: words.confidence, remedies: words.remedies,
                durationMs: facts.durationMs)
        }
    }

    private static func reachable(_ facts: NetworkFacts, _ timings: NetworkFacts.Timings) -> Finding {
        var evidence: JSONObject = [
            "host": VariableView.plain(facts.host), "port": .number(JSONNumber(facts.port)),
            "httpVersion": VariableView.plain(timings.httpVersion),
        ]
        for (name, value) in [
            ("nameLookupMs", timings.nameLookup), ("connectMs", timings.connect), ("tlsMs", timings.tls),
            ("firstByteMs", timings.firstByte),
        ] {
            evidence[name] = tenths(value)
        }
        if let proxy = facts.proxy { evidence["proxy"] = VariableView.plain(proxy) }
        return Finding(
            code: "network-reachable", check: ProxyCheck.check, status: .pass,
            title: "\(PrintableText.escaped(facts.host)) answers",
            detail:
                "The first byte came after \(Int(timings.firstByte.rounded())) ms, over HTTP/\(PrintableText.escaped(timings.httpVersion, limit: 8))\(facts.proxy == nil ? "" : ", through a proxy").",
            evidence: evidence, where: "network", confidence: .certain, durationMs: facts.durationMs)
    }

    private static func tenths(_ value: Double) -> JSONValue {
        let rounded = (value * 10).rounded() / 10
        return JSONNumber(rounded).map { .number($0) } ?? .null
    }
}

import Codes
import JSONText
import NetworkTerms
package import Report

/// Turns the attempt to reach the endpoint into a finding.
package enum NetworkCheck {
    package static func finding(_ facts: NetworkFacts) -> Finding {
        switch facts.outcome {
        case .answered(let timings): return reachable(facts, timings)
        case .foreign(let answer): return foreign(facts, answer)
        case .failed(let failure):
            let words = NetworkFailureWords(failure, facts)
            var evidence: JSONObject = [
                "host": VariableView.plain(facts.host), "port": .number(JSONNumber(facts.port)),
                "message": .string(PrintableText.escaped(facts.message, limit: 300)),
            ]
            if let proxy = facts.proxy { evidence["proxy"] = VariableView.plain(proxy) }
            return Finding(
                code: words.code, check: ProxyCheck.check, status: .fail, title: words.title, detail: words.detail,
                rows: [FactRow("said", PrintableText.escaped(facts.message, limit: 300))].compactMap(\.self),
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
            code: .networkReachable, check: ProxyCheck.check, status: .pass,
            title: "\(PrintableText.escaped(facts.host)) answers",
            detail:
                "The first byte came after \(Int(timings.firstByte.rounded())) ms, over \(PrintableText.escaped(timings.httpVersion, limit: 8))\(facts.proxy == nil ? "" : ", through a proxy").",
            evidence: evidence, where: .network, confidence: .certain, durationMs: facts.durationMs)
    }

    /// What answered in Bedrock's place.
    private static func foreign(_ facts: NetworkFacts, _ answer: ForeignAnswer) -> Finding {
        let host = PrintableText.escaped(facts.host)
        let isAWSHost = AWSHostName(facts.host) != nil
        var evidence: JSONObject = [
            "host": VariableView.plain(facts.host), "port": .number(JSONNumber(facts.port)),
        ]
        for member in answer.evidence { evidence[member.name] = member.value }
        if let proxy = facts.proxy { evidence["proxy"] = VariableView.plain(proxy) }
        let reason =
            isAWSHost
            ? "The name is AWS's, so something on the way answers in its place: a proxy, a captive portal, a content filter, or an entry in /etc/hosts."
            : "The endpoint's URL leads to another server, or to a gateway that answers this path by itself."
        let address = ShellWord.quoted("\(facts.scheme)://\(facts.host):\(facts.port)/")
        let look = address.map {
            Remedy("See what answers there", command: "curl -sv --max-time 10 -o /dev/null \($0)")
        }
        let place =
            isAWSHost
            ? Remedy("See which proxy and which endpoint are set", command: "doctor env")
            : Remedy(
                "For Bedrock itself, leave the endpoint out: --endpoint-url, AWS_ENDPOINT_URL_BEDROCK_RUNTIME, AWS_ENDPOINT_URL"
            )
        return Finding(
            code: ForeignAnswer.code, check: ProxyCheck.check, status: .fail,
            title: "This is not Bedrock: \(answer.who) answered at \(host):\(facts.port)",
            detail:
                "The answer has \(answer.description), and no x-amzn-RequestId, which Bedrock's answers carry. \(reason)",
            evidence: evidence, where: .network,
            // A load balancer of AWS may fail without a mark, and a gateway may pass on other paths than this.
            confidence: isAWSHost && answer.status < 500 ? .certain : .likely,
            remedies: [look, place].compactMap(\.self), durationMs: facts.durationMs)
    }

    /// The finding when Bedrock has answered a call at the same place: then a gateway stands before it.
    package static func behindGateway(_ finding: Finding) -> Finding {
        guard finding.code == ForeignAnswer.code else { return finding }
        var passed = finding
        passed.code = .networkReachable
        passed.status = .pass
        passed.confidence = .certain
        passed.title = passed.code.title
        passed.detail = "A gateway answers / by itself; Bedrock answers calls behind it."
        passed.remedies = []
        return passed
    }

    private static func tenths(_ value: Double) -> JSONValue {
        let rounded = (value * 10).rounded() / 10
        return JSONNumber(rounded).map { .number($0) } ?? .null
    }
}

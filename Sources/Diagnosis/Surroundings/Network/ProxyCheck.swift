import Codes
import ConverseAPI
import JSONText
import Report
import WireText

/// Judges the proxy variables for the endpoint in use.
enum ProxyCheck {
    static let check = Check.network

    static func run(_ facts: EnvironmentFacts, endpoint: EndpointResolution) -> [Finding] {
        guard let target = endpoint.endpoint else { return caseConflicts(facts) }
        let selection = ProxySelection(scheme: target.scheme.rawValue, host: target.host, facts.variables)
        var findings: [Finding] = []
        if let chosen = selection.chosen {
            findings.append(proxy(chosen, selection, target))
            findings += pattern(selection)
        } else if target.scheme == .https {
            findings += httpOnly(facts)
        }
        return findings + caseConflicts(facts)
    }

    private static func proxy(
        _ chosen: Setting, _ selection: ProxySelection, _ endpoint: ConverseEndpoint
    ) -> Finding {
        let url: ProxyURL
        do {
            url = try ProxyURL(chosen.value)
        } catch {
            return malformed(chosen, error)
        }
        let host = PrintableText.escaped(endpoint.host)
        var evidence: JSONObject = ["variable": .string(chosen.origin), "proxy": VariableView.plain(url.text)]
        if let bypass = selection.bypass, let exceptions = selection.exceptions {
            evidence[exceptions.origin] = VariableView.plain(bypass)
            return Finding(
                code: .networkProxyBypassed, check: check, status: .pass,
                title: "\(exceptions.origin) takes \(host) past the proxy",
                detail:
                    "\(chosen.origin) names a proxy; the entry \(PrintableText.escaped(bypass, limit: 60)) exempts this host.",
                evidence: evidence, where: .network, confidence: .certain)
        }
        return Finding(
            code: .networkProxyUsed, check: check, status: endpoint.isLoopback ? .warn : .pass,
            title: "Requests go through the proxy of \(chosen.origin)",
            detail: endpoint.isLoopback
                ? "The endpoint is on this machine, and the proxy would look for it on the proxy's own machine."
                : "\(url.text) carries the calls to \(host). If it opens TLS to look inside, its certificate must be trusted (AWS_CA_BUNDLE).",
            evidence: evidence, where: .network, confidence: .certain,
            remedies: endpoint.isLoopback
                ? [
                    Remedy(
                        "Exempt this machine",
                        command: "export no_proxy=localhost,127.0.0.1 NO_PROXY=localhost,127.0.0.1")
                ]
                : [])
    }

    private static func malformed(_ chosen: Setting, _ malformation: ProxyURL.Malformation) -> Finding {
        Finding(
            code: .networkProxyMalformed, check: check, status: .fail,
            title: "The proxy of \(chosen.origin) \(malformation.reason)",
            detail: "A proxy is given as http://host:port. Its value is not shown here, since it may hold a password.",
            evidence: [
                "variable": .string(chosen.origin),
                "value": .string("not shown (\(chosen.value.unicodeScalars.count) characters)"),
            ],
            where: .client, confidence: .certain,
            remedies: [Remedy("Set it again, or unset it", command: VariableView.unset([chosen.origin]))])
    }

    private static func httpOnly(_ facts: EnvironmentFacts) -> [Finding] {
        let set = ["http_proxy", "HTTP_PROXY"].filter { facts.variables[$0]?.isBlank == false }
        guard let name = set.first else { return [] }
        return [
            Finding(
                code: .networkProxyHTTPOnly, check: check, status: .warn,
                title: "\(name) is set, but no proxy for https",
                detail:
                    "Bedrock is called over https, for which \(name) does not count. Where calls must go through the proxy, they will time out.",
                evidence: JSONObject(set.map { ($0, "set") }), where: .client, confidence: .likely,
                remedies: [Remedy("If the proxy is for https too", command: "export HTTPS_PROXY=\"$\(name)\"")])
        ]
    }

    private static func pattern(_ selection: ProxySelection) -> [Finding] {
        guard let exceptions = selection.exceptions,
            let entry = ProxySelection.entries(exceptions.value).first(where: {
                $0.contains("://") || ($0.contains("*") && $0 != "*")
            })
        else { return [] }
        return [
            Finding(
                code: .networkNoProxyPattern, check: check, status: .warn,
                title: "\(exceptions.origin) holds an entry that curl and most SDKs do not understand",
                detail:
                    "Entries are host names or their ends, such as .amazonaws.com; there are no patterns with * and no URLs.",
                evidence: [exceptions.origin: VariableView.plain(String(entry))], where: .client, confidence: .certain,
                remedies: [
                    Remedy(
                        "Write the end of the name instead",
                        command: "export \(exceptions.origin)=\"$\(exceptions.origin),.amazonaws.com\"")
                ])
        ]
    }

    private static func caseConflicts(_ facts: EnvironmentFacts) -> [Finding] {
        ["https_proxy", "all_proxy", "no_proxy"].compactMap { lower in
            let upper = lower.uppercased()
            guard let first = facts.variables[lower], let second = facts.variables[upper], first != second else {
                return nil
            }
            return Finding(
                code: .networkProxyCaseConflict, check: check, status: .warn,
                title: "\(lower) and \(upper) differ",
                detail: "curl and this tool take the lower-case one; other programs take the other.",
                evidence: JSONObject([(lower, "set"), (upper, "set to something else")]), where: .client,
                confidence: .certain,
                remedies: [Remedy("Make them agree", command: "export \(upper)=\"$\(lower)\"")])
        }
    }
}

import JSONText
import Recordings

/// The caller's side: what the client reported, against what the scenario expects of it.
extension ScenarioJudge {
    func outcome() -> [Breach] {
        switch (scenario.expected.outcome, report) {
        case (nil, _): return []
        case (.result(let expected), .result(let text, let stopReason, let toolUses, let usage)):
            return [
                same("text", expected.text, text), same("stopReason", expected.stopReason, stopReason),
                same("toolUses", expected.toolUses, toolUses), within("usage", expected.usage, usage),
            ].compactMap(\.self)
        case (.result, .failure): return [Breach(stage: "result", message: "expected a result, found \(report.words)")]
        case (.failure, .result):
            return [Breach(stage: "failure", message: "expected a failure, found \(report.words)")]
        case (.failure(let expected), .failure(let kind, let type, let status, let message)):
            return failure(expected, kind, type, status, message)
        }
    }

    /// A text that the client must have given: nobody can do without what the model said and why it stopped.
    private func same(_ name: String, _ expected: String?, _ found: String?) -> Breach? {
        // Swift holds a composed letter and a decomposed one for equal, and they are not the same text.
        guard let expected, found?.utf8.elementsEqual(expected.utf8) != true else { return nil }
        let shown = found.map { "“\(CallerReport.cut($0))”" } ?? "none"
        return Breach(stage: name, message: "expected the \(name) “\(CallerReport.cut(expected))”\nfound \(shown)")
    }

    private func same(_ name: String, _ expected: JSONValue?, _ found: JSONValue?) -> Breach? {
        guard let expected, !(found?.isEquivalent(to: expected) ?? false) else { return nil }
        guard let found else { return Breach(stage: name, message: "expected \(name), found none") }
        let lines = JSONDiff(expected: expected, found: found).differences.map(\.description)
        return Breach(stage: name, message: lines.joined(separator: "\n"))
    }

    /// Of what a client need not pass on, only what it gives is compared.
    private func within(_ name: String, _ expected: JSONValue?, _ found: JSONValue?) -> Breach? {
        guard let expected = expected?.objectValue, let found else { return nil }
        for member in expected {
            guard let value = found[member.name], !value.isEquivalent(to: member.value) else { continue }
            return Breach(
                stage: name, message: "expected \(name).\(member.name) \(member.value.text()), found \(value.text())")
        }
        return nil
    }

    private func failure(
        _ expected: Scenario.ExpectedFailure, _ kind: CallerReport.Kind, _ type: String?, _ status: Int?,
        _ message: String?
    ) -> [Breach] {
        guard expected.kinds.contains(kind) else {
            let kinds = expected.kinds.map(\.rawValue).joined(separator: " or ")
            return [Breach(stage: "failure", message: "expected a failure of the kind \(kinds), found \(report.words)")]
        }
        var breaches: [Breach] = []
        if let wanted = expected.type, let type, !RequestSpelling.isSame(type: type, wanted) {
            breaches.append(Breach(stage: "failure", message: "expected the error type \(wanted), found \(type)"))
        }
        if let wanted = expected.status, let status, status != wanted {
            breaches.append(Breach(stage: "failure", message: "expected the status \(wanted), found \(status)"))
        }
        if let wanted = expected.message, message?.contains(wanted) != true {
            breaches.append(
                Breach(
                    stage: "failure",
                    message:
                        "expected a message with “\(wanted)”, found \(message.map { "“\(CallerReport.cut($0))”" } ?? "none")"
                ))
        }
        return breaches
    }
}

import Codes
import Evidence
import JSONText
import Report
import WireText

/// Holds what was pasted beside a failure against what the failure asks for: what does not fit is looked at first, and both lines
/// are shown.
struct Compared {
    /// No more are told: the first one mends it, or the reader compares on.
    private static let limit = 2

    private let found: [Comparison]

    init(_ call: ComparedCall) {
        found = Array(Comparison.all.lazy.compactMap { $0(call) }.prefix(Self.limit))
    }

    /// The findings of the failure with what the comparison adds.
    func applied(to findings: [Finding]) -> [Finding] {
        guard var first = findings.first, first.status != .pass, !found.isEmpty else { return findings }
        // What was made again with the very mistake needs no other reading.
        guard first.confidence != .proven else { return findings }
        let ruledOut = Set(found.flatMap(\.rulesOut))
        first.remedies.removeAll { !$0.subjects.isDisjoint(with: ruledOut) }
        // The same command once, behind the reason that the paste itself gives.
        let commands = Set(found.compactMap(\.remedy.command))
        first.remedies.removeAll { $0.command.map(commands.contains) ?? false }
        for comparison in found.reversed() { first.remedies.insert(comparison.remedy, at: 0) }
        for comparison in found {
            if let row = FactRow("pasted", Self.words(comparison)) { first.rows.append(row) }
        }
        first.facts["compared"] = .array(found.map { .object(Self.evidence($0)) })
        if let cause = found.lazy.compactMap(\.cause).first {
            if first.code != cause.code { first.detail = cause.code.page.meaning }
            first.code = cause.code
            first.title = cause.code.title
            first.confidence = cause.confidence
        }
        return [first] + findings.dropFirst().filter { $0.code != first.code }
    }

    private static func words(_ comparison: Comparison) -> String {
        let line = SafeMessage.text(comparison.pasted.text, limit: 120)
        return
            "\"\(line)\" (line \(comparison.pasted.number)), beside \"\(SafeMessage.text(comparison.asked, limit: 120))\""
    }

    private static func evidence(_ comparison: Comparison) -> JSONObject {
        [
            "pasted": .string(SafeMessage.text(comparison.pasted.text, limit: 300)),
            "line": .number(JSONNumber(comparison.pasted.number)),
            "asked": .string(SafeMessage.text(comparison.asked, limit: 300)),
        ]
    }
}

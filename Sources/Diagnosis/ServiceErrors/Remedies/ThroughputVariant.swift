import Catalog
import Report
import WireText

/// An id that names a variant for provisioned throughput by the length of its context: `anthropic.claude-v2:0:100k`.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/prov-throughput.html>.
struct ThroughputVariant: Sendable, Hashable {
    /// As it was written.
    let written: String

    /// The id without the length.
    let id: String

    /// The length: digits and `k`, `512`, or `mm`.
    let suffix: String

    init?(_ written: String) {
        let parts = written.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, !written.hasPrefix("arn:"), let last = parts.last, !last.isEmpty else { return nil }
        let digits = last.hasSuffix("k") ? last.dropLast() : last
        guard last == "mm" || !digits.isEmpty && digits.allSatisfy(\.isNumber) else { return nil }
        self.written = written
        id = "\(parts[0]):\(parts[1])"
        suffix = String(last)
    }

    /// What to do in place of it: the id that the catalog has may lack the `:0` too, and its model may have ended.
    func remedy(_ call: FailedCall) -> Remedy {
        let known = [id, id.hasSuffix(":0") ? String(id.dropLast(2)) : id].lazy.compactMap {
            call.catalog.entry(for: $0)
        }.first
        let meant = known?.id ?? id
        let shown = PrintableText.escaped(meant)
        let ending = """
            The ending names a variant (the size of its context, or its kind) for provisioned throughput and customization, and is called by \
            the ARN of what was bought.
            """
        guard let known, let today = call.today, known.lifecycle(on: today) == .retired else {
            return .advice(
                "Cut \(written.dropFirst(meant.utf8.count)) off: the id is \(shown). \(ending)", call.check(meant))
        }
        let day = known.endOfLifeDay.map { " (on \($0))" } ?? ""
        let gone =
            "\(shown), which the id is without its ending, has reached its end of life\(day), and no region serves it"
        guard let next = call.catalog.successor(of: known, on: today).map(call.callable) else {
            return Remedy("Take a current model: \(gone). \(ending)")
        }
        return .advice("Move to \(next): \(gone). \(ending)", call.check(next))
    }
}

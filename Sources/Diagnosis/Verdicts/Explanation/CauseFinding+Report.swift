import Codes
import JSONText
package import Report
import SigV4
package import SignatureForensics

extension CauseFinding {
    /// The finding as a report has it: the cause's page for a title, what was seen, and what to type next.
    ///
    /// - Parameters:
    ///   - check: The check under which it is reported.
    ///   - status: `fail` for a cause, `warn` for advice.
    package func finding(check: Check, status: Status = .fail) -> Finding {
        Finding(
            code: cause, check: check, status: status, title: cause.title,
            detail: PrintableText.escaped(Self.detail(summary, behind: cause.title), limit: 600),
            difference: lineDifference,
            rows: [FactRow("change", change)].compactMap { $0 },
            evidence: change.map { ["change": .string($0)] } ?? [:],
            where: Side(rawValue: place.rawValue),
            confidence: Confidence(rawValue: confidence.rawValue),
            remedies: [.advice(PrintableText.escaped(fix, limit: 600), next)])
    }

    /// What to type next; where the key was derived wrongly the secret is right, and a right signer is what helps.
    private var next: NextStep? {
        cause == .keyWrong && fix != cause.page.fix ? .doctor(DoctorStep("sign")) : SignatureCommand.next(for: cause)
    }

    /// The summary without the words of the title above it.
    private static func detail(_ summary: String, behind title: String) -> String {
        guard summary.hasPrefix(title + ": ") else { return summary }
        let rest = summary.dropFirst(title.count + 2)
        return rest.beginningSentence
    }

    /// The two lines with the place at which they part.
    var lineDifference: LineDifference? {
        difference.map { difference in
            LineDifference(
                section: difference.section.description, signed: line(difference.first),
                expected: line(difference.second), byte: difference.offset, column: column(difference))
        }
    }

    /// What closes the gap between the lines; a summary that says it needs it no second time.
    private var change: String? {
        guard let transformation, !summary.contains(transformation) else { return nil }
        return PrintableText.escaped(transformation, limit: 600)
    }

    private func line(_ bytes: [UInt8]?) -> String? { bytes.map { VisibleBytes.text($0.prefix(8_192)) } }

    /// The column of the first differing byte in the lines as shown, from 0: what is not printable takes four columns.
    private func column(_ difference: SectionDifference) -> Int {
        VisibleBytes.text((difference.first ?? difference.second ?? []).prefix(difference.offset)).count
    }
}

import Codes
import Report
import WireText

/// How many findings of a kind one input can have in a report.
///
/// A log of a day has many requests, and a few bytes of a compressed file make a hundred thousand of them; each has findings
/// of some kilobytes. Whoever has a thousand of a code sees from them what is wrong. The others count for nothing but their
/// number: a code that fails the run has failed it by then.
struct FindingBound {
    private struct Kind: Hashable {
        let code: FindingCode
        let status: Status
    }

    static let most = 1000

    private var counts: [Kind: Int] = [:]
    private var leftOut = 0

    /// Those of the findings for which there is room.
    mutating func kept(_ findings: [Finding]) -> [Finding] {
        let kept = findings.filter { finding in
            let kind = Kind(code: finding.code, status: finding.status)
            counts[kind, default: 0] += 1
            return counts[kind, default: 0] <= Self.most
        }
        leftOut += findings.count - kept.count
        return kept
    }

    /// What a report says of those that it has not; nil where it has all.
    var words: String? {
        leftOut == 0
            ? nil
            : "\(Counted.words(leftOut, "more finding")) \(leftOut == 1 ? "is" : "are") not shown: of each code the first "
                + "\(Self.most) are"
    }
}

import Codes
import Report

/// Vectors, recordings and cases of other software: what did not pass in full, what passed with a remark, what was skipped or
/// not reached by its reasons, what passed as a number.
struct TextCases {
    private static let indent = "        "

    let cases: [CaseResult]
    let style: TextStyle
    let verbosity: Int

    func lines() -> [String] {
        guard verbosity == 0 else { return cases.flatMap(caseLines) }
        let left = LeftOut(cases)
        let shown = cases.filter { result in
            result.isRemark
                || result.status != .pass && result.status != .skip && !(left.isReason(of: result))
        }
        return shown.flatMap(caseLines) + counted(left.counts, .unknown) + skipped()
    }

    /// Cases that were left without a verdict for one and the same reason, where there are more than a few.
    private struct LeftOut {
        private static let few = 3

        let counts: [(reason: String, count: Int)]

        init(_ cases: [CaseResult]) {
            let reasons = cases.filter(Self.isPlain).map { $0.message ?? "" }
            counts = TextCases.counted(reasons).filter { $0.count > Self.few }
        }

        func isReason(of result: CaseResult) -> Bool {
            Self.isPlain(result) && counts.contains { $0.reason == result.message }
        }

        /// Whether nothing but the reason is known of it.
        private static func isPlain(_ result: CaseResult) -> Bool {
            result.status == .unknown && result.stage == nil && result.code == nil && result.message != nil
        }
    }

    private func caseLines(_ result: CaseResult) -> [String] {
        let indent = Self.indent
        let name = [
            VisibleText.of(result.name), result.stage.map { style.dim(VisibleText.of($0)) } ?? "",
            result.code.map { style.dim($0.spelling) } ?? "",
        ]
        let head = TextWrap.flow(name, width: style.width - indent.count).enumerated().map { index, line in
            (index == 0 ? "  \(style.mark(result.status))  " : indent) + line
        }
        let message = VisibleText.of(result.message ?? "").split(separator: "\n")
        return head
            + message.flatMap { line in
                // What is indented is laid out already, such as the lines of a difference under their heading.
                line.first == " " || indent.count + line.columns <= style.width
                    ? [indent + line] : TextWrap.lines(String(line), width: style.width, behind: indent)
            }
    }

    /// Skipped cases share few reasons: one line for each reason, with the number of cases.
    private func skipped() -> [String] {
        counted(
            Self.counted(cases.filter { $0.status == .skip }.map { $0.message ?? "no reason given" }), .skip)
    }

    private func counted(_ counts: [(reason: String, count: Int)], _ status: Status) -> [String] {
        counts.flatMap { reason, count in
            TextWrap.lines(
                "\(count): \(VisibleText.of(reason))", width: style.width, behind: "  \(style.mark(status))  ")
        }
    }

    /// The reasons in the order in which they came, each with its number.
    private static func counted(_ reasons: [String]) -> [(reason: String, count: Int)] {
        var order: [String] = []
        var counts: [String: Int] = [:]
        for reason in reasons {
            if counts[reason] == nil { order.append(reason) }
            counts[reason, default: 0] += 1
        }
        return order.map { ($0, counts[$0] ?? 0) }
    }
}

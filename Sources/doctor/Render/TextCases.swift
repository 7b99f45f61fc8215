import Codes
import Report

/// Vectors, recordings and cases of other software: what did not pass in full, what passed with a remark, what was skipped by
/// its reasons, what passed as a number.
struct TextCases {
    private static let indent = "        "

    let cases: [CaseResult]
    let style: TextStyle
    let verbosity: Int

    func lines() -> [String] {
        let shown = verbosity > 0 ? cases : cases.filter { $0.status != .pass && $0.status != .skip || $0.isRemark }
        var lines = shown.flatMap(caseLines)
        if verbosity == 0 { lines += skipped() }
        return lines
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
        var order: [String] = []
        var counts: [String: Int] = [:]
        for result in cases where result.status == .skip {
            let reason = VisibleText.of(result.message ?? "no reason given")
            if counts[reason] == nil { order.append(reason) }
            counts[reason, default: 0] += 1
        }
        return order.flatMap { reason in
            TextWrap.lines(
                "\(counts[reason] ?? 0): \(reason)", width: style.width, behind: "  \(style.mark(.skip))  ")
        }
    }
}

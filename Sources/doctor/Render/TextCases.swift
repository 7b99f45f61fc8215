import Report

/// Vectors and recordings: what failed and was skipped in full, what passed as a number.
struct TextCases {
    let cases: [CaseResult]
    let style: TextStyle
    let verbosity: Int

    func lines() -> [String] {
        let shown = verbosity > 0 ? cases : cases.filter { $0.status == .fail || $0.status == .unknown }
        var lines = shown.flatMap(caseLines)
        if verbosity == 0 { lines += skipped() }
        return lines
    }

    private func caseLines(_ result: CaseResult) -> [String] {
        let stage = result.stage.map { "  " + style.dim($0) } ?? ""
        let message = VisibleText.of(result.message ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        return ["  \(style.mark(result.status))  \(VisibleText.of(result.id))\(stage)"]
            + message.map { "        " + $0 }.filter { $0 != "        " }
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
        return order.map { "  \(style.mark(.skip))  \(counts[$0] ?? 0): \($0)" }
    }
}

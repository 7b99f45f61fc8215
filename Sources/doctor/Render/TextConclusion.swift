import JSONText
import Report

/// The last lines: how many of each, then the cause that comes first and what to type next.
struct TextConclusion {
    let report: Report
    let style: TextStyle

    func lines() -> [String] {
        var lines = counts()
        if let cause = report.findings.first(where: { $0.status == .fail }) {
            lines += sentence("cause", cause.title, code: cause.code)
            lines += next(cause.remedies, page: cause.code)
        } else if let cell = report.models.first(where: { $0.status == .fail }) {
            lines += sentence(
                "cause", "\(VisibleText.of(cell.model)) in \(VisibleText.of(cell.region)): \(cell.verdict.rawValue)",
                code: cell.code ?? cell.verdict.rawValue)
            lines += next(cell.remedies, page: cell.code)
        } else if let failed = report.cases.first(where: { $0.status == .fail }) {
            let stage = failed.stage.map { " at the stage “\($0)”" } ?? ""
            lines += sentence("first failure", VisibleText.of(failed.id) + stage)
        } else if report.models.count == 1, let cell = report.models.first, cell.status == .pass {
            let profile = cell.profile.map { " through \($0)" } ?? ""
            lines += sentence(
                "Converse works",
                "\(VisibleText.of(cell.model)) answers in \(VisibleText.of(cell.region))\(profile)")
        }
        return lines
    }

    /// A sentence behind its name, and a code at its end, or below it where there is no room left.
    private func sentence(_ name: String, _ text: String, code: String? = nil) -> [String] {
        var lines = TextWrap.lines(text, width: style.width, behind: "\(style.bold(name)): ")
        guard let code, let last = lines.last else { return lines }
        if last.columns + 2 + code.columns <= style.width {
            lines[lines.count - 1] += "  " + style.dim(code)
        } else {
            lines.append(String(repeating: " ", count: name.count + 2) + style.dim(code))
        }
        return lines
    }

    private func counts() -> [String] {
        let summary = report.summary
        // What else a failure may be is told apart from what was not judged.
        let readings = zip(report.findings, report.findings.dropFirst()).count { first, other in
            let isOfSameCall = ["input", "line", "request"].allSatisfy { first.evidence[$0] == other.evidence[$0] }
            return other.status == .unknown && other.confidence == .possible && isOfSameCall
        }
        let parts = [Status.fail, .warn, .unknown, .skip, .pass].flatMap { status -> [String] in
            let count = summary.count(of: status) - (status == .unknown ? readings : 0)
            let told = count > 0 ? ["\(count) \(word(status))"] : []
            guard status == .unknown, readings > 0 else { return told }
            return told + ["\(readings) other \(readings == 1 ? "reading" : "readings")"]
        }
        let text = parts.isEmpty ? "nothing was checked" : parts.joined(separator: ", ")
        let duration = style.dim("\(Int(report.durationMs.rounded())) ms")
        var lines = TextWrap.lines(text, width: style.width)
        if let last = lines.last, last.columns + 2 + duration.columns <= style.width {
            lines[lines.count - 1] = last + "  " + duration
        } else {
            lines.append(duration)
        }
        return lines
    }

    private func word(_ status: Status) -> String {
        switch status {
        case .fail: "failed"
        case .warn: report.summary.warn == 1 ? "warning" : "warnings"
        case .unknown: "without a verdict"
        case .skip: "skipped"
        case .pass: "passed"
        }
    }

    private func next(_ remedies: [Remedy], page: String?) -> [String] {
        if let command = remedies.lazy.compactMap(\.command).first {
            let commands = command.split(separator: "\n", omittingEmptySubsequences: false)
            let rest = commands.dropFirst().map { "      " + style.command(String($0)) }
            return ["\(style.bold("next")): \(style.command(String(commands.first ?? "")))"] + rest
        }
        guard let page, CodeRegistry.page(page) != nil else { return [] }
        return ["\(style.bold("next")): \(style.command("doctor explain \(page)"))"]
    }
}

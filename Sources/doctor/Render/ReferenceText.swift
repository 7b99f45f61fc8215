import Codes
import JSONText
import Report

/// What can be behind a status or a name: a row for each cause, the likelier first, with the words that tell it.
enum ReferenceText {
    /// How many are shown without `-v`.
    private static let limit = 10

    static func lines(_ findings: [Finding], _ style: TextStyle, _ verbosity: Int) -> [String] {
        var lines: [String] = []
        for asked in findings.compactMap(\.asked).uniqued {
            let all = findings.filter { $0.asked == asked }
            let shown = verbosity > 0 || all.count <= limit + 1 ? all.count : limit
            if !lines.isEmpty { lines.append("") }
            let causes = all.count == 1 ? "one cause is known" : "\(all.count) causes are known, the likelier first"
            lines.append(style.bold(VisibleText.of(asked)) + ": \(causes)")
            for finding in all.prefix(shown) { lines += [""] + row(finding, style) }
            if shown < all.count { lines += ["", "  and \(all.count - shown) more: -v shows them"] }
            let lead = all.count == 1 ? "The message may say more." : "The message tells them apart."
            lines += ["", "\(lead) Explain it whole, or the program that shows it:"]
            lines += ["    " + style.command("doctor explain -- COMMAND")]
        }
        return lines
    }

    private static func row(_ finding: Finding, _ style: TextStyle) -> [String] {
        TextWrap.flow([style.bold(finding.title), style.dim(finding.code.spelling)], width: style.width - 2).map {
            "  " + $0
        }
            + TextWrap.lines(finding.detail, width: style.width - 4).map { "    " + $0 }
    }
}

extension Finding {
    /// The words that were asked about, of a possible cause.
    var asked: String? { if case .reference(let asked) = kind { asked } else { nil } }
}

extension Array where Element: Hashable {
    /// Each element once, in the order of the first of its kind.
    fileprivate var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

import Codes
import Diagnosis
import Report

/// The pages of codes, for a person.
enum CodePageText {
    /// Each page whole: the code and its title, then a paragraph for each part.
    static func pages(_ report: Report, _ style: TextStyle) -> String {
        report.findings.map { page($0.code, style) }.joined(separator: "\n")
    }

    private static func page(_ code: FindingCode, _ style: TextStyle) -> String {
        let spelling = code.spelling
        let heading = TextWrap.lines("\(spelling): \(code.title)", width: style.width)
        // The code is one word, so it stands on the first line whole.
        var lines = [style.bold(spelling) + heading[0].dropFirst(spelling.count)] + heading.dropFirst()
        for part in code.parts {
            lines += ["", style.bold(part.heading)]
            lines += TextWrap.lines(part.text, width: style.width - 2).map { $0.isEmpty ? "" : "  " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One line for each code that is wanted, by section.
    static func list(_ report: Report, _ style: TextStyle) -> String {
        let wanted = Set(report.findings.map(\.code))
        let sections = CodeGroup.allCases.compactMap { group -> String? in
            let codes = CodeRegistry.codes(in: group).filter(wanted.contains)
            guard !codes.isEmpty else { return nil }
            return ([style.bold(group.title)] + codes.flatMap { entry($0, style) }).joined(separator: "\n")
        }
        return sections.joined(separator: "\n\n") + "\n"
    }

    /// The title beside the code, or below it where there is no room for a column of titles.
    private static func entry(_ code: FindingCode, _ style: TextStyle) -> [String] {
        let codes = CodeRegistry.all.map(\.spelling.columns).max() ?? 0
        if style.width - codes - 4 >= 32 {
            return TextWrap.lines(code.title, width: style.width, behind: "  \(code.spelling.padded(to: codes))  ")
        }
        return ["  " + code.spelling] + TextWrap.lines(code.title, width: style.width, behind: "    ").map(style.dim)
    }
}

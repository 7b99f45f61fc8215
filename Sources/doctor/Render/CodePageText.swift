import Diagnosis
import Report

/// The pages of codes, for a person.
enum CodePageText {
    /// Each page whole: the code and its title, then a paragraph for each part.
    static func pages(_ report: Report, _ style: TextStyle) -> String {
        let pages = report.findings.compactMap { CodeRegistry.page($0.code)?.whole }
        return pages.map { page($0, style) }.joined(separator: "\n")
    }

    private static func page(_ page: CodePage, _ style: TextStyle) -> String {
        var lines = ["\(style.bold(page.code)): \(page.title)"]
        for part in page.parts {
            lines += ["", style.bold(part.heading)]
            lines += TextWrap.lines(part.text, width: TextReport.width - 2).map { $0.isEmpty ? "" : "  " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One line for each code, by section.
    static func list(_ report: Report, _ style: TextStyle) -> String {
        let width = CodeRegistry.all.map(\.code.count).max() ?? 0
        let sections = CodeRegistry.sections.map { section in
            ([style.bold(section.title)] + section.pages.map { "  \($0.code.padded(to: width))  \($0.title)" })
                .joined(separator: "\n")
        }
        return sections.joined(separator: "\n\n") + "\n"
    }
}

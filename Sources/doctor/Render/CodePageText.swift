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
        let heading = TextWrap.lines("\(page.code): \(page.title)", width: style.width)
        // The code is one word, so it stands on the first line whole.
        var lines = [style.bold(page.code) + heading[0].dropFirst(page.code.count)] + heading.dropFirst()
        for part in page.parts {
            lines += ["", style.bold(part.heading)]
            lines += TextWrap.lines(part.text, width: style.width - 2).map { $0.isEmpty ? "" : "  " + $0 }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One line for each code, by section.
    static func list(_ report: Report, _ style: TextStyle) -> String {
        let sections = CodeRegistry.sections.map { section in
            ([style.bold(section.title)] + section.pages.flatMap { entry($0, style) }).joined(separator: "\n")
        }
        return sections.joined(separator: "\n\n") + "\n"
    }

    /// The title beside the code, or below it where there is no room for a column of titles.
    private static func entry(_ page: CodePage, _ style: TextStyle) -> [String] {
        let codes = CodeRegistry.all.map(\.code.columns).max() ?? 0
        if style.width - codes - 4 >= 32 {
            return TextWrap.lines(page.title, width: style.width, behind: "  \(page.code.padded(to: codes))  ")
        }
        return ["  " + page.code] + TextWrap.lines(page.title, width: style.width, behind: "    ").map(style.dim)
    }
}

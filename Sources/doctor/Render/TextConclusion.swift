import Report

/// The last lines of text output, the most important one at the very end.
struct TextConclusion {
    let report: Report
    let style: TextStyle

    func lines() -> [String] {
        let conclusion = ReportConclusion(report)
        let duration = "\(Int(report.durationMs.rounded())) ms"
        var lines = ended(TextWrap.lines(conclusion.counts, width: style.width), with: duration)
        if let subject = conclusion.subject {
            let sentence = TextWrap.lines(
                conclusion.sentence, width: style.width, behind: "\(style.bold(subject.rawValue)): ")
            lines += ended(sentence, with: conclusion.code, indent: subject.rawValue.count + 2)
        }
        return lines + next(conclusion.next)
    }

    /// Lines with a word at their end, or below it where there is no room left.
    private func ended(_ lines: [String], with word: String?, indent: Int = 0) -> [String] {
        guard let word, let last = lines.last else { return lines }
        if last.columns + 2 + word.columns <= style.width {
            return lines.dropLast() + [last + "  " + style.dim(word)]
        }
        return lines + [String(repeating: " ", count: indent) + style.dim(word)]
    }

    private func next(_ advice: NextAdvice?) -> [String] {
        let name = "\(style.bold("next")): "
        let words = advice?.words.map { TextWrap.lines(VisibleText.of($0), width: style.width, behind: name) } ?? []
        let typed = advice?.command?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        return words
            + typed.enumerated().map { index, line in
                (index == 0 && words.isEmpty ? name : "      ") + style.command(String(line))
            }
    }
}

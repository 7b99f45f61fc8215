import Report

/// The accounts of one request drawn side by side: the sections in which they differ, or each account whole.
struct ComparisonText {
    private let compared: ComparedAccounts

    /// `nil` when no account is known.
    init?(_ comparison: AccountComparison) {
        guard let compared = ComparedAccounts(comparison) else { return nil }
        self.compared = compared
    }

    /// Which accounts are known, whether they agree, and the sections in which they do not.
    ///
    /// - Parameters:
    ///   - width: The widest line in columns.
    ///   - hint: Where the whole texts are to be had, if they do not follow.
    func differing(width: Int, _ style: TextStyle, hint: String? = nil) -> [String] {
        var lines = TextWrap.lines(compared.summary + (hint.map { "; \($0)." } ?? "."), width: width)
        let label = 10
        for row in compared.rows {
            lines.append(style.dim(VisibleText.of(row.section)))
            let start = Self.start(row.values.compactMap(\.self), room: max(20, width - label))
            for (account, value) in zip(compared.accounts, row.values) {
                let text =
                    value.map { LineDifferenceText.window(VisibleText.of($0), from: start, max(20, width - label)) }
                    ?? style.dim("(absent)")
                lines.append(style.dim("  " + account.label.padded(to: label - 2)) + text)
            }
        }
        return lines
    }

    /// Every account with its canonical request and its string to sign; those that are the same stand there once.
    func whole(_ style: TextStyle) -> [String] {
        compared.groups.flatMap { titles, account in
            [style.dim(titles.joined(separator: " = ")), style.dim("  canonical request")]
                + Self.lines(account.canonicalRequest)
                + (account.stringToSign.map { [style.dim("  string to sign")] + Self.lines($0) } ?? [])
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + VisibleText.of(String($0)) }
    }

    /// From where long lines are shown: the first difference a third from the left.
    private static func start(_ values: [String], room: Int) -> Int {
        guard let first = values.first, let longest = values.map(\.count).max(), longest > room else { return 0 }
        let common = values.map { zip($0, first).prefix { $0 == $1 }.count }.min() ?? 0
        return max(0, min(common - room / 3, longest - room + 1))
    }
}

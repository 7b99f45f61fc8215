import Report

/// The accounts of one request as they are drawn: what the client signed, what the rules make of the request, what
/// the service expected, and the sections in which they differ.
struct ComparedAccounts {
    struct Account {
        let source: AccountComparison.Source
        let title: String
        let canonicalRequest: String
        let stringToSign: String?

        var label: String { source == .wire ? "by rule" : source.rawValue }

        /// Whether everything that both know is the same.
        func isSame(as other: Account) -> Bool {
            canonicalRequest == other.canonicalRequest
                && (stringToSign == nil || other.stringToSign == nil || stringToSign == other.stringToSign)
        }
    }

    /// A section in which the accounts differ, with the line of each; `nil` where an account has none.
    struct Row {
        let section: String
        let values: [String?]
    }

    private static let titles: [(AccountComparison.Source, String)] = [
        (.client, "what the client signed"), (.wire, "what the rules make of the request"),
        (.service, "what the service expected"),
    ]

    let accounts: [Account]
    let rows: [Row]

    /// `nil` when no account is known.
    init?(_ comparison: AccountComparison) {
        let accounts = Self.titles.compactMap { source, title in
            comparison.texts[source].map { texts in
                Account(
                    source: source, title: title, canonicalRequest: texts.canonicalRequest,
                    stringToSign: texts.stringToSign)
            }
        }
        guard !accounts.isEmpty else { return nil }
        self.accounts = accounts
        rows = comparison.differing.map { row in
            Row(section: row.section, values: accounts.map { row.lines[$0.source]?.text })
        }
    }

    /// The accounts, those that are the same together.
    var groups: [(titles: [String], account: Account)] {
        var groups: [(titles: [String], account: Account)] = []
        for account in accounts {
            if let index = groups.firstIndex(where: { $0.account.isSame(as: account) }) {
                groups[index].titles.append(account.title)
                if groups[index].account.stringToSign == nil { groups[index].account = account }
            } else {
                groups.append(([account.title], account))
            }
        }
        return groups
    }

    /// Which accounts are known, and whether they agree.
    var summary: String {
        let titles = accounts.map(\.title)
        guard titles.count > 1 else { return "Known is \(titles.joined())" }
        let all = Enumeration.words(titles)
        return all.prefix(1).uppercased() + all.dropFirst() + (rows.isEmpty ? " are the same" : " differ")
    }
}

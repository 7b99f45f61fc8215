import Report
import SigV4
import SignatureForensics

/// The accounts of one request as a report has them: the sections in which they differ, and each of them whole, secrets
/// masked.
struct SignatureComparison {
    let accounts: SignedAccounts

    /// The longest line that is shown whole, in bytes.
    private static let limit = 8_192

    /// The comparison; `nil` when no account is known.
    var comparison: AccountComparison? {
        guard !accounts.isEmpty else { return nil }
        var texts: [AccountComparison.Source: AccountComparison.Texts] = [:]
        texts[.client] = accounts.client.map(Self.texts)
        texts[.wire] = accounts.wire.map(Self.texts)
        texts[.service] = accounts.server.map(Self.texts)
        let found = accounts.comparison
        return AccountComparison(
            texts: texts, differing: accounts.differences.map(Self.row),
            agreement: AccountComparison.Agreement(
                clientAndWire: found.clientAndWire.map { $0 == .same },
                wireAndService: found.wireAndServer.map { $0 == .same },
                clientAndService: found.clientAndServer.map { $0 == .same }))
    }

    private static func texts(_ texts: SignedTexts) -> AccountComparison.Texts {
        AccountComparison.Texts(
            canonicalRequest: visible(texts.canonicalRequest.description),
            stringToSign: texts.stringToSign.map { visible($0.description) })
    }

    private static func row(_ row: SectionRow) -> AccountComparison.Row {
        var lines: [AccountComparison.Source: AccountComparison.Line] = [:]
        for (source, line) in [
            (AccountComparison.Source.client, row.client), (.wire, row.wire), (.service, row.server),
        ] {
            switch line {
            case .unknown: break
            case .absent: lines[source] = .absent
            case .line(let bytes): lines[source] = .text(VisibleBytes.text(bytes.prefix(limit)))
            }
        }
        return AccountComparison.Row(section: row.section.description, lines: lines)
    }

    /// Line by line, so that the line breaks stay.
    private static func visible(_ text: String) -> String {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { VisibleBytes.text($0.prefix(limit)) }.joined(separator: "\n")
    }
}

import JSONText
import Report
import SigV4
import SignatureForensics

/// The accounts of one request as evidence: the sections in which they differ, and each of them whole, secrets masked.
///
/// Sides that are not known are left out; a section that a side does not have is null there.
struct SignatureComparison {
    let accounts: SignedAccounts

    /// The longest line that is shown whole, in bytes.
    private static let limit = 8_192

    private static let names = (client: "client", wire: "wire", server: "service")

    /// The evidence; `nil` when no account is known.
    var evidence: JSONValue? {
        guard !accounts.isEmpty else { return nil }
        var evidence: JSONObject = [:]
        evidence["agree"] = .object(agreement)
        evidence["differing"] = .array(accounts.differences.map { .object(Self.row($0)) })
        for (name, texts) in [
            (Self.names.client, accounts.client), (Self.names.wire, accounts.wire),
            (Self.names.server, accounts.server),
        ] {
            guard let texts else { continue }
            var account: JSONObject = ["canonicalRequest": .string(Self.visible(texts.canonicalRequest.description))]
            if let text = texts.stringToSign { account["stringToSign"] = .string(Self.visible(text.description)) }
            evidence[name] = .object(account)
        }
        return .object(evidence)
    }

    /// Which pairs of known accounts are the same.
    private var agreement: JSONObject {
        var agreement: JSONObject = [:]
        let comparison = accounts.comparison
        for (name, found) in [
            ("clientAndWire", comparison.clientAndWire), ("wireAndService", comparison.wireAndServer),
            ("clientAndService", comparison.clientAndServer),
        ] {
            if let found { agreement[name] = .bool(found == .same) }
        }
        return agreement
    }

    private static func row(_ row: SectionRow) -> JSONObject {
        var result: JSONObject = ["section": .string(row.section.description)]
        for (name, line) in [(names.client, row.client), (names.wire, row.wire), (names.server, row.server)] {
            switch line {
            case .unknown: break
            case .absent: result[name] = .null
            case .line(let bytes): result[name] = .string(VisibleBytes.text(bytes.prefix(limit)))
            }
        }
        return result
    }

    /// Line by line, so that the line breaks stay.
    private static func visible(_ text: String) -> String {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { VisibleBytes.text($0.prefix(limit)) }.joined(separator: "\n")
    }
}

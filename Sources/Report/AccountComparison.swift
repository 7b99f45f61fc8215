import JSONText

/// The accounts of one signed request: what the client signed, what the rules make of the request, what the service
/// expected, and the sections in which they differ.
///
/// Secrets are masked.
package struct AccountComparison: Sendable, Hashable {
    /// Whose account it is.
    package enum Source: String, Sendable, Hashable, CaseIterable {
        case client
        /// What the rules make of the request as it was sent.
        case wire
        case service
    }

    /// The texts of one account, as they are shown.
    package struct Texts: Sendable, Hashable {
        package var canonicalRequest: String
        package var stringToSign: String?

        package init(canonicalRequest: String, stringToSign: String?) {
            self.canonicalRequest = canonicalRequest
            self.stringToSign = stringToSign
        }
    }

    /// The line of an account in a section.
    package enum Line: Sendable, Hashable {
        case absent
        case text(String)

        /// What is shown; `nil` where there is no line.
        package var text: String? { if case .text(let text) = self { text } else { nil } }
    }

    /// A section in which the accounts differ; an account that is not known there has no line.
    package struct Row: Sendable, Hashable {
        package var section: String
        package var lines: [Source: Line]

        package init(section: String, lines: [Source: Line]) {
            self.section = section
            self.lines = lines
        }
    }

    /// Two accounts that are both known, and whether they are the same.
    package struct Agreement: Sendable, Hashable {
        package var clientAndWire: Bool?
        package var wireAndService: Bool?
        package var clientAndService: Bool?

        package init(clientAndWire: Bool?, wireAndService: Bool?, clientAndService: Bool?) {
            self.clientAndWire = clientAndWire
            self.wireAndService = wireAndService
            self.clientAndService = clientAndService
        }
    }

    package var texts: [Source: Texts]
    package var differing: [Row]
    package var agreement: Agreement

    package init(texts: [Source: Texts], differing: [Row], agreement: Agreement) {
        self.texts = texts
        self.differing = differing
        self.agreement = agreement
    }

    /// The member `comparison` of a finding's `evidence`.
    var json: JSONValue {
        var agree: JSONObject = [:]
        for (name, value) in [
            ("clientAndWire", agreement.clientAndWire), ("wireAndService", agreement.wireAndService),
            ("clientAndService", agreement.clientAndService),
        ] {
            if let value { agree[name] = .bool(value) }
        }
        var json: JSONObject = ["agree": .object(agree), "differing": .array(differing.map(Self.json))]
        for source in Source.allCases {
            guard let texts = texts[source] else { continue }
            var account: JSONObject = ["canonicalRequest": .string(texts.canonicalRequest)]
            if let text = texts.stringToSign { account["stringToSign"] = .string(text) }
            json[source.rawValue] = .object(account)
        }
        return .object(json)
    }

    private static func json(_ row: Row) -> JSONValue {
        var json: JSONObject = ["section": .string(row.section)]
        for source in Source.allCases {
            guard let line = row.lines[source] else { continue }
            json[source.rawValue] = line.text.map { .string($0) } ?? .null
        }
        return .object(json)
    }
}

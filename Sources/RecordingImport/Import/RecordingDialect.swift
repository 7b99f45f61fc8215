import Deflate
import JSONText

/// Whose recording a file is, by what it holds.
package enum RecordingDialect: Sendable, Hashable {
    /// The schema `converse-recording/1`.
    case own
    /// HTTP Archive 1.2.
    case har
    /// VCR, betamax, or one of their relatives.
    case cassette
    /// Mappings of WireMock.
    case wireMock
    /// A recording of nock.
    case nock
    /// A simulation of Hoverfly.
    case hoverfly
    /// A trace of httprr.
    case httprr
    /// What is inside shows when gzip is undone.
    case compressed

    /// The dialect of a file whose form tells it; nil for YAML, and for what is no recording.
    package init?(_ bytes: [UInt8]) {
        if Expansion.looksLikeGzip(bytes.span) {
            self = .compressed
        } else if HTTPRRTrace.isTrace(bytes) {
            self = .httprr
        } else if let document = ForeignJSON.value(bytes) {
            self.init(document)
        } else {
            return nil
        }
    }

    /// The dialect of a document in JSON; nil if it is none.
    init?(_ document: JSONValue) {
        if let list = document.arrayValue {
            guard let first = list.first, Self.isNock(first) else { return nil }
            self = .nock
        } else if document["schema"]?.stringValue?.hasPrefix("converse-recording/") ?? false {
            self = .own
        } else if document["log"]?["entries"] != nil {
            self = .har
        } else if document["interactions"] ?? document["http_interactions"] != nil {
            self = .cassette
        } else if document["data"]?["pairs"] != nil {
            self = .hoverfly
        } else if WireMockMark.isList(document) || WireMockMark.isMapping(document) {
            self = .wireMock
        } else {
            return nil
        }
    }

    /// Whether a text begins as ours do, with the schema as the first member: then it need not be read to know.
    static func beginsAsOwn(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        for part in ["{", "\"schema\"", ":", "\"converse-recording/"] {
            rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
            guard rest.starts(with: part.utf8) else { return false }
            rest = rest.dropFirst(part.utf8.count)
        }
        return true
    }

    private static func isNock(_ value: JSONValue) -> Bool {
        value["scope"]?.stringValue != nil && value["path"] != nil
    }

    /// What a document of each dialect has, for who gave another one.
    static let marks =
        "a recording: \"schema\" (our own), \"log\" (HAR), \"interactions\" (VCR, betamax), \"request\" and \"response\" "
        + "or \"mappings\" (WireMock), \"data\" with \"pairs\" (Hoverfly), or a list with \"scope\" and \"path\" (nock)"
}

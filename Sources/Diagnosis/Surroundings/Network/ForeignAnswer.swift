package import Codes
import Evidence
import JSONText
import Report
package import WireText

/// An HTTP answer that Bedrock did not give, and what it says about who did.
///
/// Bedrock's answers carry `x-amzn-RequestId`, its refusals `x-amzn-ErrorType` (Amazon Bedrock API Reference, "Common
/// Error Types"). A proxy's page, a captive portal and another server carry neither.
package struct ForeignAnswer: Sendable, Hashable {
    /// The code of the finding, and of a cell that came to nothing else.
    package static let code = FindingCode.answerNotFromService

    package let status: Int
    /// What the server calls itself.
    let server: String?
    let contentType: String?
    /// Where a redirect leads.
    let location: String?
    /// The title of the page.
    let title: String?
    private let isPage: Bool

    /// Reads an answer; `nil` when it is marked as one of AWS's.
    package init?(status: Int, headers: [HeaderField], body: [UInt8]) {
        func value(_ name: String) -> String? { headers.text(of: name) }
        guard value("x-amzn-requestid") == nil, value("x-amzn-errortype") == nil else { return nil }
        self.status = status
        server = value("server").map { SafeMessage.text($0, limit: 60) }
        contentType = value("content-type").map { SafeMessage.text($0, limit: 60) }
        location = value("location").map { SafeMessage.text($0, limit: 120) }
        title = Self.title(body)
        isPage = body.first { $0 > 0x20 } == UInt8(ascii: "<")
    }

    /// Who answered, as far as the answer says it.
    var who: String {
        if let server, !server.isEmpty { return server }
        return isPage ? "a web page" : "another server"
    }

    /// What came, in one line.
    package var description: String {
        let parts = [
            "status \(status)", server.map { "Server \($0)" }, contentType.map { "Content-Type \($0)" },
            location.map { "Location \($0)" }, title.map { "the title \"\($0)\"" },
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    var evidence: JSONObject {
        var evidence: JSONObject = ["httpStatus": .number(JSONNumber(status))]
        for (name, value) in [
            ("server", server), ("contentType", contentType), ("location", location), ("title", title),
        ] {
            if let value { evidence[name] = .string(value) }
        }
        return evidence
    }

    /// The text of the page's `title`, of which a page has one near its beginning.
    private static func title(_ body: [UInt8]) -> String? {
        let text = String(decoding: body.prefix(16_384), as: UTF8.self)
        let lower = text.utf8.map(\.asciiLowercased)
        guard let open = lower.firstRange(of: Array("<title".utf8)),
            let start = lower[open.upperBound...].firstIndex(of: UInt8(ascii: ">")),
            let end = lower[start...].firstRange(of: Array("</title".utf8))
        else { return nil }
        let bytes = Array(text.utf8)[(start + 1)..<end.lowerBound]
        let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : SafeMessage.text(words.joined(separator: " "), limit: 80)
    }
}

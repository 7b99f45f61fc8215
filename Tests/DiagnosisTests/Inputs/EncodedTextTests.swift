import Codes
import Report
import Testing
import WireText

@testable import Diagnosis
@testable import Evidence

/// Texts that were encoded as a whole on their way.
@Suite struct EncodedTextTests {
    private static let message =
        #"{"__type":"ExpiredTokenException","message":"The security token included in the request is expired"}"#

    private func codes(_ bytes: [UInt8]) throws -> [FindingCode] {
        Explanation(try ReadInput(bytes, name: "x"), context: ExplainContext()).findings.map(\.code)
    }

    private static func percent(_ text: String, blank: String = "%20") -> String {
        text.utf8.map { byte in
            let isPlain = byte.isLetter || byte.isDigit || "-._~".utf8.contains(byte)
            if byte == 0x20 { return blank }
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count < 2 ? "0" : "") + digits
        }.joined()
    }

    private static func base64(_ text: String, lines: Int? = nil) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let bytes = Array(text.utf8)
        var result = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0...group.count { result.append(digits[Int(bits >> UInt32(18 - 6 * place) & 63)]) }
            result += String(repeating: "=", count: 3 - group.count)
        }
        guard let lines else { return result }
        return stride(from: 0, to: result.count, by: lines).map { start in
            String(result.dropFirst(start).prefix(lines))
        }.joined(separator: "\n")
    }

    private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isLittle ? [low, high] : [high, low]
        }
    }

    @Test func `every layer is taken off`() throws {
        let texts: [String] = [
            Self.message, Self.percent(Self.message), Self.percent(Self.message, blank: "+"), Self.base64(Self.message),
            Self.base64(Self.message, lines: 76),
            Self.percent(Self.base64(Self.message) + " ").isEmpty ? "" : Self.message,
            Self.base64(Self.percent(Self.message)), Self.base64(Self.base64(Self.message)),
            Self.message.replacing("\"", with: "&quot;"), Self.message.replacing("\"", with: "&#34;"),
            "<pre>" + Self.message.replacing("\"", with: "&#x22;") + "</pre>",
        ]
        for text in texts { #expect(try codes(Array(text.utf8)) == [.tokenExpired], "\(text)") }
        for isLittle in [true, false] {
            #expect(try codes(Self.utf16(Self.message, isLittle: isLittle)) == [.tokenExpired])
        }
    }

    @Test(arguments: [
        "https://example.com/a%20b?c=d%22", "POST /model/x%3A0/converse HTTP/1.1",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        "ThrottlingException", "100% of the calls failed with 403%22",
    ])
    func `what only looks like it stays`(text: String) {
        #expect(EncodedText.decoded(Array(text.utf8)) == nil)
    }
}

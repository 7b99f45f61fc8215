import JSONText
import WireText

/// Text where the numbers of an event stream's frame belong: then JSON, server-sent events or a page was given to its decoder, and no byte was
/// changed on the way.
///
/// A frame begins with two lengths and a checksum of four bytes each, in network order
/// (<https://smithy.io/2.0/aws/amazon-eventstream.html>). Decoders print them in hex or in decimals: `expected 0x3a22636c, calculated 0x...`,
/// `Received payload length of 1684108385 exceeded the maximum`.
package struct TextInFrame: Sendable, Hashable {
    /// The four characters.
    package let text: String

    /// - Parameter message: What a decoder said; `nil` where it names no number of a frame, or one that is no text.
    package init?(in message: String) {
        let lower = message.prefix(16_384).lowercased()
        for mark in ["checksum", "prelude", "length", "crc"] {
            for place in lower.ranges(of: mark) {
                for number in Self.numbers(in: lower[place.upperBound...].prefix(160)).prefix(2) {
                    if let text = Self.text(number) {
                        self.text = text
                        return
                    }
                }
            }
        }
        return nil
    }

    /// Numbers of four bytes, of which the first is not zero.
    private static func numbers(in text: Substring) -> [UInt32] {
        text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.compactMap { word in
            if word.hasPrefix("0x") { return word.utf8.count == 10 ? UInt32(word.dropFirst(2), radix: 16) : nil }
            return (9...10).contains(word.utf8.count) && word.allSatisfy(\.isNumber) ? UInt32(word) : nil
        }
    }

    /// The bytes as text, where all of them are printable and one is a letter or a mark of JSON.
    private static func text(_ number: UInt32) -> String? {
        let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A || $0 == 0x0D }),
            bytes.contains(where: { $0.isLetter || "{}\":<>".utf8.contains($0) })
        else { return nil }
        return String(decoding: bytes.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }
}

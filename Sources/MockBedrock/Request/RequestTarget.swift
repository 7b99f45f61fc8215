import Recordings
import WireText

/// A request target, cut at its question mark; the bytes are those of the wire.
struct RequestTarget: Sendable, Hashable {
    let bytes: [UInt8]
    private let question: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        question = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.count
    }

    var path: ArraySlice<UInt8> { bytes[..<question] }

    /// The query parameters in the order sent, percent-decoded.
    var query: [(name: String, value: String)] {
        guard question < bytes.count else { return [] }
        return bytes[(question + 1)...].split(separator: UInt8(ascii: "&")).map { pair in
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let name = pair[..<equals]
            let value = pair[equals...].dropFirst()
            return (PercentCoding.decodedText(name.span), PercentCoding.decodedText(value.span))
        }
    }

    /// The first value of a query parameter.
    func queryValue(_ name: String) -> String? {
        question < bytes.count ? query.first { $0.name == name }?.value : nil
    }

    /// The target for a log: as sent, but with the values of credential parameters masked and its length bounded.
    var logText: String { Self.printable(maskedText) }

    /// The text without control characters, which would reach a terminal.
    static func printable(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }))
    }

    private var maskedText: String {
        var text = String(decoding: path.prefix(512), as: UTF8.self)
        if path.count > 512 { text += "…" }
        guard question < bytes.count else { return text }
        let pairs = bytes[(question + 1)...].split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
        let shown = pairs.prefix(32).map { pair -> String in
            guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else {
                return SecretsInText.masked(String(decoding: pair.prefix(128), as: UTF8.self))
            }
            let (encodedName, encodedValue) = (pair[..<equals], pair[(equals + 1)...].prefix(128))
            let name = PercentCoding.decodedText(encodedName.span)
            if SensitiveNames.isParameter(name) || SecretsInText.holds(PercentCoding.decodedText(encodedValue.span)) {
                return "\(name)=\(SensitiveNames.mask)"
            }
            return String(decoding: pair.prefix(128), as: UTF8.self)
        }
        return text + "?" + shown.joined(separator: "&") + (pairs.count > 32 ? "&…" : "")
    }
}

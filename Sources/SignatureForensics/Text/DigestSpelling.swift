import SigV4
import WireText

/// A way to write a digest that is none of two small hexadecimal digits for each byte: what languages' own conversions of
/// bytes to text do.
enum DigestSpelling: CaseIterable, Sendable {
    case capitals, base64
    /// `%x` and its like for each byte, which drops a leading zero: the digest gets shorter.
    case unpadded
    /// The digest as one number, as `BigInteger.toString(16)` writes it: zeros at its beginning are lost.
    case number
    /// Each byte as a signed number of 32 bits, as `Integer.toHexString` writes a `byte` of Java.
    case signed
    /// In the alphabet for URLs, without padding (RFC 4648, section 5).
    case base64URL
    case base64OfDigits
    /// As `hex()` of Python and libraries for numbers have it.
    case prefixed
    case colons
    /// As `BitConverter.ToString` of .NET has it.
    case hyphens
    case blanks

    /// How it is written, behind the name of the digest.
    var words: String {
        switch self {
        case .capitals: "in capital digits"
        case .base64: "in base64"
        case .unpadded: "with one digit where a byte begins with zero"
        case .number: "as a number, without the zeros at its beginning"
        case .signed: "with each byte as a signed number"
        case .base64URL: "in base64 for URLs"
        case .base64OfDigits: "in base64 of its digits"
        case .prefixed: "with 0x before it"
        case .colons: "with colons between its bytes"
        case .hyphens: "in capital digits with hyphens between its bytes"
        case .blanks: "with blanks between its bytes"
        }
    }

    /// The digest as this spelling has it.
    func written(_ digest: [UInt8]) -> [UInt8] {
        let digits = Hexadecimal.encode(digest)
        switch self {
        case .capitals: return Self.capitalised(digits)
        case .base64: return Base64.encode(digest)
        case .unpadded: return digest.flatMap { Self.shortest(UInt32($0)) }
        case .number: return Array(digits.drop { $0 == UInt8(ascii: "0") })
        case .signed: return digest.flatMap { Self.shortest(UInt32(bitPattern: Int32(Int8(bitPattern: $0)))) }
        case .base64URL:
            return Base64.encode(digest).filter { $0 != UInt8(ascii: "=") }.map {
                $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0
            }
        case .base64OfDigits: return Base64.encode(digits)
        case .prefixed: return Array("0x".utf8) + digits
        case .colons: return Self.separated(digits, by: ":")
        case .hyphens: return Self.separated(Self.capitalised(digits), by: "-")
        case .blanks: return Self.separated(digits, by: " ")
        }
    }

    /// The 32 bytes that a text of this spelling stands for; nil where it is none, or could stand for several.
    func read(_ text: [UInt8]) -> SHA256Digest? {
        let digits: [UInt8]? =
            switch self {
            case .capitals: text.contains { (0x41...0x46).contains($0) } ? text : nil
            case .number:
                (48..<64).contains(text.count) && text.first != UInt8(ascii: "0")
                    ? [UInt8](repeating: UInt8(ascii: "0"), count: 64 - text.count) + text : nil
            case .prefixed:
                text.starts(with: "0x".utf8) || text.starts(with: "0X".utf8) ? Array(text.dropFirst(2)) : nil
            case .colons: Self.joined(text, at: ":")
            case .hyphens: Self.joined(text, at: "-")
            case .blanks: Self.joined(text, at: " ")
            case .base64OfDigits: text.count == 88 ? try? Base64.decode(text.span) : nil
            case .base64: text.count == 44 ? (try? Base64.decode(text.span)).map(Hexadecimal.encode) : nil
            case .base64URL:
                text.count == 43
                    ? (try? Base64.decode(text.span, allowing: [.padding, .urlAlphabet])).map(Hexadecimal.encode) : nil
            case .unpadded, .signed: nil
            }
        guard let digits, digits.count == 64 else { return nil }
        return Hexadecimal.decode(digits.span).flatMap { SHA256Digest(bytes: $0) }
    }

    private static func capitalised(_ digits: [UInt8]) -> [UInt8] {
        digits.map { (0x61...0x66).contains($0) ? $0 & ~0x20 : $0 }
    }

    private static func shortest(_ number: UInt32) -> [UInt8] { Array(String(number, radix: 16).utf8) }

    private static func separated(_ digits: [UInt8], by separator: String) -> [UInt8] {
        let pairs = stride(from: 0, to: digits.count, by: 2).map { digits[$0..<($0 + 2)] }
        return Array(pairs.joined(separator: separator.utf8))
    }

    private static func joined(_ text: [UInt8], at separator: Character) -> [UInt8]? {
        guard let byte = separator.asciiValue, text.count == 95 else { return nil }
        return text.filter { $0 != byte }
    }
}

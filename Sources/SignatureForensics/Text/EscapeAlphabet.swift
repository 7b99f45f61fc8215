import SigV4
import WireText

/// Which bytes a percent-encoder leaves bare, and how it writes the others.
///
/// Encoders differ here more than anywhere: each language's library follows another list.
struct EscapeAlphabet: Sendable, Hashable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    /// Whether bytes above 0x7F stay as they are.
    var sparesHighBytes = false
    /// Whether a space becomes a plus sign, as form encoders write it.
    var writesSpaceAsPlus = false
    /// Whether escapes have small hexadecimal letters.
    var hasLowerHex = false

    /// Letters, digits, `-`, `.`, `_` and `~`: what SigV4 leaves bare.
    static let sigV4 = EscapeAlphabet()

    /// Makes an alphabet that differs from SigV4's in these ASCII characters.
    init(sparing spared: String = "", escaping escaped: String = "") {
        for byte in UInt8(0)..<0x80 where byte.isUnreserved { insert(byte) }
        for byte in spared.utf8 { insert(byte) }
        for byte in escaped.utf8 {
            if byte < 0x40 { low &= ~(1 << UInt64(byte)) } else { high &= ~(1 << UInt64(byte & 0x3F)) }
        }
    }

    private mutating func insert(_ byte: UInt8) {
        if byte < 0x40 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 0x3F) }
    }

    func spares(_ byte: UInt8) -> Bool {
        guard byte < 0x80 else { return sparesHighBytes }
        return (byte < 0x40 ? low : high) >> UInt64(byte & 0x3F) & 1 == 1
    }

    /// Encodes text; a slash stays bare if `keepsSlash`.
    func encoded(_ text: some Sequence<UInt8>, keepsSlash: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(96)
        for byte in text {
            if spares(byte) || keepsSlash && byte == UInt8(ascii: "/") {
                result.append(byte)
            } else if byte == UInt8(ascii: " "), writesSpaceAsPlus {
                result.append(UInt8(ascii: "+"))
            } else {
                result += Escape.of(byte, lowerHex: hasLowerHex)
            }
        }
        return result
    }
}

/// One percent escape, and texts full of them.
enum Escape {
    static func of(_ byte: UInt8, lowerHex: Bool = false) -> [UInt8] {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : (lowerHex ? 0x57 : 0x37) + value }
        return [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
    }

    /// The text with every escape decoded; a `%` that begins none stays.
    static func decoded(_ text: [UInt8]) -> [UInt8] { PercentCoding.decode(text.span) }

    /// The text with those escapes decoded whose byte passes a test.
    static func decoded(_ text: [UInt8], where test: (UInt8) -> Bool) -> [UInt8] {
        mapped(text) { test($0) ? [$0] : nil }
    }

    /// The text with its escapes in capitals.
    static func capitalised(_ text: [UInt8]) -> [UInt8] { mapped(text) { of($0) } }

    /// The text with escapes replaced by what `change` makes of their byte; nil leaves the escape as it is.
    static func mapped(_ text: [UInt8], _ change: (UInt8) -> [UInt8]?) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "%"), index + 2 < text.count, let first = text[index + 1].hexDigit,
                let second = text[index + 2].hexDigit
            else {
                result.append(text[index])
                index += 1
                continue
            }
            result += change(first << 4 | second) ?? Array(text[index..<(index + 3)])
            index += 3
        }
        return result
    }
}

extension EscapeAlphabet {
    /// SigV4's list, with small hexadecimal letters.
    static let lowerHex = sigV4.with { $0.hasLowerHex = true }

    /// SigV4's list, with bytes above 0x7F left bare.
    static let bareHighBytes = sigV4.with { $0.sparesHighBytes = true }

    /// SigV4's list, with a space written as `+`.
    static let plusForSpace = sigV4.with { $0.writesSpaceAsPlus = true }

    /// The same with a change.
    func with(_ change: (inout EscapeAlphabet) -> Void) -> EscapeAlphabet {
        var changed = self
        change(&changed)
        return changed
    }
}

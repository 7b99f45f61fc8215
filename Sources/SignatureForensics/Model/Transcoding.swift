import SigV4

/// Text taken for another charset, or normalised: the same letters in other bytes.
enum Transcoding: Sendable, Hashable, CaseIterable {
    /// UTF-8 became Latin-1.
    case toLatin1
    /// Latin-1 became UTF-8 (also what happens to UTF-8 that is taken for Latin-1 and encoded again).
    case fromLatin1
    case composed
    case decomposed
    /// UTF-8 became Latin-1, or ASCII, with a question mark for each letter that it has not.
    case toLatin1WithMarks, toASCIIWithMarks

    /// The bytes after the change, escapes of bytes above 0x7F included; the same bytes if it does not apply.
    func applied(to text: [UInt8]) -> [UInt8] {
        // A run of high bytes is changed as a whole; letters before it belong to it when accents are composed.
        let isEscaped = !text.contains { $0 >= 0x80 }
        let plain = isEscaped ? Escape.decoded(text) { $0 >= 0x80 } : text
        guard plain.contains(where: { $0 >= 0x80 }) else { return text }
        if isEscaped, let limit { return Self.marked(plain, above: limit, mark: Escape.of(UInt8(ascii: "?"))) ?? text }
        guard let changed = plainApplied(to: plain) else { return text }
        guard isEscaped else { return changed }
        return changed.flatMap { $0 >= 0x80 ? Escape.of($0) : [$0] }
    }

    /// The bytes after the change; nil if it does not apply.
    func plainApplied(to text: [UInt8]) -> [UInt8]? {
        switch self {
        case .toLatin1: return Self.latin1(text)
        case .fromLatin1: return text.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
        case .composed:
            guard let text = String(validating: text, as: UTF8.self) else { return nil }
            return Array(CanonicalEquivalence.composed(text).utf8)
        case .decomposed:
            guard let text = String(validating: text, as: UTF8.self) else { return nil }
            return Array(CanonicalEquivalence.decomposed(text).utf8)
        case .toLatin1WithMarks, .toASCIIWithMarks:
            return limit.flatMap { Self.marked(text, above: $0, mark: [UInt8(ascii: "?")]) }
        }
    }

    /// The last letter of a charset that has marks for the others.
    private var limit: UInt32? {
        switch self {
        case .toLatin1WithMarks: 0xFF
        case .toASCIIWithMarks: 0x7F
        case .toLatin1, .fromLatin1, .composed, .decomposed: nil
        }
    }

    /// The text in a charset of single bytes; escaped where the mark is.
    private static func marked(_ text: [UInt8], above limit: UInt32, mark: [UInt8]) -> [UInt8]? {
        guard let text = String(validating: text, as: UTF8.self) else { return nil }
        return text.unicodeScalars.flatMap { scalar -> [UInt8] in
            guard scalar.value <= limit else { return mark }
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return byte >= 0x80 && mark.count > 1 ? Escape.of(byte) : [byte]
        }
    }

    /// UTF-8 as Latin-1; nil if it is none, or has letters that Latin-1 has not.
    static func latin1(_ text: [UInt8]) -> [UInt8]? {
        guard let text = String(validating: text, as: UTF8.self) else { return nil }
        var result: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) else { return nil }
            result.append(byte)
        }
        return result
    }

    /// Bytes taken for Latin-1 as UTF-8; nil if they are UTF-8 already.
    static func plainLatin1(_ text: [UInt8]) -> [UInt8]? {
        String(validating: text, as: UTF8.self) == nil ? fromLatin1.plainApplied(to: text) : nil
    }
}

import Codes
import SigV4
import WireText

/// The blanks of one header's value as they may have been signed.
enum HeaderBlanks {
    typealias Candidate = HeaderValueMistakes.Candidate

    /// Other values, the likely ones first.
    ///
    /// - Parameters:
    ///   - sent: the value as it arrived.
    ///   - canonical: the value as it must be signed.
    static func all(_ sent: [UInt8], _ canonical: [UInt8]) -> [Candidate] {
        let around = [("", " "), (" ", ""), (" ", " "), ("", "  "), ("  ", ""), ("  ", "  "), ("\t", ""), ("", "\t")]
        var candidates = around.enumerated().map { index, blanks in
            Candidate(
                Array(blanks.0.utf8) + sent + Array(blanks.1.utf8), .headerSpace, at: .client,
                index < 2 ? .triples : .pairs)
        }
        candidates += within(sent).map { Candidate($0, .headerSpace, at: .client, .triples) }
        candidates += spaced(canonical).map { Candidate($0, .headerSpace, at: .client, .alone) }
        let ends = ["\n", "\r\n", "\r"].map { Candidate(canonical + Array($0.utf8), .headerSpace, at: .client, .pairs) }
        return candidates + ends
    }

    /// Blanks within the value kept, exchanged or left out, where there are any that must be changed.
    private static func within(_ sent: [UInt8]) -> [[UInt8]] {
        guard sent.contains(where: \.isWhitespace) else { return [] }
        let (tab, blank) = (UInt8(ascii: "\t"), UInt8(ascii: " "))
        var start = sent.drop(while: \.isWhitespace)
        while let last = start.last, last.isWhitespace { start.removeLast() }
        let trimmed = Array(start)
        let tabless = trimmed.filter { $0 != tab }
        return [
            sent, trimmed, trimmed.map { $0 == tab ? blank : $0 }, tabless, trimmed.filter { !$0.isWhitespace },
            Array(sent.drop(while: \.isWhitespace)), Array(sent.reversed().drop(while: \.isWhitespace).reversed()),
        ]
    }

    /// One blank of the value as two: the HTTP library may have collapsed them.
    private static func spaced(_ value: [UInt8]) -> [[UInt8]] {
        let places = value.indices.filter { value[$0] == 0x20 }
        guard !places.isEmpty, places.count <= 12 else { return [] }
        return [["  ", "   ", "\t", "\r\n ", "\n "], ["  "]].enumerated().flatMap { kind, texts in
            texts.flatMap { text -> [[UInt8]] in
                let sets = kind == 0 ? [places] : places.map { [$0] }
                return sets.map { set in
                    var result = value
                    for index in set.reversed() { result.replaceSubrange(index...index, with: text.utf8) }
                    return result
                }
            }
        }
    }
}

/// The letters of one header's value in other charsets.
enum HeaderLetters {
    typealias Candidate = HeaderValueMistakes.Candidate

    static func all(_ value: [UInt8]) -> [Candidate] {
        var values = Transcoding.allCases.compactMap { $0.plainApplied(to: value) }
        if value.contains(where: { $0 >= 0x80 }) {
            let text = String(decoding: value, as: UTF8.self)
            values += [
                value.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, value.filter { $0 < 0x80 },
                text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : UInt8(ascii: "?") },
                Escape.capitalised(value.flatMap { $0 < 0x80 ? [$0] : Escape.of($0) }),
                value.flatMap { $0 < 0x80 ? [$0] : Escape.of($0, lowerHex: true) },
                EscapeAlphabet.sigV4.encoded(value, keepsSlash: true),
            ]
            values += [WindowsText.encoded(value), WindowsText.decoded(value), Transcoding.plainLatin1(value)]
                .compactMap(\.self)
        }
        let decoded = Escape.decoded(value)
        if decoded.contains(where: { $0 >= 0x80 }) {
            values += [decoded] + [Transcoding.latin1(decoded)].compactMap(\.self)
        }
        return values.map { Candidate($0, .headerLatin1) }
    }
}

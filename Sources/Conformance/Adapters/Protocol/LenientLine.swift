import JSONText
import WireText

/// Reads a line that is JSON by its grammar and is refused all the same: with half a surrogate pair, a name twice, or lists
/// nested beyond measure.
///
/// Other languages write such lines without a thought: `json.dumps("\ud800")` in Python, `JSON.stringify` in old versions of
/// Node. What they mean is lost, but whose case they answer is not.
enum LenientLine {
    /// The value; nil for what is no JSON.
    static func value(of line: [UInt8]) -> JSONValue? {
        let options = JSONReaderOptions(
            maximumDepth: JSONReaderOptions.deepestNesting, repeatedNames: .lastCounts)
        return try? JSONValue(parsing: repaired(line), options: options)
    }

    /// The line with U+FFFD in the place of each escaped half of a pair that has no other half (RFC 8259, section 8.2).
    static func repaired(_ line: [UInt8]) -> [UInt8] {
        var bytes = line
        var place = 0
        while place + 1 < bytes.count {
            guard bytes[place] == UInt8(ascii: "\\") else {
                place += 1
                continue
            }
            guard let unit = escapedUnit(bytes, at: place) else {
                place += 2
                continue
            }
            switch unit {
            case 0xD800...0xDBFF:
                if let low = escapedUnit(bytes, at: place + 6), 0xDC00...0xDFFF ~= low {
                    place += 12
                    continue
                }
                fallthrough
            case 0xDC00...0xDFFF: bytes.replaceSubrange(place..<(place + 6), with: "\\uFFFD".utf8)
            default: break
            }
            place += 6
        }
        return bytes
    }

    /// The code unit that `\uXXXX` stands for; nil where there is no such escape.
    private static func escapedUnit(_ bytes: [UInt8], at place: Int) -> Int? {
        guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u")
        else { return nil }
        return bytes[(place + 2)..<(place + 6)].reduce(0 as Int?) { unit, byte in
            guard let unit, let digit = byte.hexDigit else { return nil }
            return unit * 16 + Int(digit)
        }
    }
}

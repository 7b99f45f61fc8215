import WireText

/// Dates and times as TOML writes them: those of RFC 3339, of which zone, time or date may be missing.
enum TOMLTime {
    /// Whether a word is a date, a time, or both.
    static func isValid(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        if isTime(bytes[...]) { return true }
        guard isDate(bytes.prefix(10)) else { return false }
        guard bytes.count > 10 else { return true }
        guard bytes[10] | 0x20 == UInt8(ascii: "t") else { return false }
        let zone = bytes[11...].firstIndex {
            $0 | 0x20 == UInt8(ascii: "z") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        }
        guard isTime(bytes[11..<(zone ?? bytes.count)]) else { return false }
        return zone.map { isZone(bytes[$0...]) } ?? true
    }

    /// Whether a word is a date alone.
    static func isDate(_ word: String) -> Bool { isDate(Array(word.utf8)[...]) }

    private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 10, let parts = numbers(bytes, separator: UInt8(ascii: "-"), widths: [4, 2, 2]) else {
            return false
        }
        return CalendarDay(year: parts[0], month: parts[1], day: parts[2]) != nil
    }

    private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
        let end = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
        guard let parts = numbers(bytes[..<end], separator: UInt8(ascii: ":"), widths: [2, 2, 2]), parts[0] < 24,
            parts[1] < 60, parts[2] < 60
        else { return false }
        let fraction = bytes[end...].dropFirst()
        return fraction.allSatisfy(\.isDigit) && (end == bytes.endIndex || !fraction.isEmpty)
    }

    private static func isZone(_ bytes: ArraySlice<UInt8>) -> Bool {
        if bytes.count == 1 { return bytes.first.map { $0 | 0x20 } == UInt8(ascii: "z") }
        guard bytes.first != UInt8(ascii: "z"), bytes.first != UInt8(ascii: "Z"),
            let parts = numbers(bytes.dropFirst(), separator: UInt8(ascii: ":"), widths: [2, 2])
        else { return false }
        return parts[0] < 24 && parts[1] < 60
    }

    private static func numbers(_ bytes: ArraySlice<UInt8>, separator: UInt8, widths: [Int]) -> [Int]? {
        let parts = bytes.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.map(\.count) == widths, parts.joined().allSatisfy(\.isDigit) else { return nil }
        return parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    }
}

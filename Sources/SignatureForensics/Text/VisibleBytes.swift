/// Bytes made visible: printable ASCII as it is, everything else as `\xNN`.
///
/// Compare bytes, not what a terminal makes of them: a tab, a carriage return or a second spelling of an accented
/// letter look the same on a screen.
package enum VisibleBytes {
    /// The text of the bytes.
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        bytes.map(visible).joined()
    }

    /// A stretch of the bytes around a place, with the number of columns before that place.
    static func window(_ bytes: [UInt8], around offset: Int, before: Int = 48, after: Int = 48) -> Window {
        let start = max(0, min(offset, bytes.count) - before)
        let end = min(bytes.count, offset + after)
        let lead = start > 0 ? "…" : ""
        let head = text(bytes[start..<max(start, min(offset, bytes.count))])
        let tail = offset < end ? text(bytes[offset..<end]) : ""
        return Window(text: lead + head + tail + (end < bytes.count ? "…" : ""), column: lead.count + head.count)
    }

    /// A stretch of text, and the column in it that matters.
    struct Window {
        let text: String
        let column: Int
    }

    private static func visible(_ byte: UInt8) -> String {
        if (0x20...0x7E).contains(byte) { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 16, uppercase: true)
        return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }
}

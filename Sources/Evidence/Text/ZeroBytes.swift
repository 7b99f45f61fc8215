/// Zero bytes in an input: in the body of a streamed answer they belong there, in a log they are damage.
enum ZeroBytes {
    /// The text that remains; `nil` when the bytes are not text at all.
    ///
    /// An HTTP exchange keeps every byte, because its body is read by them. In anything else they are taken out, as long
    /// as the rest reads like text: a log that was cut off under its writer has a hole of zeros at its beginning.
    static func text(_ bytes: [UInt8]) -> [UInt8]? {
        if hasHead(bytes) { return bytes }
        let rest = bytes.filter { $0 != 0 }
        let controls = rest.count { $0 < 0x20 && !textControls.contains($0) }
        let isText = controls * 50 <= rest.count && scattered(bytes) * 20 <= rest.count
        return isText ? rest : nil
    }

    /// Tab, line feed, form feed, carriage return, escape.
    private static let textControls: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x1B]

    /// A run of zeros of this length is a hole in a file.
    private static let hole = 64

    /// The zeros outside of holes.
    private static func scattered(_ bytes: [UInt8]) -> Int {
        var count = 0
        var run = 0
        for byte in bytes {
            if byte == 0 {
                run += 1
            } else {
                if run < hole { count += run }
                run = 0
            }
        }
        return run < hole ? count + run : count
    }

    /// Whether the head of an answer stands before the first zero, as it is or as curl shows it.
    private static func hasHead(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix { $0 != 0 }
        return head.split(separator: 0x0A).contains { line in
            HTTPStatusLine(line) != nil || line.hasPrefix("< ") && HTTPStatusLine(line.dropFirst(2)) != nil
        }
    }
}

/// A place in a text.
public struct JSONPosition: Sendable, Hashable {
    /// The line, from 1; a line ends with a line feed.
    public let line: Int
    /// The column, from 1, in Unicode scalars; a byte that is not part of valid UTF-8 counts as one too.
    public let column: Int
    /// The distance from the start of the text, in bytes.
    public let offset: Int

    /// A place.
    public init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    /// The place of a byte; one past the end is the end.
    public init(offset: Int, in source: borrowing Span<UInt8>) {
        var line = 1
        var column = 1
        let end = min(offset, source.count)
        for place in 0..<end {
            let byte = source[place]
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        self.init(line: line, column: column, offset: end)
    }
}

extension JSONPosition: CustomStringConvertible {
    /// The place as a message names it: `line 3, column 14`.
    public var description: String { "line \(line), column \(column)" }
}

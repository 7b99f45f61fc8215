/// A place in the lines of an input, from which a reader takes as many as belong to it.
struct LogCursor: Sendable {
    let input: InputText
    private(set) var index = 0

    /// How many bytes may still be read ahead without anything coming of it.
    ///
    /// A reader that reads ahead and finds nothing leaves its lines to be read again from the next one on: without a
    /// limit that would be the square of the input's size.
    private(set) var allowance: Int

    /// How many bytes were read ahead in vain.
    private(set) var wasted = 0

    init(_ input: InputText) {
        self.input = input
        allowance = 4 * input.bytes.count + 65_536
    }

    var isAtEnd: Bool { index >= input.lines.count }

    /// The line at the place; empty at the end.
    var line: ByteText { peek(0) ?? [] }

    /// The number of that line.
    var number: Int { index < input.lines.count ? input.lines.number(at: index) : input.lines.count }

    /// The line so many after this one.
    func peek(_ offset: Int) -> ByteText? {
        input.lines.indices.contains(index + offset) ? input.lines[index + offset].bytes : nil
    }

    /// Whether the mark of a fence stood in the line so many after this one.
    func isFence(_ offset: Int) -> Bool {
        !input.fences.isEmpty && input.lines.indices.contains(index + offset)
            && input.fences[input.lines.number(at: index + offset)] != nil
    }

    /// The line at the place with its line break, byte for byte.
    var wholeLine: ByteText {
        isAtEnd ? [] : input.bytes[line.startIndex..<(peek(1)?.startIndex ?? input.bytes.endIndex)]
    }

    mutating func advance(_ count: Int = 1) { index = min(index + count, input.lines.count) }

    /// Counts bytes that were read ahead in vain.
    mutating func waste(_ count: Int) {
        wasted += count
        allowance = max(0, allowance - count)
    }

    /// The bytes from the beginning of the line at the place to the end of the input.
    var rest: ByteText {
        isAtEnd ? [] : input.bytes[line.startIndex...]
    }

    /// Moves to the line in which a byte of the input stands, or to the end.
    mutating func move(toByte position: Int) {
        while !isAtEnd, let next = peek(1)?.startIndex, next <= position { index += 1 }
        if position >= input.bytes.count { index = input.lines.count }
    }
}

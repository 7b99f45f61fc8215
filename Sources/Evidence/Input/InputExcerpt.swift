/// The text of an input as far as it tells where a call was made, and by what: all of a short one, the beginning and the end
/// of a long one.
package struct InputExcerpt: Sendable {
    private static let headLimit = 1 << 16
    private static let tailLimit = 1 << 18

    /// Lines in their order.
    package let bytes: [UInt8]
    private let lines: InputLines

    /// The marks of fences, by the numbers of their lines.
    let fences: [Int: ByteText]

    init(_ text: InputText) {
        fences = text.fences
        guard text.bytes.count > Self.headLimit + Self.tailLimit, !text.lines.isEmpty else {
            bytes = text.bytes
            lines = text.lines
            return
        }
        var shown: [UInt8] = []
        var numbers: [UInt32] = []
        func add(_ line: InputLines.Line) {
            shown += line.bytes.prefix(Self.headLimit)
            shown.append(0x0A)
            numbers.append(UInt32(clamping: line.number))
        }
        var (end, size) = (0, 0)
        while end < text.lines.count, size < Self.headLimit {
            size += text.lines[end].bytes.count + 1
            end += 1
        }
        var (start, tail) = (text.lines.count, 0)
        while start > end, tail < Self.tailLimit {
            start -= 1
            tail += text.lines[start].bytes.count + 1
        }
        for line in text.lines[..<end] { add(line) }
        for line in text.lines[start...] { add(line) }
        bytes = shown
        lines = InputLines(shown, numbers: numbers)
    }

    /// The lines with their numbers.
    var numbered: InputLines { lines }

    /// The number of the line in which a byte stands, and that line.
    package func line(at place: Int) -> (number: Int, bytes: ArraySlice<UInt8>)? {
        var (low, high) = (0, lines.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if lines[middle].bytes.startIndex <= place { low = middle } else { high = middle }
        }
        guard low < lines.count else { return nil }
        return (lines[low].number, lines[low].bytes)
    }
}

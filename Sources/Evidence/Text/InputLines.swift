/// The lines of a text as a collection that keeps four bytes for each, so that a log of millions of short lines costs little
/// more than its bytes.
struct InputLines: RandomAccessCollection, Sendable {
    struct Line: Sendable {
        /// From 1, as an editor counts.
        let number: Int
        /// Without its line break.
        let bytes: ByteText
    }

    private let text: [UInt8]

    /// Where each line begins; inputs are far smaller than 4 GB.
    private let starts: [UInt32]

    /// The numbers of the lines in the text as it was given, where lines of it were split or left out.
    private let numbers: [UInt32]?

    /// Cuts a text at its line feeds; carriage returns before them belong to the break.
    init(_ text: [UInt8], numbers: [UInt32]? = nil) {
        self.text = text
        self.numbers = numbers
        var starts: [UInt32] = []
        if !text.isEmpty { starts.append(0) }
        for index in text.indices.dropLast() where text[index] == 0x0A { starts.append(UInt32(index + 1)) }
        self.starts = starts
    }

    var startIndex: Int { 0 }
    var endIndex: Int { starts.count }

    subscript(position: Int) -> Line {
        let start = Int(starts[position])
        var end = position + 1 < starts.count ? Int(starts[position + 1]) : text.endIndex
        if end > start, text[end - 1] == 0x0A { end -= 1 }
        while end > start, text[end - 1] == 0x0D { end -= 1 }
        return Line(number: number(at: position), bytes: text[start..<end])
    }

    /// The number of the line at a place.
    func number(at position: Int) -> Int {
        guard let numbers, position < numbers.count else { return position + 1 }
        return Int(numbers[position])
    }
}

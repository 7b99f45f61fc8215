/// Words of which a line may hold any, looked for all at once.
///
/// Most lines of a debug log concern no call, and every reader would search each of them for each of its words. The words
/// are put into one automaton instead (A. Aho and M. Corasick, "Efficient string matching", 1975), which looks at each byte
/// once, however many words there are.
struct LineMarks: Sendable {
    /// The class of each byte; bytes that stand in no word share the first.
    private var classes = [UInt8](repeating: 0, count: 256)

    /// How many classes there are.
    private let width: Int

    /// For each state and class the next state.
    ///
    /// States are counted by the place of their row, so that nothing is multiplied.
    private var next: [Int32] = []

    /// The state in which a word has been found.
    private static let found: Int32 = -1

    /// - Parameter words: not empty, of fewer than 255 different bytes.
    init(_ words: [String]) {
        var count: UInt8 = 0
        for byte in words.joined().utf8 where classes[Int(byte)] == 0 {
            count += 1
            classes[Int(byte)] = count
        }
        width = Int(count) + 1
        add(words)
        complete()
    }

    /// Makes a tree of the words; -2 is where it ends.
    private mutating func add(_ words: [String]) {
        next = [Int32](repeating: -2, count: width)
        for word in words {
            var state = 0
            for (place, byte) in word.utf8.enumerated() {
                let cell = state + Int(classes[Int(byte)])
                // A shorter word has been found already.
                if next[cell] == Self.found { break }
                if place == word.utf8.count - 1 {
                    next[cell] = Self.found
                } else {
                    if next[cell] == -2 {
                        next[cell] = Int32(next.count)
                        next += repeatElement(-2, count: width)
                    }
                    state = Int(next[cell])
                }
            }
        }
    }

    /// Gives every state its way on for each byte: that of the longest end of what was read which begins a word.
    private mutating func complete() {
        var fallback: [Int: Int] = [:]
        var queue = [0]
        var index = 0
        while index < queue.count {
            let state = queue[index]
            index += 1
            for place in 0..<width {
                let cell = state + place
                let other = fallback[state].map { next[$0 + place] } ?? 0
                if next[cell] == -2 {
                    next[cell] = other
                } else if next[cell] != Self.found {
                    if other == Self.found {
                        next[cell] = Self.found
                    } else {
                        fallback[Int(next[cell])] = Int(other)
                        queue.append(Int(next[cell]))
                    }
                }
            }
        }
    }

    /// Whether any of the words stands in a line.
    func isIn(_ line: ByteText) -> Bool {
        let (text, classes, next) = (line.span, classes.span, next.span)
        var state = 0
        for index in text.indices {
            let way = next[state + Int(classes[Int(text[index])])]
            if way == Self.found { return true }
            state = Int(way)
        }
        return false
    }
}

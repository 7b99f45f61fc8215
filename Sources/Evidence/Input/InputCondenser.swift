import WireText

/// Takes an input in pieces, and leaves lines out of a large log that concern no call, so that what is kept does not grow with
/// the log.
///
/// Kept is a line that one of the readers knows by its words, or that speaks of a failure, and what belongs to it: the lines
/// below, up to the next record of the log. So are the beginning and the end of the log, where the scene of a call is looked
/// for. What is no log in lines, such as a document in JSON, is kept as it is, and refused where it is too large for that:
/// read, a document takes many times its size.
package struct InputCondenser: Sendable {
    /// Sizes in bytes.
    struct Limits: Sendable {
        /// An input is kept as it is up to this size.
        var threshold = 8 << 20
        /// What is no log in lines is refused above this size.
        var whole = 8 << 20
        /// Of a longer line the beginning is kept.
        var line = 8 << 20
        /// Of what may concern a call no more is kept, the last.
        var kept = 8 << 20
        /// The beginning, and the end; an excerpt has no more.
        var head = 1 << 17
        var tail = 1 << 19
    }

    private let limits: Limits

    /// What may belong to a line that is kept: lines below it, and bytes.
    private static let context = (lines: 400, bytes: 1 << 20)

    /// The bytes that are not yet looked at: everything up to the threshold, then the beginning of a line.
    private var waiting: [UInt8] = []
    /// How many of them are known to have no end of a line; and whether the rest of a line is left out that was too long.
    private var (scanned, isInLongLine) = (0, false)
    private var mode = Mode.gathering
    private var kept = NumberedLines()
    /// What was left out lately; it is taken back if it is the end.
    private var recent = NumberedLines()
    private var number: UInt32 = 0
    /// Lines that concern no call, and lines that may and were too many.
    private var (leftOut, unread) = (0, 0)
    private var room = (lines: 0, bytes: 0)
    /// How long the beginning is of what is kept.
    private var head = (bytes: 0, lines: 0)

    private enum Mode {
        case gathering, condensing
        /// What cannot be taken apart by its lines.
        case whole
        /// That, when it is too large; its beginning is kept.
        case refused
    }

    package init() { self.init(Limits()) }

    init(_ limits: Limits) { self.limits = limits }

    /// Takes the next piece.
    package mutating func add(_ piece: [UInt8]) {
        if case .refused = mode { return }
        waiting += piece
        switch mode {
        case .refused: return
        case .whole: refuseIfTooLarge()
        case .gathering:
            guard waiting.count > limits.threshold else { return }
            mode = Self.isLog(waiting) ? .condensing : .whole
            if case .condensing = mode { condense() } else { refuseIfTooLarge() }
        case .condensing: condense()
        }
    }

    private mutating func refuseIfTooLarge() {
        guard waiting.count > limits.whole else { return }
        mode = .refused
        waiting = Array(waiting.prefix(1 << 12))
    }

    /// What is kept of all pieces.
    package consuming func content() -> InputContent {
        switch mode {
        case .gathering, .whole: return InputContent(waiting)
        case .refused: return InputContent(tooLarge: LargeDocument(beginning: waiting, limit: limits.whole))
        case .condensing: break
        }
        if !waiting.isEmpty { take(waiting[...], before: nil) }
        waiting = []
        let all = kept.merged(with: recent)
        return InputContent(
            all.bytes, numbers: all.numbers, leftOut: Int(number) - all.numbers.count - unread, unread: unread)
    }

    /// Whether a text can be taken apart by its lines: none in UTF-16, compressed, in JSON as a whole, or with bytes in it.
    private static func isLog(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
        let start = bytes.prefix(1 << 16)
        guard !start.contains(0), let end = start.firstIndex(of: 0x0A) else { return false }
        let first = start[..<end].trimmed
        switch first.first {
        case UInt8(ascii: "["): return first.count > 1 && first.dropFirst().first != UInt8(ascii: "{")
        case UInt8(ascii: "{"): return first.last == UInt8(ascii: "}")
        default: return true
        }
    }

    // MARK: Lines

    private mutating func condense() {
        let bytes = waiting
        waiting = []
        var (start, from) = (0, scanned)
        var before: ByteText?
        while true {
            let end = bytes.span.place(of: 0x0A, from: from)
            guard end < bytes.count else { break }
            if isInLongLine {
                isInLongLine = false
            } else {
                take(bytes[start..<end], before: before)
                before = bytes[start..<end]
            }
            (start, from) = (end + 1, end + 1)
        }
        if isInLongLine { return }
        // What is looked at again, or moved, with each piece would make a long line cost the square of its length.
        waiting = start == 0 ? bytes : Array(bytes[start...])
        scanned = waiting.count
        guard waiting.count > limits.line else { return }
        take(waiting.prefix(1 << 20), before: before)
        unread += 1
        (waiting, scanned, isInLongLine) = ([], 0, true)
    }

    private mutating func take(_ line: ByteText, before: ByteText?) {
        number += 1
        let tellsOfFailure = Self.failures.isIn(line)
        if kept.bytes.count < limits.head, leftOut == 0 {
            kept.append(line, number, tellsOfFailure)
            head = (kept.bytes.count, kept.numbers.count)
        } else if tellsOfFailure || LogInput.mayConcernCall(line, before: before) {
            room = Self.context
            keep(line, tellsOfFailure)
        } else if room.lines > 0, room.bytes > 0, !LogRecord.begins(line) {
            room.lines -= 1
            room.bytes -= line.count
            keep(line, false)
        } else {
            room = (0, 0)
            leftOut += 1
            recent.append(line, number, false)
            // Half of it at once: to take it off line by line would move the rest each time.
            if recent.bytes.count > 2 * limits.tail { recent.removeFirst(bytes: limits.tail, from: (0, 0)) }
        }
    }

    private mutating func keep(_ line: ByteText, _ tellsOfFailure: Bool) {
        kept.append(line, number, tellsOfFailure)
        guard kept.bytes.count > limits.kept else { return }
        // Calls that went well go first, then the oldest of those that failed.
        unread += kept.thin(from: head)
        if kept.bytes.count > limits.kept / 4 * 3 {
            unread += kept.removeFirst(bytes: limits.kept / 4, from: head)
        }
    }

    /// What else a line may say of a failure, in the words of programs.
    private static let failures = LineMarks([
        "rror", "ERROR", "xception", "ailed", "ailure", "WARN", "CRITICAL", "FATAL", "denied", "not authorized",
        "hrottl",
        " 400", " 403", " 404", " 429", "Traceback", "During handling", "The above exception", "anonical", "ANONICAL",
    ])
}

/// Lines, each with its number, and whether it speaks of a failure.
private struct NumberedLines: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var numbers: [UInt32] = []
    private var failures: [Bool] = []

    mutating func append(_ line: ByteText, _ number: UInt32, _ tellsOfFailure: Bool) {
        bytes += line
        bytes.append(0x0A)
        numbers.append(number)
        failures.append(tellsOfFailure)
    }

    /// A call that failed is shown by so many lines before and behind the one that says so.
    private static let (before, behind) = (80, 40)

    /// Takes out lines from a place on that stand near none which speaks of a failure.
    ///
    /// - Returns: how many lines there were.
    mutating func thin(from place: (bytes: Int, lines: Int)) -> Int {
        var isNear = [Bool](repeating: false, count: numbers.count)
        var last = -Self.behind - 1
        for index in numbers.indices {
            if failures[index] { last = index }
            isNear[index] = index - last <= Self.behind
        }
        var next = numbers.count + Self.before
        for index in numbers.indices.reversed() {
            if failures[index] { next = index }
            if next - index <= Self.before { isNear[index] = true }
        }
        var result = NumberedLines()
        var start = 0
        for index in numbers.indices {
            let end = bytes.span.place(of: 0x0A, from: start)
            if index < place.lines || isNear[index] {
                result.append(bytes[start..<end], numbers[index], failures[index])
            }
            start = end + 1
        }
        defer { self = result }
        return numbers.count - result.numbers.count
    }

    /// Takes whole lines out, so many bytes of them, from a place on at which a line begins.
    ///
    /// - Returns: how many lines there were.
    @discardableResult
    mutating func removeFirst(bytes count: Int, from place: (bytes: Int, lines: Int)) -> Int {
        var end = place.bytes
        var lines = place.lines
        while end < bytes.count, end - place.bytes < count {
            end = min(bytes.span.place(of: 0x0A, from: end) + 1, bytes.count)
            lines += 1
        }
        bytes.removeSubrange(place.bytes..<end)
        numbers.removeSubrange(place.lines..<lines)
        failures.removeSubrange(place.lines..<lines)
        return lines - place.lines
    }

    /// Both in the order of their numbers.
    func merged(with other: NumberedLines) -> NumberedLines {
        guard !other.numbers.isEmpty else { return self }
        var result = NumberedLines()
        result.bytes.reserveCapacity(bytes.count + other.bytes.count)
        var (mine, theirs) = (Cursor(self), Cursor(other))
        while mine.number != nil || theirs.number != nil {
            if let other = theirs.number, mine.number.map({ other < $0 }) ?? true {
                result.append(theirs.take(), other, false)
            } else if let own = mine.number {
                result.append(mine.take(), own, false)
            }
        }
        return result
    }

    /// A place in numbered lines.
    private struct Cursor {
        private let lines: NumberedLines
        private var start = 0
        private var index = 0

        init(_ lines: NumberedLines) { self.lines = lines }

        var number: UInt32? { index < lines.numbers.count ? lines.numbers[index] : nil }

        mutating func take() -> ByteText {
            let end = lines.bytes.span.place(of: 0x0A, from: start)
            defer { (start, index) = (end + 1, index + 1) }
            return lines.bytes[start..<end]
        }
    }
}

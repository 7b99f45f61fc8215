import WireText

/// Follows the bytes that leave on a connection and finds where the head ends and the body begins.
struct OutgoingLog {
    private(set) var head: [UInt8] = []
    private(set) var bodyCount = 0
    private(set) var isHeadComplete = false

    /// Adds bytes in the order in which they left.
    mutating func append(_ bytes: some Collection<UInt8>) {
        guard !isHeadComplete else {
            bodyCount += bytes.count
            return
        }
        let start = head.count
        head += bytes
        guard let end = Self.end(of: head, from: start) else { return }
        isHeadComplete = true
        bodyCount = head.count - end
        head.removeLast(bodyCount)
    }

    /// Where an empty line ends whose last byte stands at `start` or behind it.
    private static func end(of head: [UInt8], from start: Int) -> Int? {
        let bytes = head.span
        var place = start
        while true {
            // Line feeds are looked for, eight bytes at a time; few of them end the head.
            place = bytes.place(of: 10, from: place)
            guard place < bytes.count else { return nil }
            if place >= 3, bytes[place - 1] == 13, bytes[place - 2] == 10, bytes[place - 3] == 13 { return place + 1 }
            place += 1
        }
    }

    /// Adds body bytes by their number only.
    mutating func appendBody(count: Int) { bodyCount += count }
}

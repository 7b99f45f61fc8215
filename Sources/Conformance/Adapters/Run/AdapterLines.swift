/// The lines of an adapter's output, one by one, however they are cut on their way.
struct AdapterLines<Output: AsyncIteratorProtocol> where Output.Element == [UInt8] {
    private var output: Output
    private let limit: Int
    private let heard: @Sendable () -> Void
    private var buffer: [UInt8] = []
    /// How many bytes of the buffer are known to hold no line end.
    private var searched = 0
    private var start = 0
    /// The number of the line given last, from 1.
    private(set) var number = 0

    /// - Parameters:
    ///   - limit: The longest line, in bytes.
    ///   - heard: Called when something comes.
    init(_ output: Output, limit: Int, heard: @escaping @Sendable () -> Void = {}) {
        self.output = output
        self.limit = limit
        self.heard = heard
    }

    /// The next line without its end, or what is left at the end of the output; nil behind it.
    ///
    /// - Throws: ``AdapterFault`` for a line that is too long: it need not end.
    mutating func next() async throws(AdapterFault) -> [UInt8]? {
        while true {
            if let end = buffer[(start + searched)...].firstIndex(of: UInt8(ascii: "\n")) {
                guard end - start <= limit else { throw tooLong }
                return take(upTo: end, next: end + 1)
            }
            searched = buffer.count - start
            guard searched <= limit else { throw tooLong }
            guard let more = await read() else {
                return start < buffer.count ? take(upTo: buffer.count, next: buffer.count) : nil
            }
            heard()
            buffer.removeFirst(start)
            start = 0
            buffer += more
        }
    }

    private var tooLong: AdapterFault {
        AdapterFault(.length, line: number + 1, "expected at most \(limit) bytes, found more", Array(buffer[start...]))
    }

    private mutating func take(upTo end: Int, next: Int) -> [UInt8] {
        var line = buffer[start..<end]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        start = next
        searched = 0
        number += 1
        return Array(line)
    }

    /// The next bytes; nil at the end, and when the process was taken down.
    private mutating func read() async -> [UInt8]? {
        do { return try await output.next() } catch { return nil }
    }
}

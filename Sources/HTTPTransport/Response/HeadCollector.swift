/// Sorts the header lines that curl delivers, one at a time, into informational heads, the final head and trailers.
struct HeadCollector {
    private(set) var informational: [[UInt8]] = []
    private(set) var final: [UInt8] = []
    /// The final head, read; nil where it is none.
    private(set) var head: ResponseHead?
    private(set) var trailers: [UInt8] = []
    private var current: [UInt8] = []
    private var count = 0

    /// The most bytes of all heads and trailers of one transfer.
    ///
    /// A head has at most 300 KB for curl itself; trailers and informational heads have no limit there.
    static let limit = 300 * 1024

    /// Whether the final head is complete.
    var isComplete: Bool { !final.isEmpty }

    /// Takes a line; `false` when that would be more than the limit.
    mutating func append(line: some Collection<UInt8>) -> Bool {
        guard count + line.count <= Self.limit else { return false }
        count += line.count
        sort(line)
        return true
    }

    private mutating func sort(_ line: some Collection<UInt8>) {
        // A second status line after a final head belongs to a new attempt on a fresh connection.
        if line.starts(with: "HTTP/".utf8), current.isEmpty {
            (final, head) = ([], nil)
            trailers = []
        } else if isComplete {
            trailers += line
            return
        }
        // Nearly every head fits, and is not moved while it grows.
        if current.isEmpty { current.reserveCapacity(512) }
        current += line
        guard line.count <= 2, line.elementsEqual([13, 10]) || line.elementsEqual([10]) else { return }
        let read = ResponseHead(current)
        if let read, (100..<200).contains(read.status), read.status != 101 {
            informational.append(current)
        } else {
            (final, head) = (current, read)
        }
        current = []
    }

    /// What has come of a head that is not complete, or the final head.
    var latest: [UInt8] { isComplete ? final : current }
}

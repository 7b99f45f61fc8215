/// Sorts the header lines that curl delivers, one at a time, into informational heads, the final head and trailers.
struct HeadCollector {
    private(set) var informational: [[UInt8]] = []
    private(set) var final: [UInt8] = []
    private(set) var trailers: [UInt8] = []
    private var current: [UInt8] = []

    /// Whether the final head is complete.
    var isComplete: Bool { !final.isEmpty }

    mutating func append(line: [UInt8]) {
        // A second status line after a final head belongs to a new attempt on a fresh connection.
        if line.starts(with: "HTTP/".utf8), current.isEmpty {
            final = []
            trailers = []
        } else if isComplete {
            trailers += line
            return
        }
        current += line
        guard line == [13, 10] || line == [10] else { return }
        if let head = ResponseHead(current), (100..<200).contains(head.status), head.status != 101 {
            informational.append(current)
        } else {
            final = current
        }
        current = []
    }

    /// What has come of a head that is not complete, or the final head.
    var latest: [UInt8] { isComplete ? final : current }
}

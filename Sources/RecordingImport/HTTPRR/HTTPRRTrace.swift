import Recordings

/// A trace of Go's httprr: a first line, then for each exchange a line with two lengths, and the bytes of request and answer.
///
/// The form is that of `rr.go` in the module `golang.org/x/oscar`, which others took over.
struct HTTPRRTrace {
    /// One exchange as it stands in the file.
    struct Record {
        /// The line of the lengths, from 1.
        let line: Int
        let request: ArraySlice<UInt8>
        let response: ArraySlice<UInt8>
    }

    let records: [Record]

    private static let firstLine = Array("httprr trace v1".utf8)

    /// Whether the bytes begin with a trace's first line, of whatever version.
    static func isTrace(_ bytes: [UInt8]) -> Bool { bytes.starts(with: firstLine.dropLast()) }

    /// Whether the messages were told apart without the lengths, which do not fit.
    let isRecovered: Bool

    /// The line of the lengths of an exchange whose end is missing, as when a run is broken off; nil of a whole trace.
    let cutLine: Int?

    /// - Throws: `RecordingError` with the line of the lengths that are wrong.
    init(parsing bytes: [UInt8], file: String) throws(RecordingError) {
        var rest = bytes[...]
        guard Self.line(&rest) == Self.firstLine[...] else {
            throw Self.fault(file, 1, expected: "the line \"httprr trace v1\"", found: "another one")
        }
        do throws(RecordingError) {
            (records, cutLine) = try Self.records(rest, of: bytes, file: file)
            isRecovered = false
        } catch {
            var lines = LineCount(bytes)
            guard let recovered = HTTPRRRecovery.records(rest, line: { lines.number(at: $0) }) else { throw error }
            records = recovered
            (isRecovered, cutLine) = (true, nil)
        }
    }

    private static func records(
        _ rest: ArraySlice<UInt8>, of bytes: [UInt8], file: String
    ) throws(RecordingError) -> ([Record], cutLine: Int?) {
        var rest = rest
        var lines = LineCount(bytes)
        var records: [Record] = []
        while !rest.isEmpty {
            let line = lines.number(at: rest.startIndex)
            let beginning = rest
            guard let lengths = Self.line(&rest).flatMap(Self.lengths) else {
                // Of the line itself some is missing.
                if beginning.allSatisfy({ 48...57 ~= $0 || $0 == 0x20 }) { return (records, line) }
                throw Self.fault(
                    file, line, expected: "two numbers, the lengths of a request and its answer in bytes",
                    found: "something else; were line ends changed, the lengths no longer fit")
            }
            guard lengths.request <= rest.count, lengths.response <= rest.count - lengths.request else {
                if Self.isCut(rest, behind: lengths.request, isFirst: records.isEmpty) { return (records, line) }
                throw Self.fault(
                    file, line, expected: "\(lengths.request) and \(lengths.response) bytes behind this line",
                    found: "\(rest.count)")
            }
            let middle = rest.startIndex + lengths.request
            let end = middle + lengths.response
            records.append(Record(line: line, request: rest[..<middle], response: rest[middle..<end]))
            rest = rest[end...]
        }
        return (records, nil)
    }

    /// Whether the bytes are the beginning of an exchange as it was written, so that only its end is missing.
    ///
    /// The answer begins where the request's length says, which it does not once line ends were changed. Of a request alone
    /// that is known by exchanges before it whose lengths fit, or by line ends that are there still.
    private static func isCut(_ rest: ArraySlice<UInt8>, behind request: Int, isFirst: Bool) -> Bool {
        let answer = rest.dropFirst(request)
        let start = Array("HTTP/".utf8)
        guard answer.isEmpty else { return answer.starts(with: start.prefix(answer.count)) }
        guard isFirst, let end = rest.firstIndex(of: 0x0A) else { return true }
        return end > rest.startIndex && rest[end - 1] == 0x0D
    }

    /// The next line without its end, LF or CRLF; nil if none is ended.
    static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(of: 0x0A) else { return nil }
        let line = rest[..<end]
        rest = rest[(end + 1)...]
        return line.last == 0x0D ? line.dropLast() : line
    }

    /// The two lengths on a line.
    static func lengths(_ line: ArraySlice<UInt8>) -> (request: Int, response: Int)? {
        let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 2, let request = number(parts[0]), let response = number(parts[1]) else { return nil }
        return (request, response)
    }

    /// A number in decimal digits.
    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...12).contains(digits.count), digits.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    static func fault(_ file: String, _ line: Int, expected: String, found: String) -> RecordingError {
        RecordingError(file: file, line: line, column: nil, path: nil, expected: expected, found: found)
    }
}

/// Counts lines up to places that only go forward.
private struct LineCount {
    private let bytes: [UInt8]
    private var line = 1
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func number(at place: Int) -> Int {
        line += bytes[self.place..<place].count { $0 == 0x0A }
        self.place = place
        return line
    }
}

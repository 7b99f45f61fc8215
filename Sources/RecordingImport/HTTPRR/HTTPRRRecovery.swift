/// Finds the exchanges of a trace whose lengths no longer fit, as after a tool has changed CRLF to LF.
///
/// Each message has its own length then: `Content-Length`, or all up to the next line of two lengths and a request line.
enum HTTPRRRecovery {
    /// The exchanges behind the first line of a trace; nil if not all of it can be told apart.
    static func records(_ rest: ArraySlice<UInt8>, line: (Int) -> Int) -> [HTTPRRTrace.Record]? {
        var rest = rest
        var records: [HTTPRRTrace.Record] = []
        while !rest.isEmpty {
            let number = line(rest.startIndex)
            guard HTTPRRTrace.lengths(HTTPRRTrace.line(&rest) ?? []) != nil, let length = ownLength(rest) else {
                return nil
            }
            let request = rest.prefix(length)
            rest = rest.dropFirst(length)
            guard rest.starts(with: Array("HTTP/".utf8)) else { return nil }
            let response = rest[..<endOfAnswer(rest)]
            records.append(HTTPRRTrace.Record(line: number, request: request, response: response))
            rest = rest[response.endIndex...]
        }
        return records
    }

    private static func endOfAnswer(_ bytes: ArraySlice<UInt8>) -> Int {
        if let length = ownLength(bytes), length <= bytes.count {
            var following = bytes.dropFirst(length)
            if following.isEmpty || HTTPRRTrace.lengths(HTTPRRTrace.line(&following) ?? []) != nil {
                return bytes.startIndex + length
            }
        }
        return nextRecord(bytes)
    }

    /// Head and body of a message by its `Content-Length`; nil if it has none.
    private static func ownLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        var rest = bytes
        var length: Int?
        while let line = HTTPRRTrace.line(&rest) {
            if line.isEmpty { return length.map { rest.startIndex - bytes.startIndex + $0 } }
            let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
            if parts.count == 2, String(decoding: parts[0], as: UTF8.self).lowercased() == "content-length" {
                length = HTTPRRTrace.number(parts[1].drop { $0 == 0x20 })
            }
        }
        return nil
    }

    /// Where the next line of lengths begins that has a request behind it; the end if there is none.
    private static func nextRecord(_ bytes: ArraySlice<UInt8>) -> Int {
        var place = bytes.startIndex
        while let end = bytes[place...].firstIndex(of: 0x0A) {
            place = end + 1
            let word = bytes[place...].prefix(8).prefix { 0x41...0x5A ~= $0 }
            guard word.count >= 3, bytes[word.endIndex...].starts(with: Array(" http".utf8)) else { continue }
            var start = bytes[..<end].last == 0x0D ? end - 1 : end
            let second = start
            while start > bytes.startIndex, 48...57 ~= bytes[start - 1] { start -= 1 }
            guard start < second, start > bytes.startIndex, bytes[start - 1] == 0x20 else { continue }
            start -= 1
            let first = start
            while start > bytes.startIndex, 48...57 ~= bytes[start - 1] { start -= 1 }
            if start < first { return start }
        }
        return bytes.endIndex
    }
}

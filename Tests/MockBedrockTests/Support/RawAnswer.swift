import Codes
import JSONText

/// An HTTP answer, read from bytes.
struct RawAnswer: Sendable {
    let status: Int
    let headers: [(name: String, value: String)]
    let body: [UInt8]
    let head: String

    subscript(name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    var json: JSONValue? { try? JSONValue(parsing: body) }

    var errorType: String? { self["x-amzn-ErrorType"].map { String($0.prefix { $0 != ":" }) } }

    var message: String? { json?["message"]?.stringValue ?? json?["Message"]?.stringValue }

    var findings: [FindingCode] {
        self["x-doctor-finding"].map { $0.split(separator: ",").compactMap { CodeRegistry.code(spelled: String($0)) } }
            ?? []
    }

    /// Reads an answer from the start of the bytes; nil while it is incomplete.
    static func parse(_ bytes: [UInt8], method: String) -> (answer: RawAnswer, length: Int)? {
        guard let headEnd = end(of: [13, 10, 13, 10], in: bytes, from: 0) else { return nil }
        let head = String(decoding: bytes[..<headEnd], as: UTF8.self)
        let lines = head.split(separator: "\r\n")
        guard let statusLine = lines.first, let status = Int(statusLine.split(separator: " ").dropFirst().first ?? "")
        else { return nil }
        let headers = lines.dropFirst().map { line -> (name: String, value: String) in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (String(parts[0]), parts.count > 1 ? String(parts[1].drop { $0 == " " }) : "")
        }
        func value(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }
        var body: [UInt8] = []
        var position = headEnd
        if status == 100 || method == "HEAD" {
            // No body whatever the headers say.
        } else if value("transfer-encoding") == "chunked" {
            while true {
                guard let lineEnd = end(of: [13, 10], in: bytes, from: position),
                    let size = Int(String(decoding: bytes[position..<(lineEnd - 2)], as: UTF8.self), radix: 16),
                    bytes.count >= lineEnd + size + 2
                else { return nil }
                body.append(contentsOf: bytes[lineEnd..<(lineEnd + size)])
                position = lineEnd + size + 2
                if size == 0 { break }
            }
        } else {
            let length = Int(value("content-length") ?? "0") ?? 0
            guard bytes.count >= headEnd + length else { return nil }
            body = Array(bytes[headEnd..<(headEnd + length)])
            position = headEnd + length
        }
        return (RawAnswer(status: status, headers: headers, body: body, head: head), position)
    }

    private static func end(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + pattern.count <= bytes.count {
            if bytes[index..<(index + pattern.count)].elementsEqual(pattern) { return index + pattern.count }
            index += 1
        }
        return nil
    }
}

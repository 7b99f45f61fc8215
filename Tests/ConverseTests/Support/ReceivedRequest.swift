import SigV4
import WireText

/// A request as it arrived, taken apart by hand so that every byte is what was on the wire.
struct ReceivedRequest: Sendable {
    let method: String
    let target: [UInt8]
    let headers: [HeaderField]
    let body: [UInt8]

    /// Takes a request from the front of `buffer`; nil when it is not complete yet.
    init?(takingFrom buffer: inout [UInt8]) {
        let separator = Array("\r\n\r\n".utf8)
        guard let end = buffer.firstRange(of: separator) else { return nil }
        let lines = buffer[..<end.lowerBound].split(separator: UInt8(ascii: "\n")).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        let requestLine = lines[0].split(separator: UInt8(ascii: " "), maxSplits: 2)
        let fields = lines.dropFirst().compactMap { line -> HeaderField? in
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let name = String(decoding: line[..<colon], as: UTF8.self)
            // The white space after the colon is the message's, not the value's.
            return HeaderField(name: name, bytes: Array(line[(colon + 1)...].drop { $0 == 0x20 }))
        }
        let length = fields.first { $0.isNamed("content-length") }.flatMap { Int($0.text) } ?? 0
        guard buffer.count >= end.upperBound + length else { return nil }
        method = String(decoding: requestLine[0], as: UTF8.self)
        target = Array(requestLine[1])
        headers = fields
        body = Array(buffer[end.upperBound..<end.upperBound + length])
        buffer.removeFirst(end.upperBound + length)
    }

    func header(_ name: String) -> String? { headers.first { $0.isNamed(name) }?.text }

    var targetText: String { String(decoding: target, as: UTF8.self) }

    /// What the verifier takes.
    var signable: SignableRequest {
        SignableRequest(method: method, targetBytes: target, headers: headers, payload: .bytes(body))
    }
}

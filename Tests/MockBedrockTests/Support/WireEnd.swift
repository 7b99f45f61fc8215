import MockBedrock
import NIOCore
import Testing

/// What a client saw of an answer: all its bytes, and how the connection ended.
struct WireEnd: Sendable {
    enum End: Sendable { case closed, reset }

    let bytes: [UInt8]
    let end: End

    var head: String { String(decoding: bytes.prefix(upTo: bodyStart), as: UTF8.self) }
    var body: [UInt8] { Array(bytes[bodyStart...]) }

    private var bodyStart: Int {
        let end: [UInt8] = [13, 10, 13, 10]
        var place = 0
        while place + 4 <= bytes.count {
            if bytes[place..<(place + 4)].elementsEqual(end) { return place + 4 }
            place += 1
        }
        return bytes.count
    }

    /// The body without chunked coding, as far as it is sound, and whether its last chunk came.
    var unchunked: (bytes: [UInt8], isWhole: Bool) {
        var rest = body[...]
        var bytes: [UInt8] = []
        while let line = rest.firstIndex(of: 10) {
            let text = String(decoding: rest[..<line], as: UTF8.self).filter { $0 != "\r" && $0 != "\r\n" }
            guard let size = Int(text, radix: 16) else { return (bytes, false) }
            if size == 0 { return (bytes, true) }
            rest = rest[(line + 1)...]
            guard rest.count >= size + 2 else { return (bytes + rest, false) }
            bytes += rest.prefix(size)
            rest = rest.dropFirst(size + 2)
        }
        return (bytes, false)
    }
}

extension RawConnection {
    /// Reads until the server closes or resets the connection.
    func wireEnd() async -> WireEnd {
        var bytes: [UInt8] = []
        do {
            while let part = try await part() { bytes += part }
            return WireEnd(bytes: bytes, end: .closed)
        } catch {
            return WireEnd(bytes: bytes, end: .reset)
        }
    }
}

extension TestServer {
    /// Sends a request that asks for the connection to be closed, and reads all that comes.
    func end(_ operation: String = "converse", model: String = "amazon.nova-micro-v1:0") async throws -> WireEnd {
        let request = TestRequest { $0.target = "/model/\(model)/\(operation)" }
        return try await RawConnection.with(port: port) { connection in
            try await connection.send(request.wire { $0 + ["Connection: close"] })
            return await connection.wireEnd()
        }
    }

    /// Starts a server with faults, lets `body` talk to it, and shuts it down.
    static func with<Result: Sendable>(
        faults: [String], _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        let rules = try faults.map { try FaultRule(parsing: $0) }
        return try await with({ $0.faults = rules }, body)
    }
}

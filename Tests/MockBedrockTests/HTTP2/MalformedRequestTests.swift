import NIOHPACK
import TestSupport
import Testing

@testable import MockBedrock

/// A malformed request ends its stream, and nothing else (RFC 9113, section 8.1.1).
///
/// What cannot be read ends the connection. Either stands in the log with its cause.
@Suite(.live, .timeLimit(.minutes(10)))
struct MalformedRequestTests {
    /// A frame as it came.
    private struct Frame {
        let type: UInt8
        let stream: UInt8
        let payload: [UInt8]
    }

    private static let preface: [UInt8] = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + [0, 0, 0, 4, 0, 0, 0, 0, 0]

    /// Short fields, each as a literal that enters no table (RFC 7541, section 6.2.2).
    private static func headers(_ stream: UInt8, _ fields: [(String, String)]) -> [UInt8] {
        var block: [UInt8] = []
        for (name, value) in fields {
            block += [0, UInt8(name.utf8.count)] + Array(name.utf8)
            block += [UInt8(value.utf8.count)] + Array(value.utf8)
        }
        // END_STREAM and END_HEADERS.
        let head: [UInt8] = [0, UInt8(block.count >> 8), UInt8(block.count & 0xFF), 1, 5, 0, 0, 0, stream]
        return head + block
    }

    private static let pseudo = [(":method", "GET"), (":scheme", "http"), (":path", "/x"), (":authority", "h")]

    /// Reads frames until one fits, and gives all of them.
    private func frames(
        _ connection: RawConnection, until last: (Frame) -> Bool
    ) async throws -> [Frame] {
        var (bytes, found): ([UInt8], [Frame]) = ([], [])
        while let part = try await connection.part() {
            bytes += part
            while bytes.count >= 9 {
                let length = Int(bytes[0]) << 16 | Int(bytes[1]) << 8 | Int(bytes[2])
                guard bytes.count >= 9 + length else { break }
                found.append(Frame(type: bytes[3], stream: bytes[8], payload: Array(bytes[9..<(9 + length)])))
                bytes.removeFirst(9 + length)
                if let frame = found.last, last(frame) { return found }
            }
        }
        return found
    }

    @Test(arguments: [("Content-Type", "a"), ("x-a", "b "), ("connection", "close"), (":status", "200"), ("", "a")])
    func `the other streams of its connection go on`(field: (String, String)) async throws {
        try await TestServer.with { test in
            try await RawConnection.with(port: test.port) { connection in
                let wrong = Self.headers(1, Self.pseudo + [field])
                try await connection.send(Self.preface + wrong + Self.headers(3, Self.pseudo))
                // The head of the right one's answer comes behind the end of the wrong one.
                let frames = try await frames(connection) { $0.type == 0 && $0.stream == 3 }
                let reset = frames.first { $0.type == 3 }
                #expect(reset?.stream == 1 && reset?.payload == [0, 0, 0, 1], "RST_STREAM with PROTOCOL_ERROR")
                #expect(frames.contains { $0.type == 1 && $0.stream == 1 }, "an answer says why")
                #expect(!frames.contains { $0.type == 7 }, "no GOAWAY")
            }
            #expect(test.log.all.map(\.verdict) == [.malformed, .refused])
            #expect(test.log.all.first?.detail?.contains("RFC 9113, section 8.") == true)
        }
    }

    @Test func `a block of fields that cannot be decoded ends the connection, and is logged`() async throws {
        try await TestServer.with { test in
            try await RawConnection.with(port: test.port) { connection in
                // An index that no table has.
                let broken: [UInt8] = [0, 0, 2, 1, 5, 0, 0, 0, 1, 0xFF, 0x7F]
                try await connection.send(Self.preface + broken)
                let frames = try await frames(connection) { $0.type == 7 }
                #expect(frames.last?.type == 7)
                _ = try await connection.rest()
            }
            #expect(test.log.all.map(\.verdict) == [.malformed])
            #expect(
                test.log.last?.detail?.contains("a frame cannot be read, or the block of fields in it") == true,
                "\(test.log.all)")
        }
    }

    @Test(arguments: [0, 3], [false, true])
    func `what stops half way ends the connection in time, and is logged`(stream: UInt8, isFrame: Bool) async throws {
        try await TestServer.with {
            $0.limits.head = .milliseconds(50)
        } _: { (test) async throws in
            try await RawConnection.with(port: test.port) { connection in
                // Alone, or behind a request that is answered; a frame of a block, or half of the only one.
                let before = stream == 0 ? [] : Self.headers(1, Self.pseudo)
                var half = Self.headers(3, Self.pseudo)
                if isFrame { half[4] = 1 } else { half.removeLast(9) }
                try await connection.send(Self.preface + before + half)
                let frames = try await frames(connection) { $0.type == 7 }
                #expect(frames.last?.payload.suffix(4) == [0, 0, 0, 0], "GOAWAY without an error")
                #expect(frames.contains { $0.type == 1 && $0.stream == 1 } == (stream != 0))
                _ = try await connection.rest()
            }
            #expect(test.log.all.last?.status == 408)
            #expect(test.log.all.last?.verdict == .malformed)
        }
    }
}

import NIOCore
import NIOEmbedded
import TestSupport
import Testing

@testable import MockBedrock

/// Frames that nobody else counts are dropped, or need credit.
struct FrameGateTests {
    private final class Overruns { var count = 0 }

    /// What passes of bytes that come in parts.
    private func passed(_ parts: [[UInt8]], answering bytes: Int = 0) throws -> (bytes: [UInt8], overruns: Int) {
        let overruns = Overruns()
        let channel = EmbeddedChannel(handler: FrameGate { overruns.count += 1 })
        if bytes > 0 { try channel.writeOutbound(IOData.byteBuffer(ByteBuffer(repeating: 0, count: bytes))) }
        for part in parts { try channel.writeInbound(ByteBuffer(bytes: part)) }
        var passed: [UInt8] = []
        while let part = try channel.readInbound(as: ByteBuffer.self) { passed += Array(part.readableBytesView) }
        _ = try? channel.finish()
        return (passed, overruns.count)
    }

    @Test func `frames of an unknown type are dropped, however the bytes are cut`() throws {
        let (unknown, empty) = (FrameBytes.frame(0x77, 0xFF, 0, [1, 2, 3]), FrameBytes.frame(0x10, 0, 3, []))
        let (request, body) = (FrameBytes.request(1, flags: 4), FrameBytes.frame(0, 1, 1, Array("body".utf8)))
        let stream = FrameBytes.opening + unknown + request + empty + unknown + body + unknown
        let wanted = FrameBytes.opening + FrameBytes.acknowledgement + request + body
        for cut in 0...stream.count {
            #expect(try passed([Array(stream[..<cut]), Array(stream[cut...])]).bytes == wanted, "cut at \(cut)")
        }
        #expect(try passed(stream.map { [$0] }).bytes == wanted)
    }

    @Test func `inside a block of fields, and where it is too long, it is the library's to refuse`() throws {
        let inside =
            FrameBytes.request(1, flags: 1) + FrameBytes.frame(0x77, 0, 1, [1]) + FrameBytes.frame(9, 4, 1, [])
        let opening = FrameBytes.opening + FrameBytes.acknowledgement
        #expect(try passed([opening + inside]).bytes == opening + inside)
        let long = FrameBytes.frame(0x77, 0, 0, [UInt8](repeating: 0, count: 16_385))
        #expect(try passed([FrameBytes.opening + long]).bytes == FrameBytes.opening + long)
        let behind = inside + FrameBytes.frame(0x77, 0, 1, [1])
        #expect(try passed([opening + behind]).bytes == opening + inside)
    }

    @Test func `the server's settings count as acknowledged once, at the latest before the first request`() throws {
        let (opening, own) = (FrameBytes.opening, FrameBytes.acknowledgement)
        let (first, second) = (FrameBytes.request(1), FrameBytes.request(3))
        // The client's own is kept back where it comes late; a second one is the library's to refuse.
        for late in [[], own, own + own] {
            let sent = opening + first + late + second
            let wanted = opening + own + first + late.dropFirst(own.count) + second
            for cut in 0...sent.count {
                #expect(try passed([Array(sent[..<cut]), Array(sent[cut...])]).bytes == wanted, "cut at \(cut)")
            }
        }
        #expect(try passed([opening + own + first]).bytes == opening + own + first)
        // Without settings of its own a client has not begun rightly, which the library says.
        let bare = Array(opening.prefix(24)) + first
        #expect(try passed([bare]).bytes == bare)
    }

    @Test(arguments: [7, 8] as [UInt8])
    func `credit ends, and with it all that passes`(type: UInt8) throws {
        let frame = FrameBytes.frame(type, 0, 0, [0, 0, 0, 1])
        let most = [[UInt8]](repeating: frame, count: FrameGate.firstCredit).flatMap(\.self)
        let all = try passed([FrameBytes.opening + most])
        #expect(all.overruns == 0)
        #expect(all.bytes.count == FrameBytes.opening.count + most.count)
        let over = try passed([FrameBytes.opening + most, frame, frame])
        #expect(over.overruns == 1)
        #expect(over.bytes == all.bytes)
        // What is answered earns more.
        let earned = try passed([FrameBytes.opening + most, frame + frame], answering: 2 * FrameGate.bytesEarning)
        #expect(earned.overruns == 0)
    }
}

/// What a client of HTTP/2 can hold, and for how long.
@Suite(.live, .timeLimit(.minutes(10)))
struct HTTP2BudgetTests {
    @Test func `a flood of window updates ends its connection, and stands in the log`() async throws {
        try await TestServer.with { test in
            try await RawConnection.with(port: test.port) { connection in
                let update = FrameBytes.frame(8, 0, 0, [0, 0, 0, 1])
                let flood = [[UInt8]](repeating: update, count: FrameGate.firstCredit + 1).flatMap(\.self)
                try await connection.send(FrameBytes.opening + flood)
                let frames = FrameBytes.read(try await connection.rest())
                #expect(frames.last { $0.type == 7 }?.payload.suffix(4) == [0, 0, 0, 0x0B], "ENHANCE_YOUR_CALM")
            }
            #expect(test.log.last?.verdict == .malformed)
            #expect(test.log.last?.detail?.contains("WINDOW_UPDATE") == true)
        }
    }

    @Test(arguments: [(20_000, false), (60_000, false), (70_000, true)])
    func `fields before the acknowledgement of settings have the server's own limit`(count: Int, isTooLong: Bool)
        async throws
    {
        try await TestServer.with { test in
            try await RawConnection.with(port: test.port) { connection in
                let value = [UInt8](repeating: 97, count: count)
                let length: [UInt8] = [0x7F] + FrameBytes.number(count - 127)
                let block = [0, 1, 98] + length + value
                try await connection.send(FrameBytes.opening + FrameBytes.requestInParts(1, also: block))
                while test.log.last == nil { try await Task.sleep(for: .milliseconds(5)) }
            }
            #expect((test.log.last?.status == 431) == isTooLong)
            #expect((test.log.last?.detail?.contains("65536 bytes") ?? false) == isTooLong)
        }
    }

    @Test func `a client that never opens its window is idle, also behind complete requests`() async throws {
        try await TestServer.with {
            $0.limits.idle = .milliseconds(100)
        } _: { (test) async throws in
            try await RawConnection.with(port: test.port) { connection in
                // SETTINGS_INITIAL_WINDOW_SIZE 0 (RFC 9113, section 6.5.2).
                let closed = FrameBytes.frame(4, 0, 0, [0, 4, 0, 0, 0, 0])
                try await connection.send(
                    FrameBytes.opening + closed + FrameBytes.request(1) + FrameBytes.request(3))
                let frames = FrameBytes.read(try await connection.rest())
                #expect(Set(frames.filter { $0.type == 3 }.map(\.stream)) == [1, 3], "each stream is reset")
                #expect(frames.contains { $0.type == 7 })
            }
        }
    }

    @Test func `heads named by places in the table are held within the budget`() async throws {
        try await TestServer.with {
            $0.limits.allBodyBytes = 100_000
        } _: { (test) async throws in
            try await RawConnection.with(port: test.port) { connection in
                // A field of 3,900 bytes enters the table and is named again by one byte each (RFC 7541, section 6.1).
                let field = [0x40, 3, 0x78, 0x2D, 0x62, 0x7F, 0xBD, 0x1D] + [UInt8](repeating: 65, count: 3900)
                let again = [UInt8](repeating: 0x80 | 62, count: 12)
                // The client takes the server's settings first, which bound a head.
                try await connection.send(FrameBytes.opening + FrameBytes.frame(4, 1, 0, []))
                var open = FrameBytes.request(1, flags: 4, also: field + again)
                for stream in stride(from: 3 as UInt32, through: 19, by: 2) {
                    open += FrameBytes.request(stream, flags: 4, also: again)
                }
                try await connection.send(open)
                while test.log.last?.status != 503 { try await Task.sleep(for: .milliseconds(5)) }
                // Others are answered meanwhile.
                #expect(try await test.send(TestRequest()).status == 200)
            }
            #expect(test.log.all.contains { $0.status == 503 })
        }
    }
}

import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOPosix
import SigV4
import Testing

@testable import MockBedrock

/// A client that does not read is not served further.
struct BackPressureTests {
    private struct Connection {
        let channel = EmbeddedChannel()
        let threads = NIOThreadPool(numberOfThreads: 1)

        init(searches: SearchQueue) throws {
            var configuration = MockServerConfiguration(
                credentials: [DemonstrationCredentials.credential], clock: { TestRequest.now })
            configuration.account = .demonstration
            let tap = RawHeadHandler(headBytes: 64 * 1024) { _ in }
            let exchange = ExchangeHandler(
                core: MockCore(configuration), tap: tap, registry: ConnectionRegistry(limit: 1),
                bodies: BodyBudget(1 << 20), threads: threads, searches: searches)
            try channel.pipeline.syncOperations.addHandlers([
                tap, ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)), exchange,
            ])
            try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        }

        /// How many answers were written since the last call.
        func answers() throws -> Int {
            var text = ""
            while let part = try channel.readOutbound(as: ByteBuffer.self) { text += String(buffer: part) }
            return text.components("HTTP/1.1 200 OK").count - 1
        }
    }

    @Test func `accepting pauses where it fails, once for all failures of a moment`() throws {
        let listener = EmbeddedChannel(handler: AcceptPause())
        // Of each option the channel keeps what was set last.
        var settings: [Bool] {
            listener.options.compactMap { $0.0 is ChannelOptions.Types.AutoReadOption ? $0.1 as? Bool : nil }
        }
        for _ in 0..<3 {
            listener.pipeline.fireErrorCaught(IOError(errnoCode: 24, reason: "accept"))
        }
        #expect(settings == [false])
        listener.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(settings == [true])
        listener.pipeline.fireErrorCaught(IOError(errnoCode: 24, reason: "accept"))
        #expect(settings == [false])
        listener.embeddedEventLoop.advanceTime(by: .seconds(1))
        _ = try listener.finish()
    }

    @Test func `nothing more is answered until what was written is read`() async throws {
        let searches = SearchQueue(limit: 1, time: .seconds(1))
        try answerWhatIsRead(searches)
        await searches.shutdown()
    }

    /// All that an embedded channel does, its end included, belongs to the thread that made it: nothing is awaited here.
    private func answerWhatIsRead(_ searches: SearchQueue) throws {
        let connection = try Connection(searches: searches)
        let request = try TestRequest().wire()
        try connection.channel.writeInbound(ByteBuffer(bytes: request + request))
        #expect(try connection.answers() == 2)
        connection.channel.isWritable = false
        try connection.channel.writeInbound(ByteBuffer(bytes: request + request + request))
        #expect(try connection.answers() == 1)
        try connection.channel.writeInbound(ByteBuffer(bytes: request))
        #expect(try connection.answers() == 0)
        connection.channel.isWritable = true
        connection.channel.pipeline.fireChannelWritabilityChanged()
        #expect(try connection.answers() == 3)
        _ = try connection.channel.finish(acceptAlreadyClosed: true)
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}

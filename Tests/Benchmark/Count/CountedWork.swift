import Glibc
import MockBedrock
import Synchronization

/// Work whose instructions, allocations and system calls are counted: they do not depend on the machine's speed.
enum CountedWork {
    static let names = ["sign", "verify", "event-stream"] + exchanges.map(\.name) + [CountedReplay.name]

    /// Exchanges with a server that has something to carry, or nothing.
    private static let exchanges: [(name: String, burden: MockProcess.Burden)] = [
        ("exchange", .none), ("exchange-recordings", .recordings), ("exchange-models", .models),
    ]

    /// How often the work is done before it counts: the first times make caches and tables.
    private static let warming = 50

    /// Does the work so many times.
    ///
    /// It never waits asynchronously: the first thread would then suspend itself for signals, which valgrind 3.19 does not
    /// survive.
    static func run(_ name: String, _ count: Int) throws(Absence) {
        if name == CountedReplay.name { return try CountedReplay.run(warming + count) }
        if let exchange = exchanges.first(where: { $0.name == name }) {
            let client = try LoopbackClient(port: mockPort(exchange.burden))
            let request = try LoadedRequest.bytes()
            for _ in 0..<(warming + count) { try client.exchange(request) }
            return
        }
        // Not among all of them: the search is made once for its own, which takes a second.
        let measurements: [Measurement] = [.sign, .verify, .eventStream]
        guard let measurement = measurements.first(where: { $0.name == name }) else {
            throw Absence(reason: "there is no work '\(name)'")
        }
        measurement.work(warming + count)
    }

    /// Starts the mock on other threads.
    private static func mockPort(_ burden: MockProcess.Burden) -> Int {
        let start = MockStart()
        start.begin(burden)
        while start.port == 0 { usleep(10_000) }
        return start.port
    }

    private final class MockStart: Sendable {
        private let found = Mutex(0)

        var port: Int { found.withLock { $0 } }

        func begin(_ burden: MockProcess.Burden) {
            Task.detached {
                let server = try await MockProcess.server(burden)
                self.found.withLock { $0 = server.port }
                try await Task.sleep(for: .seconds(3600))
            }
        }
    }
}

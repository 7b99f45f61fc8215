import HTTPTransport
import NIOCore
import NetworkTerms
import TestSupport
import Testing

/// Many at once, reuse, cancellation, and nothing left behind.
@Suite(.liveAlone, .timeLimit(.minutes(10)), .serialized) struct ConcurrencyTests {
    @Test func `connections are reused`() async throws {
        try await RawServer.running(alwaysOK) { server in
            try await withTransport { transport in
                for index in 0..<50 {
                    let response = try await transport.send(.get(server.origin, "/\(index)"))
                    #expect(response.timings.connectionReused == (index > 0))
                }
            }
            #expect(server.connections == 1)
        }
    }

    @Test func `three hundred at once overlap`() async throws {
        // No answer is given before all requests have come: it ends only if all are under way together.
        try await RawServer.running({ connection in
            while let request = try await connection.request() {
                while connection.server.requests.count < 300 { try await Task.sleep(for: .milliseconds(5)) }
                try await connection.respond(request.requestLine)
            }
        }) { server in
            try await withTransport { transport in
                try await withThrowingTaskGroup { group in
                    for index in 0..<300 {
                        group.addTask { (index, try await transport.send(.get(server.origin, "/\(index)"))) }
                    }
                    for try await (index, response) in group {
                        #expect(response.body == Array("GET /\(index) HTTP/1.1".utf8))
                    }
                }
            }
            #expect(server.connections == 300)
        }
    }

    @Test func `more transfers than connections all end`() async throws {
        try await RawServer.running(alwaysOK) { server in
            try await withTransport(maxConnections: 4) { transport in
                try await withThrowingTaskGroup { group in
                    for _ in 0..<200 { group.addTask { try await transport.send(.get(server.origin)).status } }
                    for try await status in group { #expect(status == 200) }
                }
            }
            #expect(server.connections <= 8)
        }
    }

    enum Moment: CaseIterable { case before, waiting, reading }

    @Test(arguments: Moment.allCases)
    func `cancellation ends the transfer and closes its connection`(moment: Moment) async throws {
        try await RawServer.running({ connection in
            _ = try await connection.request()
            if moment == .reading {
                try await connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            }
            // The client's close ends the wait; only then is the second request recorded.
            try await connection.hold()
            connection.server.keep(.init(head: Array("closed".utf8), body: []))
        }) { server in
            try await withTransport { transport in
                let task = Task {
                    while moment == .before, !Task.isCancelled { await Task.yield() }
                    return try await failure(transport, .get(server.origin))
                }
                if moment == .before {
                    task.cancel()
                } else {
                    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
                    if moment == .reading { try await Task.sleep(for: .milliseconds(50)) }
                    task.cancel()
                }
                #expect(try await task.value.code == .cancelled)
                while moment != .before, server.requests.count < 2 { try await Task.sleep(for: .milliseconds(2)) }
            }
        }
    }

    @Test func `cancellation of hundreds while they connect and wait`() async throws {
        try await RawServer.running({ connection in try await connection.hold() }) { server in
            try await withTransport { transport in
                let tasks = (0..<300).map { _ in Task { try await failure(transport, .get(server.origin)).code } }
                try await Task.sleep(for: .milliseconds(10))
                for task in tasks { task.cancel() }
                for task in tasks { #expect(try await task.value == .cancelled) }
                #expect(server.requests.isEmpty)
            }
        }
    }

    @Test func `shutdown ends what is under way and refuses what comes`() async throws {
        try await RawServer.running({ connection in
            _ = try await connection.request()
            try await connection.hold()
        }) { server in
            let transport = try HTTPTransport(TransportConfiguration(environment: [:]))
            async let pending = failure(transport, .get(server.origin))
            while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
            await transport.shutdown()
            #expect(try await pending.code == .cancelled)
            #expect(try await failure(transport, .get(server.origin)).code == .shutDown)
            await transport.shutdown()
        }
    }

    @Test func `no descriptor is left behind`() async throws {
        try await RawServer.running(alwaysOK) { server in
            func round() async throws {
                try await withTransport { transport in
                    try await withThrowingTaskGroup { group in
                        for _ in 0..<40 { group.addTask { try await transport.send(.get(server.origin)).status } }
                        for try await _ in group {}
                    }
                    _ = try await failure(transport, .get("http://127.0.0.1:1"))
                    let task = Task { try await failure(transport, .get("http://localhost:1")) }
                    task.cancel()
                    _ = try await task.value
                }
            }
            func sockets() -> Set<String> { OpenDescriptors.ofTransport(to: server.port) }
            try await round()
            for _ in 0..<5 { try await round() }
            #expect(sockets().isEmpty)
            let before = OpenDescriptors.eventLoops()
            for _ in 0..<20 { try await round() }
            // Other suites run beside this one and open a few loops of their own; twenty leaked ones would show.
            #expect(OpenDescriptors.eventLoops() < before + 20)
        }
    }

    @Test func `a transport that is dropped ends its thread and loop`() async throws {
        try await RawServer.running(alwaysOK) { server in
            let before = OpenDescriptors.eventLoops()
            for _ in 0..<40 {
                let transport = try HTTPTransport(TransportConfiguration(environment: [:]))
                _ = try await transport.send(.get(server.origin))
            }
            while OpenDescriptors.eventLoops() > before + 20 { try await Task.sleep(for: .milliseconds(5)) }
        }
    }
}

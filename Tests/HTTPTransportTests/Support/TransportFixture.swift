import HTTPTransport
import NetworkTerms
import TestSupport
import Testing

/// Runs a body with a transport and shuts the transport down afterwards.
func withTransport<Value>(
    _ environment: [String: String] = [:], maxConnections: Int = 512, maxResponseBytes: Int = 64 * 1024 * 1024,
    _ body: (HTTPTransport) async throws -> Value
) async throws -> Value {
    LiveTrait.expect()
    let transport = try HTTPTransport(
        TransportConfiguration(
            environment: environment, maxConnections: maxConnections, maxResponseBytes: maxResponseBytes))
    do {
        let value = try await body(transport)
        await transport.shutdown()
        return value
    } catch {
        await transport.shutdown()
        throw error
    }
}

extension TransportRequest {
    static func get(_ origin: String, _ target: String = "/", timeouts: TransportTimeouts = .init()) -> Self {
        TransportRequest(method: "GET", origin: origin, target: target, timeouts: timeouts)
    }
}

/// Sends a request that must fail, and returns the error.
func failure(
    _ transport: HTTPTransport, _ request: TransportRequest, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> TransportError {
    do throws(TransportError) {
        let response = try await transport.send(request)
        Issue.record("Expected an error, and got \(response).", sourceLocation: sourceLocation)
        throw TransportError(code: .badRequest, message: "no error", nextStep: "")
    } catch {
        return error
    }
}

/// Streams a response that must fail, and returns the error.
func streamedFailure(
    _ transport: HTTPTransport, _ request: TransportRequest, sourceLocation: SourceLocation = #_sourceLocation
) async throws -> TransportError {
    do throws(TransportError) {
        var body = try await transport.stream(request).body.makeAsyncIterator()
        while try await body.next() != nil {}
        Issue.record("Expected an error, and got a whole response.", sourceLocation: sourceLocation)
        throw TransportError(code: .badRequest, message: "no error", nextStep: "")
    } catch {
        return error
    }
}

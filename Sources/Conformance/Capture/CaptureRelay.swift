import Converse
import ConverseAPI
package import HTTPTransport
import JSONText
package import MockBedrock
import NetworkTerms
import Recordings
import SigV4
import WireText

/// Sends requests on to the upstream, passes the answers back as they come, and keeps both.
package struct CaptureRelay: Sendable {
    private let upstream: Upstream
    private let transport: HTTPTransport
    private let book: CaptureBook
    /// Called when an exchange was added or a note was made.
    private let changed: @Sendable () -> Void

    /// An answer may take as long as the client waits for it; these only end what nobody waits for any more.
    private static let timeouts = TransportTimeouts(
        connect: .seconds(30), firstByte: .seconds(3600), total: .seconds(4 * 3600))

    package init(
        to upstream: Upstream, over transport: HTTPTransport, into book: CaptureBook,
        changed: @escaping @Sendable () -> Void = {}
    ) {
        self.upstream = upstream
        self.transport = transport
        self.book = book
        self.changed = changed
    }

    /// Answers one request.
    package func relay(_ received: RelayedRequest, _ answer: RelayedAnswer) async {
        let number = book.begin()
        defer {
            book.end()
            changed()
        }
        do throws(RelayFailure) {
            let response = try await begin(received, answer)
            let (chunks, failure) = try await body(of: response, to: answer)
            // The client need not wait until its answer is written down.
            if failure == nil { await answer.end() }
            let exchange = Exchange(
                request: recorded(received), response: recorded(response, chunks))
            if let failure {
                book.add(
                    exchange, number: number,
                    remark: "exchange \(number): the upstream's answer broke off: \(failure.message)")
            } else {
                book.add(exchange, number: number)
            }
        } catch {
            switch error {
            case .upstream(let reason):
                book.note("request \(number + 1) left out: \(reason)")
                await refuse(reason, answer)
            case .clientGone:
                book.note("request \(number + 1) left out: the client went away before its answer was whole")
            }
        }
    }

    private enum RelayFailure: Error {
        case upstream(String)
        case clientGone
    }

    /// Sends the request and passes the head of the answer back.
    private func begin(
        _ received: RelayedRequest, _ answer: RelayedAnswer
    ) async throws(RelayFailure) -> StreamedResponse {
        let request: TransportRequest
        do {
            request = try upstream.request(for: received, Self.timeouts)
        } catch {
            throw .upstream("it could not be sent: \(error.message)")
        }
        let response: StreamedResponse
        do throws(TransportError) {
            response = try await transport.stream(request)
        } catch {
            throw error.code == .cancelled ? .clientGone : .upstream("\(error.message) \(error.nextStep)")
        }
        do {
            try await answer.begin(
                status: response.head.status,
                headers: response.head.headers,
                length: response.head.header("content-length").flatMap { Int($0) })
        } catch {
            throw .clientGone
        }
        return response
    }

    /// Passes the body on, chunk by chunk; what came of it, and why it broke off if it did.
    private func body(
        of response: StreamedResponse, to answer: RelayedAnswer
    ) async throws(RelayFailure) -> (chunks: [StreamChunk], failure: TransportError?) {
        var chunks: [StreamChunk] = []
        var body = response.body.makeAsyncIterator()
        while true {
            let chunk: BodyChunk?
            do throws(TransportError) {
                chunk = try await body.next()
            } catch {
                if error.code == .cancelled { throw .clientGone }
                return (chunks, error)
            }
            guard let chunk else { return (chunks, nil) }
            do {
                try await answer.send(chunk.bytes)
            } catch {
                throw .clientGone
            }
            chunks.append(StreamChunk(milliseconds: Self.milliseconds(chunk.time), bytes: chunk.bytes))
        }
    }

    /// Tells the client that there is no answer, with a type that is none of the service's.
    private func refuse(_ reason: String, _ answer: RelayedAnswer) async {
        let message = "The upstream gave no answer: \(reason)"
        let body = JSONValue.object(["message": .string(Redactor.standard.redact(message))]).bytes(.compact)
        do {
            try await answer.begin(
                status: 502,
                headers: [
                    HeaderField("Content-Type", "application/json"),
                    HeaderField("x-amzn-ErrorType", "DoctorUpstreamException:capture"),
                ], length: body.count)
            try await answer.send(body)
            await answer.end()
        } catch {
            // The client has gone.
        }
    }

    // MARK: What is kept

    private func recorded(_ received: RelayedRequest) -> RecordedRequest {
        let target = UnsignedTarget.text(received.target)
        return RecordedRequest(
            method: received.method, target: target, host: upstream.endpoint(for: target).authority,
            headers: received.headers, body: RecordedBody(received.body))
    }

    private func recorded(_ response: StreamedResponse, _ chunks: [StreamChunk]) -> RecordedResponse {
        let headers = response.head.headers
        let type = headers.text(of: "content-type")?.lowercased() ?? ""
        let isStream = type.hasPrefix("application/vnd.amazon.eventstream")
        return RecordedResponse(
            status: response.head.status, headers: headers,
            body: isStream ? .stream(chunks) : RecordedBody(chunks.flatMap(\.bytes)))
    }

    /// To the microsecond.
    private static func milliseconds(_ duration: Duration) -> Double {
        let parts = duration.components
        return Double(parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000) / 1000
    }
}

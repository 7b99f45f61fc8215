public import ConverseAPI
import HTTPTransport
import SigV4

extension ConverseClient {
    /// Asks a model and gives back its answer while it comes, once the first event is there.
    ///
    /// Before the first event everything is tried again as for ``converse(_:modelID:)``, an exception that comes in its
    /// place included; after it nothing is, because the caller has seen a part of the answer.
    ///
    /// - Throws: ``ConverseError`` when there is no answer, a refusal, or an answer that is not an event stream.
    public func converseStream(
        _ request: ConverseRequest, modelID: String
    ) async throws(ConverseError) -> ConverseStream {
        let target = ModelTarget.path(modelID: modelID, operation: .converseStream, form: configuration.modelIDForm)
        return try await stream(target: target, body: request.body, order: .required)
    }

    /// Signs and sends a request whose answer is a stream of Converse events.
    ///
    /// - Parameter order: whether events out of order are an error.
    package func stream(
        target: String, body: [UInt8], order: StreamOrderPolicy
    ) async throws(ConverseError) -> ConverseStream {
        let request = unsigned(method: "POST", target: target, headers: [], body: body)
        let ended = try await attempt(request, configuration.retry) { signed, timeLeft in
            let timeouts = self.timeouts(within: timeLeft)
            return await self.open(self.outgoing(signed, method: "POST", body: body, timeouts), order)
        }
        if let refusal = ended.refusal { throw error(refusal, in: ended.exchange) }
        guard let reader = ended.answer else { throw notAStream(ended.exchange) }
        return ConverseStream(ended.exchange, reader) { end, exchange in self.error(end, in: exchange) }
    }

    /// The retry policy's deadline holds until the answer begins; then the stream has its own.
    private func timeouts(within timeLeft: Duration) -> TransportTimeouts {
        var timeouts = configuration.timeouts
        timeouts.connect = min(timeouts.connect, timeLeft)
        timeouts.firstByte = min(timeouts.firstByte, timeLeft)
        timeouts.idle = configuration.streamDeadlines.idle
        timeouts.total = configuration.streamDeadlines.total
        return timeouts
    }

    /// Sends a request and reads its answer up to the first event; a refusal and a foreign answer are read whole.
    private func open(_ request: TransportRequest, _ order: StreamOrderPolicy) async -> AttemptOutcome<StreamReader?> {
        var head: TransportResponse
        do throws(TransportError) {
            let answer = try await transport.stream(request)
            head = answer.head
            guard (200..<300).contains(head.status), Self.mayBeStream(head) else {
                head.body = try await answer.body.collect(limit: Self.largestPlainAnswer)
                head = ServiceRefusal.bounded(head)
                let refusal = (200..<300).contains(head.status) ? nil : ServiceRefusal(head)
                return .answered(head, refusal: refusal, nil)
            }
            let reader = StreamReader(answer.body, order: order)
            do throws(StreamReader.End) {
                try await reader.readAhead()
                return .answered(head, refusal: nil, reader)
            } catch {
                switch error {
                case .exception(let refusal): return .answered(head, refusal: refusal, nil)
                case .failure(let failure): return .failed(.stream(failure, head))
                case .transport(let failure): return .failed(.transport(failure))
                }
            }
        } catch {
            return .failed(.transport(error))
        }
    }

    /// How much of an answer that is not a stream is read.
    private static let largestPlainAnswer = 16 * 1024 * 1024

    /// What calls itself something else is not read as frames; what calls itself nothing may be.
    private static func mayBeStream(_ head: TransportResponse) -> Bool {
        guard let type = head.header("Content-Type") else { return true }
        return type.lowercased().hasPrefix("application/vnd.amazon.eventstream")
    }

    private func error(_ end: StreamReader.End, in exchange: SignedExchange) -> ConverseError {
        switch end {
        case .failure(let failure): ConverseError(failure, end: .answerBegun, exchange: exchange)
        case .exception(let refusal): error(refusal, in: exchange, end: .answerBegun)
        case .transport(let failure):
            ConverseError(failure, attempts: exchange.attempts, end: .answerBegun, exchange: exchange)
        }
    }

    private func notAStream(_ exchange: SignedExchange) -> ConverseError {
        let type = exchange.response.header("Content-Type") ?? "without a content type"
        return ConverseError(
            code: .unreadableAnswer,
            message: "the answer (\(type), \(exchange.body.count) bytes) is not an event stream",
            attempts: exchange.attempts, end: .notWorthwhile, exchange: exchange)
    }
}

import Codes
import ConverseAPI
import Evidence
import JSONText
import Report
import WireText

/// What went wrong with an answer after its status said that all was well: the body broke off or was damaged, an
/// exception came inside the stream, or the client could not read what came.
enum BrokenAnswer {
    /// The causes that only an answer that has begun can have.
    static let codes: Set<FindingCode> = [
        .streamDamaged, .streamEndedEarly, .streamSilent, .streamOutOfOrder, .answerUnreadable,
        .networkAnswerMalformed,
    ]

    /// The diagnosis; `nil` when the answer is whole as far as the input shows.
    ///
    /// - Parameter surroundings: What was pasted around the answer.
    static func diagnosis(
        _ exchange: ObservedExchange, context: ExplainContext, surroundings: String = ""
    ) -> ErrorDiagnosis? {
        words(exchange, context) ?? body(exchange, context, surroundings)
    }

    // MARK: What the client said

    private static func words(_ exchange: ObservedExchange, _ context: ExplainContext) -> ErrorDiagnosis? {
        guard exchange.message != nil else { return nil }
        let words = ClientWords.diagnosis(exchange, isBegun: true) { message in
            diagnosis(ServiceAnswer(content: .message(message), errorType: context.errorType), exchange, context)
        }
        guard let first = words.candidates.first else { return nil }
        // What a program says after a good answer may be of anything: a guess is none.
        let isRefusal = words.errorType.map(ErrorTypeName.isFromAWS) ?? false
        return first.confidence != .possible || isRefusal ? words : nil
    }

    // MARK: What came

    private static func body(
        _ exchange: ObservedExchange, _ context: ExplainContext, _ surroundings: String
    ) -> ErrorDiagnosis? {
        guard let response = exchange.response, (200...299).contains(response.status ?? 0) else { return nil }
        let call = exchange.request.flatMap { RuntimePath($0.target) }?.operation
        if !response.events.isEmpty {
            return call == "ConverseStream"
                ? StreamReview.fault(in: response.events.map(StreamReview.Event.init)).map {
                    diagnosis($0, exchange, context)
                } : nil
        }
        // Some print the body as one more line of the head.
        if response.body.isEmpty, let printed = response.header("body"), printed.hasPrefix("{") {
            var shown = response
            shown.body = Array(printed.utf8)
            return unknownOperation(shown, exchange, context, surroundings)
        }
        guard !response.body.isEmpty else { return nil }
        if let unknown = unknownOperation(response, exchange, context, surroundings) { return unknown }
        if isEventStream(response) { return stream(response, exchange, context) }
        guard call == "Converse", isWhole(response) else { return nil }
        do {
            _ = try JSONValue(parsing: response.body)
            return nil
        } catch {
            let answer = ServiceAnswer(content: .message("the answer is not Converse's: it is not JSON: \(error)"))
            return diagnosis(answer, exchange, context)
        }
    }

    /// The frames of a stream; where a paste or a printer has replaced bytes, no more than the exception in them.
    private static func stream(
        _ response: ObservedResponse, _ exchange: ObservedExchange, _ context: ExplainContext
    ) -> ErrorDiagnosis? {
        // No frame is as long as 16 MiB, so that its length begins with a zero.
        if response.isExact, response.body.first == 0 {
            return StreamReview.fault(in: response.body).map { diagnosis($0, exchange, context) }
        }
        let mark = response.body[...].range(of: ":exception-type") ?? response.body[...].range(of: ":error-code")
        guard let mark else { return nil }
        let text = response.body[mark.upperBound...].text
        let name = text.drop { !$0.isLetter }.prefix { $0.isLetter }
        return diagnosis(
            ServiceAnswer(content: .message(text), errorType: name.prefix(1).uppercased() + name.dropFirst()), exchange,
            context)
    }

    /// Coral's answer to a path that none of its operations has, which a gateway may hand on with a status of its own.
    private static func unknownOperation(
        _ response: ObservedResponse, _ exchange: ObservedExchange, _ context: ExplainContext, _ surroundings: String
    ) -> ErrorDiagnosis? {
        guard response.body.count < 1_000, response.body[...].range(of: "#UnknownOperationException") != nil else {
            return nil
        }
        var answer = ServiceAnswer(content: .body(response.body))
        answer.surroundings = surroundings
        return diagnosis(answer, exchange, context)
    }

    private static func isEventStream(_ response: ObservedResponse) -> Bool {
        response.header("content-type")?.lowercased().contains("vnd.amazon.eventstream") ?? false
    }

    /// Whether the input shows all bytes that the head announces: what a log cut short says nothing about the answer.
    private static func isWhole(_ response: ObservedResponse) -> Bool {
        guard let length = response.header("content-length").flatMap({ Int($0.trimmedWhitespace()) }) else {
            return false
        }
        return length == response.body.count
    }

    private static func diagnosis(
        _ fault: StreamReview.Fault, _ exchange: ObservedExchange, _ context: ExplainContext
    ) -> ErrorDiagnosis {
        switch fault {
        case .refusal(let refusal):
            diagnosis(
                ServiceAnswer(content: .message(refusal.message ?? ""), errorType: refusal.errorType), exchange, context
            )
        case .failure(let failure):
            // Without their frames, events have no place in the stream's bytes.
            diagnosis(
                ServiceAnswer(
                    content: .message(exchange.response?.events.isEmpty == false ? failure.reason : failure.description)
                ),
                exchange, context)
        }
    }

    private static func diagnosis(
        _ answer: ServiceAnswer, _ exchange: ObservedExchange, _ context: ExplainContext
    ) -> ErrorDiagnosis {
        var answer = answer
        let path = exchange.request.flatMap { RuntimePath($0.target) }
        answer.model = path?.model
        answer.operation = path?.operation
        answer.region = exchange.request.flatMap(SentCredential.region)
        return ErrorDiagnosis(answer, catalog: context.catalog, today: context.today)
    }
}

extension StreamReview.Event {
    fileprivate init(_ observed: ObservedEvent) { self.init(headers: observed.headers, payload: observed.payload) }
}

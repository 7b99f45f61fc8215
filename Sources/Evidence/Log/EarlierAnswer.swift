/// An answer that a report shows above the request that it is of: "this comes back: ..., and this is what I send: ...".
///
/// In a log what stands below an answer is the next call. In a report its writer's words stand between the two.
enum EarlierAnswer {
    /// A report in which words tell such an order has no more lines.
    private static let limit = 1_000

    /// Joins an answer with the request below it, where they are all that a report shows.
    static func join(_ exchanges: inout [ObservedExchange], in text: InputText) {
        guard exchanges.count == 2, let answer = exchanges.first, let request = exchanges.last, isAnswer(answer),
            isRequest(request), isTold(between: answer, and: request, in: text)
        else { return }
        var joined = answer
        joined.request = request.request
        joined.signing = request.signing
        exchanges = [joined]
    }

    private static func isAnswer(_ exchange: ObservedExchange) -> Bool {
        exchange.request == nil && exchange.signing.isEmpty && !exchange.succeeded
            && (exchange.response != nil || exchange.message != nil)
    }

    private static func isRequest(_ exchange: ObservedExchange) -> Bool {
        exchange.request != nil && exchange.response == nil && exchange.message == nil
    }

    /// Whether a person speaks between the two, and does not say that the request below got through.
    private static func isTold(
        between answer: ObservedExchange, and request: ObservedExchange, in text: InputText
    ) -> Bool {
        guard let start = answer.line, let end = request.line, start < end, end < limit else { return false }
        let told = ReportLine.all(in: text).filter { start < $0.number && $0.number < end }
        guard told.contains(where: ReportBlock.isTold) else { return false }
        let lines = text.lines.prefix { $0.number < end }
        let sentences = ProseReader.sentences(of: Array(lines), fences: text.fences).filter { $0.line > start }
        return !sentences.contains { Clause.all(of: $0).contains { $0.outcome == .works } }
    }
}

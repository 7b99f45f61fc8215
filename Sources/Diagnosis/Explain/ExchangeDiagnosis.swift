package import Report
import SigV4

/// What went wrong with one call: the findings, the cause first.
package struct ExchangeDiagnosis: Sendable {
    package let exchange: ObservedExchange
    package let findings: [Finding]

    /// The check under which the findings are reported.
    package static let check = "explain"

    package init(_ exchange: ObservedExchange, context: ExplainContext) {
        var exchange = exchange
        if exchange.request == nil { exchange.request = context.request }
        self.exchange = exchange
        let error = ErrorDiagnosis(
            Self.answer(exchange, context: context), catalog: context.catalog, today: context.today)
        findings = error.findings(check: Self.check)
    }

    /// What tells one failure from another: the causes, the status, and the call.
    var key: [String] {
        findings.map(\.code) + [exchange.response?.status.map(String.init) ?? "", call ?? "", exchange.message ?? ""]
    }

    /// The call in one line, as `POST /model/ID/converse`; `nil` when the input does not show it.
    var call: String? {
        exchange.request.map { "\($0.method) " + Redaction.redacted(target: $0.target) }
    }

    /// What the service answered, with what the request tells about it.
    private static func answer(_ exchange: ObservedExchange, context: ExplainContext) -> ServiceAnswer {
        let path = exchange.request.flatMap { RuntimePath($0.target) }
        let host = exchange.request.flatMap { $0.header("host") ?? $0.host }.flatMap { name in
            AWSHostName(String(name.prefix { $0 != ":" }))
        }
        let content: ServiceAnswer.Content =
            if let body = exchange.response?.body, !body.isEmpty { .body(body) } else {
                .message(exchange.message ?? "")
            }
        return ServiceAnswer(
            status: exchange.response?.status ?? context.status, headers: exchange.response?.headers ?? [],
            content: content, errorType: context.errorType, region: host?.region, model: path?.model,
            operation: path?.operation)
    }
}

/// Puts what a log says, in the order in which it says it, together into calls.
struct ExchangeAssembler: Sendable {
    private(set) var exchanges: [ObservedExchange] = []
    private var current = ObservedExchange()

    mutating func add(_ event: LogEvent, line: Int) {
        switch event {
        case .begin:
            finish()
        case .request(let request):
            if isOver || current.request.map({ !Self.isPart($0, of: request) }) == true { finish() }
            current.request = current.request.map { Self.merged($0, request) } ?? request
        case .canonicalRequest(let text):
            if isOver || current.signing.canonicalRequest.map({ $0 != text }) == true { finish() }
            current.signing.canonicalRequest = text
        case .stringToSign(let text):
            if isOver || current.signing.stringToSign.map({ $0 != text }) == true { finish() }
            current.signing.stringToSign = text
        case .signature(let text):
            if isOver { finish() }
            current.signing.signature = text
        case .response(let response):
            if let known = current.response {
                if known.status != nil, let status = response.status, status != known.status || !known.body.isEmpty {
                    finish()
                    current.response = response
                } else {
                    current.response = Self.merged(known, response)
                }
            } else {
                current.response = response
            }
        case .failure(let text):
            if current.message == nil { current.message = text }
        }
        if current.line == nil, !current.isEmpty { current.line = line }
    }

    /// Whether the call has come to its end: what is sent after that belongs to another.
    private var isOver: Bool {
        current.response?.status != nil || current.response?.body.isEmpty == false || current.message != nil
    }

    mutating func finish() {
        if !current.isEmpty { exchanges.append(current) }
        current = ObservedExchange()
    }

    // MARK: Parts

    /// Whether two accounts of a request can be of the same one.
    private static func isPart(_ one: ObservedRequest, of other: ObservedRequest) -> Bool {
        one.method == other.method && (one.target == other.target || one.headers.isEmpty || other.headers.isEmpty)
    }

    private static func merged(_ known: ObservedRequest, _ more: ObservedRequest) -> ObservedRequest {
        var result = more.headers.count >= known.headers.count ? more : known
        if result.body == .unknown { result.body = known.body == .unknown ? more.body : known.body }
        result.host = more.host ?? known.host
        return result
    }

    private static func merged(_ known: ObservedResponse, _ more: ObservedResponse) -> ObservedResponse {
        ObservedResponse(
            status: known.status ?? more.status, headers: known.headers.isEmpty ? more.headers : known.headers,
            body: known.body.isEmpty ? more.body : known.body)
    }
}

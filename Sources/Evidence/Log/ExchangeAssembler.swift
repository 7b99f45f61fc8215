import JSONText
import WireText

/// Puts what a log says, in the order in which it says it, together into calls.
struct ExchangeAssembler: Sendable {
    private(set) var exchanges: [ObservedExchange] = []
    private var current = ObservedExchange()

    /// No chain of exceptions is longer.
    private static let chainLimit = 16

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
        case .expectedRequest(let text):
            if isOver { finish() }
            current.signing.expectedRequest = text
        case .signature(let text):
            if isOver { finish() }
            current.signing.signature = text
        case .response(let response):
            if isOfOther(response) { finish() }
            if let known = current.response {
                // What ran out of its brackets has been read with the line before.
                if known.status == response.status, !known.body.isEmpty, known.body == response.body { break }
                if known.status != nil, let status = response.status, status != known.status || !known.body.isEmpty {
                    finish()
                    current.response = response
                } else {
                    current.response = Self.merged(known, response)
                }
            } else {
                current.response = response
            }
        case .streamEvent(let event):
            if current.response == nil { current.response = ObservedResponse() }
            current.response?.events.append(event)
        case .failure(let text):
            // Of a chain of exceptions the last is the client's, and those before it are its causes.
            if let known = current.message {
                current.earlierMessages = (current.earlierMessages + [known]).suffix(Self.chainLimit)
            }
            current.message = text
        }
        if current.line == nil, !current.isEmpty { current.line = line }
    }

    /// Whether the call has come to its end: what is sent after that belongs to another.
    private var isOver: Bool {
        current.response?.status != nil || current.response?.body.isEmpty == false || current.message != nil
    }

    /// Whether an answer is of another failure than the one that was told before it: its sentence is not in what was said, and no request
    /// binds the two.
    private func isOfOther(_ response: ObservedResponse) -> Bool {
        guard let told = current.message, current.request == nil, current.response == nil, current.signing.isEmpty,
            let body = try? JSONValue(parsing: response.body),
            let said = (body["message"] ?? body["Message"])?.stringValue,
            said.utf8.count > 16
        else { return false }
        // A client may cut the sentence, or set it in a line of its own.
        return FailureStatement.isNamed(in: told) && !told.contains(said.prefix(16))
    }

    mutating func finish() {
        if isSigningOfLast {
            exchanges[exchanges.count - 1].signing = current.signing
        } else if !current.isEmpty {
            exchanges.append(current)
        }
        current = ObservedExchange()
    }

    /// Whether what was read is not a call of its own, but what the client of the last one says it signed: people paste the
    /// answer first, too.
    ///
    /// The answer must show the signed time, or, of another attempt, the host that was signed, in the service's own account.
    private var isSigningOfLast: Bool {
        guard let last = exchanges.last, last.signing.isEmpty, !current.signing.isEmpty, current.request == nil,
            current.response == nil, current.message == nil
        else { return false }
        let answer = (last.message ?? "") + String(decoding: last.response?.body.prefix(1 << 16) ?? [], as: UTF8.self)
        // A refusal without the service's own account is of the only call that there is.
        guard answer.contains("AWS4-HMAC-SHA256") else {
            return last.request == nil && answer.contains("signature we calculated does not match")
        }
        let signed = [current.signing.stringToSign, current.signing.canonicalRequest].compactMap(\.self)
        return signed.contains { text in
            Self.time(in: text).map { answer.contains($0) } ?? false
                || answer.contains("String for this request should have been")
                    && Self.host(in: text).map { answer.contains($0) } ?? false
        }
    }

    /// The first time of the form `20260131T120000Z` in a signed text.
    private static func time(in text: [UInt8]) -> String? {
        text[...].split { !$0.isDigit && !$0.isUppercaseLetter }.first { piece in
            piece.count == 16 && piece.last == UInt8(ascii: "Z") && piece[piece.startIndex + 8] == UInt8(ascii: "T")
        }.map(\.text)
    }

    /// The line of the host in a canonical request.
    private static func host(in text: [UInt8]) -> String? {
        text.split(separator: 0x0A).first { $0.starts(with: "host:".utf8) && $0.count > 8 }.map {
            String(decoding: $0, as: UTF8.self)
        }
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
        var result = known
        result.status = known.status ?? more.status
        if known.headers.isEmpty { result.headers = more.headers }
        if known.body.isEmpty {
            result.body = more.body
            result.isExact = more.isExact
        }
        return result
    }
}

import JSONText
import WireText

/// Takes secrets out of recorded exchanges before anything is compared, stored or shown.
///
/// Headers are kept only if they are on a list of harmless ones. In bodies the member values and texts are redacted that hold
/// session tokens, signatures, bearer tokens and secret keys, also inside a server's echo of a canonical request; access key
/// ids keep their last four characters. A stream's frames are encoded anew where they hold a secret. Bytes that are not text
/// stay as they are.
public struct Redactor: Sendable {
    /// What stands in place of a secret.
    public static let replacement = SensitiveNames.mask

    /// Keeps the headers that a replay needs.
    public static let standard = Redactor()

    private let requestHeaders: HeaderKeepList
    private let responseHeaders: HeaderKeepList

    /// A redactor that keeps some headers beyond the standard ones.
    ///
    /// - Parameters:
    ///   - requestHeaders: names of request headers to keep too, in any case.
    ///   - responseHeaders: names of response headers to keep too, in any case.
    public init(keeping requestHeaders: [String] = [], responseHeaders: [String] = []) {
        self.requestHeaders = HeaderKeepList.request.adding(requestHeaders)
        self.responseHeaders = HeaderKeepList.response.adding(responseHeaders)
    }

    /// The recording without secrets.
    public func redact(_ recording: Recording) -> Recording {
        var copy = recording
        copy.exchanges = recording.exchanges.mappedByAllCores(redact)
        copy.notes = recording.notes.map(redact)
        return copy
    }

    /// The exchange without secrets.
    public func redact(_ exchange: Exchange) -> Exchange {
        let (request, response) = (exchange.request, exchange.response)
        return Exchange(
            request: RecordedRequest(
                method: request.method, target: redact(request.target), host: request.host,
                headers: redact(request.headers, requestHeaders), body: redact(request.body)),
            response: RecordedResponse(
                status: response.status, headers: redact(response.headers, responseHeaders),
                body: redact(response.body)))
    }

    /// The text without secrets.
    public func redact(_ text: String) -> String { SecretText.redact(text) }

    private func redact(_ headers: [HeaderField], _ list: HeaderKeepList) -> [HeaderField] {
        headers.isEmpty ? [] : headers.filter { list.keeps($0.name) }.map { HeaderField($0.name, redact($0.text)) }
    }

    /// The body without secrets.
    public func redact(_ body: RecordedBody) -> RecordedBody {
        switch body {
        case .json(let value): .json(SecretMembers.redact(value))
        case .text(let text): .text(redact(text))
        case .stream(let chunks): .stream(StreamRedaction.redact(chunks))
        case .none, .bytes: body
        }
    }
}

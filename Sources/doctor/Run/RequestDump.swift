import MockBedrock
import SigV4
import WireText

/// Writes what reached the mock server into a file, as HTTP exchanges that `doctor explain` reads back.
///
/// Each exchange is the request as received and the answer, in HTTP/1.1's form, with an empty line after each. Session
/// tokens, bearer tokens and cookies are replaced by `<redacted>`, wherever they come back too; a body stays as it was.
final class RequestDump: Sendable {
    private let file: GrowingFile
    private let secrets: KnownSecrets

    /// - Parameters:
    ///   - path: The file, which its owner alone can read.
    ///   - secrets: What is masked wherever it stands.
    /// - Throws: ``InputProblem`` when the file cannot be written.
    init(_ path: String, masking secrets: KnownSecrets) throws(InputProblem) {
        self.secrets = secrets
        file = try GrowingFile(path)
    }

    func take(_ observation: MockObservation) {
        // A probe is no call, and its refusal no failure.
        guard let request = observation.request, observation.entry.verdict != .probed else { return }
        file.append(secrets.masked(Self.text(of: request, observation)))
    }

    /// What to say at the end; nil when all was written.
    var words: String? { file.words }

    private static func text(of request: SignableRequest, _ observation: MockObservation) -> [UInt8] {
        var secrets: [[UInt8]] = []
        var text = Array("\(request.method) ".utf8) + Array(Redaction.redacted(target: request.target).utf8)
        text += Array(" HTTP/1.1\r\n".utf8)
        for field in request.headers {
            let shown = Redaction.shown(field)
            if shown != field.value, field.value.count > 8 { secrets.append(field.value) }
            text += Array("\(field.name): ".utf8) + shown
            text += Array("\r\n".utf8)
        }
        text += Array("\r\n".utf8)
        if case .bytes(let body) = request.payload { text += body }
        text += Array("\r\n\r\nHTTP/1.1 \(observation.entry.status)\r\n".utf8)
        for field in observation.responseHeaders { text += Array("\(field.name): \(field.text)\r\n".utf8) }
        var body = observation.responseBody
        for secret in secrets { body = replacing(secret, in: body) }
        return text + Array("\r\n".utf8) + body + Array("\r\n\r\n".utf8)
    }

    private static func replacing(_ secret: [UInt8], in text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = text[...]
        while let found = rest.firstRange(of: secret) {
            result += rest[..<found.lowerBound] + Array(SensitiveNames.mask.utf8)
            rest = rest[found.upperBound...]
        }
        return result + rest
    }
}

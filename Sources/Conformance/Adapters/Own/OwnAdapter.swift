package import JSONText
import SigV4
import WireText

/// The adapter's side of the protocol, spoken for the signer and the verifier of this package.
///
/// It goes through the same door as everybody else's, and shows what an adapter has to do.
package struct OwnAdapter: Sendable {
    private let role: AdapterRole
    private let version: String
    private let signer = Signer()

    package init(_ role: AdapterRole, version: String) {
        self.role = role
        self.version = version
    }

    /// The adapter's first line.
    package var hello: JSONValue {
        let features: JSONValue = role == .signer ? ["headers", "query"] : []
        return [
            "name": .string("bedrock-doctor \(role.rawValue)"), "version": .string(version), "language": "Swift",
            "features": features,
        ]
    }

    /// The answer to a line of the runner; nil for its first and its last one.
    package func answer(_ line: [UInt8]) -> JSONValue? {
        let id: JSONValue
        let message: JSONCursor
        switch RunnerLine(line) {
        case .bracket: return nil
        case .unreadable(let answer): return answer
        case .exercise(let found, let cursor): (id, message) = (found, cursor)
        }
        do {
            var answer: JSONObject = ["id": id]
            let result = try role == .verifier ? verdict(message) : signed(message)
            for member in result { answer[member.name] = member.value }
            return .object(answer)
        } catch {
            return ["id": id, "error": .string("\(error)")]
        }
    }

    private func signed(_ message: JSONCursor) throws -> JSONObject {
        let choices = try SigningChoices(message.optionalMember("options"))
        let credentials = try AdapterCredentials(message.member("credentials"))
        let signed = try signer.sign(
            WireRequest(message.member("request")).signable(choices.payload),
            SigningParameters(
                credentials: credentials.signing, region: message.member("region").string(),
                service: message.member("service").string(), time: SigningTime(message.member("time")),
                options: choices.options))
        return [
            "target": .string(String(decoding: signed.target, as: UTF8.self)),
            "headers": .array(signed.headers.map { .array([.string($0.name), .string($0.text)]) }),
            "canonicalRequest": .string(signed.stages.canonicalRequest.text),
            "stringToSign": .string(signed.stages.stringToSign.text),
            "signature": .string(signed.stages.signature.text),
        ]
    }

    private func verdict(_ message: JSONCursor) throws -> JSONObject {
        let credentials = try AdapterCredentials(message.member("credentials"))
        let policy = VerificationPolicy(
            regions: [try message.member("region").string()], service: try message.member("service").string())
        let verifier = SignatureVerifier(policy: policy) { $0 == credentials.accessKeyID ? credentials.stored : nil }
        let request = try WireRequest(message.member("request")).signable()
        switch verifier.verify(request, now: try SigningTime(message.member("now"))) {
        case .accepted: return ["verdict": "accepted"]
        case .refused(let refusal): return ["verdict": "refused", "reason": .string(refusal.reason.words)]
        }
    }
}

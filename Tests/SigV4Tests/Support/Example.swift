import SigV4
import WireText

/// The example key pair of AWS's documentation, and requests signed with it.
enum Example {
    static let accessKeyID = "AKIDEXAMPLE"
    static let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    static let time = SigningTime(unixSeconds: 1_767_323_045)  // 2026-01-02T03:04:05Z
    static let host = "bedrock-runtime.us-east-1.amazonaws.com"

    static func credentials(token: String? = nil) -> SigningCredentials {
        SigningCredentials(accessKeyID: accessKeyID, secretAccessKey: secret, sessionToken: token)
    }

    static func parameters(
        token: String? = nil, time: SigningTime = time, options: SigningOptions = SigningOptions()
    ) -> SigningParameters {
        SigningParameters(
            credentials: credentials(token: token), region: "us-east-1", service: "bedrock", time: time,
            options: options)
    }

    static func request(
        _ target: String = "/model/amazon.nova-micro-v1:0/converse", method: String = "POST",
        headers: [HeaderField] = [], payload: Payload = .bytes(Array("{}".utf8))
    ) -> SignableRequest {
        SignableRequest(
            method: method, target: target, headers: [HeaderField("Host", host)] + headers, payload: payload)
    }

    static func verifier(
        token: String? = nil, tokenExpiration: SigningTime? = nil,
        policy: VerificationPolicy = VerificationPolicy(regions: ["us-east-1"])
    ) -> SignatureVerifier {
        let stored = StoredCredential(
            secretAccessKey: Secret(secret), sessionToken: token.map { Secret($0) }, tokenExpiration: tokenExpiration)
        return SignatureVerifier(policy: policy) { $0 == accessKeyID ? stored : nil }
    }

    /// A signed request as a server receives it.
    static func received(
        _ request: SignableRequest, _ parameters: SigningParameters
    ) throws -> SignableRequest {
        let signed = try Signer().sign(request, parameters)
        return SignableRequest(
            method: request.method, targetBytes: signed.target, headers: signed.headers, payload: request.payload)
    }
}

extension Verification {
    var accepted: AcceptedSignature? {
        if case .accepted(let signature) = self { signature } else { nil }
    }

    var refusal: SignatureRefusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }
}

extension SignableRequest {
    /// The request with every field of one name replaced by the given ones.
    func replacing(_ name: String, _ fields: HeaderField...) -> SignableRequest {
        var copy = self
        copy.headers.removeAll { $0.isNamed(name) }
        copy.headers += fields
        return copy
    }

    /// The text of the first field of one name.
    func text(_ name: String) -> String {
        headers.first { $0.isNamed(name) }?.text ?? ""
    }

    /// The request with a piece of text exchanged in one header.
    func editing(_ name: String, _ old: String, _ new: String) -> SignableRequest {
        replacing(name, HeaderField(name, text(name).replacing(old, with: new)))
    }

    /// The request with a piece of text exchanged in its target.
    func editingTarget(_ old: String, _ new: String) -> SignableRequest {
        var copy = self
        copy.target = Array(String(decoding: target, as: UTF8.self).replacing(old, with: new).utf8)
        return copy
    }
}

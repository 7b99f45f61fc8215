import JSONText
import SigV4
import WireText

/// A random request with the parameters to sign it, for both signers.
struct GeneratedRequest: Sendable {
    enum Form: String, CaseIterable, Sendable {
        case header
        case query
        case s3Header = "s3-header"
        case s3Query = "s3-query"

        var isQuery: Bool { self == .query || self == .s3Query }
        var isS3: Bool { self == .s3Header || self == .s3Query }
    }

    let form: Form
    let host: String
    let signsPayload: Bool
    let secret: String
    let token: String?
    let expires: Int
    let request: SignableRequest
    let parameters: SigningParameters

    private let body: [UInt8]

    /// Makes a request; `plain` leaves out spellings of which several have one canonical form.
    init(form: Form, seed: UInt64, plain: Bool = false) {
        var random = Generator(seed: seed)
        self.form = form
        signsPayload = form.isQuery || form.isS3 ? form != .s3Query && random.chance(2) : true
        host = random.pick(["example.amazonaws.com", "bedrock-runtime.eu-west-1.amazonaws.com", "127.0.0.1:8443"])
        let path = random.path(escapedOnly: form.isS3, plain: plain)
        let query = random.query(uniqueNames: form.isQuery)
        // botocore moves the body of a presigned request into its query.
        body = form.isQuery ? [] : random.bytes(upTo: 300)
        token = random.chance(2) ? random.text(length: 1...400, from: Generator.tokenCharacters) : nil
        secret = random.text(length: 40...40, from: Generator.tokenCharacters)
        expires = random.number(in: 1...604_800)
        var headers = [HeaderField("Host", host)]
        headers += random.headers(plain: plain)
        let payload: Payload =
            switch form {
            case .s3Query: .unsigned
            case .s3Header: signsPayload ? .bytes(body) : .unsigned
            case .query: signsPayload ? .bytes(body) : .unsigned
            case .header: .bytes(body)
            }
        request = SignableRequest(
            method: random.pick(["GET", "POST", "PUT", "DELETE", "PATCH"]), target: path + query, headers: headers,
            payload: payload)
        var options = SigningOptions()
        if form.isQuery { options.location = .query(expiresSeconds: expires) }
        if form.isS3 {
            options.uriEncoding = .single
            options.pathNormalization = .off
            options.contentSHA256Header = .sent
        }
        parameters = SigningParameters(
            credentials: SigningCredentials(
                accessKeyID: "AKID" + random.text(length: 12...16, from: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
                secretAccessKey: secret, sessionToken: token),
            region: random.pick(["us-east-1", "eu-central-2", "us-gov-west-1", "ap-southeast-7"]),
            service: form.isS3 ? "s3" : random.pick(["bedrock", "sts", "execute-api"]),
            time: SigningTime(unixSeconds: Int64(random.number(in: 1_000_000_000...4_000_000_000))),
            options: options)
    }

    /// A verifier that knows the key and accepts what this form of signing gives.
    var verifier: SignatureVerifier {
        let stored = StoredCredential(secretAccessKey: Secret(secret), sessionToken: token.map { Secret($0) })
        let policy = VerificationPolicy(
            regions: [parameters.region], service: parameters.service,
            uriEncoding: parameters.options.uriEncoding, pathNormalization: parameters.options.pathNormalization,
            unsignedPayload: form.isS3 ? .accepted : .refused)
        let accessKeyID = parameters.credentials.accessKeyID
        return SignatureVerifier(policy: policy) { $0 == accessKeyID ? stored : nil }
    }

    /// The request as a server receives it after botocore signed it.
    func received(_ result: Botocore.Result) -> SignableRequest {
        SignableRequest(
            method: request.method, targetBytes: result.target, headers: result.headers,
            payload: form.isQuery ? request.payload : .bytes(body))
    }

    /// The case as the Python side reads it.
    var json: JSONValue {
        [
            "form": .string(form.rawValue), "host": .string(host), "method": .string(request.method),
            "target": Self.latin1(request.target), "body": Self.latin1(body),
            "headers": .array(request.headers.map { [.string($0.name), Self.latin1($0.value)] }),
            "accessKeyID": .string(parameters.credentials.accessKeyID), "secret": .string(secret),
            "token": token.map { .string($0) } ?? .null, "region": .string(parameters.region),
            "service": .string(parameters.service), "time": .string(parameters.time.amzDate),
            "expires": .number(JSONNumber(expires)), "signsPayload": .bool(signsPayload),
        ]
    }

    private static func latin1(_ bytes: [UInt8]) -> JSONValue {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(UnicodeScalar(byte)) }
        return .string(String(text))
    }
}

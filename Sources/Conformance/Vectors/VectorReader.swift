import JSONText
import SigV4
import WireText

/// Reads one test of a file of vectors.
struct VectorReader {
    let test: JSONCursor

    private static let common = [
        "id", "comment", "flags", "result", "request", "credentials", "region", "service", "expected",
    ]

    func id() throws(JSONShapeError) -> String {
        let id = try test.member("id")
        let text = try id.string()
        guard !text.isEmpty else { throw id.fault(expected: "a name") }
        return text
    }

    func requireNotes(for notes: [String: String]) throws(JSONShapeError) {
        for flag in try test.member("flags").array() where notes[try flag.string()] == nil {
            throw flag.fault(expected: "a flag that has a note at the head of the file")
        }
    }

    func signing() throws(JSONShapeError) -> SigningCase {
        try test.requireOnly(names: Self.common + ["time", "options"])
        _ = try test.member("result").string(oneOf: ["valid"])
        let credentials = try credentials()
        let options = try SigningChoices(test.optionalMember("options"))
        let expected = try test.member("expected")
        let outcome = options.isPresigned ? "target" : "authorization"
        try expected.requireOnly(names: ["canonicalRequest", "stringToSign", "signature", outcome])
        let text = try expected.member(outcome).string()
        return SigningCase(
            id: try id(), comment: try test.member("comment").string(), request: try request(),
            payload: options.payload,
            parameters: SigningParameters(
                credentials: SigningCredentials(
                    accessKeyID: credentials.accessKeyID,
                    secretAccessKey: credentials.stored.secretAccessKey,
                    sessionToken: credentials.stored.sessionToken),
                region: try test.member("region").string(), service: try test.member("service").string(),
                time: try SigningTime(test.member("time")), options: options.options),
            expected: SigningCase.Stages(
                canonicalRequest: try lines(expected.member("canonicalRequest")),
                stringToSign: try lines(expected.member("stringToSign")),
                signature: try expected.member("signature").string(),
                outcome: options.isPresigned ? .target(text) : .authorization(text)))
    }

    func verification() throws(JSONShapeError) -> VerificationCase {
        try test.requireOnly(names: Self.common + ["now"])
        let credentials = try credentials()
        let isValid = try test.member("result").string(oneOf: ["valid", "invalid"]) == "valid"
        return VerificationCase(
            id: try id(), comment: try test.member("comment").string(), request: try request(),
            accessKeyID: credentials.accessKeyID, credential: credentials.stored,
            policy: VerificationPolicy(
                regions: [try test.member("region").string()], service: try test.member("service").string()),
            now: try SigningTime(test.member("now")),
            expected: isValid ? try acceptance(test.optionalMember("expected")) : try refusal(test.member("expected")))
    }

    private func acceptance(_ expected: JSONCursor?) throws(JSONShapeError) -> VerificationCase.Verdict {
        guard let expected else { return .accepted(advice: []) }
        try expected.requireOnly(names: ["advice"])
        var advice: [String] = []
        for name in try expected.member("advice").array() {
            advice.append(try name.string(oneOf: SignatureAdvice.everyName))
        }
        return .accepted(advice: advice)
    }

    private func refusal(_ expected: JSONCursor) throws(JSONShapeError) -> VerificationCase.Verdict {
        try expected.requireOnly(names: ["refusal", "canonicalRequest", "stringToSign"])
        let reason = try expected.member("refusal").string(oneOf: SignatureRefusal.Reason.everyName)
        guard let canonicalRequest = try expected.optionalMember("canonicalRequest") else {
            return .refused(reason: reason, stages: nil)
        }
        return .refused(
            reason: reason,
            stages: VerificationCase.ServerStages(
                canonicalRequest: try lines(canonicalRequest),
                stringToSign: try lines(expected.member("stringToSign"))))
    }
}

extension VectorReader {
    private func credentials() throws(JSONShapeError) -> (accessKeyID: String, stored: StoredCredential) {
        let credentials = try test.member("credentials")
        try credentials.requireOnly(names: ["accessKeyId", "secretAccessKey", "sessionToken", "tokenExpiration"])
        var token: Secret?
        if let text = try credentials.optionalMember("sessionToken") { token = Secret(try text.string()) }
        var expiration: SigningTime?
        if let text = try credentials.optionalMember("tokenExpiration") { expiration = try SigningTime(text) }
        return (
            try credentials.member("accessKeyId").string(),
            StoredCredential(
                secretAccessKey: Secret(try credentials.member("secretAccessKey").string()), sessionToken: token,
                tokenExpiration: expiration)
        )
    }

    private func request() throws(JSONShapeError) -> WireRequest {
        let request = try test.member("request")
        try request.requireOnly(names: ["method", "target", "headers", "body"])
        var headers: [HeaderField] = []
        for header in try request.member("headers").array() {
            let pair = try header.array()
            guard pair.count == 2 else { throw header.fault(expected: "a name and a value") }
            headers.append(HeaderField(try pair[0].string(), try pair[1].string()))
        }
        return WireRequest(
            method: try request.member("method").string(), target: Array(try request.member("target").string().utf8),
            headers: headers, body: try request.optionalMember("body").map(body) ?? [])
    }

    private func body(_ body: JSONCursor) throws(JSONShapeError) -> [UInt8] {
        if let hex = try body.optionalMember("hex") {
            try body.requireOnly(names: ["hex"])
            guard let bytes = Hexadecimal.decode(try hex.string().utf8.span) else {
                throw hex.fault(expected: "an even number of hexadecimal digits")
            }
            return bytes
        }
        try body.requireOnly(names: ["text", "times"])
        let text = Array(try body.member("text").string().utf8)
        let times = try body.optionalMember("times")?.integer(in: 1...1_000_000) ?? 1
        guard text.count * times <= 32 << 20 else { throw body.fault(expected: "a body of at most 32 MiB") }
        return Array([[UInt8]](repeating: text, count: times).joined())
    }

    /// A stage, written as a list of lines.
    private func lines(_ stage: JSONCursor) throws(JSONShapeError) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, line) in try stage.array().enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: "\n")) }
            bytes += Array(try line.string().utf8)
        }
        return bytes
    }
}

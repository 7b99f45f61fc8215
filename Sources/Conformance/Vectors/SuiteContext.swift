import JSONText
import SigV4

/// The `context.json` of a case in AWS's suite: who signs, when, for what scope and how.
struct SuiteContext {
    var credentials: SigningCredentials
    /// The lifetime of the query form; nil if the case does not say one.
    var expiresSeconds: Int?
    var pathNormalization: PathNormalization
    var region: String
    var service: String
    /// Whether the hash of the body is sent in the header form.
    var contentSHA256Header: ContentSHA256Header
    var payload: PayloadTreatment
    var sessionToken: SessionTokenMode
    var time: SigningTime

    init(_ file: InputFile) throws(InputFileError) {
        self = try file.read { (document) throws(JSONShapeError) in try SuiteContext(document) }
    }

    private init(_ context: JSONCursor) throws(JSONShapeError) {
        try context.requireOnly(names: [
            "credentials", "expiration_in_seconds", "normalize", "region", "service", "sign_body", "timestamp",
            "omit_session_token", "signed_body_value",
        ])
        let credentials = try context.member("credentials")
        try credentials.requireOnly(names: ["access_key_id", "secret_access_key", "token"])
        self.credentials = SigningCredentials(
            accessKeyID: try credentials.member("access_key_id").string(),
            secretAccessKey: try credentials.member("secret_access_key").string(),
            sessionToken: try credentials.optionalMember("token")?.string())
        expiresSeconds = try context.optionalMember("expiration_in_seconds")?.integer(in: 1...604_800)
        pathNormalization = try context.optionalMember("normalize")?.bool() ?? true ? .on : .off
        region = try context.member("region").string()
        service = try context.member("service").string()
        contentSHA256Header = try context.optionalMember("sign_body")?.bool() ?? false ? .sent : .omitted
        sessionToken = try context.optionalMember("omit_session_token")?.bool() ?? false ? .addedAfterSigning : .signed
        payload = try context.optionalMember("signed_body_value").map(Self.payload) ?? .hashed
        time = try Self.time(context.member("timestamp"))
    }

    private static func payload(_ value: JSONCursor) throws(JSONShapeError) -> PayloadTreatment {
        let line = try value.string()
        return line == "UNSIGNED-PAYLOAD" ? .unsigned : .literal(line)
    }

    /// `2015-08-30T12:36:00Z`, which is the time that is signed, with dashes and colons in it.
    private static func time(_ timestamp: JSONCursor) throws(JSONShapeError) -> SigningTime {
        let text = try timestamp.string()
        let digits = Array(text.utf8)
        let hasSeparators =
            digits.count == 20 && digits[4] == UInt8(ascii: "-") && digits[7] == UInt8(ascii: "-")
            && digits[13] == UInt8(ascii: ":") && digits[16] == UInt8(ascii: ":")
        guard hasSeparators,
            let time = SigningTime(amzDate: text.filter { $0 != "-" && $0 != ":" })
        else { throw timestamp.fault(expected: "a time such as \"2015-08-30T12:36:00Z\"") }
        return time
    }
}
